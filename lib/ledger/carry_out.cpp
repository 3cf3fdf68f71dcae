// SPDX-License-Identifier: MIT
#include "lib/ledger/carry_out.hpp"

#include "lib/ledger/append.hpp"
#include "lib/ledger/load.hpp"
#include "lib/ledger/past.hpp"
#include "lib/ledger/project.hpp"
#include "lib/ledger/replay.hpp"
#include "lib/ledger/sealing.hpp"

#include <map>
#include <unordered_map>

namespace minqing::ledger {

namespace {

using base::Error;
using base::Exit;
using base::text;
using casework::Issue;

/// A year outside these is a broken clock, and what it stamps could not be trusted.
constexpr int kFirstYear = 2020;
constexpr int kLastYear = 2100;

base::Moment read_clock(Ledger& ledger, base::Instant now) {
  const base::Moment local = base::local_moment(now, ledger.utc_offset_minutes());
  const int year = base::year_of(local.date);
  if (year >= kFirstYear && year <= kLastYear) return local;
  throw Error(Exit::other,
              text("本机时钟是 {} 年，不能登记",
                   "the clock of this machine says {}; nothing is recorded", year),
              text("请校准时钟", "set the clock right"));
}

/// One transaction under way: the state of what it has touched so far.
class Work {
 public:
  Work(Ledger& ledger, const Order& order, std::string transaction, base::Instant now)
      : ledger_(ledger),
        order_(order),
        rules_(ledger.rules()),
        transaction_(std::move(transaction)),
        site_(ledger.site()),
        recorded_at_(now),
        now_(read_clock(ledger, now)),
        sealer_(ledger.keys()),
        source_(
            ledger.db().prepare("SELECT number FROM issue WHERE source IS ?1 AND source_no = ?2 "
                                "AND voided_at IS NULL")),
        row_(ledger.db().prepare(
            "SELECT i.number, r.row_digest FROM import_row r JOIN issue i ON i.id = r.issue "
            "WHERE r.row_key = ?1 AND i.voided_at IS NULL")) {}

  void decide_all();
  Outcome write();

 private:
  struct Touched {
    std::optional<Issue> issue;
    std::size_t known_rounds = 0;  ///< that the tables hold already; none for a new issue
    bool rewritten = false;        ///< what the tables hold of it was amended or undone
  };

  void decide_one(std::size_t index);
  Touched& touch(const std::string& number);
  void refold(Touched& touched, const casework::Event& event);
  void look_around(const casework::Command& command, casework::Books& books);
  void find_heirs(const Issue& issue, casework::Books& books);
  casework::Books books_for(const casework::Command& command, const base::Moment& at);
  std::vector<Issue> load_concerned(const std::vector<std::string>& numbers);
  std::int64_t& last_number(int year);
  std::string number_of_new(const base::Moment& at, const casework::Books& books);
  void remember_new(const casework::Register& wish, const std::string& number);
  void happen(casework::Payload payload, const std::string& number, const base::Moment& at,
              Touched* touched);

