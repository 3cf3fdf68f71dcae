// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/xml_times.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <optional>

#include "lib/base/time.hpp"
#include "lib/intake/serial_date.hpp"

namespace minqing::intake {
namespace {

constexpr int kDay = 86400;
constexpr std::size_t kDateSize = 10;  // 2026-11-22

/// Takes a decimal number off the front.
std::optional<double> take_number(std::string_view& words) {
  double value = 0;
  auto [end, error] =
      std::from_chars(words.data(), words.data() + words.size(), value, std::chars_format::fixed);
  if (error != std::errc() || value < 0) return std::nullopt;
  words.remove_prefix(static_cast<std::size_t>(end - words.data()));
  return value;
}

bool take(std::string_view& words, char sign) {
  if (!words.starts_with(sign)) return false;
  words.remove_prefix(1);
  return true;
}

/// `09:30:00.5`, with a zone that says nothing to us, in seconds.
std::optional<double> seconds_of_clock(std::string_view words) {
  const auto hours = take_number(words);
  if (!hours || !take(words, ':')) return std::nullopt;
  const auto minutes = take_number(words);
  const auto seconds = minutes && take(words, ':') ? take_number(words) : std::optional(0.0);
  take(words, 'Z');
  if (!minutes || !seconds || !words.empty()) return std::nullopt;
  const double sum = *hours * 3600 + *minutes * 60 + *seconds;
  return sum <= kDay ? std::optional(sum) : std::nullopt;
}

}  // namespace

std::string xml_date(std::string_view words) {
  auto date = base::parse_iso_date(words.substr(0, kDateSize));
  if (!date || (words.size() > kDateSize && words[kDateSize] != 'T')) return {};
  std::int64_t seconds = 0;
  if (words.size() > kDateSize) {
    const auto clock = seconds_of_clock(words.substr(kDateSize + 1));
    if (!clock) return {};
    seconds = std::llround(*clock);
  }
  const base::Moment moment{*date + static_cast<int>(seconds / kDay),
                            static_cast<std::int32_t>(seconds % kDay)};
  return base::to_string(moment);
}

std::string xml_duration(std::string_view words) {
  if (!take(words, 'P')) return {};
  double seconds = 0;
  bool in_clock = false;
  while (!words.empty()) {
    if (!in_clock && take(words, 'T')) {
      in_clock = true;
      continue;
    }
    const auto count = take_number(words);
    if (count && !in_clock && take(words, 'D')) {
      seconds += *count * kDay;
    } else if (count && in_clock && take(words, 'H')) {
      seconds += *count * 3600;
    } else if (count && in_clock && take(words, 'M')) {
      seconds += *count * 60;
    } else if (count && in_clock && take(words, 'S')) {
      seconds += *count;
    } else {
      return {};
    }
  }
  return text_of_duration(seconds / kDay).value_or(std::string());
}

std::string xml_date_or_time(std::string_view words) {
  if (words.starts_with('P')) return xml_duration(words);
  if (words.size() == kDateSize) {
    return base::parse_iso_date(words) ? std::string(words) : std::string();
  }
  if (words.size() > kDateSize && words[kDateSize] == 'T') return xml_date(words);
  const auto clock = seconds_of_clock(words);
  return clock ? text_of_duration(*clock / kDay).value_or(std::string()) : std::string();
}

}  // namespace minqing::intake
