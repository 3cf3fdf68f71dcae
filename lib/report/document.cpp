// SPDX-License-Identifier: MIT
#include "lib/report/document.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace minqing::report {

namespace {

constexpr std::size_t kColumnsInPortrait = 10;

std::int64_t sum_capped(std::int64_t a, std::int64_t b) {
  constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
  return a > kMost - b ? kMost : a + b;
}

/// Length of one bar: the longest series, or all of them behind each other.
std::int64_t extent(const Bar& bar, Chart::Layout layout) {
  std::int64_t longest = 0;
  std::int64_t sum = 0;
  for (const Amount& amount : bar.amounts) {
    const std::int64_t value = std::max<std::int64_t>(amount.value, 0);
    longest = std::max(longest, value);
    sum = sum_capped(sum, value);
  }
  return layout == Chart::Layout::stacked ? sum : longest;
}

}  // namespace

Paragraph paragraph(std::string text) { return {{Run{std::move(text)}}}; }

std::string plain(const Runs& runs) {
  std::string out;
  for (const Run& run : runs) out += run.text;
  return out;
}

const std::string& cell(const Row& row, std::size_t column) {
  static const std::string kEmpty;
  return column < row.cells.size() ? row.cells[column] : kEmpty;
}

Align align_of(const Column& column) {
  return column.align.value_or(column.kind == CellKind::text ? Align::left : Align::right);
}

bool is_landscape(const Table& table) {
  return table.landscape || table.columns.size() > kColumnsInPortrait;
}

std::int64_t full_scale(const Chart& chart) {
  if (chart.full > 0) return chart.full;
  std::int64_t longest = 1;
  for (const Bar& bar : chart.bars) longest = std::max(longest, extent(bar, chart.layout));
  return longest;
}

}  // namespace minqing::report
