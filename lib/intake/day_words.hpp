// SPDX-License-Identifier: MIT
// Days and periods as they are typed on the command line: the words of the calendar (今天, 上周,
// 月底) and the notations of date_notation.hpp, counted from a given day.

#pragma once

#include <optional>
#include <string_view>

#include "lib/base/time.hpp"

namespace minqing::intake {

/// 今天 昨天 前天 明天 后天 月底 年底 本周三 上周五 周五 …, today, yesterday, tomorrow, month-end.
/// A bare weekday is this week's; weeks begin on Monday.
std::optional<base::Date> parse_day_word(std::string_view text, base::Date today);

/// A day word or a notation of a day; a missing year or month is today's. Nothing for anything
/// else, also for a day with a time.
std::optional<base::Date> parse_day(std::string_view text, base::Date today);

/// 今天 昨天 本周 上周 下周 本月 上月 下月 本季度 上季度 今年 去年 (this-week, last-week, last …),
/// `2026-W12`, `2026-03`, `2026年3月`, `3月`, `2026Q1`, `2026年第一季度`, `2026年`, a day, a range
/// of days (`3月2日-8日`).
std::optional<base::Period> parse_period(std::string_view text, base::Date today);

/// The week, month, quarter and year that hold a day; `shift` counts from there (-1: the one
/// before).
base::Period week_of(base::Date day, int shift = 0);
base::Period month_of(base::Date day, int shift = 0);
base::Period quarter_of(base::Date day, int shift = 0);
base::Period year_period(base::Date day, int shift = 0);

}  // namespace minqing::intake
