// SPDX-License-Identifier: MIT
#include "lib/casework/amendment.hpp"
#include "lib/casework/issue.hpp"

#include <algorithm>
#include <stdexcept>

namespace minqing::casework {

namespace {

/// One overload for each kind; each says what the event changes and nothing else.
struct Fold {
  Issue& issue;
  const Event& event;

  const base::Moment& at() const { return event.occurred_at; }
  Assignment& holder() {
    if (issue.round().assignments.empty()) throw std::logic_error("event before assignment");
    return issue.round().assignments.back();
  }
  void move_to(State state) {
    issue.state = state;
    note_move();
  }
  /// A step known only to the day says nothing of its hour: the hour of the last one stands, so
  /// that nothing slips in before it.
  void note_move() {
    const bool is_vaguer =
        at().second == base::Moment::kUnknown && at().date == issue.last_moved_at.date;
    if (!is_vaguer) issue.last_moved_at = at();
  }
  void end_holding(std::string_view how) {
    if (issue.round().assignments.empty() || holder().ended_at) return;
    holder().ended_at = at();
    holder().ended_by = how;
  }

  void operator()(const IssueRegistered& data) {
    issue.number = event.issue;
    issue.registered_at = at();
    issue.recorded_at = event.recorded_at;
    issue.registered_by = event.by;
    issue.particulars = data.particulars;
    issue.import_mark = data.import_mark;
    issue.rounds.push_back({.opened_at = at()});
    move_to(State::registered);
  }

  void operator()(const IssueAssigned& data) {
    end_holding("reassigned");
    issue.round().assignments.push_back({.unit = data.unit,
                                         .handler = data.handler,
                                         .co_units = data.co_units,
                                         .leader = data.leader,
                                         .basis = data.basis,
                                         .rule = data.rule,
                                         .due = data.due,
                                         .assigned_at = at(),
                                         .imported = event.imported});
    move_to(State::assigned);
  }

  void operator()(const IssueSignedFor& data) {
    holder().signed_at = at();
    if (data.handler) holder().handler = data.handler;
    move_to(State::signed_for);
  }

  void operator()(const IssueHandedOver& data) { holder().handler = data.handler; }

  /// A note may be older than the last step: it tells of a fact found later.
  void operator()(const ProgressNoted& data) {
    const bool is_held = !issue.round().assignments.empty();
    if (data.contacted && is_held && !holder().contacted_at) holder().contacted_at = at();
    if (issue.state == State::assigned || issue.state == State::signed_for) {
      issue.state = State::in_progress;
    }
  }

  /// Where an issue waits for its (next) assignment.
  State waiting() const {
    if (issue.rounds.size() > 1) return State::reopened;
    return issue.accepted_at ? State::accepted : State::registered;
  }
  void set_due(const DueBy& due) {
    holder().due_changes.push_back({at(), holder().due});
    holder().due = due;
  }
  /// Told and asked one by one, residents are kept apart.
  Told& told(std::int64_t resident) {
    auto& all = issue.round().told;
    auto found = std::find_if(all.begin(), all.end(),
                              [&](const Told& one) { return one.resident == resident; });
    if (found != all.end()) return *found;
    all.push_back({.resident = resident});
    return all.back();
  }
  /// What is over is not suspended any more.
  void end_pause() {
    auto& pauses = issue.round().pauses;
    if (!pauses.empty() && !pauses.back().to) pauses.back().to = at();
  }
  void end_request(RequestKind kind) {
    auto& open = issue.requests;
    open.erase(std::remove_if(open.begin(), open.end(),
                              [&](const Request& one) { return one.wish.request == kind; }),
               open.end());
  }

  void operator()(const IssueAccepted&) {
    issue.accepted_at = at();
    move_to(State::accepted);
  }

  void operator()(const IssueReturned&) {
    end_holding("returned");
    issue.requests.clear();
    move_to(State::returned);
  }

  void operator()(const AssignmentRecalled&) {
    end_holding("recalled");
    issue.requests.clear();
    move_to(waiting());
  }

  void operator()(const DeadlineExtended& data) {
    set_due(data.due);
    ++holder().extensions;
    if (data.source_due_on) issue.particulars.source_due_on = data.source_due_on;
    note_move();
  }

  void operator()(const DeadlineCorrected& data) { set_due(data.due); }

  void operator()(const IssueSuspended& data) {
    issue.round().pauses.push_back({.from = at(), .to = {}, .review_on = data.review_on});
    issue.rests_from = issue.state;
    move_to(State::suspended);
  }

  void operator()(const IssueResumed& data) {
    issue.round().pauses.back().to = at();
    set_due(data.due);
    move_to(issue.rests_from);
  }

  void operator()(const IssueAmended& data) {
    for (const Amendment& change : data.changes) apply_amendment(issue, change);
    // The hand-over whose deadline it moved may have been undone since.
    if (data.due && !issue.round().assignments.empty()) set_due(*data.due);
  }

  /// See `fold`.
  void operator()(const StepUndone&) {}

