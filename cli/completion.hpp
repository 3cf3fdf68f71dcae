// SPDX-License-Identifier: MIT
// Completion scripts for shells, made from the table of commands: names, options and closed lists
// of values, in both languages. A script holds all it offers, so that completing starts no program,
// opens no ledger and reads nothing about anybody.

#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"

namespace minqing::cli {

std::string bash_completion();
std::string zsh_completion();
/// fish shows what each option is for, in `lang`.
std::string fish_completion(base::Lang lang);

/// First words of the commands that have two: `calendar`, `日历`.
std::vector<std::string> first_halves();
/// What may follow one of them.
std::vector<std::string> second_halves(const std::string& first);
/// What begins a line: one word each, both languages.
std::vector<std::string> beginnings();
/// What may stand as an argument without knowing a ledger: `weekly`, `周报`, names of commands.
std::vector<std::string> argument_words(const Command& command);
/// The closed list of an option's values, in both languages; empty: it has none.
std::vector<std::string> value_words(const Option& option);
/// `-L`, `--ledger`, `--台账`.
std::vector<std::string> spellings(const Option& option);
bool takes_file(const Option& option);
bool takes_file(const Command& command);
/// The options of a command that not every command has.
std::vector<const Option*> own_options(const Command& command);

}  // namespace minqing::cli
