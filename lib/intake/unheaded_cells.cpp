// SPDX-License-Identifier: MIT
#include "lib/intake/unheaded_cells.hpp"

#include "lib/base/text.hpp"
#include "lib/intake/draft_values.hpp"
#include "lib/intake/rejected_rows.hpp"

namespace minqing::intake {

using base::text;

UnheadedCells::UnheadedCells(const Layout& layout) {
  if (layout.is_form || layout.columns.empty()) return;
  headed_.resize(static_cast<std::size_t>(layout.columns.back().column) + 1);
  for (const Column& column : layout.columns) {
    headed_[static_cast<std::size_t>(column.column)] = true;
  }
}

bool UnheadedCells::is_unheaded(const Row::Placed& placed) const {
  const auto column = static_cast<std::size_t>(placed.column);
  const bool is_headed = headed_.empty() || (column < headed_.size() && headed_[column]);
  return !is_headed && !is_blank_cell(placed.cell);
}

void UnheadedCells::count(const Row& row) {
  for (const Row::Placed& placed : row.cells()) {
    if (!is_unheaded(placed)) continue;
    const auto column = static_cast<std::size_t>(placed.column);
    if (filled_.size() <= column) filled_.resize(column + 1);
    ++filled_[column];
  }
}

std::optional<base::Problem> UnheadedCells::problem_of(const Row& row,
                                                       const std::string& file) const {
  if (row.line == 0 || headed_.empty()) return std::nullopt;
  const auto headings = static_cast<int>(headed_.size()) - 1;
  int last = 0;
  for (const Row::Placed& placed : row.cells()) {
    if (is_unheaded(placed)) last = placed.column;
  }
  if (last <= headings) return std::nullopt;
  return base::Problem{
      {file, {}, {}, row.line, 0},
      {},
      text("这一行有 {} 格，表头只有 {} 列", "the row has {} cells, the header {} columns", last,
           headings),
      {"内容里有分隔符（逗号等）的，用引号把这一格括起来；多出来的一列有用的，给它写上表头",
       "put quotes round a text that holds the separator; where the last column means something, "
       "give it a heading"}};
}

std::vector<UnheadedColumn> UnheadedCells::columns() const {
  std::vector<UnheadedColumn> out;
  for (std::size_t column = 0; column < filled_.size(); ++column) {
    if (filled_[column] > 0) out.push_back({static_cast<int>(column), filled_[column]});
  }
  return out;
}

std::vector<std::string> UnheadedCells::words_of(const Row& row) const {
  std::vector<std::string> out;
  for (const Row::Placed& placed : row.cells()) {
    if (is_unheaded(placed)) out.push_back(words_to_edit(placed.cell));
  }
  return out;
}

}  // namespace minqing::intake
