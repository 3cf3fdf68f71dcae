// SPDX-License-Identifier: MIT
// The roster's projection: tables unit, person, area.

#pragma once

#include "lib/casework/roster.hpp"
#include "lib/ledger/sql.hpp"

namespace minqing::ledger {

casework::Roster read_roster_tables(Database& db);
void write_roster_change(Database& db, const casework::RosterChanged& change);

}  // namespace minqing::ledger
