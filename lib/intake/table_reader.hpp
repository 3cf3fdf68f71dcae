// SPDX-License-Identifier: MIT
// From the rows of a file to the data rows of its tables: finds the header of each sheet, sets
// aside what is no data, fills down merged cells, joins continuation rows and resolves 同上.
// Everything that is set aside is told, with its row and the reason.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lib/intake/form_reader.hpp"
#include "lib/intake/layout.hpp"
#include "lib/intake/merged_cells.hpp"
#include "lib/intake/row_kind.hpp"
#include "lib/intake/sheet.hpp"

namespace minqing::intake {

enum class SheetSkipped : std::uint8_t {
  hidden,      ///< a hidden sheet, and hidden ones are not wanted
  not_chosen,  ///< another sheet was asked for
  no_table,    ///< a chart or the like
  empty,       ///< no values
  no_header,   ///< no row with two or more known headings
  unclear      ///< like forms, and like a table
};
/// `隐藏的工作表，未读取` …
base::Text describe(SheetSkipped why);

class TableSink {
 public:
  virtual ~TableSink() = default;
  /// Layout and sheet are valid until the next call. False: its rows are not wanted.
  virtual bool on_table(const SheetInfo& sheet, const Layout& layout) = 0;
  /// A data row: merged cells filled down, 同上 resolved, continuation rows joined. False: enough.
  virtual bool on_data(const Row& row) = 0;
  /// `joined_to`: the row that took a continuation, else 0.
  virtual void on_set_aside(const Row& row, RowKind why, std::int64_t joined_to) = 0;
  virtual void on_skipped(const SheetInfo& sheet, SheetSkipped why) = 0;
  /// Before on_skipped with SheetSkipped::unclear: where.
  virtual void on_unclear(const SheetInfo&, const Spot&) {}
};

struct TableOptions {
  bool include_hidden = false;
  std::string sheet;  ///< only the sheet of this name; empty: all
  /// Present: sheets of forms are wanted, each form as a table of one row.
  std::optional<FormWords> forms;
};

class TableReader : public SheetSink {
 public:
  TableReader(TableSink& sink, JudgeHeading judge, TableOptions options = {});

  bool on_sheet(const SheetInfo& sheet) override;
  bool on_row(const Row& row) override;
  void on_sheet_end() override;

 private:
  std::optional<SheetSkipped> skip_reason(const SheetInfo& sheet) const;
  void find_table();
  bool find_forms();
  void give_form(const Form& form);
  void take(const Row& own);
  void set_aside(const Row& row, RowKind why, std::int64_t joined_to = 0);
  void keep(Row& filled);
  void join(const Row& continuation);
  void give_pending();

  TableSink& sink_;
  JudgeHeading judge_heading_;
  TableOptions options_;

  SheetInfo sheet_;
  bool reading_ = false;  ///< the sheet's rows are wanted
  std::vector<Row> head_;
  Layout layout_;
  std::optional<RowJudge> judge_;
  std::optional<MergedCells> merged_;
  std::optional<FormReader> forms_;  ///< of a sheet of forms
  bool has_form_ = false;            ///< one of them was given
  Row filled_;
  Row pending_;               ///< the last data row; it waits for continuation rows
  bool has_pending_ = false;  ///< not given yet
  bool wanted_ = true;
};

}  // namespace minqing::intake
