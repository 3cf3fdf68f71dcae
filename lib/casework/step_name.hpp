// SPDX-License-Identifier: MIT
// What a wish is called as a step of an issue (`assign`, `sign` …), as the lists of steps have it.

#pragma once

#include <string_view>

#include "lib/casework/command.hpp"

namespace minqing::casework {

/// Empty for wishes that are no step of an issue.
std::string_view step_of(const Wish& wish);

}  // namespace minqing::casework
