// SPDX-License-Identifier: MIT
// The hours of a working day in which an office is open, for limits in working hours. The same on
// every working day; an office with summer and winter hours passes the hours of the season.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minqing::calendar {

/// Minutes of the day, half-open: 08:30-12:00 is {510, 720}. A day ends at 1440.
struct Span {
  int from = 0;
  int to = 0;

  bool operator==(const Span&) const = default;
};

constexpr int kMinutesPerHour = 60;
constexpr int kMinutesPerDay = 24 * kMinutesPerHour;

/// At least one span; spans are ascending, not empty and do not overlap.
class OfficeHours {
 public:
  /// 08:30-12:00 and 14:30-17:30.
  OfficeHours();

  /// Nothing when the spans break the rule above.
  static std::optional<OfficeHours> from_spans(std::vector<Span> spans);
  /// Reads `08:30-12:00 14:30-17:30`; blanks, `,`, `、` or `;` between the spans, `-`, `~`, `—` or
  /// `至` inside them, full width welcome.
  static std::optional<OfficeHours> parse(std::string_view words);

  const std::vector<Span>& spans() const { return spans_; }
  int opens_at() const { return spans_.front().from; }
  int closes_at() const { return spans_.back().to; }

  bool operator==(const OfficeHours&) const = default;

 private:
  explicit OfficeHours(std::vector<Span> spans);

  std::vector<Span> spans_;
};

/// `08:30-12:00 14:30-17:30`
std::string to_string(const OfficeHours& hours);
/// `09:05`; 1440 is `24:00`.
std::string minute_name(int minute);

}  // namespace minqing::calendar
