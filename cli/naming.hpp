// SPDX-License-Identifier: MIT
// How issues are named: `RS2026-00017`, short `17` (this year's; else the latest year's, said
// aloud) or `26-17`, the sender's number `来件编号:GD20260315001`, `-` for numbers on standard
// input,
// `--where QUERY`, a saved query `@待交办`.

#pragma once

#include <string>
#include <vector>

#include "cli/context.hpp"
#include "lib/casework/selection.hpp"

namespace minqing::cli {

/// The words as typed, `-` replaced by the numbers on standard input. Read before the ledger is
/// opened, so that nobody waits for a person who types.
std::vector<std::string> typed_issues(const Arguments& arguments);
/// True when every word is the number of an issue by its look: no term and no word to search for.
bool are_numbers(const std::vector<std::string>& words);
/// Full numbers, each once, in the order typed. Error(not_found) names the first that is unknown;
/// Error(usage) when none is named.
std::vector<std::string> name_issues(Context& context, ledger::Ledger& ledger,
                                     const std::vector<std::string>& typed,
                                     const Arguments& arguments);
std::string name_issue(Context& context, ledger::Ledger& ledger, const std::string& typed);

/// QUERY words as a selection; a `-` for a name or a phone is asked for without echo.
casework::Selection read_query(Context& context, ledger::Ledger& ledger,
                               const std::vector<std::string>& words);

}  // namespace minqing::cli
