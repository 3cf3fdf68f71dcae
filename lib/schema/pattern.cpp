// SPDX-License-Identifier: MIT
#if defined(__GNUC__) && !defined(__clang__)
// g++ 12 with sanitizers takes a member of libstdc++'s automaton for uninitialized.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include "lib/schema/pattern.hpp"

#include "lib/base/utf8.hpp"

namespace minqing::schema {
namespace {

/// wchar_t holds any code point on the systems we run on; std::regex knows no UTF-8.
std::wstring wide(std::string_view text) {
  static_assert(sizeof(wchar_t) == sizeof(char32_t));
  const std::u32string points = base::to_code_points(text);
  return {points.begin(), points.end()};
}

// libstdc++ walks back and forth by default, which takes exponential time for `(a+)+$` and a frame
// of the stack for every letter; this flag makes it go through the value once.
constexpr auto kFlags = std::regex_constants::ECMAScript | std::regex_constants::__polynomial;

}  // namespace

Pattern::Pattern(std::string_view expression) : regex_(wide(expression), kFlags) {}

bool Pattern::is_valid(std::string_view expression) {
  if (expression.empty() || base::length(expression) > kMaxLetters) return false;
  try {
    const Pattern pattern(expression);
    return true;
  } catch (const std::regex_error&) {
    return false;
  }
}

bool Pattern::fits(std::string_view value) const {
  return base::length(value) <= kMaxLetters && std::regex_match(wide(value), regex_);
}

}  // namespace minqing::schema
