// SPDX-License-Identifier: MIT
// What every format needs to know of a table before it is drawn: which headings lie above which
// columns, how wide each column wants to be and how narrow it may become. Widths are half-width
// characters (base::display_width) of the text as shown.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lib/report/document.hpp"

namespace minqing::report {

/// Neighbouring columns under one group heading; a column without a group is a span of its own
/// with an empty heading.
struct HeaderSpan {
  std::string group;
  std::size_t first = 0;  ///< position in the list of columns
  std::size_t count = 1;

  bool operator==(const HeaderSpan&) const = default;
};

/// The spans of the columns with these indexes, left to right.
std::vector<HeaderSpan> header_spans(const Table& table, const std::vector<std::size_t>& columns);
/// The indexes of all columns.
std::vector<std::size_t> all_columns(const Table& table);
bool has_groups(const Table& table);

struct Extent {
  int wished = 1;  ///< without any line break
  int least = 1;   ///< narrower would break numbers, or words into single characters
};

std::vector<Extent> measure_columns(const Table& table);

/// Gives each column its least width and shares out what is left of `available` so that rows become
/// as low as possible: always to the column whose longest text takes the most lines. The sum is
/// more than `available` only when the least widths alone are.
std::vector<int> fit_widths(const std::vector<Extent>& extents, int available);
int sum(const std::vector<int>& widths);

}  // namespace minqing::report
