// SPDX-License-Identifier: MIT
// The common way of writing commands: name the issues, wish for something, carry it out in one
// transaction, echo what became of each.

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/context.hpp"

namespace minqing::cli {

/// Carries out the commands in one transaction, with the caller's persons, --at, --key and
/// --dry-run. `key` stands for --key where the command makes one of its own.
ledger::Outcome write_to(Context& context, ledger::Ledger& ledger,
                         std::vector<casework::Command> commands,
                         std::optional<std::string> key = {});
/// The same for what an import tells of: guards of order hold, guards of backdating do not.
ledger::Outcome write_told(Context& context, ledger::Ledger& ledger,
                           std::vector<casework::Command> commands,
                           std::optional<std::string> key = {});
ledger::Outcome rehearse_told(Context& context, ledger::Ledger& ledger,
                              std::vector<casework::Command> commands);
/// The same for the rows of an import; `take` is given what became of each.
using TakeStep = std::function<void(ledger::Step)>;
ledger::Outcome write_rows(Context& context, ledger::Ledger& ledger,
                           const casework::PackedCommands& rows, const TakeStep& take);
/// Both without writing anything: what would become of each command.
ledger::Outcome rehearse(Context& context, ledger::Ledger& ledger,
                         std::vector<casework::Command> commands);
ledger::Outcome rehearse_rows(Context& context, ledger::Ledger& ledger,
                              const casework::PackedCommands& rows, const TakeStep& take);
/// Full number, what happened and the matter, masked; one JSON object per issue with --json.
void echo(Context& context, ledger::Ledger& ledger, const ledger::Outcome& outcome);

/// The guards of whatever touches several issues: --max, and above three of them a question to a
/// person at a terminal unless --yes. `what` says in words what would be done (`要处理 5 件`),
/// `named` which they are, where that is known.
void guard_number(Context& context, std::size_t count, const base::Text& what,
                  const std::string& named = {});
/// Whether guard_number could stop anything: else nobody has to count beforehand.
bool is_guarded(const Context& context);

/// Opens for writing and resolves the issues that are named, guarding their number (--yes, --max).
std::vector<std::string> open_for_issues(Context& context, const Arguments& arguments);
/// For commands about issues: opens for writing, resolves the issues, guards their number (--yes,
/// --max), makes one wish for each, writes and echoes.
using MakeWish = std::function<casework::Wish(Context&)>;
int act_on_issues(Context& context, const Arguments& arguments, const MakeWish& make_wish);

/// Refuses more issues than --max; asks before more than three on a terminal, unless --yes.
void guard_number(Context& context, const std::vector<std::string>& issues);

/// Personal text from an option, or nothing when it was not given.
std::optional<casework::Personal> personal_option(Context& context, const Arguments& arguments,
                                                  const std::string& name);
/// `电话:-` is asked for before the ledger is opened, so that nobody waits for a person who types.
std::vector<std::string> fill_dashes(Context& context, std::vector<std::string> words);

}  // namespace minqing::cli
