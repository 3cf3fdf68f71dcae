// SPDX-License-Identifier: MIT
// Rows that an import could not take, kept with their own columns, so that somebody can put them
// right and import them again: each says by itself what its table said (merged cells filled down,
// 同上 resolved).

#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lib/base/error.hpp"
#include "lib/base/time.hpp"
#include "lib/intake/cell.hpp"
#include "lib/intake/layout.hpp"

namespace minqing::intake {

struct RejectedRow {
  struct Fault {
    std::optional<std::size_t> column;  ///< index among the table's columns, where one is to blame
    base::Problem problem;
  };
  std::vector<std::string> cells;     ///< one for each column of the table
  std::vector<std::string> unheaded;  ///< what stood under no heading
  std::vector<Fault> faults;
};

struct RejectedTable {
  std::string file;
  std::string sheet;  ///< empty for a text file
  std::string title;
  std::string reporting_unit;
  std::optional<base::Date> sheet_date;  ///< dates without a year are read against it
  bool of_forms = false;                 ///< a row for each form
  /// Without those that the schema refuses and the hidden ones that were not wanted.
  std::vector<Column> columns;
  std::vector<RejectedRow> rows;

  /// Whether the forms of `other` go among the rows of this table.
  bool takes_forms_of(const RejectedTable& other) const;
};
using RejectedTables = std::vector<RejectedTable>;

/// Heading of the column that says why a row was not written; an import passes over it.
base::Text reason_heading();
bool is_reason_heading(const std::string& heading);

/// What a cell says, for somebody who edits it: a midnight is a day, and figures that a spreadsheet
/// has lost stay visibly lost.
std::string words_to_edit(const Cell& cell);

}  // namespace minqing::intake
