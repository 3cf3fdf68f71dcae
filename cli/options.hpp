// SPDX-License-Identifier: MIT
// Options that several commands share and that mean the same everywhere.

#pragma once

#include <span>

#include "cli/command.hpp"

namespace minqing::cli {

/// -L, -u, --by, --lang, --json, -n …: accepted by every command, before or after its name.
std::span<const Option> global_options();
/// --at, --key, -m, --note: of every writing command.
std::span<const Option> writing_options();
/// --where: choosing issues by QUERY instead of by number.
std::span<const Option> choosing_options();

/// `--设定`, `--set`: as a message calls it.
base::Text dashed(const Option& option);
/// The same for an option of the command that was typed, by its name.
base::Text dashed(const Arguments& arguments, std::string_view name);

}  // namespace minqing::cli
