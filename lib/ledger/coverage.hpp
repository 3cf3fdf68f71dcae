// SPDX-License-Identifier: MIT
// Where somebody was last, for planning where to go next: the villages, and the households that
// this person visits.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/ledger/ledger.hpp"

namespace minqing::ledger {

struct LastVisit {
  std::string area;       ///< code of the village; empty when the visit named none
  std::string household;  ///< plain; empty for a village
  std::optional<base::Date> day;
};

/// The last visit to each village by this person, alone or in company; by anybody when `person` is
/// empty. Villages without one are left out.
std::vector<LastVisit> last_visits_to_villages(Database& db, const std::string& person);
/// The same for each household that was visited, and those that hold this person's card and were
/// not. Unsealed; what was erased is left out.
std::vector<LastVisit> last_visits_to_households(Ledger& ledger, const std::string& person);

}  // namespace minqing::ledger
