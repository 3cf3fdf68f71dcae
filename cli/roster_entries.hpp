// SPDX-License-Identifier: MIT
// Entries of the roster as they are named on the command line, and what is said once one changed.

#pragma once

#include <string>
#include <variant>
#include <vector>

#include "cli/command.hpp"
#include "cli/writing.hpp"
#include "lib/casework/roster.hpp"

namespace minqing::cli {

using RosterEntry =
    std::variant<const casework::Unit*, const casework::Person*, const casework::Area*>;

/// The unit, person or area of that id or name. Error(not_found) for none, Error(conflict) with the
/// candidates for several.
RosterEntry find_entry(const casework::Roster& roster, const std::string& text);
/// The value of an option that has to be there. Error(usage) names it.
std::string needed(const Arguments& arguments, std::string_view option);

/// The day of --at; today without it.
base::Date day_of_change(Context& context, const Arguments& arguments);

/// Writes the change with --reason, and echoes it: `text` says what happened.
void change_roster(Context& context, ledger::Ledger& ledger, const Arguments& arguments,
                   casework::RosterChanged change, const base::Text& text);
/// How many issues in hand a person or unit still has, and the line to type; nothing for none.
void remark_person_s_issues(Context& context, ledger::Ledger& ledger,
                            const casework::Person& person, const std::string& heir);
void remark_unit_s_issues(Context& context, ledger::Ledger& ledger, const casework::Unit& unit,
                          const std::string& heir);
/// The issues in hand of a person, by number.
std::vector<std::string> issues_in_hand(Context& context, ledger::Ledger& ledger,
                                        const std::string& criterion, const std::string& id);

}  // namespace minqing::cli
