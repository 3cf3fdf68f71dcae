// SPDX-License-Identifier: MIT
#include "lib/ledger/diary.hpp"

#include <algorithm>
#include <charconv>

#include "lib/base/utf8.hpp"
#include "lib/ledger/row_values.hpp"

namespace minqing::ledger {

namespace {

constexpr std::int64_t kEntriesPerYear = 10'000'000;

constexpr std::string_view kEntryColumns =
    "SELECT d.id, d.number, d.seq, d.official, d.companions, d.day, d.weather, d.visits, "
    "d.reviews, d.reviewed_at, d.reviewed_by, d.voided_at FROM diary_entry d ";

ListedEntry read_entry_row(const Statement& row) {
  ListedEntry out;
  out.id = row.integer(0);
  out.number = row.string(1);
  out.seq = row.integer(2);
  out.official = row.string(3);
  if (row.text(4) != "[]") casework::from_json(row.text(4), out.companions);
  out.day = base::parse_iso_date(row.text(5)).value_or(base::Date{});
  out.weather = row.maybe_string(6);
  out.visits = row.integer(7);
  out.reviews = row.integer(8);
  out.reviewed_at = moment(row, 9);
  out.reviewed_by = row.maybe_string(10);
  out.voided_at = moment(row, 11);
  return out;
}

std::vector<std::string> words_of(Statement query, std::int64_t id) {
  std::vector<std::string> out;
  query.with(id);
  while (query.step()) out.push_back(query.string(0));
  return out;
}

void add_places(Database& db, ListedEntry& entry) {
  entry.areas = words_of(db.prepare("SELECT area FROM visit WHERE entry = ?1 AND area IS NOT NULL "
                                    "GROUP BY area ORDER BY min(no)"),
                         entry.id);
  entry.issues = issues_of_entry(db, entry.number);
}

/// What a query asks as SQL, with the values to bind in order.
struct Question {
  std::string where;
  std::vector<std::string> values;

