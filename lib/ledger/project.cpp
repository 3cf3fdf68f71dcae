// SPDX-License-Identifier: MIT
#include "lib/ledger/project.hpp"

#include "lib/ledger/cards.hpp"
#include "lib/ledger/compiled.hpp"
#include "lib/ledger/ledger.hpp"
#include "lib/ledger/load.hpp"
#include "lib/ledger/open.hpp"
#include "lib/ledger/roster_table.hpp"
#include "lib/privacy/mask.hpp"

namespace minqing::ledger {

namespace {

using casework::Issue;

constexpr std::size_t kKeyIdLength = 16;

std::optional<std::string> column(const std::optional<base::Moment>& moment) {
  if (!moment) return std::nullopt;
  return base::to_string(*moment);
}

template <class E>
requires std::is_enum_v<E> std::optional<std::string> column(const std::optional<E>& value) {
  if (!value) return std::nullopt;
  return std::string(casework::id_of(*value));
}

/// The latest due date over all hand-overs: a report asks for issues that fell due since a day.
std::optional<std::string> last_due_on(const Issue& issue) {
  std::optional<base::Date> last;
  for (const auto& round : issue.rounds) {
    for (const auto& assignment : round.assignments) {
      if (!last || *last < assignment.due.due_on) last = assignment.due.due_on;
    }
  }
  if (!last) return std::nullopt;
  return base::to_string(*last);
}

}  // namespace

std::string to_column(const casework::Personal& text) { return text.key_id + text.sealed; }

casework::Personal from_column(std::string_view column) {
  if (column.size() < kKeyIdLength) return {};
  return {
      {}, std::string(column.substr(0, kKeyIdLength)), std::string(column.substr(kKeyIdLength))};
}

void add_digests(privacy::KeyedDigests& digests, const casework::Resident& resident,
                 std::vector<std::string>& out) {
  if (resident.name && !resident.anonymous) {
    const std::string name = privacy::normal_name(resident.name->plain);
    if (!name.empty()) out.push_back(digests.of("name", name));
  }
  if (!resident.phone) return;
  for (const std::string& phone : privacy::normal_phones(resident.phone->plain)) {
    out.push_back(digests.of("phone", phone));
  }
}

Projector::Projector(Ledger& ledger)
    : ledger_(ledger),
      db_(ledger.db()),
      keys_(ledger.keys()),
      diary_(db_, keys_),
      // No REPLACE: with an index that it might have to clear, SQLite copies all pages beforehand.
      former_issue_(db_, "DELETE FROM issue WHERE id = ?1"),
      issue_(db_,
             "INSERT INTO issue VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
             "?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, "
             "?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36)"),
      text_(db_, "INSERT OR REPLACE INTO issue_text VALUES (?1, ?2, ?3, ?4)"),
      round_(db_,
             "INSERT OR REPLACE INTO round VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
             "?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)"),
      assignment_(db_,
                  "INSERT OR REPLACE INTO assignment VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, "
                  "?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)"),
      pause_(db_, "INSERT OR REPLACE INTO pause VALUES (?1, ?2, ?3, ?4, ?5, ?6)"),
      request_(db_, "INSERT INTO request VALUES (?1, ?2, ?3, ?4)"),
      answered_requests_(db_, "DELETE FROM request WHERE issue = ?1"),
      digest_(db_, "INSERT OR IGNORE INTO resident_digest VALUES (?1, ?2)"),
      import_row_(db_, "INSERT OR IGNORE INTO import_row VALUES (?1, ?2, ?3, ?4)") {}

void Projector::write_issue(std::int64_t id, const Issue& issue, std::size_t known_rounds,
                            const std::vector<std::string>* digests) {
  if (known_rounds > 0) former_issue_->run(id);
  write_state(id, issue);
  write_rounds(id, issue, known_rounds);
  if (known_rounds > 0 || !issue.requests.empty()) write_requests(id, issue);
  if (known_rounds > 0) return;
  write_text(id, issue);
  write_extra(id, issue);
  for (const std::string& digest : digests ? *digests : digests_of(id, issue)) {
    digest_->run(digest, id);
  }
  diary_.link(id, issue.particulars);
  if (const auto& mark = issue.import_mark) {
    import_row_->run(mark->row_key, id, mark->row_digest, mark->batch);
  }
}

void Projector::write_state(std::int64_t id, const Issue& issue) {
  const auto& of = issue.particulars;
  const auto& round = issue.round();
  const casework::Assignment* holder = issue.assignment();
  std::optional<std::string> unit, handler, due_on, source_due_on, satisfaction;
  if (holder) {
    unit = holder->unit;
    handler = holder->handler;
    due_on = base::to_string(holder->due.due_on);
  }
  if (of.source_due_on) source_due_on = base::to_string(*of.source_due_on);
  if (round.called_back_at) satisfaction = std::string(casework::id_of(round.satisfaction));
  issue_->run(id, issue.number, casework::id_of(issue.state), round.no,
              base::to_string(issue.registered_at), issue.registered_by, issue.recorded_at.micros,
              of.channel, of.nature, of.category, casework::id_of(of.urgency), of.confidential,
              of.area, of.village_group, of.grid, of.people_count, of.source, of.source_no,
              source_due_on, of.campaign, of.card, of.registrar, unit, handler, due_on,
              last_due_on(issue), column(round.resolved_at), satisfaction, column(round.closed_at),
              column(issue.voided_at), issue.merged_into, column(issue.merged_at),
              column(issue.excluded_at), column(issue.answered_at),
              base::to_string(issue.last_moved_at), issue.last_seq);
}

void Projector::write_requests(std::int64_t id, const Issue& issue) {
  answered_requests_->run(id);
  for (const casework::Request& open : issue.requests) {
    request_->run(id, casework::id_of(open.wish.request), base::to_string(open.made_at),
                  open.made_by);
  }
}

void Projector::write_pauses(std::int64_t id, const casework::Round& round) {
  std::int64_t no = 0;
  for (const casework::Pause& pause : round.pauses) {
    std::optional<std::string> review_on;
    if (pause.review_on) review_on = base::to_string(*pause.review_on);
    pause_->run(id, round.no, ++no, base::to_string(pause.from), column(pause.to), review_on);
  }
}

void Projector::rewrite_issue(std::int64_t id, const Issue& issue) {
  for (const char* table : {"round", "assignment", "pause", "issue_text", "resident_digest"}) {
    db_.prepare(std::string("DELETE FROM ") + table + " WHERE issue = ?1").run(id);
  }
  former_issue_->run(id);
  if (!extra_fields(ledger_.schema()).empty()) {
    db_.prepare("DELETE FROM issue_extra WHERE _issue = ?1").run(id);
  }
  write_issue(id, issue, 0);
}

void Projector::write_text(std::int64_t id, const Issue& issue) {
  const std::string content = to_column(issue.particulars.content);
  const std::string residents = casework::to_json(issue.particulars.residents);
  if (issue.particulars.title) {
    const std::string title = to_column(*issue.particulars.title);
    text_->run(id, Blob{title}, Blob{content}, residents);
  } else {
    text_->run(id, nullptr, Blob{content}, residents);
  }
}

void Projector::write_extra(std::int64_t id, const Issue& issue) {
  const auto& of = issue.particulars;
  if (of.extra.empty() && of.extra_personal.empty()) return;
  if (!extra_) extra_.emplace(db_, keys_, ledger_.schema());
  extra_->write(id, of);
}

void Projector::follow_schema() {
  if (!applied_) return;
  recreate_extra_table(db_, *applied_);
  if (extra_fields(*applied_).empty()) return;
  // Fills it from the issues there are: none while a ledger is opened or rebuilt.
  use_large_cache(db_);
  extra_.emplace(db_, keys_, *applied_);
  std::vector<std::int64_t> issues;
  {
    Statement all = db_.prepare("SELECT id FROM issue ORDER BY id");
    while (all.step()) issues.push_back(all.integer(0));
  }
  for (const std::int64_t id : issues) {
    if (const auto issue = load_issue(db_, id)) extra_->write(id, issue->particulars);
  }
}

void Projector::write_rounds(std::int64_t id, const Issue& issue, std::size_t known_rounds) {
  // A round changes while it is the last: of those in the table only that one, however many one
  // command added.
  const std::size_t first = known_rounds == 0 ? 0 : known_rounds - 1;
  for (std::size_t i = first; i < issue.rounds.size(); ++i) {
    const casework::Round& round = issue.rounds[i];
    std::optional<std::string> resolved_by, result_kind, satisfaction;
    std::optional<bool> check_passed;
    if (round.resolved_at) {
      resolved_by = round.resolved_by;
      result_kind = std::string(casework::id_of(round.result_kind));
    }
    if (round.checked_at) check_passed = round.check_passed;
    if (round.called_back_at) satisfaction = std::string(casework::id_of(round.satisfaction));
    round_->run(id, round.no, base::to_string(round.opened_at), column(round.cause),
                round.reopened_from_closed, column(round.resolved_at), resolved_by, result_kind,
                column(round.checked_at), check_passed, column(round.fed_back_at),
                column(round.fed_back_office_at), round.attempts, column(round.called_back_at),
                round.responded, round.solved, satisfaction, column(round.closed_at),
                column(round.closed_on));
    std::int64_t no = 0;
    for (const casework::Assignment& held : round.assignments) {
      std::optional<std::string> limit;
      if (held.due.limit) limit = calendar::to_string(*held.due.limit);
      assignment_->run(id, round.no, ++no, held.unit, held.handler,
                       casework::to_json(held.co_units), held.leader, casework::id_of(held.basis),
                       limit, base::to_string(held.due.due_on), held.due.due_minute,
                       held.due.provisional, base::to_string(held.assigned_at),
                       column(held.signed_at), column(held.contacted_at), column(held.ended_at),
                       held.ended_by, static_cast<std::int64_t>(held.extensions), held.imported);
    }
    write_pauses(id, round);
  }
}

/// A rebuild unseals them; what was erased stays out.
std::vector<std::string> Projector::digests_of(std::int64_t id, const Issue& issue) {
  std::vector<std::string> out;
  for (casework::Resident resident : issue.particulars.residents) {
    for_each_personal(resident, [&](std::string_view field, casework::Personal& text) {
      if (field == "address" || !text.plain.empty()) return;
      text.plain = keys_.unseal(id, field, text).value_or("");
    });
    add_digests(keys_.digests(), resident, out);
  }
  return out;
}

void Projector::write_fact(std::string_view name, std::string_view value) {
  db_.prepare("INSERT OR REPLACE INTO fact VALUES (?1, ?2)").run(name, value);
}

void Projector::write_ledger_event(std::int64_t seq, const casework::Event& event) {
  if (const auto* opened = std::get_if<casework::LedgerOpened>(&event.payload)) {
    write_fact("ledger_id", opened->ledger_id);
    write_fact("name", opened->name);
    write_fact("site", opened->site);
    write_fact("utc_offset_minutes", std::to_string(opened->utc_offset_minutes));
  } else if (const auto* applied = std::get_if<casework::SchemaApplied>(&event.payload)) {
    write_fact("schema", applied->digest);
    write_fact("schema_name", applied->name);
    applied_ = schema::schema_from_text(applied->text);
    store_compiled_schema(db_, *applied_);
  } else if (const auto* calendar = std::get_if<casework::CalendarApplied>(&event.payload)) {
    write_fact("calendar", calendar->digest);
  } else if (const auto* roster = std::get_if<casework::RosterChanged>(&event.payload)) {
    write_roster_change(db_, *roster);
    forget_packed_roster(db_);
  } else if (diary_.write(seq, event) || write_card_event(db_, keys_, seq, event)) {
    return;
  } else if (const auto* report = std::get_if<casework::ReportPublished>(&event.payload)) {
    db_.prepare("INSERT INTO published_report VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
        .run(seq, report->report, report->mark, report->year, report->number,
             base::to_string(report->from), base::to_string(report->to), report->as_of,
             report->figures_digest, report->file_digest);
  }
}

}  // namespace minqing::ledger
