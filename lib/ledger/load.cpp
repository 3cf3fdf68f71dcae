// SPDX-License-Identifier: MIT
#include "lib/ledger/load.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "lib/base/error.hpp"
#include "lib/casework/accusation.hpp"
#include "lib/ledger/row_values.hpp"
#include "lib/ledger/where.hpp"

namespace minqing::ledger {

namespace {

using casework::Issue;

casework::Event decode_stored(const Statement& row, int column, std::int64_t seq) {
  try {
    return casework::decode_body(row.blob(column));
  } catch (const base::JsonError&) {
    throw base::Error(base::Exit::integrity,
                      base::text("第 {} 条记录损坏", "event {} is damaged", seq),
                      base::text("用 verify 查明", "run 'verify'"));
  }
}

base::Moment certain_moment(const Statement& row, int column) {
  return moment(row, column).value_or(base::Moment{});
}

template <class E>
std::optional<E> maybe(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return casework::parse_word<E>(row.text(column));
}

std::optional<bool> maybe_bool(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return row.integer(column) != 0;
}

/// Rounds and hand-overs of one issue at a time, from two statements that run beside the issues.
class RoundReader {
 public:
  explicit RoundReader(Database& db)
      : rounds_(db.prepare(
            "SELECT no, opened_at, cause, from_closed, resolved_at, resolved_by, result_kind, "
            "checked_at, check_passed, fed_back_at, fed_back_office_at, attempts, called_back_at, "
            "responded, solved, satisfaction, closed_at, closed_on FROM round WHERE issue = ?1 "
            "ORDER BY no")),
        assignments_(db.prepare(
            "SELECT round, unit, handler, basis, due_on, due_minute, provisional, assigned_at, "
            "signed_at, contacted_at, ended_at, ended_by, time_limit, extensions, imported "
            "FROM assignment "
            "WHERE issue = ?1 ORDER BY round, no")) {
    // Few issues are ever suspended: all pauses at once cost less than a question for each issue.
    Statement pauses = db.prepare(
        "SELECT issue, round, from_at, to_at, review_on FROM pause ORDER BY issue, round, no");
    while (pauses.step()) {
      casework::Pause pause{certain_moment(pauses, 2), moment(pauses, 3), {}};
      if (const auto review = moment(pauses, 4)) pause.review_on = review->date;
      pauses_[{pauses.integer(0), pauses.integer(1)}].push_back(pause);
    }
  }

  void read(std::int64_t id, Issue& issue) {
    rounds_.with(id);
    while (rounds_.step()) {
      issue.rounds.push_back(round());
      const auto paused = pauses_.find({id, issue.rounds.back().no});
      if (paused != pauses_.end()) issue.rounds.back().pauses = paused->second;
    }
    assignments_.with(id);
    while (assignments_.step()) {
      const auto no = static_cast<std::size_t>(assignments_.integer(0));
      if (no >= 1 && no <= issue.rounds.size()) {
        issue.rounds[no - 1].assignments.push_back(assignment());
      }
    }
  }

 private:
  casework::Round round() const {
    casework::Round out;
    out.no = rounds_.integer(0);
    out.opened_at = certain_moment(rounds_, 1);
    out.cause = maybe<casework::ReopenCause>(rounds_, 2);
    out.reopened_from_closed = rounds_.integer(3) != 0;
    out.resolved_at = moment(rounds_, 4);
    out.resolved_by = rounds_.string(5);
    out.result_kind = value<casework::ResultKind>(rounds_, 6);
    out.checked_at = moment(rounds_, 7);
    out.check_passed = rounds_.integer(8) != 0;
    out.fed_back_at = moment(rounds_, 9);
    out.fed_back_office_at = moment(rounds_, 10);
    out.attempts = static_cast<int>(rounds_.integer(11));
    out.called_back_at = moment(rounds_, 12);
    out.responded = maybe_bool(rounds_, 13);
    out.solved = maybe_bool(rounds_, 14);
    out.satisfaction =
        maybe<casework::Satisfaction>(rounds_, 15).value_or(casework::Satisfaction::not_rated);
    out.closed_at = moment(rounds_, 16);
    out.closed_on = maybe<casework::CloseGround>(rounds_, 17);
    return out;
  }

