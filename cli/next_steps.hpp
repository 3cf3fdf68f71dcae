// SPDX-License-Identifier: MIT
// What may be done next with an issue, as command lines that can be typed as they stand: words that
// only a person can say are asked for (`-m -`).

#pragma once

#include <vector>

#include "lib/base/text.hpp"
#include "lib/casework/issue.hpp"
#include "lib/casework/roster.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::cli {

/// In the order of the workflow; several for a step that has several outcomes.
std::vector<base::Text> next_lines(const schema::Schema& schema, const casework::Roster& roster,
                                   const casework::Issue& issue);
/// The names of what may be done besides: corrections, requests, papers.
base::Text further_line(const schema::Schema& schema, const casework::Issue& issue);

}  // namespace minqing::cli
