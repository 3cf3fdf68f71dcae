// SPDX-License-Identifier: MIT
#include "lib/report/table_layout.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>

#include "lib/base/utf8.hpp"

namespace minqing::report {

namespace {

constexpr int kWidest = 400;       // beyond this every format breaks lines anyway
constexpr int kNarrowText = 10;    // five Chinese characters
constexpr int kNarrowHeading = 4;  // two
/// Numbers, dates and identifiers stay whole up to here: two such columns still fit into 40.
constexpr int kLongestWord = 18;

/// The longest stretch without blank or Chinese character.
int longest_word(std::string_view line) {
  int longest = 0;
  int now = 0;
  for (const char byte : line) {
    const bool inside = byte > ' ' && byte < '\x7f';
    now = inside ? now + 1 : 0;
    longest = std::max(longest, now);
  }
  return longest;
}

struct Size {
  int whole = 0;
  int word = 0;

  void add(std::string_view text) {
    const std::string lines = base::visible(base::trim(text), true);
    for (const std::string_view line : base::split(lines, '\n')) {
      whole = std::max(whole, std::min(base::display_width(line), kWidest));
      word = std::max(word, longest_word(line));
    }
  }
};

Size size_of_cells(const Table& table, std::size_t column) {
  Size size;
  for (const Row& row : table.rows) size.add(cell(row, column));
  if (table.total) size.add(cell(*table.total, column));
  return size;
}

Extent measure(const Table& table, std::size_t index) {
  const Column& column = table.columns[index];
  const Size cells = size_of_cells(table, index);
  Size heading;
  heading.add(column.heading);
  const int unbroken =
      column.kind == CellKind::text ? std::min(cells.whole, kNarrowText) : cells.whole;
  const int word = std::max(cells.word, heading.word);
  Extent extent;
  extent.wished = std::max({cells.whole, heading.whole, 1});
  extent.least = std::max({std::min(unbroken, kLongestWord), std::min(word, kLongestWord),
                           std::min(heading.whole, kNarrowHeading), 1});
  if (column.width > 0) {
    extent.wished = std::min(extent.wished, std::max(column.width, extent.least));
  }
  return extent;
}

/// Lines the longest text of a column takes.
int lines(const Extent& extent, int width) { return (extent.wished + width - 1) / width; }

/// The column with the most lines; of equal ones the one that needs least to lose a line.
std::size_t longest_column(const std::vector<Extent>& extents, const std::vector<int>& widths) {
  std::size_t longest = 0;
  for (std::size_t i = 1; i < widths.size(); ++i) {
    const int more = lines(extents[i], widths[i]) - lines(extents[longest], widths[longest]);
    if (more > 0 || (more == 0 && extents[i].wished < extents[longest].wished)) longest = i;
  }
  return longest;
}

}  // namespace

int sum(const std::vector<int>& widths) { return std::accumulate(widths.begin(), widths.end(), 0); }

std::vector<std::size_t> all_columns(const Table& table) {
  std::vector<std::size_t> columns(table.columns.size());
  std::iota(columns.begin(), columns.end(), std::size_t{0});
  return columns;
}

std::vector<HeaderSpan> header_spans(const Table& table, const std::vector<std::size_t>& columns) {
  std::vector<HeaderSpan> spans;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string& group = table.columns[columns[i]].group;
    if (!group.empty() && !spans.empty() && spans.back().group == group) {
      ++spans.back().count;
    } else {
      spans.push_back({group, i, 1});
    }
  }
  return spans;
}

bool has_groups(const Table& table) {
  return std::any_of(table.columns.begin(), table.columns.end(),
                     [](const Column& column) { return !column.group.empty(); });
}

std::vector<Extent> measure_columns(const Table& table) {
  std::vector<Extent> extents;
  for (std::size_t i = 0; i < table.columns.size(); ++i) extents.push_back(measure(table, i));
  return extents;
}

std::vector<int> fit_widths(const std::vector<Extent>& extents, int available) {
  std::vector<int> widths;
  for (const Extent& extent : extents) widths.push_back(extent.least);
  for (int spare = available - sum(widths); spare > 0 && !widths.empty(); --spare) {
    const std::size_t longest = longest_column(extents, widths);
    if (lines(extents[longest], widths[longest]) <= 1) break;
    ++widths[longest];
  }
  return widths;
}

}  // namespace minqing::report
