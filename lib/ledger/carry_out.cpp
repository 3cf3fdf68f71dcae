// SPDX-License-Identifier: MIT
#include "lib/ledger/carry_out.hpp"

#include "lib/ledger/append.hpp"
#include "lib/ledger/deciding.hpp"
#include "lib/ledger/load.hpp"
#include "lib/ledger/project.hpp"
#include "lib/ledger/replay.hpp"
#include "lib/ledger/sealing.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <utility>

namespace minqing::ledger {

namespace {

using base::Error;
using base::Exit;
using base::text;
using casework::Command;
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

base::Error unknown_issue(const std::string& number) {
  return {Exit::not_found, text("没有事项 {}", "there is no issue {}", number),
          text("用 list 查看编号", "see the numbers with 'list'")};
}

/// What an order is carried out with, the same for all of its commands.
struct Setting {
  Ledger& ledger;
  const Order& order;
  const std::string transaction;
  const base::Instant recorded_at;
  const base::Moment now;
};

casework::Event event_of(const Setting& of, const Command& command, casework::Payload payload,
                         const std::string& number, const base::Moment& at) {
  casework::Event event;
  event.transaction = of.transaction;
  event.issue = number;
  event.occurred_at = at;
  event.recorded_at = of.recorded_at;
  event.actor = of.order.actor;
  event.by = of.order.done_by(command);
  event.os = of.order.os;
  event.schema = of.ledger.schema_digest().substr(0, 32);
  event.imported = of.order.imported;
  event.payload = std::move(payload);
  if (auto* registered = std::get_if<casework::IssueRegistered>(&event.payload)) {
    if (registered->import_mark) registered->import_mark->batch = of.transaction;
  }
  return event;
}

/// Decides all commands without writing: every refusal is told, and how many events there will be,
/// which each of them names. Of what is registered only the issues that a later command is about
/// are kept, so that an import of any size needs little.
class Rehearsal {
 public:
  explicit Rehearsal(const Setting& setting)
      : setting_(setting),
        decider_(setting.ledger, setting.order, setting.now, Decider::Mode::rehearsal),
        request_(setting.ledger.keys(), setting.order) {}

  struct Result {
    std::int64_t events = 0;
    std::string request;
  };
  Result run() {
    const Order& order = setting_.order;
    for (const Command& command : order.commands) {
      if (!command.is_about_just_registered()) name(command.issue);
      if (const auto* merge = std::get_if<casework::Merge>(&command.wish)) name(merge->into);
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (order.watch) order.watch(Stage::deciding, i);
      const Command command = order.command(i);
      request_.add(command);
      if (command.is_about_just_registered()) {
        decide_following(i, command);
      } else {
        decide(i, command);
      }
    }
    if (!refusals_.empty()) throw Refused(std::move(refusals_), order.size());
    return {events_, request_.finish()};
  }

 private:
  /// An issue that a command is about, and what happened to it in this order.
  struct Named {
    std::optional<Issue> issue;
    std::vector<casework::Event> events;
  };

  void name(const std::string& issue) {
    if (const auto id = issue_id(issue)) named_.try_emplace(*id);
  }

  void decide(std::size_t index, const Command& command) {
    just_registered_.reset();
    Named* about = command.issue.empty() ? nullptr : &state_of(command.issue);
    const auto* merge = std::get_if<casework::Merge>(&command.wish);
    const Issue* other = merge ? &*state_of(merge->into).issue : nullptr;
    casework::Verdict verdict =
        decider_.decide(index, command, about ? &*about->issue : nullptr, other);
    if (verdict.refusal) {
      refusals_.push_back({index, std::move(*verdict.refusal)});
      return;
    }
    std::string number = about ? about->issue->number : std::string();
    if (!about && !verdict.already && std::holds_alternative<casework::Register>(command.wish)) {
      number = decider_.take_number(command);
      const auto named = named_.find(*issue_id(number));
      if (named != named_.end()) about = &named->second;
      if (setting_.order.follows(index + 1)) about = &just_registered_.emplace();
    }
    count_events(command, number, about, std::move(verdict));
  }

  /// Nothing when the row before stands in the ledger already, or was refused.
  void decide_following(std::size_t index, Command command) {
    if (!just_registered_) return;
    command.issue = just_registered_->issue->number;
    casework::Verdict verdict = decider_.decide(index, command, &*just_registered_->issue, nullptr);
    if (verdict.refusal) {
      refusals_.push_back({index, std::move(*verdict.refusal)});
      just_registered_.reset();
      return;
    }
    count_events(command, command.issue, &*just_registered_, std::move(verdict));
  }

