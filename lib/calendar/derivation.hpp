// SPDX-License-Identifier: MIT
// How a deadline came about, day by day, so that everybody concerned can count along. due_date is
// the last line of this derivation; there is no second way of counting.

#pragma once

#include <string>
#include <vector>

#include "lib/base/text.hpp"
#include "lib/base/time.hpp"
#include "lib/calendar/calendar.hpp"
#include "lib/calendar/due.hpp"
#include "lib/calendar/limit.hpp"

namespace minqing::calendar {

/// The part a day plays in the count.
enum class Role {
  received,     ///< received here, deemed received on a later day
  start,        ///< day 0
  counted,      ///< counts as a day, or gives minutes
  passed_over,  ///< does not count
  rolled_over,  ///< a rest day between the end by the count and the day it is rolled to
  rolled_to     ///< the working day on which the rolled limit ends
};

struct Step {
  Day day;  ///< its name is valid as long as the calendar
  Role role = Role::counted;
  int number = 0;   ///< limits in days: 1 for the first day counted; else 0
  int minutes = 0;  ///< limits in hours: how many minutes of this day were counted
};

struct Derivation {
  base::Moment start;
  Limit limit;
  Due due;
  std::vector<Step> steps;  ///< every day from receipt to the end, ascending
};

/// `limit.amount` is 1..Limit::kMax. What is provisional about the result is said in `due` and by
/// the days that are not known.
Derivation derive(const Calendar& calendar, const base::Moment& start, const Limit& limit,
                  const Rules& rules);

/// The part of the day in words: `起算日，不计入`, `第3个工作日`, `不计`, `计1小时30分`.
base::Text describe(const Step& step, const Limit& limit);

/// One line a day, `2026-02-14  周六  调休上班（春节）  第1个工作日`, and the end as the last line,
/// `到期：2026-02-27  周五`.
std::vector<base::Text> to_lines(const Derivation& derivation);

}  // namespace minqing::calendar
