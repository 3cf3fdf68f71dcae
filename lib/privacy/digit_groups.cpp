// SPDX-License-Identifier: MIT
#include "lib/privacy/digit_groups.hpp"

#include "lib/base/code_point.hpp"

namespace minqing::privacy {
namespace {

constexpr std::size_t kWidestJoint = 3;  // code points between two groups

bool is_joiner(char32_t value) {
  return value == '-' || value == '.' || value == ')' || value == 0xFF0D || value == 0xFF09 ||
         value == 0x2212 || (value >= 0x2010 && value <= 0x2015) ||
         (base::is_blank(value) && value != '\n' && value != '\r');
}

/// Takes one group; false when it is longer than any number, which then ends before it.
bool add_group(Reach& reach, std::string_view text, std::size_t at) {
  std::size_t before = reach.digits.size();
  while (at < text.size()) {
    auto digit = digit_at(text, at);
    if (!digit) break;
    if (reach.digits.size() == kMostDigits) {
      reach.digits.resize(before);
      return false;
    }
    reach.digits += digit->value;
    at += digit->size;
  }
  reach.stops[reach.count++] = {reach.digits.size(), at};
  return true;
}

/// An X where an ID number has its check letter counts as a digit.
void add_check_letter(Reach& reach, std::string_view text) {
  if (reach.digits.size() != 17) return;
  std::size_t at = reach.stops[reach.count - 1].end;
  for (std::size_t steps = 0; steps <= kWidestJoint && at < text.size(); ++steps) {
    auto [value, size] = base::decode(text, at);
    at += size;
    if (value == 'X' || value == 'x' || value == 0xFF38 || value == 0xFF58) {
      reach.digits += 'X';
      reach.stops[reach.count++] = {18, at};
      return;
    }
    if (!is_joiner(value)) return;
  }
}

}  // namespace

std::optional<Digit> digit_at(std::string_view text, std::size_t at) {
  char byte = text[at];
  if (byte >= '0' && byte <= '9') return Digit{byte, 1};
  if (byte != '\xEF' || at + 2 >= text.size() || text[at + 1] != '\xBC') return std::nullopt;
  auto last = static_cast<unsigned char>(text[at + 2]);
  if (last < 0x90 || last > 0x99) return std::nullopt;
  return Digit{static_cast<char>('0' + (last - 0x90)), 3};
}

std::size_t next_digit(std::string_view text, std::size_t at) {
  while (at < text.size() && !digit_at(text, at)) ++at;
  return at;
}

std::size_t end_of_group(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    auto digit = digit_at(text, at);
    if (!digit) break;
    at += digit->size;
  }
  return at;
}

std::size_t over_joint(std::string_view text, std::size_t at) {
  for (std::size_t steps = 0; steps < kWidestJoint && at < text.size(); ++steps) {
    auto [value, size] = base::decode(text, at);
    if (!is_joiner(value)) break;
    at += size;
    if (at < text.size() && digit_at(text, at)) return at;
  }
  return std::string_view::npos;
}

Reach reach_from(std::string_view text, std::size_t at) {
  Reach reach;
  while (at != std::string_view::npos && reach.digits.size() < kMostDigits) {
    if (!add_group(reach, text, at)) break;
    add_check_letter(reach, text);
    if (reach.digits.ends_with('X')) break;
    at = over_joint(text, reach.stops[reach.count - 1].end);
  }
  return reach;
}

}  // namespace minqing::privacy
