// SPDX-License-Identifier: MIT
#include "lib/intake/serial_date.hpp"

#include <fmt/format.h>

#include <cmath>

namespace minqing::intake {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;
constexpr double kMaxSerial = 2958466;  // 9999-12-31 and its last second

struct Split {
  std::int64_t days;
  int seconds;
};

Split split(double serial) {
  auto seconds = static_cast<std::int64_t>(std::llround(serial * kSecondsPerDay));
  return {seconds / kSecondsPerDay, static_cast<int>(seconds % kSecondsPerDay)};
}

void append_two(std::string& out, int value) {
  out += static_cast<char>('0' + value / 10);
  out += static_cast<char>('0' + value % 10);
}

void append_clock(std::string& out, int seconds) {
  append_two(out, seconds / 3600);
  out += ':';
  append_two(out, seconds / 60 % 60);
  out += ':';
  append_two(out, seconds % 60);
}

std::string clock_text(int seconds) {
  std::string text;
  append_clock(text, seconds);
  return text;
}

/// Done by hand: a sheet may have a million such cells.
std::string date_text(base::Date date, int seconds) {
  auto [year, month, day] = base::civil(date);
  std::string text;
  text.reserve(20);
  append_two(text, year / 100);
  append_two(text, year % 100);
  text += '-';
  append_two(text, month);
  text += '-';
  append_two(text, day);
  text += 'T';
  append_clock(text, seconds);
  return text;
}

bool fits(double serial) { return serial >= 0 && serial < kMaxSerial; }

}  // namespace

std::optional<base::Date> date_of_serial(std::int64_t serial, bool date1904) {
  if (serial < 0 || serial >= static_cast<std::int64_t>(kMaxSerial)) return std::nullopt;
  auto days = static_cast<int>(serial);
  if (date1904) {
    base::Date date = *base::make_date(1904, 1, 1) + days;
    return date > *base::make_date(9999, 12, 31) ? std::nullopt : std::optional(date);
  }
  if (days < 1 || days == 60) return std::nullopt;
  return *base::make_date(1899, 12, 30) + (days < 60 ? days + 1 : days);
}

std::optional<std::string> text_of_serial(double serial, bool date1904) {
  if (!fits(serial)) return std::nullopt;
  auto [days, seconds] = split(serial);
  if (days == 0 && !date1904) return clock_text(seconds);
  auto date = date_of_serial(days, date1904);
  if (!date) return std::nullopt;
  return date_text(*date, seconds);
}

std::optional<std::string> text_of_duration(double serial) {
  if (!fits(serial)) return std::nullopt;
  auto [days, seconds] = split(serial);
  if (days == 0) return clock_text(seconds);
  return fmt::format("{} {}, {}:{:02}:{:02}", days, days == 1 ? "day" : "days", seconds / 3600,
                     seconds / 60 % 60, seconds % 60);
}

}  // namespace minqing::intake
