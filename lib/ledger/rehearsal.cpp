// SPDX-License-Identifier: MIT
#include "lib/ledger/rehearsal.hpp"

#include "lib/ledger/load.hpp"

#include <utility>

namespace minqing::ledger {

using casework::Command;
using casework::Issue;

Rehearsal::Rehearsal(const Setting& setting)
    : setting_(setting),
      decider_(setting.ledger, setting.order, setting.now, Decider::Mode::rehearsal),
      request_(setting.ledger.keys(), setting.order) {}

Rehearsed Rehearsal::run() {
  const Order& order = setting_.order;
  for (const Command& command : order.commands) {
    if (!command.is_about_just_registered()) name(command.issue);
    if (const auto* merge = std::get_if<casework::Merge>(&command.wish)) name(merge->into);
  }
  out_.fresh.resize(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (order.watch) order.watch(Stage::deciding, i);
    Command command = next();
    if (command.is_about_just_registered()) {
      decide_following(i, std::move(command));
    } else {
      decide(i, command);
    }
  }
  if (!refusals_.empty()) throw Refused(std::move(refusals_), order.size());
  out_.request = request_.finish();
  return std::move(out_);
}

/// The digest of what was asked for goes on beside the deciding when there are many.
Command Rehearsal::next() {
  if (!setting_.order.rows) return *add_to_request();
  if (!commands_) {
    commands_.emplace([this] { return add_to_request(); }, size_of_texts);
  }
  return *commands_->next();
}

std::optional<Command> Rehearsal::add_to_request() {
  if (asked_ == setting_.order.size()) return std::nullopt;
  std::optional<Command> command = setting_.order.command(asked_++);
  request_.add(*command);
  return command;
}

void Rehearsal::name(const std::string& issue) {
  if (const auto id = issue_id(issue)) named_.try_emplace(*id);
}

void Rehearsal::decide(std::size_t index, const Command& command) {
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
    out_.fresh[index] = true;
    const auto named = named_.find(*issue_id(number));
    if (named != named_.end()) about = &named->second;
    if (setting_.order.follows(index + 1)) about = &just_registered_.emplace();
  }
  count_events(command, number, about, std::move(verdict));
}

/// Nothing when the row before stands in the ledger already, or was refused.
void Rehearsal::decide_following(std::size_t index, Command command) {
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
void Rehearsal::count_events(const Command& command, const std::string& number, Named* about,
                             casework::Verdict verdict) {
  for (casework::Payload& payload : verdict.events) {
    const std::int64_t place = out_.events++;
    if (!about) continue;
    casework::Event event =
        event_of(setting_, command, std::move(payload), number, decider_.time_of(command));
    event.index = place;
    happen(*about, std::move(event));
  }
}

void Rehearsal::happen(Named& to, casework::Event event) {
  to.events.push_back(std::move(event));
  if (std::holds_alternative<casework::StepUndone>(to.events.back().payload)) {
    to.issue = fold_again(setting_.ledger, to.issue->number, to.events);
  } else {
    evolve(to.issue, to.events.back());
  }
}

Rehearsal::Named& Rehearsal::state_of(const std::string& number) {
  const auto found = named_.find(issue_id(number).value_or(0));
  if (found == named_.end()) throw unknown_issue(number);
  std::optional<Issue>& issue = found->second.issue;
  if (!issue) issue = load_to_decide(setting_.ledger, found->first);
  if (!issue) throw unknown_issue(number);
  return found->second;
}

}  // namespace minqing::ledger