  Ledger& ledger_;
  const Order& order_;
  const casework::Rules rules_;
  const std::string transaction_;
  const std::string site_;
  const base::Instant recorded_at_;
  const base::Moment now_;
  Sealer sealer_;
  Statement source_;
  Statement row_;
  std::map<std::int64_t, Touched> touched_;
  std::map<int, std::int64_t> counters_;
  std::unordered_map<std::string, std::string> new_sources_;
  std::unordered_map<std::string, std::pair<std::string, std::string>> new_rows_;
  std::vector<casework::Event> events_;
  std::vector<Refused::Item> refusals_;
  Outcome outcome_;
};

void Work::decide_all() {
  outcome_.transaction = transaction_;
  for (std::size_t i = 0; i < order_.commands.size(); ++i) decide_one(i);
  if (!refusals_.empty()) throw Refused(std::move(refusals_), order_.commands.size());
}

void Work::decide_one(std::size_t index) {
  const casework::Command& command = order_.commands[index];
  const base::Moment at = command.at ? *command.at : order_.at.value_or(now_);
  const bool registers = std::holds_alternative<casework::Register>(command.wish);
  Touched* touched = command.issue.empty() ? nullptr : &touch(command.issue);
  casework::Books books = registers ? books_for(command, at) : casework::Books{};
  if (touched) look_around(command, books);
  if (const auto* reveal = std::get_if<casework::IdentityRevealed>(&command.wish)) {
    books.concerned = load_concerned(reveal->issues);
  }
  const std::string& by = order_.by.empty() ? order_.actor : order_.by;
  const Issue* issue = touched ? &*touched->issue : nullptr;
  casework::Verdict verdict =
      decide(rules_, issue, books, command, {order_.actor, by, at, now_, order_.imported});

  Step step{command.issue, {}, casework::State::registered, false, verdict.row_changed};
  if (verdict.refusal) {
    refusals_.push_back({index, std::move(*verdict.refusal)});
    return;
  }
  if (verdict.already) {
    step.issue = *verdict.already;
    step.already = true;
  } else if (registers) {
    step.issue = number_of_new(at, books);
    touched = &touched_[*issue_id(step.issue)];
    remember_new(std::get<casework::Register>(command.wish), step.issue);
  } else if (issue) {
    step.issue = issue->number;
  }
  for (casework::Payload& payload : verdict.events) {
    step.events.push_back(payload);
    happen(std::move(payload), step.issue, at, touched);
  }
  if (touched && touched->issue) step.state = touched->issue->state;
  outcome_.steps.push_back(std::move(step));
}

Work::Touched& Work::touch(const std::string& number) {
  const auto id = issue_id(number);
  if (id) {
    auto [it, is_first] = touched_.try_emplace(*id);
    if (is_first) it->second.issue = load_to_decide(ledger_, *id);
    if (is_first && it->second.issue) it->second.known_rounds = it->second.issue->rounds.size();
    if (it->second.issue) return it->second;
    touched_.erase(it);
  }
  throw Error(Exit::not_found, text("没有事项 {}", "there is no issue {}", number),
              text("用 list 查看编号", "see the numbers with 'list'"));
}

/// Who took the number and the row of an issue that was voided.
void Work::find_heirs(const Issue& issue, casework::Books& books) {
  if (!issue.voided_at) return;
  const auto& of = issue.particulars;
  if (of.source_no && source_.with(of.source, *of.source_no).step()) {
    books.source_holder = source_.string(0);
  }
  source_.reset();
  if (issue.import_mark && row_.with(issue.import_mark->row_key).step()) {
    books.row_holder = row_.string(0);
  }
  row_.reset();
}

/// What the rules of some steps have to know of other issues and of the past.
void Work::look_around(const casework::Command& command, casework::Books& books) {
  if (const auto* merge = std::get_if<casework::Merge>(&command.wish)) {
    books.other = &*touch(merge->into).issue;
  }
  if (std::holds_alternative<casework::Undo>(command.wish)) {
    books.past = past_steps(ledger_, *issue_id(command.issue));
    find_heirs(*touch(command.issue).issue, books);
  }
  if (std::holds_alternative<casework::Close>(command.wish) ||
      std::holds_alternative<casework::CallBack>(command.wish) ||
      std::holds_alternative<casework::Approve>(command.wish) ||
      std::holds_alternative<casework::Merge>(command.wish)) {
    books.merged = merged_into(ledger_.db(), command.issue);
  }
}

/// An undoing changes what came before it.
void Work::refold(Touched& touched, const casework::Event& event) {
  std::vector<casework::Event> events;
  for (StoredEvent& stored : events_of(ledger_.db(), *issue_id(event.issue))) {
    events.push_back(std::move(stored.event));
  }
  for (const casework::Event& earlier : events_) {
    if (earlier.issue == event.issue) events.push_back(earlier);
  }
  events.push_back(event);
  touched.issue = casework::fold(events);
  touched.rewritten = true;
}

casework::Books Work::books_for(const casework::Command& command, const base::Moment& at) {
  const auto& wish = std::get<casework::Register>(command.wish);
  casework::Books books;
  books.site = site_;
  books.next_number = last_number(base::year_of(at.date)) + 1;
  if (wish.particulars.source_no) {
    const std::string source = wish.particulars.source.value_or("");
    const std::string& number = *wish.particulars.source_no;
    auto known = new_sources_.find(source + '\0' + number);
    if (known != new_sources_.end()) {
      books.source_holder = known->second;
    } else if (source_.with(wish.particulars.source, number).step()) {
      books.source_holder = source_.string(0);
    }
    source_.reset();
  }
  if (wish.import_mark) {
    auto known = new_rows_.find(wish.import_mark->row_key);
    if (known != new_rows_.end()) {
      std::tie(books.row_holder, books.row_digest) = known->second;
    } else if (row_.with(wish.import_mark->row_key).step()) {
      books.row_holder = row_.string(0);
      books.row_digest = row_.string(1);
    }
    row_.reset();
  }
  return books;
}

std::vector<Issue> Work::load_concerned(const std::vector<std::string>& numbers) {
  std::vector<Issue> out;
  for (const std::string& number : numbers) {
    const auto id = issue_id(number);
    auto issue = id ? load_to_decide(ledger_, *id) : std::nullopt;
    if (issue) out.push_back(std::move(*issue));
  }
  return out;
}

std::int64_t& Work::last_number(int year) {
  auto [it, is_first] = counters_.try_emplace(year, 0);
  if (is_first) {
    Statement query = ledger_.db().prepare("SELECT last FROM counter WHERE year = ?1");
    if (query.with(year).step()) it->second = query.integer(0);
  }
  return it->second;
}

std::string Work::number_of_new(const base::Moment& at, const casework::Books& books) {
  const int year = base::year_of(at.date);
  last_number(year) = books.next_number;
  return casework::make_number(site_, year, books.next_number, rules_.schema.number_width);
}

void Work::remember_new(const casework::Register& wish, const std::string& number) {
  if (const auto& source_no = wish.particulars.source_no) {
    new_sources_[wish.particulars.source.value_or("") + '\0' + *source_no] = number;
  }
  if (const auto& mark = wish.import_mark) {
    new_rows_[mark->row_key] = {number, mark->row_digest};
  }
}

void Work::happen(casework::Payload payload, const std::string& number, const base::Moment& at,
                  Touched* touched) {
  casework::Event event;
  event.transaction = transaction_;
  event.index = static_cast<std::int64_t>(events_.size());
  event.issue = number;
  event.occurred_at = at;
  event.recorded_at = recorded_at_;
  event.actor = order_.actor;
  event.by = order_.by.empty() ? order_.actor : order_.by;
  event.os = order_.os;
  event.schema = ledger_.schema_digest().substr(0, 32);
  event.imported = order_.imported;
  event.payload = std::move(payload);
  if (auto* registered = std::get_if<casework::IssueRegistered>(&event.payload)) {
    if (registered->import_mark) registered->import_mark->batch = transaction_;
  }
  if (touched) {
    sealer_.seal(*issue_id(number), touched->issue, event.payload);
    if (std::holds_alternative<casework::StepUndone>(event.payload)) {
      refold(*touched, event);
    } else {
      evolve(touched->issue, event);
    }
    if (std::holds_alternative<casework::IssueAmended>(event.payload)) touched->rewritten = true;
  }
  events_.push_back(std::move(event));
}

Outcome Work::write() {
  Projector projector(ledger_);
  Appender appender(ledger_.db(), ledger_.id(), ledger_.incarnation(), ledger_.head());
  if (!events_.empty()) events_.front().request = request_digest(ledger_.keys(), order_);
  for (casework::Event& event : events_) {
    event.count = static_cast<std::int64_t>(events_.size());
    const auto id = issue_id(event.issue);
    outcome_.last_seq = appender.append(event, id);
    if (id) {
      touched_[*id].issue->last_seq = outcome_.last_seq;
    } else {
      projector.write_ledger_event(outcome_.last_seq, event);
    }
  }
  projector.follow_schema();
  for (const auto& [id, touched] : touched_) {
    if (touched.rewritten) {
      projector.rewrite_issue(id, *touched.issue);
    } else {
      projector.write_issue(id, *touched.issue, touched.known_rounds);
    }
  }
  for (const auto& [year, last] : counters_) {
    if (last > 0) projector.write_counter(year, last);
  }
  return std::move(outcome_);
}

void commit(Transaction& transaction, const std::string& id) {
  try {
    transaction.commit();
  } catch (const Error& error) {
    throw base::OutcomeUnknown(text("提交时出错，结果未知：{}",
                                    "the commit failed, the outcome is "
                                    "unknown: {}",
                                    error.message()),
                               id);
  }
}

}  // namespace

Refused::Refused(std::vector<Item> items, std::size_t commands)
    : Error(items.front().refusal.exit, items.front().refusal.reason,
            items.front().refusal.way_out),
      items_(std::move(items)),
      commands_(commands) {}

Outcome carry_out(Ledger& ledger, const Order& order, const base::Clock& clock) {
  const base::Instant now = clock();
  const std::string transaction = order.key ? *order.key : base::make_uuid_v7(now.micros / 1000);
  Transaction writing(ledger.db(), Transaction::Kind::write);
  if (order.key) {
    if (auto earlier = replay(ledger, order)) return *earlier;
  }
  Outcome outcome;
  Head head;
  {
    Work work(ledger, order, transaction, now);
    work.decide_all();
    outcome = work.write();
    head = ledger.head();
  }
  if (order.dry_run || outcome.last_seq == 0) return outcome;
  commit(writing, transaction);
  ledger.forget_rules();
  ledger.remember_head(head);
  return outcome;
}

}  // namespace minqing::ledger
