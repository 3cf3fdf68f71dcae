// SPDX-License-Identifier: MIT
// A derivation in words.

#include <algorithm>

#include "lib/base/utf8.hpp"
#include "lib/calendar/derivation.hpp"

namespace minqing::calendar {
namespace {

using base::Text;
using base::text;

Text duration(int minutes) {
  const int hours = minutes / kMinutesPerHour;
  const int rest = minutes % kMinutesPerHour;
  if (rest == 0) return text("{}小时", "{} h", hours);
  if (hours == 0) return text("{}分", "{} min", rest);
  return text("{}小时{}分", "{} h {} min", hours, rest);
}

Text day_zero(const Step& step, const Limit& limit) {
  if (!counts_hours(limit.clock)) return text("起算日，不计入", "day 0, not counted");
  if (step.minutes == 0) return text("起算日，不计时", "start, no time counted");
  return text("起算日，计{}", "start, {} counted", duration(step.minutes));
}

Text counted(const Step& step, const Limit& limit) {
  if (counts_hours(limit.clock)) return text("计{}", "{} counted", duration(step.minutes));
  if (limit.clock == LimitClock::calendar_day) return text("第{}日", "day {}", step.number);
  return text("第{}个工作日", "working day {}", step.number);
}

Text padded(const Text& cell, const Text& widest) {
  return {base::pad_right(cell.zh, base::display_width(widest.zh)),
          base::pad_right(cell.en, base::display_width(widest.en))};
}

// The widest description in each language, so that the column after it stands straight.
Text widest_day(const std::vector<Step>& steps) {
  Text widest;
  for (const Step& step : steps) {
    const Text words = describe(step.day);
    if (base::display_width(words.zh) > base::display_width(widest.zh)) widest.zh = words.zh;
    if (base::display_width(words.en) > base::display_width(widest.en)) widest.en = words.en;
  }
  return widest;
}

Text last_line(const Due& due) {
  return text("到期：{}  {}", "due: {}  {}", to_text(due), weekday_name(due.on));
}

}  // namespace

Text describe(const Step& step, const Limit& limit) {
  switch (step.role) {
    case Role::received:
      return text("收到，视为下一工作日收到", "received, deemed received on the next working day");
    case Role::start:
      return day_zero(step, limit);
    case Role::counted:
      return counted(step, limit);
    case Role::passed_over:
      return text("不计", "not counted");
    case Role::rolled_over:
      return text("顺延", "rolled over");
    case Role::rolled_to:
      return text("顺延至此日", "rolled to this day");
  }
  return {};
}

std::vector<Text> to_lines(const Derivation& derivation) {
  std::vector<Text> lines;
  const Text widest = widest_day(derivation.steps);
  for (const Step& step : derivation.steps) {
    lines.push_back(text("{}  {}  {}  {}", "{}  {}  {}  {}", base::to_string(step.day.date),
                         weekday_name(step.day.date), padded(describe(step.day), widest),
                         describe(step, derivation.limit)));
  }
  lines.push_back(last_line(derivation.due));
  return lines;
}

}  // namespace minqing::calendar
