// SPDX-License-Identifier: MIT
#include "lib/intake/rules_sheet.hpp"

#include <algorithm>

#include "lib/base/utf8.hpp"

namespace minqing::intake {

namespace {

using base::text;

base::Text names_of(std::span<const base::Word> words) {
  std::vector<std::string> zh, en;
  for (const base::Word& word : words) {
    zh.emplace_back(word.zh);
    en.emplace_back(word.en);
  }
  return {base::join(zh, "、"), base::join(en, ", ")};
}

}  // namespace

bool RulesReader::on_sheet(const SheetInfo& sheet) {
  const auto part = base::find_word(schema::part_words(), sheet.name);
  if (!part) return false;
  sheet_ = sheet;
  places_.clear();
  tables_.push_back({static_cast<schema::Part>(*part), {}, {}});
  return true;
}

bool RulesReader::on_row(const Row& row) {
  if (places_.empty()) {
    read_header(row);
    return !places_.empty();
  }
  auto& rows = tables_.back().rows;
  rows.resize(static_cast<std::size_t>(row.number) - 2);
  schema::PartRow cells;
  for (const int column : places_) {
    cells.push_back(column == 0 ? std::string() : row.at(column).value);
  }
  rows.push_back(std::move(cells));
  return true;
}

void RulesReader::read_header(const Row& row) {
  const auto columns = schema::part_columns(tables_.back().part);
  const auto report = [&](int column, base::Text reason) {
    problems_.push_back({place_of(file_, sheet_, row, column),
                         {},
                         std::move(reason),
                         text("第一行应为：{}", "the first row holds: {}", names_of(columns))});
  };
  if (row.number != 1) return report(0, text("表头不在第一行", "the header is not the first row"));
  places_.assign(columns.size(), 0);
  for (const Row::Placed& placed : row.cells()) {
    const std::string heading = base::heading_key(placed.cell.value);
    if (heading.empty()) continue;
    const auto index = base::find_word(columns, heading);
    if (!index) {
      report(placed.column, text("不认得这一列“{}”", "'{}' is no column of this sheet",
                                 base::visible(placed.cell.value)));
    } else if (places_[*index] != 0) {
      report(placed.column, text("这一列出现两次", "this column stands here twice"));
    } else {
      places_[*index] = placed.column;
    }
  }
}

void RulesReader::on_sheet_end() {
  if (places_.empty()) return;
  tables_.back().place = [file = file_, sheet = sheet_.name, places = places_](std::size_t row,
                                                                               std::size_t column) {
    return base::Place{file, sheet, cell_name(static_cast<std::int64_t>(row) + 2, places[column])};
  };
}

std::vector<schema::PartTable> RulesReader::finish() {
  if (tables_.empty() && problems_.empty()) {
    problems_.push_back(
        {{file_, {}, {}, 0, 0},
         {},
         text("没有规则的表：{}", "holds no sheet of rules: {}", names_of(schema::part_words())),
         text("先用 minqing 规则 导出 规则.xlsx，在它上面改",
              "get one with minqing schema export rules.xlsx and change that")});
  }
  if (!problems_.empty()) throw base::Rejected(std::move(problems_));
  return std::move(tables_);
}

}  // namespace minqing::intake
