// SPDX-License-Identifier: MIT
// The pattern of a field: an ECMAScript regular expression over characters (not bytes) that the
// whole value must match. Patterns come from a schema and values from residents, so matching takes
// time in proportion to the value whatever both are; back-references are refused for that reason.

#pragma once

#include <regex>
#include <string>
#include <string_view>

namespace minqing::schema {

class Pattern {
 public:
  /// Longer patterns and values never match; no number or name of an office is that long.
  static constexpr std::size_t kMaxLetters = 200;

  /// Throws std::regex_error when it is not valid; see is_valid.
  explicit Pattern(std::string_view expression);
  static bool is_valid(std::string_view expression);

  bool fits(std::string_view value) const;

 private:
  std::wregex regex_;
};

}  // namespace minqing::schema
