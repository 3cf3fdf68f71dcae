// SPDX-License-Identifier: MIT

#include "lib/calendar/row_check.hpp"

#include <algorithm>

namespace minqing::calendar {
namespace {

using base::text;

// Such a name would not survive the file format or would disturb a terminal.
bool fits_a_cell(const std::string& name) {
  return !name.empty() && std::none_of(name.begin(), name.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f || c == ',' || c == '"';
  });
}

bool is_weekend(base::Date date) { return base::weekday(date) >= 6; }

}  // namespace

void RowCheck::see(const CalendarRow& row, const base::Place& place) {
  see_order(row.date, place);
  if (!fits_a_cell(row.name)) {
    problems_.push_back({place, "name",
                         text("{} 的节日名称为空，或含有逗号、引号、控制字符",
                              "{} has an empty holiday name, or one with a comma, a quotation mark "
                              "or a control character",
                              base::to_string(row.date)),
                         text("填写节日名称，如 春节", "write the holiday's name, such as 春节")});
  }
  if (row.kind == DayKind::makeup_workday && !is_weekend(row.date)) {
    problems_.push_back({place, "kind",
                         text("{} 是{}，调休上班日只能是周六或周日",
                              "{} is a {}; a make-up working day falls on a Saturday or Sunday",
                              base::to_string(row.date), weekday_name(row.date)),
                         text("核对放假通知；平常的工作日不必列出",
                              "check the notice; ordinary working days need no row")});
  }
}

void RowCheck::see_order(base::Date date, const base::Place& place) {
  if (latest_ && date <= *latest_) {
    const auto reason = date == *latest_
                            ? text("日期 {} 重复", "date {} stands twice", base::to_string(date))
                            : text("日期 {} 排在 {} 之后", "date {} stands after {}",
                                   base::to_string(date), base::to_string(*latest_));
    problems_.push_back({place, "date", reason,
                         text("每天一行，按日期从早到晚排列", "one row a day, earliest first")});
    return;
  }
  latest_ = date;
}

}  // namespace minqing::calendar
