// SPDX-License-Identifier: MIT
// Events of handling. What a rule yields (the limit in words, the due date, provisional or not, the
// rule that routed) is written here by `decide`, so that `evolve` needs neither schema nor
// calendar. Names and fields are stored: DO NOT CHANGE THEM; new fields are optional.

#pragma once

#include "lib/casework/describe.hpp"

namespace minqing::casework {

/// A deadline with its derivation: `limit` counted from `clock_start` (day 0) gives `due_on`.
struct DueBy {
  std::optional<calendar::Limit> limit;  ///< none when the date was given outright
  base::Text limit_rule;                 ///< which rule of the schema gave the limit
  base::Moment clock_start;
  base::Date due_on;
  std::optional<std::int64_t> due_minute;  ///< minute of the day, for limits in hours
  std::optional<base::Date> unrolled_on;   ///< before rolling from a rest day, when that moved it
  bool provisional = false;                ///< a year without calendar data was needed
  /// Of a matter sent down: our own limit's day, the sender's deadline, and how long before it we
  /// have to be done. `due_on` is then the earlier of both.
  std::optional<base::Date> own_due_on;
  std::optional<base::Date> source_due_on;
  std::optional<calendar::Limit> reserve;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("clock_start", self.clock_start);
    visit("due_minute", self.due_minute);
    visit("due_on", self.due_on);
    visit("limit", self.limit);
    visit("limit_rule", self.limit_rule);
    visit("own_due_on", self.own_due_on);
    visit("provisional", self.provisional);
    visit("reserve", self.reserve);
    visit("source_due_on", self.source_due_on);
    visit("unrolled_on", self.unrolled_on);
  }
  bool operator==(const DueBy&) const = default;
};

struct IssueAssigned {
  static constexpr std::string_view kKind = "issue_assigned";
  std::int64_t round = 1;
  std::string unit;
  std::optional<std::string> handler;
  std::vector<std::string> co_units;
  std::optional<std::string> leader;
  AssignmentBasis basis = AssignmentBasis::explicit_choice;
  base::Text rule;  ///< the route in words
  DueBy due;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("basis", self.basis);
    visit("co_units", self.co_units);
    visit("due", self.due);
    visit("handler", self.handler);
    visit("leader", self.leader);
    visit("round", self.round);
    visit("rule", self.rule);
    visit("unit", self.unit);
  }
  bool operator==(const IssueAssigned&) const = default;
};

struct IssueSignedFor {
  static constexpr std::string_view kKind = "issue_signed_for";
  std::optional<std::string> handler;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("handler", self.handler);
  }
  bool operator==(const IssueSignedFor&) const = default;
};

/// The issue goes to another person of the unit (移交); everything else of it stays.
struct IssueHandedOver {
  static constexpr std::string_view kKind = "issue_handed_over";
  std::string handler;
  std::optional<Personal> reason;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("handler", self.handler);
    visit("reason", self.reason);
  }
  bool operator==(const IssueHandedOver&) const = default;
};

struct ProgressNoted {
  static constexpr std::string_view kKind = "progress_noted";
  bool contacted = false;  ///< first contact with the resident (先行联系)
  std::optional<Personal> action_taken;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("action_taken", self.action_taken);
    visit("contacted", self.contacted);
  }
  bool operator==(const ProgressNoted&) const = default;
};

struct IssueResolved {
  static constexpr std::string_view kKind = "issue_resolved";
  ResultKind result_kind = ResultKind::solved;
  Personal result;
  std::optional<std::string> other_channel;  ///< declined: where the resident can turn
  std::optional<std::string> to_body;        ///< transferred: to whom
  std::optional<std::string> their_number;   ///< transferred: its number there
  std::optional<base::Date> expected_on;     ///< transferred: when an answer is expected

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("expected_on", self.expected_on);
    visit("other_channel", self.other_channel);
    visit("result", self.result);
    visit("result_kind", self.result_kind);
    visit("their_number", self.their_number);
    visit("to_body", self.to_body);
  }
  bool operator==(const IssueResolved&) const = default;
};

struct IssueChecked {
  static constexpr std::string_view kKind = "issue_checked";
  bool passed = true;
  std::optional<Personal> finding;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("finding", self.finding);
    visit("passed", self.passed);
  }
  bool operator==(const IssueChecked&) const = default;
};

/// A new round begins; an `issue_assigned` follows when the unit is known.
struct IssueReopened {
  static constexpr std::string_view kKind = "issue_reopened";
  std::int64_t round = 2;
  ReopenCause cause = ReopenCause::ordered;
  std::optional<Personal> reason;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("cause", self.cause);
    visit("reason", self.reason);
    visit("round", self.round);
  }
  bool operator==(const IssueReopened&) const = default;
};

}  // namespace minqing::casework
