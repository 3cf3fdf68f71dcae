// SPDX-License-Identifier: MIT
#include "lib/ledger/past.hpp"

#include "lib/ledger/load.hpp"

#include <algorithm>

namespace minqing::ledger {

std::vector<casework::PastStep> past_steps(Ledger& ledger, std::int64_t id) {
  std::vector<casework::Event> events;
  for (StoredEvent& stored : events_of(ledger.db(), id)) events.push_back(std::move(stored.event));
  const std::vector<bool> counts = casework::effective(events);
  std::vector<casework::PastStep> steps;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const casework::Event& event = events[i];
    if (steps.empty() || steps.back().transaction != event.transaction) {
      steps.push_back(
          {.transaction = event.transaction,
           .kinds = {},
           .by = event.by,
           .recorded = base::local_moment(event.recorded_at, ledger.utc_offset_minutes()),
           .counts = counts[i]});
    }
    steps.back().kinds.push_back(kind_of(event.payload));
  }
  return steps;
}

std::vector<casework::MergedIssue> merged_into(Database& db, const std::string& number) {
  std::vector<casework::MergedIssue> out;
  Statement query = db.prepare(
      "SELECT i.number, EXISTS (SELECT 1 FROM round r WHERE r.issue = i.id AND r.no = i.round "
      "AND r.fed_back_at IS NOT NULL) FROM issue i WHERE i.merged_into = ?1 ORDER BY i.id");
  query.with(number);
  while (query.step()) out.push_back({query.string(0), query.integer(1) != 0});
  return out;
}

std::vector<std::string> issues_of_transaction(Database& db, const std::string& transaction) {
  // The first event of a transaction carries its id as a column; the others follow it.
  std::vector<std::string> numbers;
  Statement first = db.prepare("SELECT seq, body FROM event WHERE tx = ?1");
  if (!first.with(transaction).step()) return numbers;
  const std::int64_t count = casework::decode_body(first.blob(1)).count;
  for_each_event(db, first.integer(0), count, [&](const StoredEvent& stored) {
    if (!stored.event.issue.empty()) numbers.push_back(stored.event.issue);
  });
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

std::string last_transaction_by(Database& db, const std::string& person) {
  // Undone transactions are passed over, so that --last twice takes back two steps.
  std::vector<std::string> undone;
  Statement events = db.prepare("SELECT body FROM event WHERE issue IS NOT NULL ORDER BY seq DESC");
  while (events.step()) {
    const casework::Event event = casework::decode_body(events.blob(0));
    if (const auto* undo = std::get_if<casework::StepUndone>(&event.payload)) {
      undone.push_back(undo->transaction);
    } else if (event.by == person &&
               std::find(undone.begin(), undone.end(), event.transaction) == undone.end()) {
      return event.transaction;
    }
  }
  return {};
}

std::vector<casework::WordInUse> words_in_use(Database& db) {
  std::vector<casework::WordInUse> words;
  for (const char* field : {"category", "nature", "channel", "source"}) {
    Statement query =
        db.prepare(std::string("SELECT ") + field + ", count(*), min(id) FROM issue WHERE " +
                   field + " IS NOT NULL GROUP BY 1 ORDER BY 1");
    while (query.step()) {
      words.push_back({field, query.string(0), query.integer(1), number_of(db, query.integer(2))});
    }
  }
  return words;
}

std::vector<std::string> with_provisional_deadline(Database& db) {
  std::vector<std::string> numbers;
  Statement query = db.prepare(
      "SELECT DISTINCT i.number, i.id FROM assignment a JOIN issue i ON i.id = a.issue "
      "WHERE a.provisional = 1 AND a.ended_at IS NULL AND i.voided_at IS NULL ORDER BY i.id");
  while (query.step()) numbers.push_back(query.string(0));
  return numbers;
}

std::vector<std::string> issues_registered_by(Database& db, const std::string& batch) {
  std::vector<std::string> numbers;
  Statement query = db.prepare(
      "SELECT DISTINCT i.number, i.id FROM import_row r JOIN issue i ON i.id = r.issue "
      "WHERE r.batch = ?1 AND i.voided_at IS NULL ORDER BY i.id");
  query.with(batch);
  while (query.step()) numbers.push_back(query.string(0));
  return numbers;
}

std::vector<ImportedBatch> imported_batches(Database& db) {
  std::vector<ImportedBatch> batches;
  Statement query = db.prepare(
      "SELECT r.batch, min(i.recorded_at), min(i.registered_by), count(*), "
      "sum(i.voided_at IS NOT NULL), min(i.id), max(i.id) FROM import_row r "
      "JOIN issue i ON i.id = r.issue GROUP BY r.batch ORDER BY 2, 6");
  while (query.step()) {
    batches.push_back({query.string(0),
                       {query.integer(1)},
                       query.string(2),
                       query.integer(3),
                       query.integer(4),
                       number_of(db, query.integer(5)),
                       number_of(db, query.integer(6))});
  }
  return batches;
}

std::string last_import(Database& db) {
  Statement query = db.prepare(
      "SELECT r.batch FROM import_row r JOIN issue i ON i.id = r.issue WHERE i.voided_at IS NULL "
      "ORDER BY i.recorded_at DESC, "
      "i.id DESC LIMIT 1");
  return query.step() ? query.string(0) : std::string();
}

}  // namespace minqing::ledger
