// SPDX-License-Identifier: MIT
// Groups of digits in text, half or full width, and the joints (blanks, hyphens, points, a closing
// bracket) that people put between the groups of one number.

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace minqing::privacy {

constexpr std::size_t kMostDigits = 20;  // no number of a person has more

/// The digit (half or full width) at `at`, or nothing.
struct Digit {
  char value;
  std::size_t size;  ///< bytes
};
std::optional<Digit> digit_at(std::string_view text, std::size_t at);

/// Where the next group of digits starts; the size of the text when there is none.
std::size_t next_digit(std::string_view text, std::size_t at);
/// Where the digits from `at` on end, without joiners.
std::size_t end_of_group(std::string_view text, std::size_t at);

/// Start of the group behind a joint at `at`, or npos.
std::size_t over_joint(std::string_view text, std::size_t at);

/// The digits of a group and of those behind it, as far as one number can reach; a check letter X
/// of an ID number counts as its last digit.
struct Reach {
  struct Stop {
    std::size_t digits;  ///< so far
    std::size_t end;     ///< in the text
  };
  std::string digits;
  std::array<Stop, kMostDigits> stops;
  std::size_t count = 0;

  std::size_t group_size(std::size_t group) const {
    return stops[group].digits - (group == 0 ? 0 : stops[group - 1].digits);
  }
};

Reach reach_from(std::string_view text, std::size_t at);

}  // namespace minqing::privacy
