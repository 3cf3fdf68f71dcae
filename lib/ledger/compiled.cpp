// SPDX-License-Identifier: MIT
#include "lib/ledger/compiled.hpp"

#include "lib/base/error.hpp"
#include "lib/base/json_stream.hpp"
#include "lib/base/packed.hpp"
#include "lib/casework/event.hpp"
#include "lib/ledger/roster_table.hpp"

#include <memory>
#include <variant>

namespace minqing::ledger {

namespace {

/// Program version and a digest of the headers that say what is in the forms kept here.
constexpr std::string_view kForm = MINQING_COMPILED_FORM;

/// What is kept under the name and was written by this build, as `read` understands it; nothing
/// when it is not there or damaged.
template <class Read>
auto find_kept(Database& db, std::string_view name, Read read)
    -> std::optional<decltype(read(std::string_view()))> {
  Statement query = db.prepare("SELECT body FROM compiled WHERE name = ?1 AND version = ?2");
  if (!query.with(name, kForm).step()) return std::nullopt;
  try {
    return read(query.blob(0));
  } catch (const base::PackedError&) {
    return std::nullopt;
  }
}

void keep(Database& db, std::string_view name, std::string_view body) {
  db.prepare("INSERT OR REPLACE INTO compiled (name, version, body) VALUES (?1, ?2, ?3)")
      .run(name, kForm, Blob{body});
}

template <class Applied>
Applied last_applied(Database& db) {
  Statement query = db.prepare(
      "SELECT body FROM event WHERE kind = ?1 AND issue IS NULL ORDER BY seq DESC LIMIT 1");
  if (!query.with(Applied::kKind).step()) {
    throw base::Error(
        base::Exit::integrity,
        base::text("台账没有“{}”记录", "the ledger has no '{}' event", Applied::kKind));
  }
  try {
    return std::get<Applied>(casework::decode_body(query.blob(0)).payload);
  } catch (const base::JsonError&) {
  } catch (const std::bad_variant_access&) {
  }
  throw base::Error(base::Exit::integrity,
                    base::text("“{}”记录损坏", "the event '{}' is damaged", Applied::kKind),
                    base::text("不要再写；用备份还原", "write nothing more; restore a backup"));
}

template <class T>
void write_words(base::JsonWriter& out, std::string_view kind, const std::vector<T>& things) {
  out.key(kind);
  out.begin_array();
  for (const T& thing : things) {
    out.begin_object();
    out.key("id");
    out.string(thing.id);
    out.key("label");
    out.string(thing.label.zh);
    if constexpr (requires { thing.parent; }) {
      if (!thing.parent.empty()) {
        out.key("parent");
        out.string(thing.parent);
      }
    }
    out.end_object();
  }
  out.end_array();
}

/// What the schema calls things, for the SQL views (schemas/sql/views.sql).
std::string words_of(const schema::Schema& schema) {
  base::JsonWriter out;
  out.begin_object();
  write_words(out, "categories", schema.categories);
  write_words(out, "channels", schema.channels);
  write_words(out, "natures", schema.natures);
  out.end_object();
  return out.take();
}

std::string_view kept_name(casework::RosterPart part) {
  switch (part) {
    case casework::RosterPart::units:
      return "roster.units";
    case casework::RosterPart::people:
      return "roster.people";
    case casework::RosterPart::areas:
      return "roster.areas";
  }
  return {};
}

/// The parts of a roster, as they are kept or else from the tables, which are read once.
class PackedRoster {
 public:
  explicit PackedRoster(Database& db) : db_(db) {}

  std::string read(casework::RosterPart part) {
    const auto check = [](std::string_view bytes) {
      casework::Roster::check_packed(bytes);
      return std::string(bytes);
    };
    if (auto kept = find_kept(db_, kept_name(part), check)) return *std::move(kept);
    if (!made_) {
      made_ = read_roster_tables(db_);
      if (db_.is_writing()) keep_all();
    }
    return made_->pack(part);
  }

 private:
  void keep_all() {
    for (const casework::RosterPart part : casework::kRosterParts) {
      keep(db_, kept_name(part), made_->pack(part));
    }
  }

  Database& db_;
  std::optional<casework::Roster> made_;
};

}  // namespace

schema::Schema read_schema(Database& db) {
  if (auto kept = find_kept(db, "schema", schema::unpack)) return *std::move(kept);
  auto schema = read_whole_schema(db);
  if (db.is_writing()) store_compiled_schema(db, schema);
  return schema;
}

schema::Schema read_whole_schema(Database& db) {
  return schema::schema_from_text(last_applied<casework::SchemaApplied>(db).text);
}

calendar::Calendar read_calendar(Database& db) {
  return calendar::Calendar::parse(last_applied<casework::CalendarApplied>(db).text, "calendar");
}

std::string schema_text(Database& db) { return last_applied<casework::SchemaApplied>(db).text; }

casework::Roster read_roster(Database& db) {
  const auto packed = std::make_shared<PackedRoster>(db);
  return casework::Roster::from_packed(
      [packed](casework::RosterPart part) { return packed->read(part); });
}

void store_compiled_schema(Database& db, schema::Schema schema) {
  // Units and areas live in the roster; leaving them out makes every start faster.
  schema.units.clear();
  schema.areas.clear();
  keep(db, "schema", schema::pack(schema));
  keep(db, "words", words_of(schema));
}

void forget_packed_roster(Database& db) {
  db.execute("DELETE FROM compiled WHERE name GLOB 'roster*'");
}

}  // namespace minqing::ledger
