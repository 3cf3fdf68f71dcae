// SPDX-License-Identifier: MIT
// The likely word behind a slip of the finger.

#include <algorithm>
#include <array>

#include "lib/base/utf8.hpp"

namespace minqing::base {
namespace {

/// A single sign is too little to guess from.
std::size_t most_slips(std::size_t length) {
  if (length < 2) return 0;
  return length <= 4 ? 1 : length / 3;
}

/// Insertions, deletions, replacements and swaps of neighbours; `limit + 1` when there are more.
std::size_t slips_between(std::u32string_view a, std::u32string_view b, std::size_t limit) {
  std::size_t apart = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (apart > limit) return limit + 1;
  using Row = std::vector<std::size_t>;
  std::array<Row, 3> rows{Row(b.size() + 1), Row(b.size() + 1), Row(b.size() + 1)};
  for (std::size_t i = 0; i <= a.size(); ++i) {
    Row& now = rows[i % 3];
    const Row& above = rows[(i + 2) % 3];
    const Row& two_above = rows[(i + 1) % 3];
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        now[j] = i + j;
        continue;
      }
      now[j] = std::min({above[j] + 1, now[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        now[j] = std::min(now[j], two_above[j - 2] + 1);
      }
    }
  }
  return rows[a.size() % 3][b.size()];
}

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  std::u32string wanted = to_code_points(fold(word));
  std::size_t best = most_slips(wanted.size()) + 1;
  const std::string* found = nullptr;
  for (const std::string& candidate : candidates) {
    std::size_t slips = slips_between(wanted, to_code_points(fold(candidate)), best - 1);
    if (slips >= best) continue;
    best = slips;
    found = &candidate;
    if (best == 0) break;
  }
  return found == nullptr ? std::string() : *found;
}

}  // namespace minqing::base
