// SPDX-License-Identifier: MIT

#include "lib/calendar/office_hours.hpp"

#include <fmt/format.h>

#include <utility>

#include "lib/base/ascii.hpp"
#include "lib/base/utf8.hpp"

namespace minqing::calendar {
namespace {

bool in_order(const std::vector<Span>& spans) {
  int free_from = 0;
  for (const Span& span : spans) {
    if (span.from < free_from || span.to <= span.from || span.to > kMinutesPerDay) return false;
    free_from = span.to;
  }
  return !spans.empty();
}

// `8:30` or `08:30`, up to `24:00`.
std::optional<int> parse_minute(std::string_view words) {
  const auto colon = words.find(':');
  if (colon < 1 || colon > 2 || words.size() != colon + 3) return std::nullopt;
  int hour = 0;
  int minute = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i == colon) continue;
    if (!base::is_digit(words[i])) return std::nullopt;
    int& part = i < colon ? hour : minute;
    part = part * 10 + (words[i] - '0');
  }
  const int total = hour * kMinutesPerHour + minute;
  if (minute >= kMinutesPerHour || total > kMinutesPerDay) return std::nullopt;
  return total;
}

std::optional<Span> parse_span(std::string_view words) {
  const auto dash = words.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto from = parse_minute(words.substr(0, dash));
  const auto to = parse_minute(words.substr(dash + 1));
  if (!from || !to) return std::nullopt;
  return Span{*from, *to};
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

// One blank between spans and `-` inside them, whatever was written.
std::string made_uniform(std::string_view words) {
  std::string plain = base::to_half_width(words);
  for (const std::string_view dash : {"—", "–", "~", "至"}) replace_all(plain, dash, "-");
  for (const std::string_view gap : {",", "、", ";"}) replace_all(plain, gap, " ");
  while (plain.find("--") != std::string::npos) replace_all(plain, "--", "-");
  return plain;
}

}  // namespace

OfficeHours::OfficeHours()
    : spans_{{8 * kMinutesPerHour + 30, 12 * kMinutesPerHour},
             {14 * kMinutesPerHour + 30, 17 * kMinutesPerHour + 30}} {}

OfficeHours::OfficeHours(std::vector<Span> spans) : spans_(std::move(spans)) {}

std::optional<OfficeHours> OfficeHours::from_spans(std::vector<Span> spans) {
  if (!in_order(spans)) return std::nullopt;
  return OfficeHours(std::move(spans));
}

std::optional<OfficeHours> OfficeHours::parse(std::string_view words) {
  if (!base::is_valid_utf8(words)) return std::nullopt;
  std::vector<Span> spans;
  const std::string plain = made_uniform(words);
  for (const std::string_view part : base::split(plain, ' ')) {
    if (part.empty()) continue;
    const auto span = parse_span(part);
    if (!span) return std::nullopt;
    spans.push_back(*span);
  }
  return from_spans(std::move(spans));
}

std::string to_string(const OfficeHours& hours) {
  std::string words;
  for (const Span& span : hours.spans()) {
    if (!words.empty()) words += ' ';
    words += minute_name(span.from) + "-" + minute_name(span.to);
  }
  return words;
}

std::string minute_name(int minute) {
  return fmt::format("{:02}:{:02}", minute / kMinutesPerHour, minute % kMinutesPerHour);
}

}  // namespace minqing::calendar
