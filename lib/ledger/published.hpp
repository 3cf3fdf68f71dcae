// SPDX-License-Identifier: MIT
// What the ledger knows of its published reports, and of its own past.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lib/base/time.hpp"
#include "lib/casework/events_ledger.hpp"
#include "lib/ledger/sql.hpp"

namespace minqing::ledger {

/// The last report of this kind published for exactly this period.
std::optional<casework::ReportPublished> find_published(Database& db, std::string_view report,
                                                        const base::Period& period);
/// 1 for the first of a year.
std::int64_t next_report_number(Database& db, std::string_view report, int year);

/// Seq of the last event recorded before the end of `day`, 0 when there is none.
std::int64_t last_seq_until(Database& db, base::Date day, int utc_offset_minutes);
/// The link of event `seq` as 64 hex digits.
std::string link_hex(Database& db, std::int64_t seq);

}  // namespace minqing::ledger
