// SPDX-License-Identifier: MIT
#include "lib/base/code_point.hpp"
#include "lib/base/utf8.hpp"
#include "lib/privacy/digit_groups.hpp"
#include "lib/privacy/mask.hpp"
#include "lib/privacy/number.hpp"
#include "lib/privacy/placeholder.hpp"

namespace minqing::privacy {
namespace {

/// What names and words are written with; everything else in a phone column is punctuation.
bool is_word_sign(char32_t value) {
  if (value < 0x80) return (value >= 'A' && value <= 'Z') || (value >= 'a' && value <= 'z');
  if (base::is_blank(value) || (value >= 0xA0 && value < 0xC0)) return false;
  return value < 0x2000 || base::is_ideograph(value) || (value >= 0x3040 && value < 0xE000) ||
         (value >= 0x10000 && value != base::kBadByte);
}

/// Words between numbers: 手机 and 儿子 stay, a name is masked.
void append_words(std::string& out, std::string_view gap) {
  for (std::size_t at = 0; at < gap.size();) {
    std::size_t end = at;
    while (end < gap.size() && is_word_sign(base::decode(gap, end).value)) {
      end += base::decode(gap, end).size;
    }
    if (end == at) {
      end += base::decode(gap, at).size;
      out += gap.substr(at, end - at);
    } else {
      std::string_view word = gap.substr(at, end - at);
      out += belongs_to_phone(base::to_code_points(word)) ? std::string(word) : mask_name(word);
    }
    at = end;
  }
}

Number number_at(std::string_view text, std::size_t at) {
  auto number = find_number(text, at);
  return number ? *number : any_number(text, at);
}

}  // namespace

std::string mask_phone(std::string_view phone) {
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = next_digit(phone, 0); at < phone.size(); at = next_digit(phone, done)) {
    Number number = number_at(phone, at);
    append_words(out,
                 without_opening(phone.substr(done, at - done), phone.substr(at, number.end - at)));
    out += masked(number);
    done = number.end;
  }
  append_words(out, phone.substr(done));
  return out;
}

std::string normal_phone(std::string_view phone) {
  std::size_t at = next_digit(phone, 0);
  return at == phone.size() ? std::string() : number_at(phone, at).digits;
}

std::vector<std::string> normal_phones(std::string_view text) {
  constexpr std::size_t kShortestPhone = 7;
  std::vector<std::string> out;
  for (std::size_t at = next_digit(text, 0); at < text.size();) {
    Number number = number_at(text, at);
    at = next_digit(text, number.end);
    if (out.empty() || number.digits.size() >= kShortestPhone) {
      out.push_back(std::move(number.digits));
    }
  }
  return out;
}

}  // namespace minqing::privacy
