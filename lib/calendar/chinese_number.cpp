// SPDX-License-Identifier: MIT

#include "lib/calendar/chinese_number.hpp"

#include <array>

#include "lib/base/utf8.hpp"

namespace minqing::calendar {
namespace {

using Number = std::optional<std::int64_t>;

constexpr std::string_view kTen = "十";

bool take_word(std::string_view& words, std::string_view word) {
  if (!base::starts_with(words, word)) return false;
  words.remove_prefix(word.size());
  return true;
}

Number take_chinese_digit(std::string_view& words) {
  constexpr std::array<std::string_view, 9> kDigits = {"一", "二", "三", "四", "五",
                                                       "六", "七", "八", "九"};
  for (std::size_t i = 0; i < kDigits.size(); ++i) {
    if (take_word(words, kDigits[i])) return static_cast<std::int64_t>(i) + 1;
  }
  return std::nullopt;
}

Number take_chinese(std::string_view& words) {
  if (take_word(words, "两")) return 2;
  const Number first = take_chinese_digit(words);
  if (!take_word(words, kTen)) return first;
  return first.value_or(1) * 10 + take_chinese_digit(words).value_or(0);
}

Number take_ascii(std::string_view& words, std::int64_t most) {
  Number number;
  while (!words.empty() && words.front() >= '0' && words.front() <= '9') {
    number = number.value_or(0) * 10 + (words.front() - '0');
    if (*number > most) return std::nullopt;
    words.remove_prefix(1);
  }
  return number;
}

}  // namespace

Number take_number(std::string_view& words, std::int64_t most) {
  std::string_view rest = words;
  Number number = take_ascii(rest, most);
  if (!number) number = take_chinese(rest);
  if (!number || *number > most) return std::nullopt;
  words = rest;
  return number;
}

}  // namespace minqing::calendar
