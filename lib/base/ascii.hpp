// SPDX-License-Identifier: MIT
// Bytes of plain ASCII, without the locale that <cctype> asks.

#pragma once

namespace minqing::base {

/// 0 to 9; other scripts' figures are folded before (fold.hpp).
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace minqing::base
