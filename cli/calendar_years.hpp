// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "lib/calendar/calendar.hpp"

namespace minqing::cli {

/// A larger file is no calendar.
inline constexpr std::uint64_t kMaxCalendar = 16 << 20;

/// The years that a calendar knows: `2007–2026`; `—` when it knows none.
std::string years_of(const calendar::Calendar& calendar);

}  // namespace minqing::cli
