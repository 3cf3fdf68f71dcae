// SPDX-License-Identifier: MIT
// Diary entries as lists and pages show them. Whom a visit was to and what was said is masked like
// the texts of issues; an issue that is kept from the caller takes its visit with it.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "cli/phrases.hpp"
#include "lib/ledger/diary.hpp"

namespace minqing::cli {

/// `--person`: 我 and `me` mean the caller. Error as Context::person.
std::string person_or_me(Context& context, const std::string& typed);
/// The code of a village; Error(not_found) or Error(conflict).
std::string village_named(Context& context, const std::string& typed);
/// A whole number of an option; Error(usage) for anything else.
std::optional<std::size_t> count_option(const Arguments& arguments, std::string_view name);

/// masked_household, unless it was revealed.
std::string shown_household(const Names& names, const std::string& plain);

/// Leaves out the numbers of issues that are kept from the caller.
void leave_out_kept(Context& context, ledger::Ledger& ledger, ledger::ListedEntry& entry);
/// The same, and hides the visits in which they came up.
void hide_kept(Context& context, ledger::Ledger& ledger, ledger::WholeEntry& entry);

TextTable entry_table(const std::vector<ledger::ListedEntry>& entries, const Names& names,
                      base::Lang lang);
base::Json entry_json(const ledger::ListedEntry& entry);
base::Json entry_json(const ledger::WholeEntry& entry, const Names& names);
void print_entry(Context& context, const ledger::WholeEntry& entry, const Names& names);

}  // namespace minqing::cli
