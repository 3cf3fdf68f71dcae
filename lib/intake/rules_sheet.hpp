// SPDX-License-Identifier: MIT
// A workbook of rules (schema/parts.hpp): sheets 类别 and 时限, the headings in their first row.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/base/error.hpp"
#include "lib/intake/sheet.hpp"
#include "lib/schema/parts.hpp"

namespace minqing::intake {

/// Gathers the tables of a workbook. Sheets of other names are passed over.
class RulesReader : public SheetSink {
 public:
  explicit RulesReader(std::string file) : file_(std::move(file)) {}

  bool on_sheet(const SheetInfo& sheet) override;
  bool on_row(const Row& row) override;
  void on_sheet_end() override;

  /// Row 1 is the header, so that row n of a table is line n of its CSV file. Throws Rejected for
  /// headings that are none, and when no sheet is one of rules.
  std::vector<schema::PartTable> finish();

 private:
  void read_header(const Row& row);

  std::string file_;
  SheetInfo sheet_;
  std::vector<schema::PartTable> tables_;
  std::vector<int> places_;  ///< the column of the sheet for each of part_columns; 0: not there
  std::vector<base::Problem> problems_;
};

}  // namespace minqing::intake
