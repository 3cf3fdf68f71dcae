// SPDX-License-Identifier: MIT
// Choosing units to speak of, shared by the parts of the bulletin that name units.

#pragma once

#include "lib/report/weekly_page.hpp"

namespace minqing::report {

/// The units with a count above 0, in the order of the roster.
inline std::vector<const Group*> units_with(const Figures& figures, Metric metric) {
  std::vector<const Group*> out;
  for (const Group& unit : figures.by(Dimension::unit)) {
    if (unit.now[metric] > 0) out.push_back(&unit);
  }
  return out;
}

inline bool is_below(Ratio ratio, std::int64_t floor_percent) {
  return 100 * ratio.numerator < floor_percent * ratio.denominator;
}

/// `words(unit)` for each unit that `which` holds for.
template <class Which, class Words>
std::vector<base::Text> phrases(const std::vector<const Group*>& units, Which which, Words words) {
  std::vector<base::Text> out;
  for (const Group* unit : units) {
    if (which(*unit)) out.push_back(words(*unit));
  }
  return out;
}

}  // namespace minqing::report
