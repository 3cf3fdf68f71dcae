// SPDX-License-Identifier: MIT
// Dates that a spreadsheet stores as a number of days: 46348 is 2026-11-22. Two systems are in use,
// from 1900 (with the day 1900-02-29 that never was, serial 60) and from 1904.

#pragma once

#include <optional>
#include <string>

#include "lib/base/time.hpp"

namespace minqing::intake {

/// Whole days of a serial; nothing for 0 and 60 of the 1900 system, below 0 and after 9999-12-31.
std::optional<base::Date> date_of_serial(std::int64_t serial, bool date1904);

/// What a number shows under a date format: `2026-11-22T09:30:00`, or `09:30:00` for a number below
/// one in the 1900 system; rounded to the second. Nothing when it is no date.
std::optional<std::string> text_of_serial(double serial, bool date1904);

/// What a number shows under a format for elapsed time ([h]:mm): `09:30:00`, `10 days, 15:10:10`.
/// Nothing when it is negative or above 10,000 years.
std::optional<std::string> text_of_duration(double days);

}  // namespace minqing::intake
