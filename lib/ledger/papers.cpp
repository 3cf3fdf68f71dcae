// SPDX-License-Identifier: MIT
#include "lib/ledger/papers.hpp"

#include <algorithm>

namespace minqing::ledger {

namespace {

template <class Wanted>
std::vector<StoredEvent> papers(Database& db, Wanted wanted) {
  std::vector<std::int64_t> places;
  Statement query =
      db.prepare("SELECT seq FROM event WHERE issue IS NULL AND kind = ?1 ORDER BY seq");
  query.with(casework::PaperIssued::kKind);
  while (query.step()) places.push_back(query.integer(0));
  std::vector<StoredEvent> out;
  for (const std::int64_t seq : places) {
    auto stored = event_at(db, seq);
    const auto* paper = std::get_if<casework::PaperIssued>(&stored->event.payload);
    if (paper && wanted(*paper)) out.push_back(*std::move(stored));
  }
  return out;
}

}  // namespace

std::vector<StoredEvent> papers_of_form(Database& db, std::string_view form) {
  return papers(db, [&](const casework::PaperIssued& paper) { return paper.form == form; });
}

std::vector<StoredEvent> papers_of_issue(Database& db, std::string_view number) {
  return papers(db, [&](const casework::PaperIssued& paper) { return paper.issue == number; });
}

std::int64_t last_paper_number(Database& db, std::string_view form, int year) {
  std::int64_t last = 0;
  for (const StoredEvent& stored : papers_of_form(db, form)) {
    const auto& paper = std::get<casework::PaperIssued>(stored.event.payload);
    if (paper.year == year) last = std::max(last, paper.number);
  }
  return last;
}

std::vector<StoredEvent> events_until(Database& db, std::int64_t id, std::int64_t seq) {
  std::vector<StoredEvent> events = events_of(db, id);
  std::erase_if(events, [&](const StoredEvent& stored) { return stored.seq > seq; });
  return events;
}

}  // namespace minqing::ledger
