// SPDX-License-Identifier: MIT
// From typed words to an amendment: the same `key:value` words and the same readers as for a
// registration, laid over what is recorded.

#pragma once

#include <vector>

#include "lib/casework/issue.hpp"
#include "lib/intake/draft.hpp"

namespace minqing::intake {

struct AmendmentResult {
  std::vector<casework::Amendment> changes;  ///< one for each field that was named
  std::vector<base::Problem> problems;
};

/// `issue` with its personal text plain beside the sealed form. `resident` counts from 1 and says
/// whose name, telephone or address is meant; one more than there are adds somebody.
AmendmentResult make_amendment(const schema::Schema& schema, const casework::Roster& roster,
                               const DraftDates& dates, const Draft& draft,
                               const casework::Issue& issue, std::int64_t resident);

}  // namespace minqing::intake
