// SPDX-License-Identifier: MIT
// Questions about the past: what had happened before a day began. Shared by the files that count.

#pragma once

#include <optional>

#include "lib/base/time.hpp"
#include "lib/calendar/due.hpp"
#include "lib/casework/issue.hpp"

namespace minqing::report {

inline bool happened(const base::Moment& at, base::Date before) { return at.date < before; }
inline bool happened(const std::optional<base::Moment>& at, base::Date before) {
  return at && at->date < before;
}
inline bool falls_in(const base::Moment& at, base::Period period) {
  return period.contains(at.date);
}
inline bool falls_in(const std::optional<base::Moment>& at, base::Period period) {
  return at && period.contains(at->date);
}

/// Returned by the unit or recalled by the office: nobody holds it until the next hand-over.
inline bool is_given_back(const casework::Assignment& assignment) {
  return assignment.ended_at &&
         (assignment.ended_by == "returned" || assignment.ended_by == "recalled");
}

/// The last hand-over of the round before that day; null when there was none, or when it was given
/// back by then.
inline const casework::Assignment* holder_before(const casework::Round& round, base::Date before) {
  const casework::Assignment* holder = nullptr;
  for (const casework::Assignment& assignment : round.assignments) {
    if (happened(assignment.assigned_at, before)) holder = &assignment;
  }
  if (holder && is_given_back(*holder) && happened(holder->ended_at, before)) return nullptr;
  return holder;
}

/// The clock stood still when that day began (挂账).
inline bool is_paused_before(const casework::Round& round, base::Date before) {
  for (const casework::Pause& pause : round.pauses) {
    if (happened(pause.from, before) && !happened(pause.to, before)) return true;
  }
  return false;
}

inline calendar::Due due_of(const casework::Assignment& assignment) {
  calendar::Due due;
  due.on = assignment.due.due_on;
  if (assignment.due.due_minute) due.minute = static_cast<int>(*assignment.due.due_minute);
  due.provisional = assignment.due.provisional;
  due.unrolled = assignment.due.unrolled_on.value_or(due.on);
  return due;
}

}  // namespace minqing::report
