// SPDX-License-Identifier: MIT
// Preparing a text for the date grammar: half width, blanks that mean nothing removed, Chinese
// numerals before a unit turned into digits.

#include <algorithm>

#include "lib/base/utf8.hpp"
#include "lib/intake/date_scanner.hpp"

namespace minqing::intake {
namespace {

constexpr std::u32string_view kUnits = U"年月日号时点分秒";
/// Blanks beside these are how people space their text.
constexpr std::u32string_view kTight = U"年月日号时点分秒-/.:~—–至到";

bool is_one_of(std::u32string_view list, char32_t c) {
  return list.find(c) != std::u32string_view::npos;
}

/// 0..9, or 10 for 十, 20 and 30 for the old signs 廿 and 卅; -1 for anything else.
int numeral_value(char32_t c) {
  constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
  if (auto at = kDigits.find(c); at != std::u32string_view::npos) return static_cast<int>(at);
  // ○ (U+25CB), 零 and the letter O stand for 〇 in many documents.
  if (is_one_of(U"○零Oo", c)) return 0;
  return c == U'十' ? 10 : c == U'廿' ? 20 : c == U'卅' ? 30 : -1;
}

bool has_tens(std::u32string_view run) {
  return std::any_of(run.begin(), run.end(), [](char32_t c) { return numeral_value(c) >= 10; });
}

/// 二十二 → 22; digits one after the other (二〇二六) as they stand.
std::u32string digits_of(std::u32string_view run) {
  std::u32string digits;
  if (!has_tens(run)) {
    for (char32_t c : run) digits += static_cast<char32_t>(U'0' + numeral_value(c));
    return digits;
  }
  int value = 0;
  int ones = 0;
  for (char32_t c : run) {
    int numeral = numeral_value(c);
    if (numeral < 10) {
      ones = numeral;
      continue;
    }
    value += numeral == 10 ? std::max(ones, 1) * 10 : numeral;
    ones = 0;
  }
  for (char c : std::to_string(value + ones)) digits += static_cast<char32_t>(c);
  return digits;
}

/// Blanks of every kind become one, zero-width characters none.
std::u32string with_plain_blanks(std::u32string_view text) {
  std::u32string plain;
  for (char32_t c : text) {
    bool zero_width = (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
    bool blank = c == U' ' || (c >= U'\t' && c <= U'\r') || c == 0xA0 || c == 0x3000 ||
                 (c >= 0x2000 && c <= 0x200A) || c == 0x202F;
    if (zero_width) continue;
    if (!blank) {
      plain += c;
    } else if (!plain.empty() && plain.back() != U' ') {
      plain += U' ';
    }
  }
  return plain;
}

std::u32string tightened(std::u32string_view text) {
  std::u32string tight;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool beside = text[i] == U' ' && (i + 1 == text.size() || is_one_of(kTight, text[i + 1]) ||
                                      (!tight.empty() && is_one_of(kTight, tight.back())));
    if (!beside) tight += text[i];
  }
  return tight;
}

std::u32string with_digits(std::u32string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    bool is_latin = text[i] == U'O' || text[i] == U'o';
    while (!is_latin && end < text.size() && numeral_value(text[end]) >= 0) ++end;
    bool number = end > i && end < text.size() && is_one_of(kUnits, text[end]);
    if (number) {
      out += digits_of(text.substr(i, end - i));
      i = end;
    } else if (text.substr(i).starts_with(U"元月")) {
      out += U'1';
      ++i;
    } else {
      out += text[i++];
    }
  }
  return out;
}

}  // namespace

std::string prepare_date_text(std::string_view text) {
  std::u32string points = base::to_code_points(base::to_half_width(base::trim(text)));
  return base::to_utf8(with_digits(tightened(with_plain_blanks(points))));
}

}  // namespace minqing::intake
