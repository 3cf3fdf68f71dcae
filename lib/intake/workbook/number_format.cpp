// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/number_format.hpp"

#include <algorithm>

namespace minqing::intake {
namespace {

constexpr std::string_view kGeneral = "general";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool within(int id, int first, int last) { return first <= id && id <= last; }

/// `[h]`, `[mm]`, `[s]`: hours, minutes or seconds that go on beyond a day.
bool is_elapsed(std::string_view bracket) {
  if (bracket.empty()) return false;
  char unit = lower(bracket.front());
  bool same = std::all_of(bracket.begin(), bracket.end(), [&](char c) { return lower(c) == unit; });
  return same && (unit == 'h' || unit == 'm' || unit == 's');
}

bool starts_with_general(std::string_view code) {
  if (code.size() < kGeneral.size()) return false;
  return std::equal(kGeneral.begin(), kGeneral.end(), code.begin(),
                    [](char a, char b) { return a == lower(b); });
}

/// The closing sign, or the end of a code that forgets it.
std::size_t end_of(std::string_view code, std::size_t from, char closing) {
  return std::min(code.find(closing, from), code.size());
}

}  // namespace

NumberShape shape_of_builtin(int id) {
  if (id == 46) return NumberShape::elapsed;
  bool date = within(id, 14, 22) || within(id, 27, 36) || within(id, 45, 47) || within(id, 50, 58);
  return date ? NumberShape::date : NumberShape::number;
}

NumberShape shape_of_code(std::string_view code) {
  NumberShape shape = NumberShape::number;
  for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
    switch (lower(code[at])) {
      case '"':
        at = end_of(code, at + 1, '"');
        break;
      case '\\':
      case '_':
      case '*':
        ++at;
        break;
      case '[': {
        std::size_t close = end_of(code, at, ']');
        if (is_elapsed(code.substr(at + 1, close - at - 1))) return NumberShape::elapsed;
        at = close;
        break;
      }
      case 'g':
        if (starts_with_general(code.substr(at))) at += kGeneral.size() - 1;
        break;
      case 'y':
      case 'm':
      case 'd':
      case 'h':
      case 's':
        shape = NumberShape::date;
        break;
      case 'a':  // aaaa shows the weekday, A/P the half of the day
        if (code.substr(at, 3) == "aaa" || code.substr(at, 3) == "AAA") shape = NumberShape::date;
        break;
      default:
        break;
    }
  }
  return shape;
}

}  // namespace minqing::intake
