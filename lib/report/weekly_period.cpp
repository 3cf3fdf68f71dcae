// SPDX-License-Identifier: MIT
#include "lib/report/weekly_period.hpp"

namespace minqing::report {

namespace {

constexpr int kDaysOfWeek = 7;

}  // namespace

base::Period week_containing(base::Date date, int week_start) {
  const int passed = (base::weekday(date) - week_start + kDaysOfWeek) % kDaysOfWeek;
  return {date - passed, date - passed + kDaysOfWeek};
}

base::Period week_period(const schema::Schema& schema, base::Date date) {
  return week_containing(date, schema.bulletin.week_start);
}

}  // namespace minqing::report
