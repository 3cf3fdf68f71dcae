// SPDX-License-Identifier: MIT
// The grammar below date_notation.hpp: takes days and times off the front of a text that was
// prepared for it (half width, Chinese numerals before a unit turned into digits).

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace minqing::intake {

/// Year, month and day as written; what is not written is 0.
struct WrittenDay {
  int year = 0;
  int month = 0;
  int day = 0;
};

/// Half width, no blanks around units and separators, `二十二日` as `22日`, `元月` as `1月`.
std::string prepare_date_text(std::string_view text);

class DateScanner {
 public:
  explicit DateScanner(std::string_view prepared) : rest_(prepared) {}

  /// A day or month in any notation. Nothing, and nothing taken, when none stands here.
  std::optional<WrittenDay> take_day();
  /// One or two figures that end the text, as the last day of `11.3-5`.
  std::optional<WrittenDay> take_bare_day();
  /// A time of day in seconds, with an optional T or blanks before it.
  std::optional<int> take_time();
  /// A sign that joins two days of a range.
  bool take_range_sign();
  /// Weekday, weather and brackets around them, half-day words, blanks.
  void pass_remarks();

  std::string_view rest() const { return rest_; }
  bool at_end() const { return rest_.empty(); }

 private:
  bool take(std::string_view words);
  bool take_one_of(std::string_view list);
  std::optional<int> take_number(std::size_t most_digits);
  void skip_blanks();
  void pass_half_day();

  std::optional<WrittenDay> take_chinese_day();
  std::optional<WrittenDay> take_separated_day();
  std::optional<WrittenDay> take_compact_day();
  std::optional<int> take_clock();

  std::string_view rest_;
};

}  // namespace minqing::intake
