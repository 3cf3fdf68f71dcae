// SPDX-License-Identifier: MIT
// Rules and roster in force, read from the ledger. The parsed schema and the roster with its folded
// names are kept in a form that only the build that made it reads (base/packed.hpp), so that
// commands neither parse YAML nor fold some hundred names. It is a cache: with another build, or
// damaged, it is made again from what it was made of.

#pragma once

#include "lib/calendar/calendar.hpp"
#include "lib/casework/roster.hpp"
#include "lib/ledger/sql.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::ledger {

/// Of a database that is being written, what was not kept yet is kept from now on.
schema::Schema read_schema(Database& db);
/// The same from its text, with what the compiled form leaves out: the forms to print.
schema::Schema read_whole_schema(Database& db);
/// The text of the schema in force, as it was applied: all its files (schema/files.hpp).
std::string schema_text(Database& db);
casework::Roster read_roster(Database& db);
calendar::Calendar read_calendar(Database& db);

/// Called when a schema is applied.
void store_compiled_schema(Database& db, schema::Schema schema);
/// Called when the roster changes.
void forget_packed_roster(Database& db);

}  // namespace minqing::ledger
