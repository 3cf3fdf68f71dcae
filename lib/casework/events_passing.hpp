// SPDX-License-Identifier: MIT
// Events of taking in and handing back: accepted, returned by the unit, recalled by the office.
// Names and fields are stored: DO NOT CHANGE THEM; new fields are optional.

#pragma once

#include "lib/casework/describe.hpp"

namespace minqing::casework {

/// 受理: the matter is handled here.
struct IssueAccepted {
  static constexpr std::string_view kKind = "issue_accepted";
  std::optional<Personal> words;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("words", self.words);
  }
  bool operator==(const IssueAccepted&) const = default;
};

/// 退回: the unit sends the issue back; it waits for another assignment.
struct IssueReturned {
  static constexpr std::string_view kKind = "issue_returned";
  Personal reason;
  bool to_source = false;  ///< on to the body that sent it, whose matter it is

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("reason", self.reason);
    visit("to_source", self.to_source);
  }
  bool operator==(const IssueReturned&) const = default;
};

/// 改派 after a mistake of the assigning office: not counted as a return.
struct AssignmentRecalled {
  static constexpr std::string_view kKind = "assignment_recalled";
  Personal reason;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("reason", self.reason);
  }
  bool operator==(const AssignmentRecalled&) const = default;
};

}  // namespace minqing::casework
