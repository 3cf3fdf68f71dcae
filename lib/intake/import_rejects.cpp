// SPDX-License-Identifier: MIT
#include "lib/intake/import_rejects.hpp"

#include <algorithm>
#include <utility>

#include "lib/intake/column_headings.hpp"
#include "lib/intake/date_notation.hpp"
#include "lib/intake/draft_values.hpp"

namespace minqing::intake {

ImportRejects::ImportRejects(RejectedTables& tables, const std::string& file,
                             const SheetInfo& sheet, const Layout& layout,
                             const std::vector<ColumnReport>& columns)
    : tables_(tables), file_(file), sheet_(sheet), layout_(layout), columns_(columns) {}

/// The day of a form counts for nothing more in a table, unless it is its day of registration.
std::vector<Column> ImportRejects::columns_to_keep() const {
  std::vector<Column> columns;
  for (const ColumnReport& column : columns_) {
    const ColumnUse use = column.mapped.use;
    if (use == ColumnUse::refused || use == ColumnUse::hidden) continue;
    Column kept = column.mapped.column;
    if (is_reason_heading(kept.name())) continue;
    if (layout_.is_form && is_sheet_date_label(kept.name())) {
      if (use != ColumnUse::taken) continue;
      kept.path = {column.mapped.field->label.zh};
    }
    columns.push_back(std::move(kept));
  }
  return columns;
}

/// A date without its year, or no date at all: the day of the sheet may be needed for it.
bool ImportRejects::has_short_date(const Row& row) const {
  return std::any_of(columns_.begin(), columns_.end(), [&](const ColumnReport& one) {
    const schema::Field* field = one.mapped.field;
    if (field == nullptr || field->type != schema::FieldType::date) return false;
    const Cell& cell = row.at(one.mapped.column.column);
    return !is_blank_cell(cell) &&
           !parse_date_cell(cell, {std::nullopt, true, sheet_.date1904}).is_moment();
  });
}

void ImportRejects::begin(const Row& row) {
  kept_ = columns_to_keep();
  RejectedTable table;
  table.file = file_;
  table.sheet = sheet_.name;
  table.title = layout_.title;
  table.reporting_unit = layout_.reporting_unit;
  // Forms of different days go into one table where they can.
  if (!layout_.is_form || has_short_date(row)) table.sheet_date = layout_.sheet_date;
  table.of_forms = layout_.is_form;
  table.columns = kept_;
  if (tables_.empty() || !tables_.back().takes_forms_of(table)) tables_.push_back(std::move(table));
  into_ = &tables_.back();
}

void ImportRejects::add(const Row& row, std::vector<std::string> unheaded,
                        std::vector<base::Problem> problems) {
  if (into_ == nullptr) begin(row);
  RejectedRow& kept = into_->rows.emplace_back();
  kept.unheaded = std::move(unheaded);
  for (const Column& column : kept_) {
    kept.cells.push_back(words_to_edit(row.at(column.column)));
  }
  for (base::Problem& problem : problems) {
    const auto column = column_to_blame(problem);
    kept.faults.push_back({column, std::move(problem)});
  }
}

/// By the field that the problem names, else by the cell: a text file has no cells.
std::optional<std::size_t> ImportRejects::column_to_blame(const base::Problem& problem) const {
  int blamed = layout_.is_form ? 0 : parse_cell_name(problem.place.cell).column;
  for (const ColumnReport& column : columns_) {
    const schema::Field* field = column.mapped.field;
    if (column.mapped.use != ColumnUse::taken || field == nullptr || problem.field.empty())
      continue;
    if (field->label.zh != problem.field && field->label.en != problem.field) continue;
    blamed = column.mapped.column.column;
    break;
  }
  const auto found = std::find_if(kept_.begin(), kept_.end(),
                                  [&](const Column& column) { return column.column == blamed; });
  if (found == kept_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - kept_.begin());
}

}  // namespace minqing::intake
