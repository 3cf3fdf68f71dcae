// SPDX-License-Identifier: MIT
// The one list of commands, in the order help shows them.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "lib/base/error.hpp"

namespace minqing::cli {

struct Group {
  std::string_view id;
  std::string_view zh;
  std::string_view en;
};
const std::vector<Group>& command_groups();

const std::vector<Command>& command_table();

/// The command that the words begin with, by English or Chinese name, and how many words name it.
struct FoundCommand {
  const Command* command = nullptr;
  std::size_t words = 0;
};
FoundCommand find_command(const std::vector<std::string>& words);
/// Those whose name of two words begins with this one: `diary` → `diary add`, `diary list` …
std::vector<const Command*> commands_of(std::string_view word);
/// Error(usage) for a word that is no command; it offers the nearest, or what a half name begins.
base::Error unknown_command(const std::string& word);

}  // namespace minqing::cli
