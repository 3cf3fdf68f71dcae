// SPDX-License-Identifier: MIT
#include <stdexcept>

#include "lib/casework/issue.hpp"

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
                                         .assigned_at = at()});
    move_to(State::assigned);
  }

  void operator()(const IssueSignedFor& data) {
    holder().signed_at = at();
    if (data.handler) holder().handler = data.handler;
    move_to(State::signed_for);
  }

  /// A note may be older than the last step: it tells of a fact found later.
  void operator()(const ProgressNoted& data) {
    if (data.contacted && !holder().contacted_at) holder().contacted_at = at();
    if (issue.state == State::assigned || issue.state == State::signed_for) {
      issue.state = State::in_progress;
    }
  }

  void operator()(const IssueResolved& data) {
    end_holding("resolved");
    issue.round().resolved_at = at();
    issue.round().resolved_by = event.by;
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
    issue.round().satisfaction = data.satisfaction;
    move_to(State::called_back);
  }

  void operator()(const IssueClosed& data) {
    issue.round().closed_at = at();
    issue.round().closed_on = data.on;
    move_to(State::closed);
  }

  void operator()(const IssueVoided&) {
    end_holding("voided");
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

void evolve(std::optional<Issue>& issue, const Event& event) {
  const bool registers = std::holds_alternative<IssueRegistered>(event.payload);
  if (registers == issue.has_value()) throw std::logic_error("event does not fit its issue");
  if (registers) issue.emplace();
  Fold fold{*issue, event};
  std::visit(fold, event.payload);
}

}  // namespace minqing::casework
