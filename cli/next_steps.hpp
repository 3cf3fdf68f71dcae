// SPDX-License-Identifier: MIT
// What may be done next with an issue, as command lines that can be typed as they stand: words that
// only a person can say are asked for (`-m -`).

#pragma once

#include <vector>

#include "cli/context.hpp"
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

/// The category or the village decides who handles an issue: after an amendment of either, the line
/// to type, since it moves nothing by itself.
void name_route(Context& context, const ledger::Outcome& outcome);

}  // namespace minqing::cli
