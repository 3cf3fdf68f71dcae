// SPDX-License-Identifier: MIT
// Events that move a deadline or stop its clock. The new deadline stands in the event, derived by
// `decide`, so that suspended time counts the same on every replay. Names and fields are stored: DO
// NOT CHANGE THEM; new fields are optional.

#pragma once

#include "lib/casework/events_handling.hpp"

namespace minqing::casework {

/// 延期: an approved prolongation, by our own office or by the body that sent the matter.
struct DeadlineExtended {
  static constexpr std::string_view kKind = "deadline_extended";
  DueBy due;
  std::optional<Personal> reason;
  std::optional<base::Date> source_due_on;  ///< the sender's new deadline, when the sender extended

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("due", self.due);
    visit("reason", self.reason);
    visit("source_due_on", self.source_due_on);
  }
  bool operator==(const DeadlineExtended&) const = default;
};

/// 挂账: kept open without a running deadline because it cannot be solved now.
struct IssueSuspended {
  static constexpr std::string_view kKind = "issue_suspended";
  Personal reason;
  std::optional<Personal> plan;
  std::optional<base::Date> review_on;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("plan", self.plan);
    visit("reason", self.reason);
    visit("review_on", self.review_on);
  }
  bool operator==(const IssueSuspended&) const = default;
};

/// The clock runs again; what was left of the limit is counted from here.
struct IssueResumed {
  static constexpr std::string_view kKind = "issue_resumed";
  DueBy due;
  std::optional<Personal> reason;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("due", self.due);
    visit("reason", self.reason);
  }
  bool operator==(const IssueResumed&) const = default;
};

/// A calendar came that moves a provisional deadline.
struct DeadlineCorrected {
  static constexpr std::string_view kKind = "deadline_corrected";
  DueBy due;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("due", self.due);
  }
  bool operator==(const DeadlineCorrected&) const = default;
};

}  // namespace minqing::casework
