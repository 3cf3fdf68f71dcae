// SPDX-License-Identifier: MIT
#include "lib/ledger/diary_table.hpp"

#include "lib/ledger/diary.hpp"
#include "lib/ledger/ledger.hpp"

namespace minqing::ledger {

bool DiaryTable::write(std::int64_t seq, const casework::Event& event) {
  if (const auto* written = std::get_if<casework::DiaryWritten>(&event.payload)) {
    write_entry(seq, *written);
  } else if (const auto* reviewed = std::get_if<casework::DiaryReviewed>(&event.payload)) {
    db_.prepare(
           "UPDATE diary_entry SET reviews = reviews + 1, reviewed_at = ?2, reviewed_by = ?3 "
           "WHERE id = ?1")
        .run(*entry_id(reviewed->number), base::to_string(event.occurred_at), event.by);
  } else if (const auto* voided = std::get_if<casework::DiaryVoided>(&event.payload)) {
    db_.prepare("UPDATE diary_entry SET voided_at = ?2 WHERE id = ?1")
        .run(*entry_id(voided->number), base::to_string(event.occurred_at));
  } else {
    return false;
  }
  return true;
}

void DiaryTable::link(std::int64_t issue, const casework::Particulars& of) {
  if (!of.diary_entry) return;
  db_.prepare("INSERT OR IGNORE INTO visit_issue VALUES (?1, ?2, ?3)")
      .run(*entry_id(*of.diary_entry), of.diary_visit.value_or(1), issue);
}

void DiaryTable::write_entry(std::int64_t seq, const casework::DiaryWritten& written) {
  const casework::DiaryEntry& entry = written.entry;
  const std::int64_t id = *entry_id(written.number);
  db_.prepare(
         "INSERT INTO diary_entry VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0, NULL, NULL, "
         "NULL)")
      .run(id, written.number, seq, entry.official, casework::to_json(entry.companions),
           base::to_string(entry.day), entry.weather,
           static_cast<std::int64_t>(entry.visits.size()), written.digest);
  std::int64_t no = 0;
  for (const casework::DiaryVisit& visit : entry.visits) write_visit(id, ++no, visit);
}

void DiaryTable::write_visit(std::int64_t entry, std::int64_t no,
                             const casework::DiaryVisit& visit) {
  db_.prepare("INSERT INTO visit VALUES (?1, ?2, ?3, ?4, ?5)")
      .run(entry, no, visit.area, household_digest(entry, visit), casework::id_of(visit.method));
  for (const std::string& number : visit.issues) {
    db_.prepare("INSERT OR IGNORE INTO visit_issue VALUES (?1, ?2, ?3)")
        .run(entry, no, *issue_id(number));
  }
}

/// While the command runs the plain text is at hand; a rebuild unseals it, and what was erased
/// stays out.
std::optional<std::string> DiaryTable::household_digest(std::int64_t entry,
                                                        const casework::DiaryVisit& visit) {
  if (!visit.household) return std::nullopt;
  std::string plain = visit.household->plain;
  if (plain.empty()) plain = keys_.unseal(-entry, "household", *visit.household).value_or("");
  if (plain.empty()) return std::nullopt;
  return ledger::household_digest(keys_, plain);
}

}  // namespace minqing::ledger
