// SPDX-License-Identifier: MIT
// Sheets as they come out of a reader, whatever the file's format: a sheet is announced, then its
// rows follow one by one, so that memory does not grow with their number. Readers of workbooks are
// in lib/intake/workbook, the reader of text files is csv.hpp.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "lib/base/error.hpp"
#include "lib/intake/cell.hpp"

namespace minqing::intake {

enum class Visibility : std::uint8_t { visible, hidden, very_hidden };
/// `other`: a sheet without cells of its own (chart, dialog, macro); it is announced, without rows.
enum class SheetKind : std::uint8_t { table, chart, other };

struct SheetInfo {
  std::string name;  ///< empty for a text file
  SheetKind kind = SheetKind::table;
  Visibility visibility = Visibility::visible;
  bool date1904 = false;              ///< serial dates count from 1904-01-01
  std::vector<Range> merges;          ///< in the order of the file; only the first cell has a value
  std::vector<Range> hidden_columns;  ///< rows of the range have no meaning

  bool is_hidden_column(int column) const;
};

/// One row: its cells that hold something, in the order of their columns.
class Row {
 public:
  struct Placed {
    int column = 0;
    Cell cell;
  };

  std::int64_t number = 0;  ///< row of the sheet, or record of a text file, from 1
  std::int64_t line = 0;    ///< first line of the record in a text file; 0 in a workbook
  bool hidden = false;

  Row() = default;
  /// A copy holds the used cells only.
  Row(const Row& other);
  Row& operator=(const Row& other);
  Row(Row&&) = default;
  Row& operator=(Row&&) = default;

  std::span<const Placed> cells() const { return {cells_.data(), used_}; }
  std::span<Placed> cells() { return {cells_.data(), used_}; }
  bool empty() const { return used_ == 0; }
  int last_column() const { return used_ == 0 ? 0 : cells_[used_ - 1].column; }
  /// The cell of a column; an empty one when the row has none there.
  const Cell& at(int column) const;
  /// The cell of a column, made when the row has none there.
  Cell& cell(int column);

  /// Starts anew; the memory of the cells is used again.
  void restart(std::int64_t new_number, std::int64_t new_line = 0);

 private:
  std::size_t lower_bound(int column) const;

  std::vector<Placed> cells_;  ///< the first used_ count; the others wait to be used again
  std::size_t used_ = 0;
};

/// Takes what a reader finds. An exception thrown here ends the reading.
class SheetSink {
 public:
  virtual ~SheetSink() = default;
  /// False: the rows of this sheet are not wanted.
  virtual bool on_sheet(const SheetInfo& sheet) = 0;
  /// Rows come in ascending order, rows without any value not at all. False: enough of this sheet.
  virtual bool on_row(const Row& row) = 0;
  virtual void on_sheet_end() {}
};

/// Whether what somebody typed is the name of a sheet.
bool names_sheet(const std::string& typed, const std::string& name);
/// Error(not_found) for a sheet that stands in none of the files; `known` are those that do (a text
/// file's one sheet has no name), and the nearest is offered.
base::Error no_such_sheet(const std::string& typed, const std::vector<std::string>& known);

/// Where a cell stands, for a Problem: sheet and cell name, or the line of a text file.
base::Place place_of(const std::string& file, const SheetInfo& sheet, const Row& row, int column);

}  // namespace minqing::intake
