// SPDX-License-Identifier: MIT
// Phone and ID numbers inside text, as people write them: full width, in groups with blanks,
// hyphens or points between, with +86 before. A number is looked for where a group of digits starts
// and reaches at most twenty digits, so that a pass over a text takes linear time.
//
// Mobile: 1[3-9] and nine digits, alone or in groups of three and more. Landline: area code and
// seven or eight digits. ID number: 18 or 15 digits with a province, a month and a day
// (GB 11643-1999); the check digit is not asked for, because a mistyped number is personal as well.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace minqing::privacy {

struct Number {
  enum class Kind {
    mobile,
    landline,
    id,
    service,  ///< 400 and 800: public by purpose
    other     ///< known as a phone only by what stands around it
  };
  Kind kind;
  std::string digits;    ///< half width, without prefix and joiners; an ID number may end in X
  std::size_t end;       ///< in the text
  std::size_t area = 0;  ///< digits of a landline's area code
};

/// The number that starts with the group of digits at `at`.
std::optional<Number> find_number(std::string_view text, std::size_t at);

/// Behind a word such as 电话: seven or eight digits without an area code, or nine to thirteen with
/// a slip of the finger. Dates and hotlines of five digits are none.
std::optional<Number> worded_number(std::string_view text, std::size_t at);

/// In a column of phones: whatever is written there is a number. Groups are joined up to twelve
/// digits.
Number any_number(std::string_view text, std::size_t at);

/// The text before a number without the + of its country code or the bracket that its area code
/// closes: neither has a meaning once the number is masked.
std::string_view without_opening(std::string_view before, std::string_view number_text);

/// 138****0001 · 0735-****001 · 431026********001X · ****001
std::string masked(const Number& number);

}  // namespace minqing::privacy