  casework::Assignment assignment() const {
    casework::Assignment out;
    out.unit = assignments_.string(1);
    out.handler = assignments_.maybe_string(2);
    out.basis = value<casework::AssignmentBasis>(assignments_, 3);
    out.due.due_on = certain_moment(assignments_, 4).date;
    if (!assignments_.is_null(5)) out.due.due_minute = assignments_.integer(5);
    out.due.provisional = assignments_.integer(6) != 0;
    out.assigned_at = certain_moment(assignments_, 7);
    out.signed_at = moment(assignments_, 8);
    out.contacted_at = moment(assignments_, 9);
    out.ended_at = moment(assignments_, 10);
    out.ended_by = assignments_.string(11);
    if (!assignments_.is_null(12)) out.due.limit = calendar::parse_limit(assignments_.text(12));
    out.extensions = static_cast<int>(assignments_.integer(13));
    out.imported = assignments_.integer(14) != 0;
    return out;
  }

  Statement rounds_;
  Statement assignments_;
  std::map<std::pair<std::int64_t, std::int64_t>, std::vector<casework::Pause>> pauses_;
};

/// The highest id below `end`; 0 when there is none. Of the events, which are never lost: a number
/// is given once even where a row of the tables is missing.
std::int64_t last_issue_before(Database& db, std::int64_t end) {
  Statement query = db.prepare("SELECT max(issue) FROM event WHERE issue < ?1");
  return query.with(end).step() ? query.integer(0) : 0;
}

}  // namespace

std::vector<StoredEvent> events_of(Database& db, std::int64_t id) {
  std::vector<StoredEvent> out;
  Statement query = db.prepare("SELECT seq, body FROM event WHERE issue = ?1 ORDER BY seq");
  query.with(id);
  while (query.step()) {
    const std::int64_t seq = query.integer(0);
    out.push_back({seq, decode_stored(query, 1, seq)});
  }
  return out;
}

std::optional<Issue> load_issue(Database& db, std::int64_t id) {
  return fold_stored(events_of(db, id));
}

static std::vector<casework::Event> without_places(const std::vector<StoredEvent>& events) {
  std::vector<casework::Event> plain;
  plain.reserve(events.size());
  for (const StoredEvent& stored : events) plain.push_back(stored.event);
  return plain;
}

std::vector<bool> effective(const std::vector<StoredEvent>& events) {
  return casework::effective(without_places(events));
}

std::optional<Issue> fold_stored(const std::vector<StoredEvent>& events) {
  std::optional<Issue> issue = casework::fold(without_places(events));
  if (issue) issue->last_seq = events.back().seq;
  return issue;
}

void fold_in(Database& db, const StoredEvent& stored, std::optional<Issue>& issue) {
  if (std::holds_alternative<casework::StepUndone>(stored.event.payload)) {
    std::vector<StoredEvent> events = events_of(db, *issue_id(stored.event.issue));
    while (!events.empty() && events.back().seq > stored.seq) events.pop_back();
    issue = fold_stored(events);
  } else {
    evolve(issue, stored.event);
  }
  issue->last_seq = stored.seq;
}

std::optional<Issue> load_to_decide(Ledger& ledger, std::int64_t id) {
  std::optional<Issue> issue = load_issue(ledger.db(), id);
  if (!issue) return issue;
  auto& texts = issue->particulars.extra_personal;
  if (auto subject = texts.find(std::string(casework::kSubjectOfReport)); subject != texts.end()) {
    subject->second.plain =
        ledger.keys().unseal(id, casework::kSubjectOfReport, subject->second).value_or("");
  }
  return issue;
}

std::vector<StoredEvent> reveals_of(Database& db, const std::string& number) {
  std::vector<StoredEvent> out;
  Statement query = db.prepare(
      "SELECT seq, body FROM event WHERE issue IS NULL AND kind = 'identity_revealed' ORDER BY "
      "seq");
  while (query.step()) {
    const std::int64_t seq = query.integer(0);
    StoredEvent stored{seq, decode_stored(query, 1, seq)};
    const auto* reveal = std::get_if<casework::IdentityRevealed>(&stored.event.payload);
    if (!reveal) continue;
    const auto& issues = reveal->issues;
    if (std::find(issues.begin(), issues.end(), number) != issues.end()) {
      out.push_back(std::move(stored));
    }
  }
  return out;
}

std::optional<StoredEvent> event_at(Database& db, std::int64_t seq) {
  Statement query = db.prepare("SELECT body FROM event WHERE seq = ?1");
  if (!query.with(seq).step()) return std::nullopt;
  return StoredEvent{seq, decode_stored(query, 0, seq)};
}

void for_each_event(Database& db, std::int64_t from_seq, std::int64_t limit,
                    const std::function<void(const StoredEvent&)>& act) {
  Statement query = db.prepare("SELECT seq, body FROM event WHERE seq >= ?1 ORDER BY seq LIMIT ?2");
  query.with(from_seq, limit == 0 ? std::int64_t{-1} : limit);
  while (query.step()) {
    const std::int64_t seq = query.integer(0);
    act({seq, decode_stored(query, 1, seq)});
  }
}

void for_each_issue(Database& db, base::Date since, const std::function<void(const Issue&)>& act) {
  // Joined by OR the three would make SQLite read every issue.
  const std::string sql =
      "SELECT id, number, state, registered_at, recorded_at, channel, nature, category, urgency, "
      "confidential, area, source, source_no, voided_at, last_moved_at, last_seq, merged_into, "
      "merged_at, excluded_at, card FROM issue "
      "WHERE id IN (SELECT id FROM issue WHERE last_moved_at >= ?1 "
      "UNION SELECT id FROM issue WHERE last_due_on >= ?1 "
      "UNION SELECT id FROM issue WHERE state IN (" +
      open_states() + ", 'merged')) ORDER BY id";
  Statement query = db.prepare(sql);
  query.with(base::to_string(since));
  RoundReader rounds(db);
  while (query.step()) {
    Issue issue;
    issue.number = query.string(1);
    issue.state = value<casework::State>(query, 2);
    issue.registered_at = certain_moment(query, 3);
    issue.recorded_at = {query.integer(4)};
    issue.particulars.channel = query.string(5);
    issue.particulars.nature = query.string(6);
    issue.particulars.category = query.string(7);
    issue.particulars.urgency = value<casework::Urgency>(query, 8);
    issue.particulars.confidential = query.integer(9) != 0;
    issue.particulars.area = query.maybe_string(10);
    issue.particulars.source = query.maybe_string(11);
    issue.particulars.card = query.maybe_string(19);
    issue.particulars.source_no = query.maybe_string(12);
    issue.voided_at = moment(query, 13);
    issue.last_moved_at = certain_moment(query, 14);
    issue.last_seq = query.integer(15);
    issue.merged_into = query.maybe_string(16);
    issue.merged_at = moment(query, 17);
    issue.excluded_at = moment(query, 18);
    rounds.read(query.integer(0), issue);
    act(issue);
  }
}

void for_each_issue_as_of(Database& db, std::int64_t seq,
                          const std::function<void(const Issue&)>& act) {
  if (seq == 0) return;  // before the ledger was opened; to for_each_event it would mean all
  std::map<std::int64_t, std::optional<Issue>> issues;
  for_each_event(db, 1, seq, [&](const StoredEvent& stored) {
    if (stored.event.issue.empty()) return;
    auto id = issue_id(stored.event.issue);
    if (!id) return;
    fold_in(db, stored, issues[*id]);
  });
  for (const auto& [id, issue] : issues) act(*issue);
}

std::vector<int> years_with_numbers(Database& db) {
  std::vector<int> years;
  std::int64_t id = last_issue_before(db, std::numeric_limits<std::int64_t>::max());
  while (id > 0) {
    years.push_back(static_cast<int>(id / kNumbersPerYear));
    id = last_issue_before(db, years.back() * kNumbersPerYear);
  }
  return years;
}

std::int64_t last_number(Database& db, int year) {
  const std::int64_t id = last_issue_before(db, (year + 1) * kNumbersPerYear);
  return id / kNumbersPerYear == year ? id % kNumbersPerYear : 0;
}

std::string number_of(Database& db, std::int64_t id) {
  Statement query = db.prepare("SELECT number FROM issue WHERE id = ?1");
  return query.with(id).step() ? query.string(0) : std::string();
}

}  // namespace minqing::ledger
