// SPDX-License-Identifier: MIT

#include "lib/calendar/due.hpp"

#include <tuple>

#include "lib/calendar/derivation.hpp"

namespace minqing::calendar {
namespace {

using base::text;

constexpr int kSecondsOfMinute = 60;

// The fields in the order in which they decide between two ends.
auto sort_key(const Due& due) {
  return std::tuple(due.on, due.minute.value_or(kMinutesPerDay), due.minute.has_value(),
                    due.unrolled, due.provisional);
}

}  // namespace

std::strong_ordering Due::operator<=>(const Due& other) const {
  return sort_key(*this) <=> sort_key(other);
}

Due due_date(const Calendar& calendar, const base::Moment& start, const Limit& limit,
             const Rules& rules) {
  return derive(calendar, start, limit, rules).due;
}

bool has_passed(const Due& due, const base::Moment& now) {
  if (now.date != due.on) return due.on < now.date;
  if (!due.minute || now.second == base::Moment::kUnknown) return false;
  return now.second > *due.minute * kSecondsOfMinute;
}

std::string to_string(const Due& due) {
  if (!due.minute) return base::to_string(due.on);
  return base::to_string(due.on) + " " + minute_name(*due.minute);
}

base::Text to_text(const Due& due) {
  const std::string end = to_string(due);
  if (!due.rolled() && !due.provisional) return base::same(end);
  if (!due.rolled()) return text("{}（暂定）", "{} (provisional)", end);
  const std::string unrolled = base::to_string(due.unrolled);
  if (!due.provisional) return text("{}（自{}顺延）", "{} (rolled from {})", end, unrolled);
  return text("{}（自{}顺延，暂定）", "{} (rolled from {}, provisional)", end, unrolled);
}

}  // namespace minqing::calendar
