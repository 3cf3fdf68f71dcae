// SPDX-License-Identifier: MIT
#include "lib/ledger/roster_table.hpp"

namespace minqing::ledger {

namespace {

std::string words_column(const std::vector<std::string>& words) { return casework::to_json(words); }

std::vector<std::string> words_from(std::string_view column) {
  std::vector<std::string> out;
  if (column != "[]") casework::from_json(column, out);
  return out;
}

}  // namespace

casework::Roster read_roster_tables(Database& db) {
  casework::RosterChanged all;
  Statement areas =
      db.prepare("SELECT code, name, also, parent, level FROM area ORDER BY position");
  while (areas.step()) {
    all.areas.push_back({areas.string(0), areas.string(1), words_from(areas.text(2)),
                         areas.maybe_string(3), areas.string(4)});
  }
  Statement units = db.prepare("SELECT id, name, also, kind, area FROM unit ORDER BY position");
  while (units.step()) {
    all.units.push_back({units.string(0), units.string(1), words_from(units.text(2)),
                         units.string(3), units.maybe_string(4)});
  }
  Statement people =
      db.prepare("SELECT id, name, also, unit, post, os_user FROM person ORDER BY position");
  while (people.step()) {
    all.people.push_back({people.string(0), people.string(1), words_from(people.text(2)),
                          people.maybe_string(3), people.maybe_string(4), people.maybe_string(5)});
  }
  casework::Roster roster;
  roster.apply(std::move(all));
  return roster;
}

void write_roster_change(Database& db, const casework::RosterChanged& change) {
  // An entry keeps its position when it is replaced: the office's own order (组织序).
  Statement area = db.prepare(
      "INSERT INTO area (code, name, also, parent, level) VALUES (?1, ?2, ?3, ?4, ?5) "
      "ON CONFLICT (code) DO UPDATE SET name = ?2, also = ?3, parent = ?4, level = ?5");
  for (const auto& entry : change.areas) {
    area.run(entry.code, entry.name, words_column(entry.also), entry.parent, entry.level);
  }
  Statement unit = db.prepare(
      "INSERT INTO unit (id, name, also, kind, area) VALUES (?1, ?2, ?3, ?4, ?5) "
      "ON CONFLICT (id) DO UPDATE SET name = ?2, also = ?3, kind = ?4, area = ?5");
  for (const auto& entry : change.units) {
    unit.run(entry.id, entry.name, words_column(entry.also), entry.kind, entry.area);
  }
  Statement person = db.prepare(
      "INSERT INTO person (id, name, also, unit, post, os_user) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
      "ON CONFLICT (id) DO UPDATE SET name = ?2, also = ?3, unit = ?4, post = ?5, os_user = ?6");
  for (const auto& entry : change.people) {
    person.run(entry.id, entry.name, words_column(entry.also), entry.unit, entry.post,
               entry.os_user);
  }
}

}  // namespace minqing::ledger
