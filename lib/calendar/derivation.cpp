// SPDX-License-Identifier: MIT

#include "lib/calendar/derivation.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace minqing::calendar {
namespace {

using base::Date;
using base::Moment;

constexpr int kSecondsPerMinute = 60;
constexpr std::size_t kUsualDays = 32;  // most limits end within a month

bool has_time(const Moment& moment) { return moment.second != Moment::kUnknown; }

int minute_rounded_up(const Moment& moment) {
  return (moment.second + kSecondsPerMinute - 1) / kSecondsPerMinute;
}

// Walks over the days once, writing down each and noticing when an answer was a guess.
class Count {
 public:
  Count(const Calendar& calendar, const Moment& start, const Limit& limit, const Rules& rules)
      : calendar_(calendar), rules_(rules), derivation_{start, limit, {}, {}} {
    derivation_.steps.reserve(kUsualDays);
  }

  Derivation run() {
    switch (derivation_.limit.clock) {
      case LimitClock::calendar_day:
        count_calendar_days();
        break;
      case LimitClock::working_day:
        count_working_days();
        break;
      case LimitClock::clock_hour:
        count_clock_hours();
        break;
      case LimitClock::working_hour:
        count_working_hours();
        break;
    }
    return std::move(derivation_);
  }

 private:
  int amount() const { return static_cast<int>(derivation_.limit.amount); }
  const Moment& start() const { return derivation_.start; }

  void write_down(Date date, Role role, int number = 0, int minutes = 0) {
    derivation_.steps.push_back({calendar_.day(date), role, number, minutes});
  }

  /// Asks the calendar where the answer decides the result.
  bool is_working_day(Date date) {
    if (!calendar_.knows(date)) derivation_.due.provisional = true;
    return calendar_.is_working_day(date);
  }

  void end_on(Date date) { derivation_.due.on = derivation_.due.unrolled = date; }

  void end_at(Date date, int minute) {
    end_on(date);
    derivation_.due.minute = minute;
  }

  bool comes_after_work() {
    const bool closed = has_time(start()) && minute_rounded_up(start()) >= rules_.hours.closes_at();
    return closed || !is_working_day(start().date);
  }

  /// Day 0, by the rules the day of receipt or the working day after it.
  Date begin_with_day_zero() {
    Date date = start().date;
    if (rules_.deem_next_workday && comes_after_work()) {
      write_down(date, Role::received);
      for (date = date + 1; !is_working_day(date); date = date + 1) {
        write_down(date, Role::passed_over);
      }
    }
    write_down(date, Role::start);
    return date;
  }

  void count_calendar_days() {
    const Date day_zero = begin_with_day_zero();
    for (int number = 1; number <= amount(); ++number) {
      write_down(day_zero + number, Role::counted, number);
    }
    end_on(day_zero + amount());
    if (rules_.roll) roll_forward();
  }

  void roll_forward() {
    Date date = derivation_.due.unrolled;
    if (is_working_day(date)) return;
    for (date = date + 1; !is_working_day(date); date = date + 1) {
      write_down(date, Role::rolled_over);
    }
    write_down(date, Role::rolled_to);
    derivation_.due.on = date;
  }

  void count_working_days() {
    Date date = begin_with_day_zero();
    for (int number = 0; number < amount();) {
      date = date + 1;
      if (is_working_day(date)) {
        write_down(date, Role::counted, ++number);
      } else {
        write_down(date, Role::passed_over);
      }
    }
    end_on(date);
  }

  void count_clock_hours() {
    Date date = start().date;
    int from = has_time(start()) ? minute_rounded_up(start()) : kMinutesPerDay;
    int left = amount() * kMinutesPerHour;
    for (Role role = Role::start;; role = Role::counted) {
      const int minutes = std::min(left, kMinutesPerDay - from);
      write_down(date, role, 0, minutes);
      left -= minutes;
      if (left == 0) return end_at(date, from + minutes);
      date = date + 1;
      from = 0;
    }
  }

  void count_working_hours() {
    Date date = start().date;
    int from = has_time(start()) ? minute_rounded_up(start()) : kMinutesPerDay;
    int left = amount() * kMinutesPerHour;
    for (bool first = true;; first = false) {
      const bool works = is_working_day(date);
      const int before = left;
      const int end = works ? use_office_hours(from, left) : 0;
      const Role role = first ? Role::start : works ? Role::counted : Role::passed_over;
      write_down(date, role, 0, before - left);
      if (left == 0) return end_at(date, end);
      date = date + 1;
      from = 0;
    }
  }

  /// Takes minutes of one working day, not before `from`, off `left`; returns where it stopped.
  int use_office_hours(int from, int& left) const {
    int minute = from;
    for (const Span& span : rules_.hours.spans()) {
      const int begin = std::max(span.from, from);
      if (begin >= span.to) continue;
      const int minutes = std::min(left, span.to - begin);
      left -= minutes;
      minute = begin + minutes;
      if (left == 0) break;
    }
    return minute;
  }

  const Calendar& calendar_;
  const Rules& rules_;
  Derivation derivation_;
};

}  // namespace

Derivation derive(const Calendar& calendar, const Moment& start, const Limit& limit,
                  const Rules& rules) {
  assert(limit.amount >= 1 && limit.amount <= Limit::kMax);
  return Count(calendar, start, limit, rules).run();
}

}  // namespace minqing::calendar
