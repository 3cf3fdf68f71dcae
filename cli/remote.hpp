// SPDX-License-Identifier: MIT
// `-L ssh://…`: runs the command on the machine of the ledger, through ssh. Nothing of the ledger
// is read here.

#pragma once

#include "cli/context.hpp"
#include "cli/parse.hpp"

#include <optional>

namespace minqing::cli {

/// The place when the ledger of this command line lies on another machine and the command needs it.
std::optional<std::string> remote_ledger(const Context& context, const CommandLine& line);
/// Runs it there; the exit code of the command. Files that it reads are sent along, what it writes
/// comes back and never replaces anything. Throws OutcomeUnknown when the connection broke while
/// something may have been written, Error(io) when it only wanted to read.
int run_remotely(Context& context, const CommandLine& line, const std::string& ledger);

}  // namespace minqing::cli
