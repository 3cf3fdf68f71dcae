// SPDX-License-Identifier: MIT
// Events that put right what was recorded: amended fields, undone steps, merged and excluded
// issues. The past stays in the log. Names and fields are stored: DO NOT CHANGE THEM; new fields
// are optional.

#pragma once

#include "lib/casework/events_handling.hpp"

namespace minqing::casework {

/// One field, old and new. A personal field is sealed as the original was; absent: no value.
struct Amendment {
  std::string field;                     ///< id of the glossary
  std::optional<std::int64_t> resident;  ///< which resident's, from 1
  std::optional<std::string> before;
  std::optional<std::string> after;
  std::optional<Personal> personal_before;
  std::optional<Personal> personal_after;

  /// The name under which the field's text is sealed, the same as where it was first recorded.
  std::string_view personal_name() const {
    return field == "resident" ? std::string_view("name") : std::string_view(field);
  }

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("after", self.after);
    visit("before", self.before);
    visit("field", self.field);
    visit("personal_after", self.personal_after);
    visit("personal_before", self.personal_before);
    visit("resident", self.resident);
  }
  bool operator==(const Amendment&) const = default;
};

/// 更正
struct IssueAmended {
  static constexpr std::string_view kKind = "issue_amended";
  std::vector<Amendment> changes;
  std::optional<DueBy> due;  ///< when a change moved the deadline
  std::optional<Personal> reason;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("changes", self.changes);
    visit("due", self.due);
    visit("reason", self.reason);
  }
  bool operator==(const IssueAmended&) const = default;
};

/// 撤销: the events of one transaction no longer count for this issue. A fold leaves them out
/// (`fold` in issue.hpp); undoing this event lets them count again.
struct StepUndone {
  static constexpr std::string_view kKind = "step_undone";
  std::string transaction;
  std::vector<std::string> kinds;  ///< of the events that it takes out, for readers of the log
  std::optional<Personal> reason;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("kinds", self.kinds);
    visit("reason", self.reason);
    visit("transaction", self.transaction);
  }
  bool operator==(const StepUndone&) const = default;
};

/// 并案: the same matter as `into`, where it is handled from here on.
struct IssueMerged {
  static constexpr std::string_view kKind = "issue_merged";
  std::string into;
  std::optional<Personal> reason;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("into", self.into);
    visit("reason", self.reason);
  }
  bool operator==(const IssueMerged&) const = default;
};

/// Goes its own way again, from where it stood.
struct IssueUnmerged {
  static constexpr std::string_view kKind = "issue_unmerged";
  std::optional<Personal> reason;
  std::optional<DueBy> due;  ///< what was left of its limit, counted from here

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("due", self.due);
    visit("reason", self.reason);
  }
  bool operator==(const IssueUnmerged&) const = default;
};

/// 剔除: handled as before, but left out of the evaluation.
struct IssueExcluded {
  static constexpr std::string_view kKind = "issue_excluded";
  Personal reason;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("reason", self.reason);
  }
  bool operator==(const IssueExcluded&) const = default;
};

}  // namespace minqing::casework
