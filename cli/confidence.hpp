// SPDX-License-Identifier: MIT
// What is kept from those whom a confidential matter is about (casework/accusation.hpp): they see
// that there is a matter and where it stands, not what it says. Somebody whom the roster does not
// know is not known to be concerned; with --by, both persons count.

#pragma once

#include <vector>

#include "cli/context.hpp"
#include "lib/ledger/load.hpp"
#include "lib/ledger/select.hpp"

namespace minqing::cli {

/// The issues that a query finds, without the words of those that are kept from the caller; words
/// of a query do not find these.
std::vector<ledger::ListedIssue> select_for_caller(Context& context, ledger::Ledger& ledger,
                                                   const casework::Selection& selection,
                                                   const ledger::SelectOptions& options);

/// The same for papers that go to a unit: what is about the unit or its people is kept from it.
void hide_from_unit(Context& context, ledger::Ledger& ledger, const std::string& unit,
                    std::vector<ledger::ListedIssue>& issues);

/// Whether an issue, its text plain, is kept from the caller.
bool is_kept_from_caller(Context& context, ledger::Ledger& ledger, const casework::Issue& issue);
/// The same of an issue that is read for it; for those that are confidential.
bool is_kept_from_caller(Context& context, ledger::Ledger& ledger, std::int64_t issue);

/// Leaves out the issues that are kept from the caller.
void leave_out_kept(Context& context, ledger::Ledger& ledger,
                    std::vector<ledger::ListedIssue>& issues);

/// Replaces the personal text of events of issues that are kept from the caller. The events are
/// unsealed, and whole from the registration on.
void hide_confidential(Context& context, const casework::Roster& roster,
                       std::vector<ledger::StoredEvent>& events);

}  // namespace minqing::cli