  void add(const std::string& condition) {
    where += (where.empty() ? "WHERE " : " AND ") + condition;
  }
  std::string hold(std::string value) {
    values.push_back(std::move(value));
    return "?" + std::to_string(values.size());
  }
};

Question question_of(const EntryQuery& query) {
  Question out;
  if (query.person) {
    const std::string who = out.hold(*query.person);
    out.add("(d.official = " + who +
            " OR EXISTS (SELECT 1 FROM json_each(d.companions) WHERE value = " + who + "))");
  }
  if (query.area) {
    out.add("EXISTS (SELECT 1 FROM visit v WHERE v.entry = d.id AND v.area = " +
            out.hold(*query.area) + ")");
  }
  if (query.from) out.add("d.day >= " + out.hold(base::to_string(*query.from)));
  if (query.to) out.add("d.day <= " + out.hold(base::to_string(*query.to)));
  if (query.reviewed) out.add(*query.reviewed ? "d.reviews > 0" : "d.reviews = 0");
  if (!query.with_voided) out.add("d.voided_at IS NULL");
  return out;
}

/// Few events are the ledger's own, and of these few are anything but entries.
std::vector<std::int64_t> places_of_later(Database& db) {
  std::vector<std::int64_t> out;
  Statement query = db.prepare(
      "SELECT seq FROM event WHERE issue IS NULL AND kind IN ('diary_reviewed', 'diary_voided', "
      "'identity_revealed') ORDER BY seq");
  while (query.step()) out.push_back(query.integer(0));
  return out;
}

bool is_about(const casework::Event& event, const std::string& number) {
  if (const auto* reveal = std::get_if<casework::IdentityRevealed>(&event.payload)) {
    return reveal->entries && std::ranges::find(*reveal->entries, number) != reveal->entries->end();
  }
  return std::visit([&](const auto& data) { return casework::entry_number(data) == number; },
                    event.payload);
}

}  // namespace

std::optional<std::int64_t> entry_id(std::string_view number) {
  const std::size_t mark = number.rfind('D');
  if (mark == std::string_view::npos || mark < 4) return std::nullopt;
  int year = 0;
  std::int64_t counter = 0;
  const char* begin = number.data();
  const char* end = begin + number.size();
  const auto first = std::from_chars(begin + mark - 4, begin + mark, year);
  const auto second = std::from_chars(begin + mark + 1, end, counter);
  if (first.ptr != begin + mark || second.ec != std::errc() || second.ptr != end) {
    return std::nullopt;
  }
  if (year < 1 || counter < 1 || counter >= kEntriesPerYear) return std::nullopt;
  return year * kEntriesPerYear + counter;
}

std::string household_digest(KeyRing& keys, std::string_view household) {
  return keys.digest("household", base::fold(household));
}

std::vector<ListedEntry> select_entries(Database& db, const EntryQuery& query) {
  const Question question = question_of(query);
  std::vector<ListedEntry> out;
  {
    Statement rows =
        db.prepare(std::string(kEntryColumns) + question.where + " ORDER BY d.day DESC, d.id DESC");
    int index = 0;
    for (const std::string& value : question.values) rows.bind(++index, value);
    while (rows.step()) out.push_back(read_entry_row(rows));
  }
  for (ListedEntry& entry : out) add_places(db, entry);
  return out;
}

std::optional<ListedEntry> find_entry(Database& db, std::string_view number) {
  const auto id = entry_id(number);
  if (!id) return std::nullopt;
  Statement row = db.prepare(std::string(kEntryColumns) + "WHERE d.id = ?1");
  if (!row.with(*id).step()) return std::nullopt;
  ListedEntry out = read_entry_row(row);
  row.reset();
  add_places(db, out);
  return out;
}

WholeEntry load_entry(Ledger& ledger, const ListedEntry& row) {
  WholeEntry out{.row = row};
  const auto unseal = [&](std::string_view field, casework::Personal& text) {
    text.plain = ledger.keys().unseal(-row.id, field, text).value_or("〔已抹除〕");
  };
  if (const auto stored = event_at(ledger.db(), row.seq)) {
    out.entry = std::get<casework::DiaryWritten>(stored->event.payload).entry;
    for_each_personal(out.entry, unseal);
  }
  for (const std::int64_t seq : places_of_later(ledger.db())) {
    StoredEvent stored = *event_at(ledger.db(), seq);
    if (auto* reviewed = std::get_if<casework::DiaryReviewed>(&stored.event.payload);
        reviewed && reviewed->number == row.number) {
      for_each_personal(*reviewed, unseal);
      out.reviews.push_back({stored.event.occurred_at, stored.event.by, reviewed->words});
    } else if (auto* voided = std::get_if<casework::DiaryVoided>(&stored.event.payload);
               voided && voided->number == row.number) {
      for_each_personal(*voided, unseal);
      out.void_reason = voided->reason;
    }
  }
  out.issues.resize(out.entry.visits.size());
  Statement links = ledger.db().prepare(
      "SELECT l.visit, i.number FROM visit_issue l JOIN issue i ON i.id = l.issue "
      "WHERE l.entry = ?1 ORDER BY l.visit, i.id");
  links.with(row.id);
  while (links.step()) {
    const auto visit = static_cast<std::size_t>(links.integer(0));
    if (visit >= 1 && visit <= out.issues.size()) out.issues[visit - 1].push_back(links.string(1));
  }
  return out;
}

std::vector<StoredEvent> events_of_entry(Database& db, const ListedEntry& row) {
  std::vector<StoredEvent> out;
  out.push_back(*event_at(db, row.seq));
  for (const std::int64_t seq : places_of_later(db)) {
    auto stored = event_at(db, seq);
    if (is_about(stored->event, row.number)) out.push_back(*std::move(stored));
  }
  return out;
}

std::optional<std::string> entry_of_digest(Database& db, std::string_view digest) {
  Statement query =
      db.prepare("SELECT number FROM diary_entry WHERE digest = ?1 AND voided_at IS NULL");
  if (!query.with(digest).step()) return std::nullopt;
  return query.string(0);
}

std::int64_t last_entry_counter(Database& db, int year) {
  Statement query = db.prepare(
      "SELECT coalesce(max(id), ?1) - ?1 FROM diary_entry WHERE id > ?1 AND id < ?1 + ?2");
  query.with(year * kEntriesPerYear, kEntriesPerYear).step();
  return query.integer(0);
}

std::vector<std::string> issues_of_entry(Database& db, std::string_view number) {
  const auto id = entry_id(number);
  if (!id) return {};
  return words_of(db.prepare("SELECT DISTINCT i.number FROM visit_issue l JOIN issue i "
                             "ON i.id = l.issue WHERE l.entry = ?1 ORDER BY i.id"),
                  *id);
}

std::vector<std::string> entries_of_issue(Database& db, std::int64_t issue) {
  return words_of(db.prepare("SELECT DISTINCT d.number FROM visit_issue l JOIN diary_entry d "
                             "ON d.id = l.entry WHERE l.issue = ?1 AND d.voided_at IS NULL "
                             "ORDER BY d.id"),
                  issue);
}

std::vector<int> years_with_entries(Database& db) {
  std::vector<int> years;
  Statement query = db.prepare("SELECT DISTINCT id / 10000000 FROM diary_entry ORDER BY 1 DESC");
  while (query.step()) years.push_back(static_cast<int>(query.integer(0)));
  return years;
}

}  // namespace minqing::ledger
