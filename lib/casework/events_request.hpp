// SPDX-License-Identifier: MIT
// Events of asking and answering: where the schema wants approval, a request alone moves nothing.
// Names and fields are stored: DO NOT CHANGE THEM; new fields are optional.

#pragma once

#include "lib/casework/events_correction.hpp"

namespace minqing::casework {

/// What was asked for, whole: the approval carries it out as it stands here.
struct RequestMade {
  static constexpr std::string_view kKind = "request_made";
  RequestKind request = RequestKind::extend;
  Personal reason;
  std::vector<Amendment> changes;       ///< amend
  std::optional<base::Date> extend_to;  ///< extend
  std::optional<CloseGround> ground;    ///< close
  std::optional<Personal> plan;         ///< suspend
  std::optional<base::Date> review_on;  ///< suspend
  bool to_source = false;               ///< return

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("changes", self.changes);
    visit("extend_to", self.extend_to);
    visit("ground", self.ground);
    visit("plan", self.plan);
    visit("reason", self.reason);
    visit("request", self.request);
    visit("review_on", self.review_on);
    visit("to_source", self.to_source);
  }
  bool operator==(const RequestMade&) const = default;
};

/// 批准: the events that were asked for follow in the same transaction.
struct RequestApproved {
  static constexpr std::string_view kKind = "request_approved";
  RequestKind request = RequestKind::extend;
  std::optional<Personal> words;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("request", self.request);
    visit("words", self.words);
  }
  bool operator==(const RequestApproved&) const = default;
};

/// 驳回
struct RequestRefused {
  static constexpr std::string_view kKind = "request_refused";
  RequestKind request = RequestKind::extend;
  Personal reason;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("reason", self.reason);
    visit("request", self.request);
  }
  bool operator==(const RequestRefused&) const = default;
};

}  // namespace minqing::casework
