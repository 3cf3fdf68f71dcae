// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "lib/calendar/calendar.hpp"

namespace minqing::cli {

/// The years that a calendar knows: `2007–2026`; `—` when it knows none.
std::string years_of(const calendar::Calendar& calendar);

}  // namespace minqing::cli
