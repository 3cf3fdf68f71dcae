// SPDX-License-Identifier: MIT
// The command line: which command, then its options. Only the chosen command's options are built,
// so that a start does not pay for all the others. parse.cpp alone includes CLI11.

#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"

namespace minqing::cli {

struct CommandLine {
  const Command* command = nullptr;  ///< null: nothing but global options was typed
  Arguments arguments;
  bool asks_help = false;
};

/// Name of the command that the arguments begin with, or empty: for messages about them.
std::string_view typed_command(const std::vector<std::string>& arguments);
/// Throws Error(usage) with the nearest right word.
CommandLine parse_command_line(const std::vector<std::string>& arguments);

}  // namespace minqing::cli
