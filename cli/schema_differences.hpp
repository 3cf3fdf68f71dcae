// SPDX-License-Identifier: MIT
// What a schema changes, item by item.

#pragma once

#include "cli/context.hpp"
#include "lib/schema/elements.hpp"

#include <vector>

namespace minqing::cli {

/// `~ limits.handle: 5wd → 7wd`, `+ …` and `- …` for what is new and gone; one object each with
/// --json.
void print_differences(Context& context, const std::vector<schema::Difference>& all);

}  // namespace minqing::cli
