// SPDX-License-Identifier: MIT
// A number with its noun, for a sentence in both languages: the Chinese has its measure word beside
// the number, the English noun changes with it.
//
//   text("共 {} 件", "{}", counted(n, "issue"))                 共 1 件 / 1 issue, 2 issues
//   text("走访 {} 处", "{}", counted(n, "entry", "entries"))

#pragma once

#include <concepts>
#include <string>
#include <string_view>

#include "lib/base/text.hpp"

namespace minqing::base {

/// `many` where it is not `one` with an s.
template <std::integral N>
Text counted(N number, std::string_view one, std::string_view many = {}) {
  std::string digits = std::to_string(number);
  std::string noun(number == 1 || many.empty() ? one : many);
  if (number != 1 && many.empty()) noun += 's';
  std::string english = digits + ' ' + noun;
  return {std::move(digits), std::move(english)};
}

}  // namespace minqing::base
