// SPDX-License-Identifier: MIT
#include "lib/intake/merged_cells.hpp"

#include <algorithm>

namespace minqing::intake {

MergedCells::MergedCells(const std::vector<Range>& merges, const Layout& layout) {
  for (const Range& merge : merges) {
    bool below = merge.first.row > layout.last_header_row && merge.last.row > merge.first.row;
    if (below && layout.find(merge.first.column) != nullptr) waiting_.push_back(merge);
  }
  std::sort(waiting_.begin(), waiting_.end(),
            [](const Range& a, const Range& b) { return a.first.row > b.first.row; });
}

void MergedCells::fill(const Row& own, Row& filled) {
  std::erase_if(active_, [&](const Active& a) { return a.range.last.row < own.number; });
  for (; !waiting_.empty() && waiting_.back().first.row <= own.number; waiting_.pop_back()) {
    const Range& range = waiting_.back();
    // A row that did not come had no value to give.
    if (range.first.row == own.number) activate(own, range);
  }
  for (const Active& active : active_) {
    int column = active.range.first.column;
    if (active.range.first.row < own.number && own.at(column).is_empty()) {
      filled.cell(column) = active.value;
    }
  }
}

void MergedCells::activate(const Row& own, const Range& range) {
  int column = range.first.column;
  const Cell& value = own.at(column);
  // Ranges that overlap are no valid sheet; the first one counts.
  bool overlaps = std::any_of(active_.begin(), active_.end(), [&](const Active& active) {
    return active.range.first.column == column;
  });
  if (!value.is_empty() && !overlaps) active_.push_back({range, value});
}

}  // namespace minqing::intake
