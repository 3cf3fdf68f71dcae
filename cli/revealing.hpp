// SPDX-License-Identifier: MIT
// Showing what is masked: the event is committed before the first byte is printed.

#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/context.hpp"

namespace minqing::cli {

/// --reveal, --reason, --purpose.
std::span<const Option> reveal_options();

/// Records that what the event names is seen, with the purpose or the reason that was typed.
/// Returns the fields that may be shown: none in a dry run. `fields` are those of a typed reason.
std::vector<std::string> record_reveal(Context& context, ledger::Ledger& ledger,
                                       const Arguments& arguments,
                                       casework::IdentityRevealed event);

}  // namespace minqing::cli
