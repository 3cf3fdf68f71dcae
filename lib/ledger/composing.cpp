// SPDX-License-Identifier: MIT
#include "lib/ledger/composing.hpp"

#include "lib/ledger/load.hpp"
#include "lib/ledger/project.hpp"

#include <stdexcept>
#include <utility>

namespace minqing::ledger {

using casework::Command;
using casework::Issue;

Composer::Composer(const Setting& setting, const Rehearsed& rehearsed, KeyRing& keys)
    : setting_(setting),
      rehearsed_(rehearsed),
      decider_(setting.ledger, setting.order, setting.now, Decider::Mode::writing,
               &rehearsed.fresh),
      sealer_(keys),
      keys_(keys),
      last_seq_(setting.ledger.head().seq) {}

Composed Composer::compose(std::size_t index, Command command) {
  out_ = {};
  happened_.clear();
  if (command.is_about_just_registered()) {
    carry_on(index, std::move(command));
  } else {
    sealer_.forget();
    carry_out(index, command);
  }
  if (setting_.order.follows(index + 1)) last_ = out_.step;
  out_.keys = sealer_.take_keys();
  if (index + 1 == setting_.order.size() && index_ != rehearsed_.events) {
    throw std::logic_error("an order was decided in two ways");
  }
  return std::move(out_);
}

void Composer::carry_out(std::size_t index, const Command& command) {
  just_registered_.reset();
  std::optional<Issue> issue, other;
  if (!command.issue.empty()) issue = load(command.issue);
  if (const auto* merge = std::get_if<casework::Merge>(&command.wish)) other = load(merge->into);
  const std::size_t known_rounds = issue ? issue->rounds.size() : 0;
  casework::Verdict verdict =
      decider_.decide(index, command, issue ? &*issue : nullptr, other ? &*other : nullptr);
  if (verdict.refusal) {
    throw Refused({{index, std::move(*verdict.refusal)}}, setting_.order.size());
  }

  Step& step = out_.step;
  step.issue = command.issue;
  step.row_changed = verdict.row_changed;
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
  happen_all(command, std::move(verdict.events), issue);
  settle(index, std::move(issue), known_rounds);
}

/// A step of the issue that was registered just before; nothing when its row stands in the ledger
/// already.
void Composer::carry_on(std::size_t index, Command command) {
  out_.step = last_;
  out_.step.events.clear();
  out_.step.follows = true;
  if (!just_registered_) return;
  command.issue = out_.step.issue;
  std::optional<Issue> issue = std::exchange(just_registered_, std::nullopt);
  casework::Verdict verdict = decider_.decide(index, command, &*issue, nullptr);
  if (verdict.refusal) {
    throw Refused({{index, std::move(*verdict.refusal)}}, setting_.order.size());
  }
  happen_all(command, std::move(verdict.events), issue);
  settle(index, std::move(issue), 0);
}

void Composer::happen_all(const Command& command, std::vector<casework::Payload> payloads,
                          std::optional<Issue>& issue) {
  for (casework::Payload& payload : payloads) {
    happen(
        event_of(setting_, command, std::move(payload), out_.step.issue, decider_.time_of(command)),
        issue);
  }
  if (issue) out_.step.state = issue->state;
}

void Composer::happen(casework::Event event, std::optional<Issue>& issue) {
  event.index = index_++;
  event.count = rehearsed_.events;
  if (event.index == 0) event.request = rehearsed_.request;
  const auto id = issue_id(event.issue);
  if (id) {
    sealer_.seal(*id, issue, event.payload);
  } else {
    sealer_.seal_own(event.payload);
  }
  ++last_seq_;
  out_.events.push_back(encode(event, id));
  if (!id) {
    out_.events.back().own = std::move(event);
    return;
  }
  if (const auto* registered = std::get_if<casework::IssueRegistered>(&event.payload)) {
    note_digests(registered->particulars);
  }
  if (!setting_.order.rows) happened_.push_back(event);
  if (std::holds_alternative<casework::StepUndone>(event.payload)) {
    issue = fold_again(setting_.ledger, event.issue, happened_);
    rewritten_ = true;
  } else {
    evolve(issue, event);
  }
  if (std::holds_alternative<casework::IssueAmended>(event.payload)) rewritten_ = true;
  issue->last_seq = last_seq_;
}

/// Into the tables, once nothing follows that is about the same issue.
void Composer::settle(std::size_t index, std::optional<Issue> issue, std::size_t known_rounds) {
  if (issue && setting_.order.follows(index + 1)) {
    just_registered_ = std::move(issue);
  } else if (issue) {
    out_.state = NewState{std::move(*issue), known_rounds, rewritten_, std::move(new_digests_)};
    new_digests_.clear();
  }
}

void Composer::note_digests(const casework::Particulars& of) {
  new_digests_.clear();
  for (const casework::Resident& resident : of.residents) {
    add_digests(keys_.digests(), resident, new_digests_);
  }
}

std::optional<Issue> Composer::load(const std::string& number) {
  std::optional<Issue> issue;
  if (const auto id = issue_id(number)) issue = load_to_decide(setting_.ledger, *id);
  if (!issue) throw unknown_issue(number);
  return issue;
}

}  // namespace minqing::ledger
