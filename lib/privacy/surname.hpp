// SPDX-License-Identifier: MIT
// Chinese surnames: what a name begins with. The table holds those that most people bear and all
// double ones in use, without those that are more often a word (和, 时); it decides how much of a
// name is shown and where a name starts in free text, nothing else.

#pragma once

#include <cstddef>
#include <string_view>

namespace minqing::privacy {

/// 2 for a double surname (欧阳…), 1 for a common single one, 0 otherwise.
std::size_t surname_length(std::u32string_view name);

}  // namespace minqing::privacy
