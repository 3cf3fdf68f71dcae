// SPDX-License-Identifier: MIT
// Issues with a random past: steps drawn with a fixed seed and put to `decide`; what it refuses
// does not happen. The same seed gives the same histories on every machine.

#pragma once

#include <cstdint>
#include <vector>

#include "lib/casework/issue.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::report {

/// What happened to one issue, in order.
using History = std::vector<casework::Event>;

/// Histories that begin and move between the two days.
std::vector<History> random_histories(const schema::Schema& schema, std::size_t count,
                                      base::Period span, std::uint32_t seed);

/// The issue after the events with a date before that day; nothing when it had not begun.
std::optional<casework::Issue> folded_before(const History& history, base::Date day);

}  // namespace minqing::report
