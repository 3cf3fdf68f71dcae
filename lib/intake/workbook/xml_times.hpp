// SPDX-License-Identifier: MIT
// Dates, times and durations as XML Schema writes them: in OpenDocument, and in strict OOXML.

#pragma once

#include <string>
#include <string_view>

namespace minqing::intake {

/// `2026-11-22`, `2026-11-22T09:30:00.5` as a date cell holds it, rounded to the second, with a
/// time of day; empty when it is no date.
std::string xml_date(std::string_view words);
/// `PT09H30M00S` as `09:30:00`; empty when it is no duration.
std::string xml_duration(std::string_view words);
/// Any of them, as the cells of type `d` hold: a date alone stays one, and `09:29:59.9999997` is
/// `09:30:00`, for Excel writes the fraction of a day with all its figures. Empty for other words.
std::string xml_date_or_time(std::string_view words);

}  // namespace minqing::intake
