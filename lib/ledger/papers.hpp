// SPDX-License-Identifier: MIT
// Papers that got a number (casework/events_papers.hpp). Few events are the ledger's own, so they
// are read as they are, without a table.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/ledger/load.hpp"

namespace minqing::ledger {

/// Of one form, oldest first.
std::vector<StoredEvent> papers_of_form(Database& db, std::string_view form);
/// About one issue, oldest first.
std::vector<StoredEvent> papers_of_issue(Database& db, std::string_view number);
/// 0 when the form has none in this year.
std::int64_t last_paper_number(Database& db, std::string_view form, int year);

/// The issue's events as they were when event `seq` was written.
std::vector<StoredEvent> events_until(Database& db, std::int64_t id, std::int64_t seq);

}  // namespace minqing::ledger
