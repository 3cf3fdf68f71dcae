// SPDX-License-Identifier: MIT
// The state of one issue: a fold of its events (`evolve`). It knows neither schema nor calendar nor
// clock; whatever a rule yielded stands in the events.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/casework/event.hpp"

namespace minqing::casework {

/// A deadline that was moved: what it had been until then.
struct DueChange {
  base::Moment at;
  DueBy before;
};

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
  /// resolved, reassigned, reopened, returned, recalled, merged, voided; empty while it lasts
  std::string ended_by;
  int extensions = 0;
  bool imported = false;  ///< an older ledger tells of it; what it leaves out may have happened
  std::vector<DueChange> due_changes;  ///< oldest first
};

/// A stretch without a running clock: 挂账.
struct Pause {
  base::Moment from;
  std::optional<base::Moment> to;  ///< none while it lasts
  std::optional<base::Date> review_on;
};

/// What one of several residents was told and said in a round.
struct Told {
  std::int64_t resident = 1;
  std::optional<base::Moment> fed_back_at;
  std::optional<base::Moment> called_back_at;
  Satisfaction satisfaction = Satisfaction::not_rated;
};

/// One round of handling, from registration or reopening until the next.
struct Round {
  std::int64_t no = 1;
  base::Moment opened_at;
  std::optional<ReopenCause> cause;  ///< why it was opened; none for the first
  bool reopened_from_closed = false;
  std::vector<Assignment> assignments;
  std::vector<Pause> pauses;
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
  std::vector<Told> told;  ///< by resident; empty where all of them were told and asked as one
  std::optional<base::Moment> closed_at;
  std::optional<CloseGround> closed_on;
};

/// A request that waits for its answer.
struct Request {
  RequestMade wish;
  base::Moment made_at;
  std::string made_by;
};

struct Attachment {
  AttachmentUse use = AttachmentUse::document;
  Personal name;
  std::string digest;
  std::int64_t size = 0;
  std::int64_t round = 1;
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
  std::optional<base::Moment> accepted_at;
  std::optional<base::Moment> voided_at;
  std::optional<base::Moment> excluded_at;  ///< 剔除: left out of the evaluation
  std::optional<base::Moment> answered_at;  ///< 回单 to the body that sent it
  std::optional<std::string> merged_into;   ///< while it is merged
  std::optional<base::Moment> merged_at;
  State rests_from = State::registered;  ///< while suspended or merged: where it goes on
  std::vector<Request> requests;         ///< open ones, oldest first
  std::vector<Attachment> attachments;
  /// Business time of the last state-changing event: within an issue it never goes back.
  base::Moment last_moved_at;
  std::int64_t last_seq = 0;  ///< set by the ledger: seq of the issue's last event

  const Round& round() const { return rounds.back(); }
  Round& round() { return rounds.back(); }
  /// The unit that holds it now or held it last in this round; null before the first hand-over.
  const Assignment* assignment() const;
  /// Still on somebody's desk under its own number.
  bool is_open() const { return casework::is_open(state); }
  const Request* find_request(RequestKind kind) const;
};

/// Folds one event into the state. A registration starts it (`issue` is empty then). Throws
/// std::logic_error when an event does not fit, which `decide` never lets happen. A `step_undone`
/// changes the past, which one state does not hold: whoever meets one folds all events again.
void evolve(std::optional<Issue>& issue, const Event& event);

/// Folds all events of one issue, in order, leaving out what was undone.
std::optional<Issue> fold(const std::vector<Event>& events);
/// For each event, whether it counts; a `step_undone` that counts takes its transaction out.
std::vector<bool> effective(const std::vector<Event>& events);

}  // namespace minqing::casework
