// SPDX-License-Identifier: MIT
// A deadline day by day as JSON, for due and calendar due.

#pragma once

#include "lib/base/json.hpp"
#include "lib/calendar/derivation.hpp"

namespace minqing::cli {

/// One object a day: `date`, `role` (received, start, counted, passed_over, rolled_over,
/// rolled_to), `number` of a day counted or `minutes`, and the day in words as `text`.
base::Json days_json(const calendar::Derivation& derivation, base::Lang lang);

}  // namespace minqing::cli
