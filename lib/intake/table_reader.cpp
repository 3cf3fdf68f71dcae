// SPDX-License-Identifier: MIT
#include "lib/intake/table_reader.hpp"

#include <utility>

#include "lib/base/utf8.hpp"
#include "lib/intake/form_shape.hpp"

namespace minqing::intake {
namespace {

/// 同上, 〃 and the quotes that people type for it.
bool is_ditto(const Cell& cell) {
  const std::string& value = cell.value;
  if (cell.type != Cell::Type::text || value.empty() || value.size() > 16) return false;
  // Few cells begin like one; the others need no folding.
  if (value.front() != '"' && value.front() != '\'' && !value.starts_with("同") &&
      !value.starts_with("\xE2\x80") && !value.starts_with("〃")) {
    return false;
  }
  std::string key = base::fold(value);
  return key == "同上" || key == "〃" || key == "\"" || key == "''" || key == "″" || key == "”" ||
         key == "“";
}

void resolve_dittos(Row& row, const Row& before) {
  for (Row::Placed& placed : row.cells()) {
    if (is_ditto(placed.cell)) placed.cell = before.at(placed.column);
  }
}

}  // namespace

base::Text describe(SheetSkipped why) {
  switch (why) {
    case SheetSkipped::hidden:
      return {"隐藏的工作表，未读取", "a hidden sheet, not read"};
    case SheetSkipped::not_chosen:
      return {"没有选这个工作表", "not the sheet that was asked for"};
    case SheetSkipped::no_table:
      return {"图表等，没有单元格", "a chart or the like, without cells"};
    case SheetSkipped::empty:
      return {"空的工作表", "an empty sheet"};
    case SheetSkipped::unclear:
      return {"像登记表，又像表格，未读取", "like forms and like a table, not read"};
    default:
      return {"前 30 行里没有找到认得的表头", "no known header within the first 30 rows"};
  }
}

TableReader::TableReader(TableSink& sink, JudgeHeading judge, TableOptions options)
    : sink_(sink), judge_heading_(std::move(judge)), options_(std::move(options)) {}

std::optional<SheetSkipped> TableReader::skip_reason(const SheetInfo& sheet) const {
  bool chosen = !options_.sheet.empty() && base::fold(sheet.name) == base::fold(options_.sheet);
  if (!options_.sheet.empty() && !chosen && !sheet.name.empty()) return SheetSkipped::not_chosen;
  if (sheet.kind != SheetKind::table) return SheetSkipped::no_table;
  bool hidden = sheet.visibility != Visibility::visible;
  if (hidden && !options_.include_hidden && !chosen) return SheetSkipped::hidden;
  return std::nullopt;
}

bool TableReader::on_sheet(const SheetInfo& sheet) {
  sheet_ = sheet;
  head_.clear();
  judge_.reset();
  merged_.reset();
  forms_.reset();
  has_form_ = false;
  has_pending_ = false;
  wanted_ = true;
  auto skipped = skip_reason(sheet);
  reading_ = !skipped;
  if (skipped) sink_.on_skipped(sheet_, *skipped);
  return reading_;
}

bool TableReader::on_row(const Row& row) {
  if (judge_) {
    take(row);
  } else if (forms_) {
    if (const auto form = forms_->take(row)) give_form(*form);
  } else {
    head_.push_back(row);
    if (head_.size() == kHeadRows) find_table();
  }
  return wanted_;
}

void TableReader::on_sheet_end() {
  if (!reading_) return;
  if (!judge_ && !forms_ && wanted_) find_table();
  give_pending();
  if (!forms_ || !wanted_) return;
  if (const auto form = forms_->finish()) give_form(*form);
}

void TableReader::find_table() {
  layout_ = find_layout(head_, sheet_, judge_heading_);
  if (options_.forms && find_forms()) return;
  if (!layout_.found()) {
    sink_.on_skipped(sheet_, head_.empty() ? SheetSkipped::empty : SheetSkipped::no_header);
    wanted_ = false;
    return;
  }
  wanted_ = sink_.on_table(sheet_, layout_);
  judge_.emplace(layout_, sheet_, options_.include_hidden);
  merged_.emplace(sheet_.merges, layout_);
  for (const Row& row : head_) {
    if (!wanted_) break;
    if (row.number < layout_.first_header_row) set_aside(row, RowKind::above);
    if (row.number > layout_.last_header_row) take(row);
  }
  head_.clear();
}

/// True when the sheet is no table.
bool TableReader::find_forms() {
  const SheetShape shape =
      shape_of(head_, sheet_, layout_, *options_.forms, options_.include_hidden);
  if (shape.kind == SheetShape::Kind::table) return false;
  if (shape.kind == SheetShape::Kind::unclear) {
    sink_.on_unclear(sheet_, shape.where);
    sink_.on_skipped(sheet_, SheetSkipped::unclear);
    wanted_ = false;
    return true;
  }
  forms_.emplace(*options_.forms, sheet_, head_, options_.include_hidden);
  for (const Row& row : std::exchange(head_, {})) {
    if (const auto form = forms_->take(row)) give_form(*form);
  }
  return true;
}

/// A blank form belongs to the table of the form before it, where there is one.
void TableReader::give_form(const Form& form) {
  if (!wanted_) return;
  if (form.layout.is_form && !(form.blank && has_form_)) {
    wanted_ = sink_.on_table(sheet_, form.layout);
    has_form_ = true;
  }
  if (!has_form_ || !wanted_) return;
  for (const Form::SetAside& one : form.set_aside) set_aside(one.row, one.why);
  if (!form.layout.is_form) return;
  if (form.blank) return set_aside(form.row, RowKind::blank_form);
  wanted_ = sink_.on_data(form.row);
}

void TableReader::take(const Row& own) {
  filled_ = own;
  merged_->fill(own, filled_);
  RowKind kind = judge_->judge(own, filled_, has_pending_);
  if (kind == RowKind::continuation) {
    join(own);
    return set_aside(own, kind, pending_.number);
  }
  give_pending();
  if (kind == RowKind::data) return keep(filled_);
  set_aside(own, kind);
}

void TableReader::set_aside(const Row& row, RowKind why, std::int64_t joined_to) {
  sink_.on_set_aside(row, why, joined_to);
}

void TableReader::keep(Row& filled) {
  resolve_dittos(filled, pending_);
  std::swap(pending_, filled);
  has_pending_ = true;
}

void TableReader::join(const Row& continuation) {
  for (const Row::Placed& placed : continuation.cells()) {
    if (base::trim(placed.cell.value).empty()) continue;
    Cell& above = pending_.cell(placed.column);
    if (above.is_empty()) {
      above = placed.cell;
    } else {
      above.value += '\n' + placed.cell.value;
    }
  }
}

void TableReader::give_pending() {
  if (!std::exchange(has_pending_, false) || !wanted_) return;
  wanted_ = sink_.on_data(pending_);
}

}  // namespace minqing::intake
