// SPDX-License-Identifier: MIT
// Weeks as an office counts them: half-open, beginning on any weekday (published bulletins run
// Monday to Sunday as well as Friday to Thursday).

#pragma once

#include "lib/base/time.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::report {

/// The seven days with `date` among them; `week_start` 1 = Monday … 7 = Sunday.
base::Period week_containing(base::Date date, int week_start);
/// The same with the week of the schema's bulletin.
base::Period week_period(const schema::Schema& schema, base::Date date);

}  // namespace minqing::report
