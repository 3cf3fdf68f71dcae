// SPDX-License-Identifier: MIT
#include "lib/calendar/missing_year.hpp"

namespace minqing::calendar {

namespace {

constexpr int kNoticeMonth = 11;

}  // namespace

std::optional<int> missing_year(const Calendar& calendar, base::Date today) {
  const int year = base::year_of(today);
  if (!calendar.has_year(year)) return year;
  const bool is_time = today >= *base::make_date(year, kNoticeMonth, 1);
  if (is_time && !calendar.has_year(year + 1)) return year + 1;
  return std::nullopt;
}

}  // namespace minqing::calendar
