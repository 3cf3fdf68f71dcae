// SPDX-License-Identifier: MIT
// How a due date came about (due --explain).

#pragma once

#include "cli/context.hpp"
#include "cli/phrases.hpp"
#include "lib/casework/issue.hpp"

namespace minqing::cli {

/// Day by day, with the sender's deadline and whatever moved it since; one JSON object with --json.
void explain(Context& context, const casework::Issue& issue, const Names& names,
             const calendar::Calendar& calendar);

}  // namespace minqing::cli
