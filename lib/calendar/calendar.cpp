// SPDX-License-Identifier: MIT

#include "lib/calendar/calendar.hpp"

#include <algorithm>
#include <utility>

#include "lib/base/error.hpp"
#include "lib/calendar/row_check.hpp"

namespace minqing::calendar {
namespace {

// Marks of a day in the table.
constexpr std::uint8_t kWorked = 1;
constexpr std::uint8_t kKnown = 2;
constexpr std::uint8_t kListed = 4;

constexpr int kFriday = 5;

std::uint8_t ordinary_marks(int weekday) { return weekday <= kFriday ? kWorked : 0; }

std::uint8_t listed_marks(DayKind kind) {
  return kind == DayKind::makeup_workday ? kListed | kKnown | kWorked : kListed | kKnown;
}

base::Date first_of(int year) { return *base::make_date(year, 1, 1); }

base::Date last_of(int year) { return *base::make_date(year, 12, 31); }

std::vector<CalendarRow> checked(std::vector<CalendarRow> rows) {
  std::vector<base::Problem> problems;
  RowCheck check(problems);
  for (const CalendarRow& row : rows) check.see(row, {});
  if (!problems.empty()) throw base::Rejected(std::move(problems));
  return rows;
}

}  // namespace

Calendar::Calendar(std::vector<CalendarRow> rows) : Calendar(Checked{}, checked(std::move(rows))) {}

Calendar::Calendar(Checked, std::vector<CalendarRow> rows) : rows_(std::move(rows)) {
  if (!rows_.empty()) fill_table();
}

void Calendar::fill_table() {
  const int first_year = base::year_of(rows_.front().date);
  const int last_year = base::year_of(rows_.back().date);
  table_begin_ = first_of(first_year);
  table_.resize(static_cast<std::size_t>(last_of(last_year) - table_begin_ + 1));
  int weekday = base::weekday(table_begin_);
  for (std::uint8_t& marks : table_) {
    marks = ordinary_marks(weekday);
    weekday = weekday == 7 ? 1 : weekday + 1;
  }
  for (const CalendarRow& row : rows_) {
    table_[static_cast<std::size_t>(row.date - table_begin_)] = listed_marks(row.kind);
  }
  for (int year = first_year; year <= last_year; ++year) {
    if (!has_year(year)) continue;
    const auto begin = table_.begin() + (first_of(year) - table_begin_);
    const auto end = table_.begin() + (last_of(year) - table_begin_ + 1);
    std::for_each(begin, end, [](std::uint8_t& marks) { marks |= kKnown; });
  }
}

std::uint8_t Calendar::marks(base::Date date) const {
  const auto index = std::int64_t{date.days} - table_begin_.days;
  if (index < 0 || index >= static_cast<std::int64_t>(table_.size())) {
    return ordinary_marks(base::weekday(date));
  }
  return table_[static_cast<std::size_t>(index)];
}

bool Calendar::has_year(int year) const {
  const auto national_day = base::make_date(year, 10, 1);
  if (!national_day) return false;
  for (int offset = 0; offset < 3; ++offset) {
    const std::uint8_t found = marks(*national_day + offset);
    if ((found & kListed) != 0 && (found & kWorked) == 0) return true;
  }
  return false;
}

std::vector<YearRange> Calendar::years() const {
  std::vector<YearRange> ranges;
  if (rows_.empty()) return ranges;
  const int last_year = base::year_of(rows_.back().date);
  for (int year = base::year_of(rows_.front().date); year <= last_year; ++year) {
    if (!has_year(year)) continue;
    if (!ranges.empty() && ranges.back().last == year - 1) {
      ranges.back().last = year;
    } else {
      ranges.push_back({year, year});
    }
  }
  return ranges;
}

bool Calendar::knows(base::Date date) const { return (marks(date) & kKnown) != 0; }

bool Calendar::is_working_day(base::Date date) const { return (marks(date) & kWorked) != 0; }

Day Calendar::day(base::Date date) const {
  const std::uint8_t found = marks(date);
  const bool known = (found & kKnown) != 0;
  if ((found & kListed) == 0) {
    const auto kind = (found & kWorked) != 0 ? DayKind::working_day : DayKind::weekend;
    return {date, kind, known, {}};
  }
  const auto row = std::lower_bound(
      rows_.begin(), rows_.end(), date,
      [](const CalendarRow& listed, base::Date sought) { return listed.date < sought; });
  return {date, row->kind, known, row->name};
}

DayFound Calendar::next_working_day(base::Date date) const {
  bool provisional = false;
  do {
    date = date + 1;
    provisional = provisional || !knows(date);
  } while (!is_working_day(date));
  return {date, provisional};
}

DayCount Calendar::working_days_between(base::Date a, base::Date b) const {
  if (b < a) {
    const DayCount backwards = working_days_between(b, a);
    return {-backwards.days, backwards.provisional};
  }
  DayCount count;
  for (base::Date date = a + 1; date <= b; date = date + 1) {
    const std::uint8_t found = marks(date);
    count.days += (found & kWorked) != 0 ? 1 : 0;
    count.provisional = count.provisional || (found & kKnown) == 0;
  }
  return count;
}

}  // namespace minqing::calendar
