// SPDX-License-Identifier: MIT
#include "lib/intake/answer_sheet.hpp"

#include <algorithm>

#include "lib/base/utf8.hpp"
#include "lib/intake/draft_values.hpp"

namespace minqing::intake {
namespace {

JudgeHeading judge_of(const schema::Profile& profile) {
  return [&profile](std::string_view heading) {
    const std::string key = base::heading_key(heading);
    const bool known =
        std::any_of(profile.columns.begin(), profile.columns.end(),
                    [&](const auto& column) { return base::heading_key(column.heading) == key; });
    return known ? Heading::known : Heading::unknown;
  };
}

}  // namespace

std::optional<std::size_t> AnswerSheet::find(std::string_view heading) const {
  const std::string key = base::heading_key(heading);
  for (std::size_t i = 0; i < headings.size(); ++i) {
    if (base::heading_key(headings[i]) == key) return i;
  }
  return std::nullopt;
}

AnswerSheetReader::AnswerSheetReader(const schema::Profile& profile) : profile_(profile) {}

bool AnswerSheetReader::on_sheet(const SheetInfo& sheet) {
  if (found_) return false;
  table_.emplace(static_cast<TableSink&>(*this), judge_of(profile_),
                 TableOptions{.include_hidden = true});
  return table_->on_sheet(sheet);
}

bool AnswerSheetReader::on_row(const Row& row) { return table_->on_row(row); }

void AnswerSheetReader::on_sheet_end() {
  if (table_) table_->on_sheet_end();
  table_.reset();
  reading_ = false;
}

bool AnswerSheetReader::on_table(const SheetInfo& sheet, const Layout& layout) {
  AnswerSheet table{.sheet = sheet.name};
  for (const Column& column : layout.columns) {
    table.headings.resize(static_cast<std::size_t>(column.column));
    table.headings.back() = column.name();
  }
  if (!table.find(profile_.find("source_no")->heading)) return false;
  found_ = std::move(table);
  reading_ = true;
  return true;
}

bool AnswerSheetReader::on_data(const Row& row) {
  add(row, true);
  return true;
}

void AnswerSheetReader::on_set_aside(const Row& row, RowKind why, std::int64_t) {
  // A continuation stands in its row already.
  if (!reading_ || why == RowKind::blank || why == RowKind::continuation) return;
  if (why != RowKind::above) return add(row, false);
  std::vector<std::string> words;
  for (const Row::Placed& placed : row.cells()) {
    if (!is_blank_cell(placed.cell)) words.push_back(shown_cell(placed.cell));
  }
  if (!words.empty()) found_->above.push_back(base::join(words, "  "));
}

void AnswerSheetReader::add(const Row& row, bool is_data) {
  AnswerSheet::Line line{{}, is_data};
  for (std::size_t i = 0; i < found_->headings.size(); ++i) {
    line.cells.push_back(shown_cell(row.at(static_cast<int>(i) + 1)));
  }
  found_->lines.push_back(std::move(line));
}

}  // namespace minqing::intake
