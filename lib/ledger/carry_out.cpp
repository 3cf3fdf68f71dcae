// SPDX-License-Identifier: MIT
#include "lib/ledger/carry_out.hpp"

#include "lib/ledger/append.hpp"
#include "lib/ledger/composing.hpp"
#include "lib/ledger/open.hpp"
#include "lib/ledger/project.hpp"
#include "lib/ledger/rehearsal.hpp"
#include "lib/ledger/replay.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace minqing::ledger {

namespace {

using base::Error;
using base::Exit;
using base::text;
using casework::Command;

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

/// The only place from which the tables are written.
class Writing {
 public:
  explicit Writing(Ledger& ledger)
      : ledger_(ledger),
        projector_(ledger),
        appender_(ledger.db(), ledger.id(), ledger.incarnation(), ledger.head()) {}

  void write(const Composed& composed) {
    for (const OwnedKey& made : composed.keys) ledger_.keys().store(made.owner, made.key);
    for (const EncodedEvent& event : composed.events) {
      const std::int64_t seq = appender_.append(event);
      if (event.own) projector_.write_ledger_event(seq, *event.own);
    }
    if (composed.state) project(*composed.state);
  }
  void finish() { projector_.follow_schema(); }
  const Head& head() const { return appender_.head(); }

 private:
  void project(const NewState& of) {
    const std::int64_t id = *issue_id(of.issue.number);
    if (of.rewritten) {
      projector_.rewrite_issue(id, of.issue);
    } else {
      projector_.write_issue(id, of.issue, of.known_rounds,
                             of.known_rounds == 0 ? &of.digests : nullptr);
    }
  }

  Ledger& ledger_;
  Projector projector_;
  Appender appender_;
};

void hand_over(const Order& order, Step step, Outcome& outcome) {
  if (order.take) {
    order.take(std::move(step));
  } else {
    outcome.steps.push_back(std::move(step));
  }
}

/// The bytes of its events, and about as many again in the state and its texts.
std::size_t size_of(const Composed& composed) {
  std::size_t size = 0;
  for (const EncodedEvent& event : composed.events) size += 3 * event.body.size();
  return size;
}

/// Commands are composed and written in turn; the rows of an import are composed on a second thread
/// while those before are written.
Outcome write_all(const Setting& setting, const Rehearsed& rehearsed, Writing& writing) {
  const Order& order = setting.order;
  Outcome outcome{.transaction = setting.transaction, .replayed = false, .steps = {}};
  const std::int64_t before = writing.head().seq;
  const std::unique_ptr<KeyRing> beside = order.rows ? setting.ledger.make_keys() : nullptr;
  Composer composer(setting, rehearsed, beside ? *beside : setting.ledger.keys());
  std::size_t next = 0;
  const auto compose = [&]() -> std::optional<Composed> {
    if (next == order.size()) return std::nullopt;
    const std::size_t index = next++;
    return composer.compose(index, order.command(index));
  };
  {
    std::optional<base::Ahead<Composed>> rows;
    if (order.rows) rows.emplace(compose, size_of);
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (order.watch) order.watch(Stage::writing, i);
      Composed composed = rows ? *rows->next() : *compose();
      writing.write(composed);
      hand_over(order, std::move(composed.step), outcome);
    }
  }
  writing.finish();
  if (writing.head().seq != before) outcome.last_seq = writing.head().seq;
  return outcome;
}

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
  if (order.rows && !order.commands.empty()) throw std::logic_error("an order of two kinds");
  const base::Instant now = clock();
  const std::string transaction = order.key ? *order.key : base::make_uuid_v7(now.micros / 1000);
  const std::unique_ptr<Transaction> writing = ledger.take_writing();
  if (order.size() > 1) use_large_cache(ledger.db());
  if (order.key) {
    if (auto earlier = replay(ledger, order)) {
      for (Step& step : std::exchange(earlier->steps, {})) {
        hand_over(order, std::move(step), *earlier);
      }
      return *earlier;
    }
  }
  Outcome outcome;
  Head head;
  {
    const Setting setting{ledger, order, transaction, now, read_clock(ledger, now)};
    const Rehearsed rehearsed = Rehearsal(setting).run();
    Writing work(ledger);
    outcome = write_all(setting, rehearsed, work);
    head = work.head();
  }
  if (order.dry_run || outcome.last_seq == 0) return outcome;
  commit(*writing, transaction);
  if (changes_rules(order)) ledger.forget_rules();
  ledger.remember_head(head);
  return outcome;
}

}  // namespace minqing::ledger
