// SPDX-License-Identifier: MIT
// The calendar that is shipped, read once for all tests of this room.

#pragma once

#include <string_view>

#include "lib/base/file.hpp"
#include "lib/base/time.hpp"
#include "lib/calendar/calendar.hpp"

namespace minqing::calendar {

inline constexpr const char* kShippedFile = MINQING_SOURCE_DIR "/schemas/calendar/cn-holidays.csv";

inline const Calendar& shipped() {
  static const Calendar calendar =
      Calendar::parse(base::read_file(kShippedFile, 1 << 20), kShippedFile);
  return calendar;
}

/// A date the test wrote itself.
inline base::Date on(std::string_view iso) { return base::parse_iso_date(iso).value(); }

}  // namespace minqing::calendar