  void operator()(const IssueMerged& data) {
    end_holding("merged");
    issue.merged_into = data.into;
    issue.merged_at = at();
    issue.rests_from = issue.state;
    issue.requests.clear();
    move_to(State::merged);
  }

  void operator()(const IssueUnmerged& data) {
    issue.merged_into.reset();
    issue.merged_at.reset();
    if (issue.assignment() && holder().ended_by == "merged") {
      holder().ended_at.reset();
      holder().ended_by.clear();
      if (data.due) set_due(*data.due);
    }
    move_to(issue.rests_from);
  }

  void operator()(const IssueExcluded&) { issue.excluded_at = at(); }

  void operator()(const RequestMade& data) {
    end_request(data.request);
    issue.requests.push_back({data, at(), event.by});
  }
  void operator()(const RequestApproved& data) { end_request(data.request); }
  void operator()(const RequestRefused& data) { end_request(data.request); }

  void operator()(const IssueAttached& data) {
    issue.attachments.push_back({data.use, data.name, data.digest, data.size, issue.round().no});
  }
  void operator()(const IssueAnswered&) { issue.answered_at = at(); }

  void operator()(const IssueResolved& data) {
    end_pause();
    end_holding("resolved");
    for (RequestKind moot : {RequestKind::extend, RequestKind::suspend, RequestKind::returned}) {
      end_request(moot);
    }
    issue.round().resolved_at = at();
    // Who brings an older ledger in has resolved nothing.
    if (!event.imported || event.by != event.actor) issue.round().resolved_by = event.by;
    issue.round().result_kind = data.result_kind;
    issue.round().result = data.result;
    move_to(State::resolved);
  }

  void operator()(const IssueChecked& data) {
    issue.round().checked_at = at();
    issue.round().check_passed = data.passed;
    move_to(State::checked);
  }

  void operator()(const IssueReopened& data) {
    const bool was_closed = issue.state == State::closed;
    end_holding("reopened");
    issue.rounds.push_back({.no = data.round,
                            .opened_at = at(),
                            .cause = data.cause,
                            .reopened_from_closed = was_closed});
    move_to(State::reopened);
  }

  void operator()(const IssueFedBack& data) {
    if (data.to == Recipient::office) {
      issue.round().fed_back_office_at = at();
      return;
    }
    issue.round().fed_back_at = at();
    if (issue.state == State::merged) return note_move();
    if (data.resident) told(*data.resident).fed_back_at = at();
    move_to(State::fed_back);
  }

  void operator()(const IssueCalledBack& data) {
    if (data.unreached) {
      ++issue.round().attempts;
      note_move();
      return;
    }
    issue.round().called_back_at = at();
    issue.round().responded = data.responded;
    issue.round().solved = data.solved;
    // Of several residents asked one by one the least satisfied counts.
    const bool is_first = !data.resident || issue.round().satisfaction == Satisfaction::not_rated;
    issue.round().satisfaction =
        is_first ? data.satisfaction : std::max(issue.round().satisfaction, data.satisfaction);
    if (issue.state == State::merged) return note_move();
    if (data.resident) {
      told(*data.resident).called_back_at = at();
      told(*data.resident).satisfaction = data.satisfaction;
    }
    move_to(State::called_back);
  }

  void operator()(const IssueClosed& data) {
    issue.round().closed_at = at();
    issue.round().closed_on = data.on;
    move_to(State::closed);
  }

  void operator()(const IssueVoided&) {
    end_pause();
    end_holding("voided");
    issue.merged_into.reset();
    issue.requests.clear();
    issue.voided_at = at();
    move_to(State::voided);
  }

  // Events of the ledger itself change no issue.
  template <class Other>
  void operator()(const Other&) {}
};

}  // namespace

const Assignment* Issue::assignment() const {
  return round().assignments.empty() ? nullptr : &round().assignments.back();
}

const Request* Issue::find_request(RequestKind kind) const {
  for (const Request& one : requests) {
    if (one.wish.request == kind) return &one;
  }
  return nullptr;
}

std::vector<bool> effective(const std::vector<Event>& events) {
  std::vector<bool> counts(events.size(), true);
  std::vector<std::string_view> undone;
  // From the last one back: whether an undoing counts is settled before what it undid.
  for (std::size_t i = events.size(); i-- > 0;) {
    const Event& event = events[i];
    counts[i] = std::find(undone.begin(), undone.end(), event.transaction) == undone.end();
    const auto* undo = std::get_if<StepUndone>(&event.payload);
    if (undo && counts[i]) undone.push_back(undo->transaction);
  }
  return counts;
}

std::optional<Issue> fold(const std::vector<Event>& events) {
  const std::vector<bool> counts = effective(events);
  std::optional<Issue> issue;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (counts[i]) evolve(issue, events[i]);
  }
  return issue;
}

void evolve(std::optional<Issue>& issue, const Event& event) {
  const bool registers = std::holds_alternative<IssueRegistered>(event.payload);
  if (registers == issue.has_value()) throw std::logic_error("event does not fit its issue");
  if (registers) issue.emplace();
  Fold fold{*issue, event};
  std::visit(fold, event.payload);
}

}  // namespace minqing::casework
