// SPDX-License-Identifier: MIT
// A time limit: an amount on one of the four clocks of the trade (glossary §5).
//
//   5wd   working days     5个工作日
//   15d   calendar days    15日
//   24h   clock hours      24小时      round the clock (紧急工作时)
//   8wh   working hours    8个工作时   inside office hours

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lib/base/text.hpp"

namespace minqing::calendar {

enum class LimitClock { calendar_day, working_day, clock_hour, working_hour };

/// True for the clocks that end at a minute and not with a day.
inline bool counts_hours(LimitClock clock) {
  return clock == LimitClock::clock_hour || clock == LimitClock::working_hour;
}

struct Limit {
  /// The largest amount: more than any limit in law, small enough that counting it is no burden.
  static constexpr std::int64_t kMax = 9999;

  std::int64_t amount = 1;  ///< 1..kMax
  LimitClock clock = LimitClock::working_day;

  bool operator==(const Limit&) const = default;
};
/// The parts, for base/packed.hpp.
template <class Io>
void describe(Io& io, Limit& v) {
  io("amount", v.amount);
  io("clock", v.clock);
}
constexpr LimitClock last_of(LimitClock) { return LimitClock::working_hour; }

/// Reads the short form and what people write: `5wd`, `5个工作日`, `5工作天`, `五个工作日内`,
/// `15日`, `15天`, `１５个自然日`, `一周` (7 calendar days), `24小时`, `8个工作时`, `8工作小时`, `5
/// working days`. White space, full width and case do not matter; a closing `内`, `以内` or `之内`
/// is dropped. Nothing for anything else, also for `1个月` (its length is not fixed), 0 and amounts
/// above kMax. `15日` alone may also be a day of the month; the caller knows what its column holds.
std::optional<Limit> parse_limit(std::string_view words);

/// The short form, `5wd`; parse_limit reads it back.
std::string to_string(const Limit& limit);
/// `5个工作日` / `5 working days`; parse_limit reads both back.
base::Text to_text(const Limit& limit);

}  // namespace minqing::calendar
