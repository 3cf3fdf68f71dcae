// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "lib/calendar/calendar.hpp"

namespace minqing::calendar {

/// The first year from this one on that should be known by now and is not: this year always, the
/// next from November on, when the State Council's notice for it usually is out.
std::optional<int> missing_year(const Calendar& calendar, base::Date today);

}  // namespace minqing::calendar
