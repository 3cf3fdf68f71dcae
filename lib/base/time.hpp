// SPDX-License-Identifier: MIT
// Two times, always: an Instant is what the machine's clock said (UTC); a Moment is the claimed
// business time on the ledger's own wall clock, known to the second or only to the day. No time
// zone data is used: a ledger has one fixed UTC offset (China: +08:00).

#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace minqing::base {

/// A civil date (proleptic Gregorian), stored as days since 1970-01-01.
struct Date {
  std::int32_t days = 0;

  auto operator<=>(const Date&) const = default;
};

inline Date operator+(Date date, int days) { return {date.days + days}; }
inline Date operator-(Date date, int days) { return {date.days - days}; }
inline int operator-(Date a, Date b) { return a.days - b.days; }

struct YearMonthDay {
  int year;
  int month;  ///< 1..12
  int day;    ///< 1..31
};

/// The date, or nothing when the day does not exist (2026-02-30) or the year is not 1..9999.
std::optional<Date> make_date(int year, int month, int day);
YearMonthDay civil(Date date);
int year_of(Date date);
/// 1 = Monday … 7 = Sunday (ISO 8601).
int weekday(Date date);

/// Strict `YYYY-MM-DD`.
std::optional<Date> parse_iso_date(std::string_view text);
/// `2026-03-05`
std::string to_string(Date date);

struct IsoWeek {
  int year;
  int week;  ///< 1..53
};
IsoWeek iso_week(Date date);
/// Monday of the ISO week; nothing when the year has no such week.
std::optional<Date> monday_of(IsoWeek week);

/// Half-open period [from, to).
struct Period {
  Date from;
  Date to;

  bool contains(Date date) const { return from <= date && date < to; }
  bool operator==(const Period&) const = default;
};

/// Claimed business time. `second` is the second of the day, or kUnknown when only the day is known
/// (a spreadsheet that holds dates); nothing is invented.
struct Moment {
  static constexpr std::int32_t kUnknown = -1;
  Date date;
  std::int32_t second = kUnknown;

  bool operator==(const Moment&) const = default;
};

/// True when `a` certainly lies before `b`: an unknown time of day is before or after nothing on
/// the same day.
bool certainly_before(const Moment& a, const Moment& b);
/// `2026-11-22` or `2026-11-22T09:30:00`.
std::string to_string(const Moment& moment);
/// For people: `2026-11-22` or `2026-11-22 09:30`.
std::string to_display(const Moment& moment);
/// Reads what to_string writes, also with a blank instead of T and without seconds.
std::optional<Moment> parse_moment(std::string_view text);

/// Machine time: microseconds since 1970-01-01 00:00 UTC.
struct Instant {
  std::int64_t micros = 0;

  auto operator<=>(const Instant&) const = default;
};

/// The moment an instant is on a wall clock `utc_offset_minutes` ahead of UTC, to the second.
Moment local_moment(Instant instant, int utc_offset_minutes);
/// `2026-11-22T01:30:00.123456Z`
std::string to_string(Instant instant);

using Clock = std::function<Instant()>;
Instant machine_now();

}  // namespace minqing::base
