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

/// The three columns of an entry's past, from `column` on.
template <class T>
void read_past(const Statement& row, int column, T& entry) {
  if (!row.is_null(column)) {
    entry.ended =
        casework::Ended{*base::parse_iso_date(row.text(column)), row.maybe_string(column + 1)};
  }
  if (!row.is_null(column + 2)) casework::from_json(row.text(column + 2), entry.former.emplace());
}

/// The same as values to bind.
struct Past {
  std::optional<std::string> ended_on, successor, former;

  template <class T>
  explicit Past(const T& entry) {
    if (entry.ended) {
      ended_on = to_string(entry.ended->until);
      successor = entry.ended->successor;
    }
    if (entry.former) former = casework::to_json(*entry.former);
  }
};

}  // namespace

casework::Roster read_roster_tables(Database& db) {
  casework::RosterChanged all;
  Statement areas = db.prepare(
      "SELECT code, name, also, parent, level, ended_on, successor, former FROM area "
      "ORDER BY position");
  while (areas.step()) {
    all.areas.push_back({areas.string(0), areas.string(1), words_from(areas.text(2)),
                         areas.maybe_string(3), areas.string(4)});
    read_past(areas, 5, all.areas.back());
  }
  Statement units = db.prepare(
      "SELECT id, name, also, kind, area, phone, address, ended_on, successor, former, duties FROM "
      "unit "
      "ORDER BY position");
  while (units.step()) {
    all.units.push_back({units.string(0), units.string(1), words_from(units.text(2)),
                         units.string(3), units.maybe_string(4), units.maybe_string(5),
                         units.maybe_string(6)});
    read_past(units, 7, all.units.back());
    all.units.back().duties = units.maybe_string(10);
  }
  Statement people = db.prepare(
      "SELECT id, name, also, unit, post, os_user, phone, ended_on, successor, former FROM person "
      "ORDER BY position");
  while (people.step()) {
    all.people.push_back({people.string(0), people.string(1), words_from(people.text(2)),
                          people.maybe_string(3), people.maybe_string(4), people.maybe_string(5),
                          people.maybe_string(6)});
    read_past(people, 7, all.people.back());
  }
  casework::Roster roster;
  roster.apply(std::move(all));
  return roster;
}

void write_roster_change(Database& db, const casework::RosterChanged& change) {
  // An entry keeps its position when it is replaced: the office's own order (组织序).
  Statement area = db.prepare(
      "INSERT INTO area (code, name, also, parent, level, ended_on, successor, former) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (code) DO UPDATE SET "
      "name = ?2, also = ?3, parent = ?4, level = ?5, ended_on = ?6, successor = ?7, former = ?8");
  for (const auto& entry : change.areas) {
    const Past past(entry);
    area.run(entry.code, entry.name, words_column(entry.also), entry.parent, entry.level,
             past.ended_on, past.successor, past.former);
  }
  Statement unit = db.prepare(
      "INSERT INTO unit (id, name, also, kind, area, phone, address, ended_on, successor, former, "
      "duties) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (id) DO UPDATE SET "
      "name = ?2, also = ?3, kind = ?4, area = ?5, phone = ?6, address = ?7, ended_on = ?8, "
      "successor = ?9, former = ?10, duties = ?11");
  for (const auto& entry : change.units) {
    const Past past(entry);
    unit.run(entry.id, entry.name, words_column(entry.also), entry.kind, entry.area, entry.phone,
             entry.address, past.ended_on, past.successor, past.former, entry.duties);
  }
  Statement person = db.prepare(
      "INSERT INTO person (id, name, also, unit, post, os_user, phone, ended_on, successor, "
      "former) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (id) DO UPDATE SET "
      "name = ?2, also = ?3, unit = ?4, post = ?5, os_user = ?6, phone = ?7, ended_on = ?8, "
      "successor = ?9, former = ?10");
  for (const auto& entry : change.people) {
    const Past past(entry);
    person.run(entry.id, entry.name, words_column(entry.also), entry.unit, entry.post,
               entry.os_user, entry.phone, past.ended_on, past.successor, past.former);
  }
}

}  // namespace minqing::ledger
