// SPDX-License-Identifier: MIT
// 回填表: the sheet on which a unit without the ledger answers. It goes out with locked columns
// that say what each issue is, empty ones to be filled in, and a mark of the state that the row was
// exported at; it comes back with some of them filled.
//
//   编号 | 村 | 类别 | 事项 | 交办日期 | 办结时限 | 状态 | 承办人 |          locked
//   签收人 | 先行联系 | 办理情况 | 办理结果 | 办结日期 | 申请延期至 | 退回理由 |  open
//   校验                                                                    locked:
//   `41-9f2c1a-8b3d2e4f6a7c`
//
// What is read here is what the cells say; whether it can happen is decided by the rules
// (returned_steps.hpp).

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/base/error.hpp"
#include "lib/base/time.hpp"
#include "lib/base/word.hpp"
#include "lib/casework/vocabulary.hpp"
#include "lib/intake/table_reader.hpp"

namespace minqing::intake {

/// The columns, in the order in which they are written. They are found by their headings, so that
/// a unit may move them.
enum class ReturnField : std::uint8_t {
  number,
  village,
  category,
  matter,
  assigned_on,
  due_on,
  state,
  handler,
  signed_for_by,
  first_contact,
  action_taken,
  result,
  resolved_on,
  extend_to,
  return_reason,
  mark
};
inline constexpr std::size_t kReturnFields = 16;
/// Their headings.
std::span<const base::Word> words(ReturnField);
/// What the unit fills in.
bool is_open(ReturnField field);

/// Hexadecimal digits of a mark's digest.
inline constexpr std::size_t kMarkDigits = 12;

/// Where the ledger stood when the row was written.
struct ReturnMark {
  std::int64_t seq = 0;  ///< of the issue's last event
  std::string sheet;     ///< which export: rows of one sheet belong together
  std::string digest;    ///< keyed: number, unit, seq and sheet stand as they were written

  bool operator==(const ReturnMark&) const = default;
};
std::string to_string(const ReturnMark& mark);
std::optional<ReturnMark> parse_mark(std::string_view words);
/// What the digest of a mark covers.
std::string covered_by_mark(std::string_view number, std::string_view unit, std::int64_t seq,
                            std::string_view sheet);

struct ReturnedRow {
  std::array<base::Place, kReturnFields> places;  ///< of each field's cell
  std::array<std::string, kReturnFields> cells;   ///< as they stand, to be given back

  std::string number;
  std::optional<ReturnMark> mark;
  std::string signed_for_by;
  bool contacted = false;
  std::optional<base::Moment> contacted_at;  ///< none: contacted, without a date
  std::string action_taken;
  std::optional<casework::ResultKind> result;
  std::optional<base::Moment> resolved_at;
  std::optional<base::Date> extend_to;
  std::string return_reason;
  /// What is wrong with the cells by themselves, half a result among it.
  std::vector<base::Problem> problems;

  const base::Place& place(ReturnField field) const {
    return places[static_cast<std::size_t>(field)];
  }
  const std::string& cell(ReturnField field) const {
    return cells[static_cast<std::size_t>(field)];
  }
};

/// A problem of one cell, named by its heading.
base::Problem problem_of(const ReturnedRow& row, ReturnField field, base::Lang lang,
                         base::Text reason, base::Text way_out = {});

/// True when the header is that of a return sheet.
bool is_return_sheet(const Layout& layout);

/// Collects the rows of return sheets; other tables are passed over.
class ReturnSheetReader : public SheetSink, private TableSink {
 public:
  /// `today` completes dates without a year; `lang` is that of field names in problems.
  ReturnSheetReader(base::Date today, base::Lang lang);

  void begin_file(const std::string& name);
  /// Of the file begun last, whether it holds a return sheet.
  bool found() const { return found_; }
  std::vector<ReturnedRow> take_rows() { return std::move(rows_); }

  bool on_sheet(const SheetInfo& sheet) override;
  bool on_row(const Row& row) override;
  void on_sheet_end() override;

 private:
  bool on_table(const SheetInfo& sheet, const Layout& layout) override;
  bool on_data(const Row& row) override;
  void on_set_aside(const Row&, RowKind, std::int64_t) override {}
  void on_skipped(const SheetInfo&, SheetSkipped) override {}

  base::Date today_;
  base::Lang lang_;
  std::string file_;
  bool found_ = false;
  std::optional<TableReader> table_;
  SheetInfo sheet_;
  std::array<int, kReturnFields> columns_ = {};  ///< 0: the sheet has no such column
  std::vector<ReturnedRow> rows_;
};

}  // namespace minqing::intake
