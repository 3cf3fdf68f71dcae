// SPDX-License-Identifier: MIT
// Events of feedback, call-back and closing. Names and fields are stored: DO NOT CHANGE THEM; new
// fields are optional.

#pragma once

#include "lib/casework/describe.hpp"

namespace minqing::casework {

struct IssueFedBack {
  static constexpr std::string_view kKind = "issue_fed_back";
  Recipient to = Recipient::resident;
  Method method = Method::phone;
  std::optional<Personal> said;
  std::optional<std::int64_t> resident;  ///< which resident, from 1; absent: all of them

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("method", self.method);
    visit("resident", self.resident);
    visit("said", self.said);
    visit("to", self.to);
  }
  bool operator==(const IssueFedBack&) const = default;
};

/// One attempt to ask the resident. Reached: the three answers; not reached: why.
struct IssueCalledBack {
  static constexpr std::string_view kKind = "issue_called_back";
  std::optional<Unreached> unreached;
  std::optional<bool> responded;  ///< the unit had contacted the resident (响应)
  std::optional<bool> solved;     ///< the resident says it is solved (解决)
  Satisfaction satisfaction = Satisfaction::not_rated;
  std::optional<Personal> said;
  std::optional<std::int64_t> resident;  ///< which resident, from 1; absent: all of them

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("resident", self.resident);
    visit("responded", self.responded);
    visit("said", self.said);
    visit("satisfaction", self.satisfaction);
    visit("solved", self.solved);
    visit("unreached", self.unreached);
  }
  bool operator==(const IssueCalledBack&) const = default;
};

struct IssueClosed {
  static constexpr std::string_view kKind = "issue_closed";
  CloseGround on = CloseGround::satisfied;
  std::optional<Personal> reason;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("on", self.on);
    visit("reason", self.reason);
  }
  bool operator==(const IssueClosed&) const = default;
};

}  // namespace minqing::casework
