// SPDX-License-Identifier: MIT
// When a limit ends. The day of the event is day 0 (Civil Code art. 201) and a period ends with its
// last day (art. 203):
//
//   working days    2026-02-13 + 5wd = 2026-02-27   (02-14 is worked, 02-15 to 02-23 are free)
//   calendar days   2026-08-03 + 60d = 2026-10-02, rolled to 2026-10-08
//   clock hours     2026-03-06 16:00 + 24h = 2026-03-07 16:00, rest days included
//   working hours   2026-03-06 16:00 + 8wh = 2026-03-09 17:30, inside office hours only
//
// A start whose time of day is not known is taken as late as it can have been, so that nobody is
// called late who was not: clock hours run from 24:00 of that day, working hours from the close of
// business. Seconds are rounded up to the next minute for the same reason.
//
// Pure functions: no clock and no file.

#pragma once

#include <compare>
#include <optional>
#include <string>

#include "lib/base/text.hpp"
#include "lib/base/time.hpp"
#include "lib/calendar/calendar.hpp"
#include "lib/calendar/limit.hpp"
#include "lib/calendar/office_hours.hpp"

namespace minqing::calendar {

/// What the law leaves to the office.
struct Rules {
  /// A limit in calendar days that ends on a rest day ends on the next working day (顺延). Civil
  /// Code art. 203, applied to an office's own duty by analogy.
  bool roll = true;
  /// Receipt on a rest day or at closing time or later counts as receipt on the next working day,
  /// which is then day 0. Concerns limits in days; hours begin to run by themselves when they can.
  bool deem_next_workday = false;
  OfficeHours hours;

  bool operator==(const Rules&) const = default;
};

struct Due {
  base::Date on;
  /// Minute of the day for limits in hours, 1..1440: midnight is 24:00 of the day that ends. Limits
  /// in days end with the day and have none.
  std::optional<int> minute;
  /// A day that decides the result lies in a year without data; Monday to Friday were counted
  /// there.
  bool provisional = false;
  /// The end before it was rolled forward; equal to `on` when it was not.
  base::Date unrolled;

  bool rolled() const { return on != unrolled; }
  bool operator==(const Due&) const = default;
  /// By the time that runs out first; a day without a minute ends at 24:00.
  std::strong_ordering operator<=>(const Due& other) const;
};

/// `limit.amount` is 1..Limit::kMax.
Due due_date(const Calendar& calendar, const base::Moment& start, const Limit& limit,
             const Rules& rules);

/// True when `now` certainly lies after the end: on the last day itself, a limit in days has not
/// passed, and neither has one in hours when the time of `now` is not known.
bool has_passed(const Due& due, const base::Moment& now);

/// `2026-02-27`, `2026-03-07 16:00`, `2026-03-07 24:00`
std::string to_string(const Due& due);
/// `2026-10-08（自2026-10-02顺延）`, `2027-01-04（暂定）`
base::Text to_text(const Due& due);

}  // namespace minqing::calendar
