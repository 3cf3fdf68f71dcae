// SPDX-License-Identifier: MIT
#include "lib/base/time.hpp"

#include <fmt/format.h>

#include <chrono>
#include <ctime>

namespace minqing::base {
namespace {

constexpr std::int64_t kMicros = 1'000'000;
constexpr std::int64_t kDaySeconds = 86'400;

std::chrono::sys_days to_chrono(Date date) {
  return std::chrono::sys_days(std::chrono::days(date.days));
}

Date from_chrono(std::chrono::sys_days day) {
  return {static_cast<std::int32_t>(day.time_since_epoch().count())};
}

/// Rounds towards the past, also before 1970.
std::int64_t floor_div(std::int64_t value, std::int64_t by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

/// The number in exactly these digits.
std::optional<int> number_in(std::string_view digits) {
  int number = 0;
  for (char digit : digits) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + (digit - '0');
  }
  return number;
}

/// Second of the day from `HH:MM` or `HH:MM:SS`.
std::optional<std::int32_t> parse_clock(std::string_view text) {
  if (text.size() != 5 && text.size() != 8) return std::nullopt;
  if (text[2] != ':' || (text.size() == 8 && text[5] != ':')) return std::nullopt;
  auto hour = number_in(text.substr(0, 2));
  auto minute = number_in(text.substr(3, 2));
  auto second = text.size() == 8 ? number_in(text.substr(6, 2)) : 0;
  if (!hour || !minute || !second) return std::nullopt;
  if (*hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return *hour * 3600 + *minute * 60 + *second;
}

std::string clock_of(std::int64_t second) {
  return fmt::format("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
}

}  // namespace

std::optional<Date> make_date(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
    return std::nullopt;
  }
  std::chrono::year_month_day date{std::chrono::year(year),
                                   std::chrono::month(static_cast<unsigned>(month)),
                                   std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return from_chrono(date);
}

YearMonthDay civil(Date date) {
  std::chrono::year_month_day civil(to_chrono(date));
  return {int(civil.year()), static_cast<int>(unsigned(civil.month())),
          static_cast<int>(unsigned(civil.day()))};
}

int year_of(Date date) { return civil(date).year; }

int weekday(Date date) {
  return static_cast<int>(std::chrono::weekday(to_chrono(date)).iso_encoding());
}

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  auto year = number_in(text.substr(0, 4));
  auto month = number_in(text.substr(5, 2));
  auto day = number_in(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return make_date(*year, *month, *day);
}

std::string to_string(Date date) {
  auto [year, month, day] = civil(date);
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

IsoWeek iso_week(Date date) {
  // A week belongs to the year in which its Thursday lies.
  Date thursday = date + (4 - weekday(date));
  int year = year_of(thursday);
  return {year, (thursday - *make_date(year, 1, 1)) / 7 + 1};
}

std::optional<Date> monday_of(IsoWeek week) {
  auto january_4th = make_date(week.year, 1, 4);  // always in week 1
  if (!january_4th || week.week < 1 || week.week > 53) return std::nullopt;
  Date monday = *january_4th - (weekday(*january_4th) - 1) + 7 * (week.week - 1);
  if (iso_week(monday).year != week.year) return std::nullopt;
  return monday;
}

bool certainly_before(const Moment& a, const Moment& b) {
  if (a.date != b.date) return a.date < b.date;
  return a.second != Moment::kUnknown && b.second != Moment::kUnknown && a.second < b.second;
}

std::string to_string(const Moment& moment) {
  if (moment.second == Moment::kUnknown) return to_string(moment.date);
  return to_string(moment.date) + 'T' + clock_of(moment.second);
}

std::string to_display(const Moment& moment) {
  if (moment.second == Moment::kUnknown) return to_string(moment.date);
  return to_string(moment.date) + ' ' + clock_of(moment.second).substr(0, 5);
}

std::optional<Moment> parse_moment(std::string_view text) {
  auto date = parse_iso_date(text.substr(0, 10));
  if (!date) return std::nullopt;
  if (text.size() == 10) return Moment{*date};
  if (text[10] != 'T' && text[10] != ' ') return std::nullopt;
  auto second = parse_clock(text.substr(11));
  if (!second) return std::nullopt;
  return Moment{*date, *second};
}

Moment local_moment(Instant instant, int utc_offset_minutes) {
  std::int64_t seconds = floor_div(instant.micros, kMicros) + utc_offset_minutes * 60;
  std::int64_t days = floor_div(seconds, kDaySeconds);
  return {Date{static_cast<std::int32_t>(days)},
          static_cast<std::int32_t>(seconds - days * kDaySeconds)};
}

std::string to_string(Instant instant) {
  std::int64_t fraction = instant.micros - floor_div(instant.micros, kMicros) * kMicros;
  return fmt::format("{}.{:06}Z", to_string(local_moment(instant, 0)), fraction);
}

Instant machine_now() {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  return {std::int64_t{now.tv_sec} * kMicros + now.tv_nsec / 1000};
}

}  // namespace minqing::base
