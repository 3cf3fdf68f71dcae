// SPDX-License-Identifier: MIT
// A cell as the file holds it: typed as stored, nothing guessed. A telephone number stays the text
// it was typed as, a date is a date only where the file says so by a number format or a cell type.
// Cells of text files (CSV) are all text.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace minqing::intake {

struct Cell {
  enum class Type : std::uint8_t { empty, text, number, boolean, date, error };

  Type type = Type::empty;
  /// A number whose integer part has more than 15 digits: a spreadsheet has dropped the others, so
  /// an identity number typed into such a cell is lost. Fractions (0.1 + 0.2) are not meant.
  bool precision_lost = false;
  /// text     as stored, with its line breaks and blanks
  /// number   the shortest decimal that gives the stored number again: `46348`, `3.1`
  /// boolean  `TRUE` or `FALSE`
  /// date     `2026-11-22T00:00:00`, `2026-11-22`, `09:30:00`; a duration of a day and more
  ///          `10 days, 15:10:10`. A number with a date format always shows a time of day, since
  ///          the file cannot tell midnight from none.
  /// error    `#REF!`, or kNoStoredValue
  std::string value;

  bool is_empty() const { return type == Type::empty; }
  void clear();
  void set(Type new_type, std::string_view new_value);

  bool operator==(const Cell&) const = default;
};

/// Value of an error cell: a formula whose result was never stored (written by another program and
/// not opened since in a spreadsheet).
inline constexpr std::string_view kNoStoredValue =
    "公式没有存储结果 (formula without a stored value)";

/// `="0138"` becomes `0138`: so some programs write a text file, lest a spreadsheet take figures
/// for a number.
std::string_view out_of_formula(std::string_view value);

/// The limits of the spreadsheet format (XFD1048576).
inline constexpr int kMaxColumn = 16384;
inline constexpr std::int64_t kMaxRow = 1048576;

/// `C18` for row 18, column 3; both count from 1.
std::string cell_name(std::int64_t row, int column);
/// `C` for 3.
std::string column_name(int column);

struct Position {
  std::int64_t row = 0;
  int column = 0;

  bool operator==(const Position&) const = default;
};
/// Reads `C18` (also `$C$18` and lower case); a zero position when the words are none or lie beyond
/// XFD1048576.
Position parse_cell_name(std::string_view name);

/// A block of cells, both ends included.
struct Range {
  Position first;
  Position last;

  bool contains(std::int64_t row, int column) const {
    return first.row <= row && row <= last.row && first.column <= column && column <= last.column;
  }
  bool operator==(const Range&) const = default;
};
/// Reads `A1:N1`, `A1`, whole columns `B:D` and whole rows `2:4`; a zero range when it is none.
Range parse_range(std::string_view words);
/// `A1:N1`
std::string to_string(const Range& range);

}  // namespace minqing::intake
