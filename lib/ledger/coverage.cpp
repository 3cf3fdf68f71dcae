// SPDX-License-Identifier: MIT
#include "lib/ledger/coverage.hpp"

#include "lib/ledger/load.hpp"
#include "lib/ledger/sealing.hpp"

namespace minqing::ledger {

namespace {

constexpr std::string_view kVisits =
    " FROM visit v JOIN diary_entry d ON d.id = v.entry WHERE d.voided_at IS NULL "
    "AND (?1 = '' OR d.official = ?1 OR EXISTS "
    "(SELECT 1 FROM json_each(d.companions) WHERE value = ?1)) ";

/// Households that hold a card of this person and were never visited.
void add_never_visited(Ledger& ledger, const std::string& person, std::vector<LastVisit>& out) {
  struct Held {
    std::int64_t seq;
    std::string area;
  };
  std::vector<Held> held;
  Statement query = ledger.db().prepare(
      "SELECT min(seq), coalesce(area, '') FROM contact_card WHERE recalled_on IS NULL "
      "AND household IS NOT NULL AND (?1 = '' OR official = ?1) AND household NOT IN (SELECT "
      "v.household" +
      std::string(kVisits) + "AND v.household IS NOT NULL) GROUP BY household ORDER BY 1");
  query.with(person);
  while (query.step()) held.push_back({query.integer(0), query.string(1)});
  query.reset();
  for (const Held& one : held) {
    const auto stored = event_at(ledger.db(), one.seq);
    const auto& given = std::get<casework::CardGiven>(stored->event.payload);
    auto plain = ledger.keys().unseal(kCardKeys, "household", *given.household);
    if (plain) out.push_back({one.area, *std::move(plain), {}});
  }
}

}  // namespace

std::vector<LastVisit> last_visits_to_villages(Database& db, const std::string& person) {
  std::vector<LastVisit> out;
  Statement query = db.prepare("SELECT v.area, max(d.day)" + std::string(kVisits) +
                               "AND v.area IS NOT NULL GROUP BY v.area ORDER BY v.area");
  query.with(person);
  while (query.step()) {
    out.push_back({query.string(0), {}, base::parse_iso_date(query.text(1))});
  }
  return out;
}

std::vector<LastVisit> last_visits_to_households(Ledger& ledger, const std::string& person) {
  struct Place {
    std::int64_t entry, seq, visit;
    LastVisit last;
  };
  std::vector<Place> places;
  {
    // Beside max() SQLite takes the other columns from the row that has it.
    Statement query = ledger.db().prepare(
        "SELECT d.id, d.seq, v.no, coalesce(v.area, ''), max(d.day)" + std::string(kVisits) +
        "AND v.household IS NOT NULL GROUP BY v.household ORDER BY max(d.day), d.id, v.no");
    query.with(person);
    while (query.step()) {
      places.push_back({query.integer(0),
                        query.integer(1),
                        query.integer(2),
                        {query.string(3), {}, base::parse_iso_date(query.text(4))}});
    }
  }
  std::vector<LastVisit> out;
  for (Place& place : places) {
    const auto stored = event_at(ledger.db(), place.seq);
    const auto& visits = std::get<casework::DiaryWritten>(stored->event.payload).entry.visits;
    const auto& household = visits.at(static_cast<std::size_t>(place.visit - 1)).household;
    if (!household) continue;
    auto plain = ledger.keys().unseal(-place.entry, "household", *household);
    if (!plain) continue;
    place.last.household = *std::move(plain);
    out.push_back(std::move(place.last));
  }
  add_never_visited(ledger, person, out);
  return out;
}

}  // namespace minqing::ledger
