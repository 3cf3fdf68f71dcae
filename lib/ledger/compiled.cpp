// SPDX-License-Identifier: MIT
#include "lib/ledger/compiled.hpp"

#include "lib/base/error.hpp"
#include "lib/casework/event.hpp"

namespace minqing::ledger {

namespace {

/// Version of the compiled form; the build's own, so that another program version never uses it.
constexpr std::string_view kCompiledVersion = MINQING_VERSION;

template <class Applied>
Applied last_applied(Database& db) {
  Statement query = db.prepare(
      "SELECT body FROM event WHERE kind = ?1 AND issue IS NULL ORDER BY seq DESC LIMIT 1");
  if (!query.with(Applied::kKind).step()) {
    throw base::Error(
        base::Exit::integrity,
        base::text("台账没有“{}”记录", "the ledger has no '{}' event", Applied::kKind));
  }
  return std::get<Applied>(casework::decode_body(query.blob(0)).payload);
}

}  // namespace

schema::Schema read_schema(Database& db) {
  Statement cached = db.prepare("SELECT version, body FROM compiled WHERE name = 'schema'");
  if (cached.step() && cached.text(0) == kCompiledVersion) {
    return schema::from_json(cached.blob(1));
  }
  return schema::schema_from_text(last_applied<casework::SchemaApplied>(db).text);
}

calendar::Calendar read_calendar(Database& db) {
  return calendar::Calendar::parse(last_applied<casework::CalendarApplied>(db).text, "calendar");
}

void store_compiled_schema(Database& db, schema::Schema schema) {
  // Units and areas live in the roster; leaving them out makes every start faster.
  schema.units.clear();
  schema.areas.clear();
  const std::string body = schema::to_json(schema).dump();
  db.prepare("INSERT OR REPLACE INTO compiled (name, version, body) VALUES ('schema', ?1, ?2)")
      .run(kCompiledVersion, Blob{body});
}

}  // namespace minqing::ledger
