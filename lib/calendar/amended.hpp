// SPDX-License-Identifier: MIT
// A calendar that grows: the notice for a year comes late in the year before, and a township may
// have a day of its own.

#pragma once

#include "lib/calendar/calendar.hpp"

namespace minqing::calendar {

/// `base` with the rows of `news`: a day that both name is as `news` has it.
Calendar amended(const Calendar& base, const Calendar& news);

}  // namespace minqing::calendar
