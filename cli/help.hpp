// SPDX-License-Identifier: MIT
// Help from the one table of commands, in both languages.

#pragma once

#include <string>
#include <vector>

#include "cli/context.hpp"

namespace minqing::cli {

/// All commands, or the one that `words` names. `as_list`: tab-separated lines for scripts; with
/// --json one object a command.
int show_help(Context& context, const std::vector<std::string>& words, bool as_list);
void print_command_help(Context& context, const Command& command);
/// Names, options, values and summaries of a command in both languages.
base::Json command_json(const Command& command);

}  // namespace minqing::cli
