// SPDX-License-Identifier: MIT
// Rules in force, read from the ledger. The parsed schema is kept in a form of one program version
// so that commands do not parse YAML; with another version it is parsed from the text of its event.

#pragma once

#include "lib/calendar/calendar.hpp"
#include "lib/ledger/sql.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::ledger {

schema::Schema read_schema(Database& db);
calendar::Calendar read_calendar(Database& db);
/// Called when a schema or calendar is applied.
void store_compiled_schema(Database& db, schema::Schema schema);

}  // namespace minqing::ledger
