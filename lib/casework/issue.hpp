// SPDX-License-Identifier: MIT
// The state of one issue: a fold of its events (`evolve`). It knows neither schema nor calendar nor
// clock; whatever a rule yielded stands in the events.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/casework/event.hpp"

namespace minqing::casework {

/// One hand-over: from when to when which unit held the issue, and how that ended.
struct Assignment {
  std::string unit;
  std::optional<std::string> handler;
  std::vector<std::string> co_units;
  std::optional<std::string> leader;
  AssignmentBasis basis = AssignmentBasis::explicit_choice;
  base::Text rule;
  DueBy due;
  base::Moment assigned_at;
  std::optional<base::Moment> signed_at;
  std::optional<base::Moment> contacted_at;
  std::optional<base::Moment> ended_at;
  std::string ended_by;  ///< resolved, reassigned, voided; empty while it lasts
};

/// One round of handling, from registration or reopening until the next.
struct Round {
  std::int64_t no = 1;
  base::Moment opened_at;
  std::optional<ReopenCause> cause;  ///< why it was opened; none for the first
  bool reopened_from_closed = false;
  std::vector<Assignment> assignments;
  std::optional<base::Moment> resolved_at;
  std::string resolved_by;
  ResultKind result_kind = ResultKind::solved;
  std::optional<Personal> result;
  std::optional<base::Moment> checked_at;
  bool check_passed = false;
  std::optional<base::Moment> fed_back_at;         ///< told the resident
  std::optional<base::Moment> fed_back_office_at;  ///< told the office
  int attempts = 0;                                ///< call-backs that did not reach the resident
  std::optional<base::Moment> called_back_at;      ///< last call-back that reached the resident
  std::optional<bool> responded;
  std::optional<bool> solved;
  Satisfaction satisfaction = Satisfaction::not_rated;
  std::optional<base::Moment> closed_at;
  std::optional<CloseGround> closed_on;
};

struct Issue {
  std::string number;
  State state = State::registered;
  base::Moment registered_at;
  base::Instant recorded_at;
  std::string registered_by;
  Particulars particulars;
  std::optional<ImportMark> import_mark;
  std::vector<Round> rounds;
  std::optional<base::Moment> voided_at;
  /// Business time of the last state-changing event: within an issue it never goes back.
  base::Moment last_moved_at;
  std::int64_t last_seq = 0;  ///< set by the ledger: seq of the issue's last event

  const Round& round() const { return rounds.back(); }
  Round& round() { return rounds.back(); }
  /// The unit that holds it now or held it last in this round; null before the first hand-over.
  const Assignment* assignment() const;
  bool is_open() const { return state != State::closed && state != State::voided; }
};

/// Folds one event into the state. A registration starts it (`issue` is empty then). Throws
/// std::logic_error when an event does not fit, which `decide` never lets happen.
void evolve(std::optional<Issue>& issue, const Event& event);

}  // namespace minqing::casework