  /// `about`: whom a later command needs to be known; null when nobody.
  void count_events(const Command& command, const std::string& number, Named* about,
                    casework::Verdict verdict) {
    for (casework::Payload& payload : verdict.events) {
      const std::int64_t place = events_++;
      if (!about) continue;
      casework::Event event =
          event_of(setting_, command, std::move(payload), number, decider_.time_of(command));
      event.index = place;
      happen(*about, std::move(event));
    }
  }

  void happen(Named& to, casework::Event event) {
    to.events.push_back(std::move(event));
    if (!std::holds_alternative<casework::StepUndone>(to.events.back().payload)) {
      evolve(to.issue, to.events.back());
      return;
    }
    // An undoing changes what came before it.
    std::vector<casework::Event> all;
    for (StoredEvent& stored : events_of(setting_.ledger.db(), *issue_id(to.issue->number))) {
      all.push_back(std::move(stored.event));
    }
    all.insert(all.end(), to.events.begin(), to.events.end());
    to.issue = casework::fold(all);
  }

  Named& state_of(const std::string& number) {
    const auto found = named_.find(issue_id(number).value_or(0));
    if (found == named_.end()) throw unknown_issue(number);
    std::optional<Issue>& issue = found->second.issue;
    if (!issue) issue = load_to_decide(setting_.ledger, found->first);
    if (!issue) throw unknown_issue(number);
    return found->second;
  }

  const Setting& setting_;
  Decider decider_;
  RequestDigest request_;
  std::map<std::int64_t, Named> named_;
  std::optional<Named> just_registered_;  ///< while commands follow it
  std::int64_t events_ = 0;
  std::vector<Refused::Item> refusals_;
};

/// Carries the commands out one after the other: what one of them needs of those before it stands
/// in the tables.
class Writing {
 public:
  Writing(const Setting& setting, const Rehearsal::Result& rehearsed)
      : setting_(setting),
        rehearsed_(rehearsed),
        decider_(setting.ledger, setting.order, setting.now, Decider::Mode::writing),
        sealer_(setting.ledger.keys()),
        projector_(setting.ledger),
        appender_(setting.ledger.db(), setting.ledger.id(), setting.ledger.incarnation(),
                  setting.ledger.head()) {}

  Outcome run() {
    outcome_.transaction = setting_.transaction;
    outcome_.steps.reserve(setting_.order.size());
    for (std::size_t i = 0; i < setting_.order.size(); ++i) {
      if (setting_.order.watch) setting_.order.watch(Stage::writing, i);
      outcome_.steps.push_back(carry_out(i, setting_.order.command(i)));
    }
    projector_.follow_schema();
    if (index_ != rehearsed_.events) throw std::logic_error("an order was decided in two ways");
    for (const auto& [year, last] : decider_.counters()) {
      if (last > 0) projector_.write_counter(year, last);
    }
    return std::move(outcome_);
  }
  const Head& head() const { return appender_.head(); }

 private:
  Step carry_out(std::size_t index, Command command) {
    if (command.is_about_just_registered()) return carry_on(index, std::move(command));
    std::optional<Issue> issue, other;
    if (!command.issue.empty()) issue = load(command.issue);
    if (const auto* merge = std::get_if<casework::Merge>(&command.wish)) other = load(merge->into);
    const std::size_t known_rounds = issue ? issue->rounds.size() : 0;
    casework::Verdict verdict =
        decider_.decide(index, command, issue ? &*issue : nullptr, other ? &*other : nullptr);
    if (verdict.refusal) {
      throw Refused({{index, std::move(*verdict.refusal)}}, setting_.order.size());
    }

    Step step{command.issue, {}, casework::State::registered, false, verdict.row_changed};
    if (verdict.already) {
      step.issue = *verdict.already;
      step.already = true;
    } else if (issue) {
      step.issue = issue->number;
    } else if (std::holds_alternative<casework::Register>(command.wish)) {
      step.issue = decider_.take_number(command);
    }
    if (!setting_.order.rows) step.events = verdict.events;
    rewritten_ = false;
    for (casework::Payload& payload : verdict.events) {
      happen(event_of(setting_, command, std::move(payload), step.issue, decider_.time_of(command)),
             issue);
    }
    if (issue) step.state = issue->state;
    settle(index, std::move(issue), known_rounds);
    return step;
  }

