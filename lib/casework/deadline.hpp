// SPDX-License-Identifier: MIT
// Deadlines as `decide` derives them: from a limit of the schema, from the sender's deadline, and
// after the clock stood still. Everything a rule yields goes into the event.

#pragma once

#include "lib/casework/decide_parts.hpp"

namespace minqing::casework {

/// Day 0: the hand-over, or the opening of the round where the schema starts the clock there.
base::Moment clock_start(const Case& c);
/// The limit of the schema for this issue, and the rule that gave it.
schema::Schema::Chosen limit_of_round(const Case& c);
/// `chosen` counted from `start`.
DueBy due_by(const Case& c, const schema::Schema::Chosen& chosen, const base::Moment& start);

/// Of a matter that was sent down the earlier of our own day and the sender's deadline less the
/// schema's reserve is due; without such a deadline `own` stands as it is.
DueBy with_source_deadline(const Case& c, DueBy own, std::optional<base::Date> source_due_on);

/// What was left of `before` when the clock stopped, counted from `resumed` on. A deadline that had
/// passed by then stays: a breach is not mended by a pause. Limits of days count in days of their
/// own kind, dates given outright in working days.
DueBy due_after_pause(const Case& c, const DueBy& before, base::Date stopped,
                      const base::Moment& resumed);

}  // namespace minqing::casework
