// SPDX-License-Identifier: MIT
#include "lib/casework/deadline.hpp"

#include <algorithm>

namespace minqing::casework {

namespace {

/// The last working day from which `reserve` leads to `day` or before it.
base::Date days_before(const calendar::Calendar& calendar, base::Date day,
                       const calendar::Limit& reserve) {
  const int amount = static_cast<int>(reserve.amount);
  if (reserve.clock == calendar::LimitClock::calendar_day) return day - amount;
  base::Date out = day;
  // Hours of reserve are less than a day's work; the day before is safe.
  int left = reserve.clock == calendar::LimitClock::working_day ? amount : 1;
  while (left > 0) {
    out = out - 1;
    if (calendar.is_working_day(out)) --left;
  }
  return out;
}

const schema::Source* source_of(const Case& c) {
  const auto& source = c.issue->particulars.source;
  return source ? c.schema().match_source(*source) : nullptr;
}

}  // namespace

base::Moment clock_start(const Case& c) {
  return c.schema().limits.starts == schema::ClockStart::assigned ? c.at()
                                                                  : c.issue->round().opened_at;
}

schema::Schema::Chosen limit_of_round(const Case& c) {
  const Particulars& of = c.issue->particulars;
  return c.schema().handling_limit(of.nature, id_of(of.urgency), of.category);
}

DueBy due_by(const Case& c, const schema::Schema::Chosen& chosen, const base::Moment& start) {
  DueBy out;
  out.limit = chosen.limit;
  out.limit_rule = chosen.rule;
  out.clock_start = start;
  const calendar::Due due =
      calendar::due_date(c.rules.calendar, start, chosen.limit, c.schema().limits.counting);
  out.due_on = due.on;
  if (due.minute) out.due_minute = *due.minute;
  if (due.unrolled != due.on) out.unrolled_on = due.unrolled;
  out.provisional = due.provisional;
  return out;
}

DueBy with_source_deadline(const Case& c, DueBy own, std::optional<base::Date> source_due_on) {
  own.own_due_on.reset();
  own.source_due_on.reset();
  own.reserve.reset();
  if (!source_due_on) return own;
  base::Date latest = *source_due_on;
  own.source_due_on = source_due_on;
  own.own_due_on = own.due_on;
  if (const schema::Source* source = source_of(c); source && source->reserve) {
    own.reserve = source->reserve;
    latest = days_before(c.rules.calendar, latest, *source->reserve);
  }
  // Somebody who is handed a matter today cannot be late for yesterday.
  latest = std::max(latest, own.clock_start.date);
  if (latest < own.due_on) {
    own.due_on = latest;
    own.due_minute.reset();
    own.unrolled_on.reset();
    own.provisional = false;
  }
  return own;
}

DueBy due_after_pause(const Case& c, const DueBy& before, base::Date stopped,
                      const base::Moment& resumed) {
  DueBy out = before;
  if (before.due_on < stopped) return out;
  const bool by_calendar =
      before.limit && before.limit->clock == calendar::LimitClock::calendar_day;
  const int left = by_calendar ? before.due_on - stopped
                               : c.calendar().working_days_between(stopped, before.due_on).days;
  calendar::Due due{.on = resumed.date, .minute = {}, .unrolled = resumed.date};
  if (left > 0) {
    const calendar::Limit rest{
        left, by_calendar ? calendar::LimitClock::calendar_day : calendar::LimitClock::working_day};
    due = calendar::due_date(c.rules.calendar, resumed, rest, c.schema().limits.counting);
  }
  out.due_on = due.on;
  out.provisional = due.provisional;
  out.unrolled_on.reset();
  if (due.unrolled != due.on) out.unrolled_on = due.unrolled;
  return out;
}

std::optional<DueBy> due_under(const schema::Schema& schema, const calendar::Calendar& calendar,
                               const Issue& issue) {
  const Assignment* held = issue.assignment();
  if (!held || held->ended_at || !held->due.provisional || !held->due.limit) return std::nullopt;
  // An extended or resumed deadline is a day that somebody named or that was counted since.
  if (!held->due_changes.empty()) return std::nullopt;
  static const Roster nobody;
  const Rules rules{schema, calendar, nobody};
  const Books books;
  const Circumstances now;
  const Case c{rules, &issue, books, now};
  DueBy due = due_by(c, {*held->due.limit, held->due.limit_rule}, held->due.clock_start);
  due = with_source_deadline(c, std::move(due), issue.particulars.source_due_on);
  if (due == held->due) return std::nullopt;
  return due;
}

}  // namespace minqing::casework
