// SPDX-License-Identifier: MIT
// Where the table of a sheet is: its header of one to four rows, what the columns are called, and
// what the rows above say about the sheet (title, 填报单位, 填报日期). Found by the headings that
// the caller knows; nothing is decided by position alone.
//
//   row 1  ××镇2026年11月民情台账                               title
//   row 2  填报单位（盖章）：××村委会    填报日期：2026年11月20日     unit, date
//   row 3  序号 | 诉求人信息        | 诉求内容 | 备注             header, two rows with merged
//   cells: row 4       | 姓名 | 电话 | 住址 |         |                  诉求人信息/姓名 …
//
// A form (登记表) is a table of one row whose headings stand beside their values: its columns count
// 1, 2, 3 … in the order of reading, and each knows the cells it came from (form_reader.hpp).

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/base/time.hpp"
#include "lib/intake/sheet.hpp"

namespace minqing::intake {

/// The header stands within the first rows that are not empty.
inline constexpr std::size_t kHeadRows = 30;
inline constexpr std::size_t kMaxHeaderRows = 4;
/// Columns further to the right belong to no table.
inline constexpr int kMaxTableColumns = 512;

/// What the caller knows of a heading (the lowest text of a column's header).
enum class Heading : std::uint8_t {
  unknown,
  known,
  running_number,  ///< 序号: its figures tell data rows from others
  free_text        ///< long texts (反映内容, 办理情况, 备注): may go on in the row below
};
using JudgeHeading = std::function<Heading(std::string_view heading)>;

/// A cell of a form, with its line in a text file.
struct Spot {
  Position cell;
  std::int64_t line = 0;

  bool operator==(const Spot&) const = default;
};
/// As place_of for a row.
base::Place place_of(const std::string& file, const SheetInfo& sheet, const Spot& spot);

struct Column {
  int column = 0;
  std::vector<std::string> path;  ///< from the top: {诉求人信息, 姓名}; texts trimmed
  Heading heading = Heading::unknown;
  bool hidden = false;
  Spot label_at;  ///< of a form: its label,
  Spot value_at;  ///< and its value; nowhere when it is not filled in

  const std::string& name() const { return path.back(); }
  /// `诉求人信息/姓名`
  std::string label() const;
  /// `C`; of a form the cell of the label, `C5`.
  std::string mark() const;
  /// Of a form: its value, or its label when there is none.
  const Spot& spot() const { return value_at.cell.row > 0 ? value_at : label_at; }
  bool operator==(const Column&) const = default;
};

struct Layout {
  std::int64_t first_header_row = 0;  ///< 0: no header was found
  std::int64_t last_header_row = 0;
  std::vector<Column> columns;  ///< ascending; columns without any heading are not listed
  std::string title;
  std::string reporting_unit;
  /// The day of the sheet, for dates without a year: 填报日期, else a date in the title; a month
  /// counts as its last day, a year as its 31 December, a range by its end.
  std::optional<base::Date> sheet_date;
  bool is_form = false;
  std::vector<Spot> strays;  ///< of a form: filled cells that no label stands before

  bool found() const { return first_header_row > 0; }
  const Column* find(int column) const;
};

/// `head`: the first rows (up to kHeadRows). The header is the block of rows whose lowest texts are
/// most often known; with equal counts the one with fewer rows, then the upper one. At least two
/// headings must be known.
Layout find_layout(std::span<const Row> head, const SheetInfo& sheet, const JudgeHeading& judge);

/// What the rows above a header say; used by find_layout.
void read_lines_above(std::span<const Row> above, Layout& layout);
/// 填表日期, 填报日期 …; a bare 日期 may be of anything.
bool is_sheet_date_label(std::string_view label);
/// 填报单位, 填表单位 …
bool is_reporting_unit_label(std::string_view label);

}  // namespace minqing::intake
