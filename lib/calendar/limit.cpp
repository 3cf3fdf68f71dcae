// SPDX-License-Identifier: MIT

#include "lib/calendar/limit.hpp"

#include <algorithm>
#include <array>

#include "lib/base/utf8.hpp"
#include "lib/calendar/chinese_number.hpp"

namespace minqing::calendar {
namespace {

constexpr int kDaysPerWeek = 7;

struct Unit {
  std::string_view word;  ///< folded, without a leading 个
  LimitClock clock;
  int times = 1;
};

constexpr std::array kUnits = {
    Unit{"d", LimitClock::calendar_day},
    Unit{"wd", LimitClock::working_day},
    Unit{"h", LimitClock::clock_hour},
    Unit{"wh", LimitClock::working_hour},
    Unit{"日", LimitClock::calendar_day},
    Unit{"天", LimitClock::calendar_day},
    Unit{"自然日", LimitClock::calendar_day},
    Unit{"自然天", LimitClock::calendar_day},
    Unit{"日历日", LimitClock::calendar_day},
    Unit{"日历天", LimitClock::calendar_day},
    Unit{"周", LimitClock::calendar_day, kDaysPerWeek},
    Unit{"星期", LimitClock::calendar_day, kDaysPerWeek},
    Unit{"工作日", LimitClock::working_day},
    Unit{"工作天", LimitClock::working_day},
    Unit{"小时", LimitClock::clock_hour},
    Unit{"钟头", LimitClock::clock_hour},
    Unit{"紧急工作时", LimitClock::clock_hour},
    Unit{"紧急工作小时", LimitClock::clock_hour},
    Unit{"工作时", LimitClock::working_hour},
    Unit{"工作小时", LimitClock::working_hour},
    Unit{"day", LimitClock::calendar_day},
    Unit{"days", LimitClock::calendar_day},
    Unit{"calendarday", LimitClock::calendar_day},
    Unit{"calendardays", LimitClock::calendar_day},
    Unit{"week", LimitClock::calendar_day, kDaysPerWeek},
    Unit{"weeks", LimitClock::calendar_day, kDaysPerWeek},
    Unit{"workingday", LimitClock::working_day},
    Unit{"workingdays", LimitClock::working_day},
    Unit{"hour", LimitClock::clock_hour},
    Unit{"hours", LimitClock::clock_hour},
    Unit{"workinghour", LimitClock::working_hour},
    Unit{"workinghours", LimitClock::working_hour},
};

const Unit* find_unit(std::string_view word) {
  const auto unit = std::find_if(kUnits.begin(), kUnits.end(),
                                 [word](const Unit& known) { return known.word == word; });
  return unit == kUnits.end() ? nullptr : &*unit;
}

void drop_prefix(std::string_view& words, std::string_view prefix) {
  if (base::starts_with(words, prefix)) words.remove_prefix(prefix.size());
}

void drop_closing_word(std::string_view& words) {
  for (const std::string_view closing : {"以内", "之内", "内"}) {
    if (!base::ends_with(words, closing)) continue;
    words.remove_suffix(closing.size());
    return;
  }
}

}  // namespace

std::optional<Limit> parse_limit(std::string_view words) {
  if (!base::is_valid_utf8(words)) return std::nullopt;
  const std::string folded = base::fold(words);
  std::string_view rest = folded;
  drop_closing_word(rest);
  const auto amount = take_number(rest, Limit::kMax);
  drop_prefix(rest, "个");
  const Unit* unit = find_unit(rest);
  if (!amount || *amount == 0 || unit == nullptr) return std::nullopt;
  if (*amount * unit->times > Limit::kMax) return std::nullopt;
  return Limit{*amount * unit->times, unit->clock};
}

std::string to_string(const Limit& limit) {
  constexpr std::array<std::string_view, 4> kSuffixes = {"d", "wd", "h", "wh"};
  return fmt::format("{}{}", limit.amount, kSuffixes[static_cast<std::size_t>(limit.clock)]);
}

base::Text to_text(const Limit& limit) {
  const std::string_view s = limit.amount == 1 ? "" : "s";
  switch (limit.clock) {
    case LimitClock::calendar_day:
      return {fmt::format("{}日", limit.amount), fmt::format("{} day{}", limit.amount, s)};
    case LimitClock::working_day:
      return {fmt::format("{}个工作日", limit.amount),
              fmt::format("{} working day{}", limit.amount, s)};
    case LimitClock::clock_hour:
      return {fmt::format("{}小时", limit.amount), fmt::format("{} hour{}", limit.amount, s)};
    case LimitClock::working_hour:
      return {fmt::format("{}个工作时", limit.amount),
              fmt::format("{} working hour{}", limit.amount, s)};
  }
  return {};
}

}  // namespace minqing::calendar