  /// A step of the issue that was registered just before.
  Step carry_on(std::size_t index, Command command) {
    Step step = outcome_.steps.back();
    step.events.clear();
    step.follows = true;
    if (!just_registered_) return step;  // its row stands in the ledger already
    command.issue = step.issue;
    std::optional<Issue> issue = std::exchange(just_registered_, std::nullopt);
    casework::Verdict verdict = decider_.decide(index, command, &*issue, nullptr);
    if (verdict.refusal) {
      throw Refused({{index, std::move(*verdict.refusal)}}, setting_.order.size());
    }
    for (casework::Payload& payload : verdict.events) {
      happen(event_of(setting_, command, std::move(payload), step.issue, decider_.time_of(command)),
             issue);
    }
    step.state = issue->state;
    settle(index, std::move(issue), 0);
    return step;
  }

  /// Into the tables, once nothing follows that is about the same issue.
  void settle(std::size_t index, std::optional<Issue> issue, std::size_t known_rounds) {
    if (issue && setting_.order.follows(index + 1)) {
      just_registered_ = std::move(issue);
    } else if (issue) {
      project(*issue, known_rounds);
    }
  }

  void happen(casework::Event event, std::optional<Issue>& issue) {
    event.index = index_++;
    event.count = rehearsed_.events;
    if (event.index == 0) event.request = rehearsed_.request;
    const auto id = issue_id(event.issue);
    if (id) {
      sealer_.seal(*id, issue, event.payload);
    } else {
      sealer_.seal_own(event.payload);
    }
    outcome_.last_seq = appender_.append(event, id);
    if (!id) {
      projector_.write_ledger_event(outcome_.last_seq, event);
      return;
    }
    if (std::holds_alternative<casework::StepUndone>(event.payload)) {
      // An undoing changes what came before it.
      issue = load_issue(setting_.ledger.db(), *id);
      rewritten_ = true;
    } else {
      evolve(issue, event);
    }
    if (std::holds_alternative<casework::IssueAmended>(event.payload)) rewritten_ = true;
    issue->last_seq = outcome_.last_seq;
  }

  std::optional<Issue> load(const std::string& number) {
    std::optional<Issue> issue;
    if (const auto id = issue_id(number)) issue = load_to_decide(setting_.ledger, *id);
    if (!issue) throw unknown_issue(number);
    return issue;
  }

  void project(const Issue& issue, std::size_t known_rounds) {
    const std::int64_t id = *issue_id(issue.number);
    if (rewritten_) {
      projector_.rewrite_issue(id, issue);
    } else {
      projector_.write_issue(id, issue, known_rounds);
    }
  }

  const Setting& setting_;
  const Rehearsal::Result& rehearsed_;
  Decider decider_;
  Sealer sealer_;
  Projector projector_;
  Appender appender_;
  std::optional<Issue> just_registered_;  ///< while commands follow it; not in the tables yet
  bool rewritten_ = false;  ///< what the tables hold of the issue was amended or undone
  std::int64_t index_ = 0;
  Outcome outcome_;
};

bool changes_rules(const Order& order) {
  // Rows of an import register issues.
  return std::any_of(order.commands.begin(), order.commands.end(), [](const auto& command) {
    return std::holds_alternative<casework::SchemaApplied>(command.wish) ||
           std::holds_alternative<casework::CalendarApplied>(command.wish) ||
           std::holds_alternative<casework::RosterChanged>(command.wish);
  });
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

std::size_t Order::size() const { return commands.size() + (rows ? rows->size() : 0); }

bool Order::follows(std::size_t index) const {
  if (index < commands.size()) return commands[index].is_about_just_registered();
  return index < size() && rows->follows(index - commands.size());
}

Command Order::command(std::size_t index) const {
  return index < commands.size() ? commands[index] : (*rows)[index - commands.size()];
}

std::string Order::done_by(const Command& command) const {
  return command.by.value_or(by.empty() ? actor : by);
}

Outcome carry_out(Ledger& ledger, const Order& order, const base::Clock& clock) {
  const base::Instant now = clock();
  const std::string transaction = order.key ? *order.key : base::make_uuid_v7(now.micros / 1000);
  const std::unique_ptr<Transaction> writing = ledger.take_writing();
  if (order.key) {
    if (auto earlier = replay(ledger, order)) return *earlier;
  }
  Outcome outcome;
  Head head;
  {
    const Setting setting{ledger, order, transaction, now, read_clock(ledger, now)};
    const Rehearsal::Result rehearsed = Rehearsal(setting).run();
    Writing work(setting, rehearsed);
    outcome = work.run();
    head = work.head();
  }
  if (order.dry_run || outcome.last_seq == 0) return outcome;
  commit(*writing, transaction);
  if (changes_rules(order)) ledger.forget_rules();
  ledger.remember_head(head);
  return outcome;
}

}  // namespace minqing::ledger
