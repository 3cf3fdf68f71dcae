// SPDX-License-Identifier: MIT
#include "lib/ledger/cards.hpp"

#include "lib/ledger/diary.hpp"
#include "lib/ledger/load.hpp"
#include "lib/ledger/sealing.hpp"
#include "lib/ledger/where.hpp"

namespace minqing::ledger {

namespace {

/// The days of `query` as a condition on the issues that are counted, with `first` and `second`
/// standing for the values.
std::string counted(const CardQuery& query, const std::string& first, const std::string& second) {
  std::string out = "i.card = c.no COLLATE NOCASE AND i.voided_at IS NULL";
  if (query.from) out += " AND i.registered_at >= " + first;
  if (query.to) out += " AND i.registered_at < " + second;
  return out;
}

std::string household_of(Ledger& ledger, std::int64_t seq) {
  auto stored = event_at(ledger.db(), seq);
  const auto owner = key_owner({}, stored->event.payload);
  const auto& given = std::get<casework::CardGiven>(stored->event.payload);
  if (!given.household) return {};
  return ledger.keys().unseal(*owner, "household", *given.household).value_or("");
}

}  // namespace

std::vector<ListedCard> select_cards(Ledger& ledger, const CardQuery& query) {
  std::vector<std::string> values = {query.from ? base::to_string(*query.from) : "",
                                     query.to ? base::to_string(*query.to + 1) : ""};
  std::string where = "WHERE 1";
  const auto add = [&](const std::string& column, const std::string& value) {
    values.push_back(value);
    where += " AND " + column + " = ?" + std::to_string(values.size());
  };
  if (query.official) add("c.official", *query.official);
  if (query.area) add("c.area", *query.area);
  if (!query.with_recalled) where += " AND c.recalled_on IS NULL";
  if (!query.numbers.empty()) {
    std::string list;
    for (const std::string& no : query.numbers) {
      values.push_back(no);
      list += (list.empty() ? "?" : ", ?") + std::to_string(values.size());
    }
    where += " AND c.no IN (" + list + ")";
  }
  const std::string issues = "(SELECT count(*) FROM issue i WHERE " + counted(query, "?1", "?2");
  const std::string sql = "SELECT c.seq, c.no, c.official, c.area, c.given_on, c.recalled_on, " +
                          issues + "), " + issues + " AND i.state IN (" + open_states() +
                          ")) FROM contact_card c " + where + " ORDER BY c.seq";
  std::vector<ListedCard> out;
  Statement rows = ledger.db().prepare(sql);
  for (std::size_t i = 0; i < values.size(); ++i) rows.bind(static_cast<int>(i) + 1, values[i]);
  while (rows.step()) {
    ListedCard card;
    card.id = rows.integer(0);
    card.no = rows.string(1);
    card.official = rows.string(2);
    card.area = rows.maybe_string(3);
    card.given_on = base::parse_iso_date(rows.text(4)).value_or(base::Date{});
    if (!rows.is_null(5)) card.recalled_on = base::parse_iso_date(rows.text(5));
    card.issues = rows.integer(6);
    card.open = rows.integer(7);
    out.push_back(std::move(card));
  }
  rows.reset();
  for (ListedCard& card : out) card.household = household_of(ledger, card.id);
  return out;
}

std::optional<casework::KnownCard> find_card(Database& db, std::string_view no) {
  Statement query = db.prepare("SELECT no, official, recalled_on FROM contact_card WHERE no = ?1");
  if (!query.with(no).step()) return std::nullopt;
  casework::KnownCard out{query.string(0), query.string(1), {}};
  if (!query.is_null(2)) out.recalled_on = base::parse_iso_date(query.text(2));
  return out;
}

std::optional<std::string> area_of_card(Database& db, std::string_view no) {
  Statement query = db.prepare("SELECT area FROM contact_card WHERE no = ?1");
  if (!query.with(no).step()) return std::nullopt;
  return query.maybe_string(0);
}

std::optional<std::string> card_of_household(Database& db, const std::string& official,
                                             const std::string& household_digest) {
  Statement query = db.prepare(
      "SELECT no FROM contact_card WHERE official = ?1 AND household = ?2 AND recalled_on IS NULL");
  if (!query.with(official, household_digest).step()) return std::nullopt;
  return query.string(0);
}

std::int64_t last_card_counter(Database& db) {
  Statement query = db.prepare(
      "SELECT coalesce(max(CAST(substr(no, 3) AS INTEGER)), 0) FROM contact_card "
      "WHERE no GLOB 'LK[0-9]*' AND substr(no, 3) NOT GLOB '*[^0-9]*'");
  query.step();
  return query.integer(0);
}

bool write_card_event(Database& db, KeyRing& keys, std::int64_t seq, const casework::Event& event) {
  if (const auto* given = std::get_if<casework::CardGiven>(&event.payload)) {
    std::optional<std::string> household;
    if (given->household) {
      // While the command runs the plain text is at hand; a rebuild unseals it.
      std::string plain = given->household->plain;
      if (plain.empty()) {
        const auto owner = key_owner({}, event.payload);
        plain = keys.unseal(*owner, "household", *given->household).value_or("");
      }
      if (!plain.empty()) household = household_digest(keys, plain);
    }
    db.prepare("INSERT INTO contact_card VALUES (?1, ?2, ?3, ?4, ?5, ?6, NULL)")
        .run(seq, given->no, given->official, given->area, household,
             base::to_string(event.occurred_at.date));
    return true;
  }
  const auto* recalled = std::get_if<casework::CardRecalled>(&event.payload);
  if (!recalled) return false;
  db.prepare("UPDATE contact_card SET recalled_on = ?2 WHERE no = ?1")
      .run(recalled->no, base::to_string(event.occurred_at.date));
  return true;
}

}  // namespace minqing::ledger
