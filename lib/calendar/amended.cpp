// SPDX-License-Identifier: MIT
#include "lib/calendar/amended.hpp"

#include <map>

namespace minqing::calendar {

Calendar amended(const Calendar& base, const Calendar& news) {
  std::map<base::Date, CalendarRow> rows;
  for (const CalendarRow& row : base.rows()) rows.insert_or_assign(row.date, row);
  for (const CalendarRow& row : news.rows()) rows.insert_or_assign(row.date, row);
  std::vector<CalendarRow> all;
  for (auto& [date, row] : rows) all.push_back(std::move(row));
  return Calendar(std::move(all));
}

}  // namespace minqing::calendar
