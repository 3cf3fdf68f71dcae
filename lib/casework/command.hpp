// SPDX-License-Identifier: MIT
// Commands: wishes. Names in them are already ids of the roster and the schema; `decide` says
// whether the rules allow them. Each describes its fields, so that a request can be digested for
// --key.

#pragma once

#include <string>
#include <variant>

#include "lib/base/error.hpp"
#include "lib/casework/commands_more.hpp"
#include "lib/casework/events_feedback.hpp"
#include "lib/casework/events_handling.hpp"
#include "lib/casework/events_ledger.hpp"
#include "lib/casework/events_registration.hpp"

namespace minqing::casework {

struct Register {
  Particulars particulars;
  std::optional<ImportMark> import_mark;
  std::optional<Personal> answered;  ///< 当场答复: resolved and told at once
  /// It came up in this visit, from 1, of the diary entry that the same order wrote last.
  std::optional<std::int64_t> visit = {};

  template <class Self, class Walk>
  static void describe(Self& self, Walk&& walk) {
    walk("answered", self.answered);
    walk("import", self.import_mark);
    walk("issue", self.particulars);
    walk("visit", self.visit);
  }
};

struct Assign {
  bool automatic = false;  ///< by the routing table; `unit` is then empty
  std::string unit;
  std::optional<std::string> handler;
  std::vector<std::string> co_units;
  std::optional<std::string> leader;
  std::optional<base::Date> due_on;
  std::optional<calendar::Limit> limit;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("auto", self.automatic);
    visit("co_units", self.co_units);
    visit("due_on", self.due_on);
    visit("handler", self.handler);
    visit("leader", self.leader);
    visit("limit", self.limit);
    visit("unit", self.unit);
  }
};

struct SignFor {
  std::optional<std::string> handler;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("handler", self.handler);
  }
};

struct NoteProgress {
  bool contacted = false;
  std::optional<Personal> action_taken;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("action_taken", self.action_taken);
    visit("contacted", self.contacted);
  }
};

struct Resolve {
  ResultKind result_kind = ResultKind::solved;
  Personal result;
  std::optional<std::string> other_channel;
  std::optional<std::string> to_body;
  std::optional<std::string> their_number;
  std::optional<base::Date> expected_on;
  std::vector<FileAttached> evidence;  ///< files sealed beside the ledger already

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("evidence", self.evidence);
    visit("expected_on", self.expected_on);
    visit("other_channel", self.other_channel);
    visit("result", self.result);
    visit("result_kind", self.result_kind);
    visit("their_number", self.their_number);
    visit("to_body", self.to_body);
  }
};

struct Check {
  bool passed = true;
  std::optional<Personal> finding;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("finding", self.finding);
    visit("passed", self.passed);
  }
};

struct FeedBack {
  Recipient to = Recipient::resident;
  Method method = Method::phone;
  std::optional<Personal> said;
  std::optional<std::int64_t> resident;  ///< from 1; absent: all of them

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("method", self.method);
    visit("resident", self.resident);
    visit("said", self.said);
    visit("to", self.to);
  }
};

struct CallBack {
  std::optional<Unreached> unreached;
  std::optional<bool> responded;
  std::optional<bool> solved;
  Satisfaction satisfaction = Satisfaction::not_rated;
  std::optional<Personal> said;
  std::optional<std::int64_t> resident;  ///< from 1; absent: all of them

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("resident", self.resident);
    visit("responded", self.responded);
    visit("said", self.said);
    visit("satisfaction", self.satisfaction);
    visit("solved", self.solved);
    visit("unreached", self.unreached);
  }
};

struct Close {
  CloseGround on = CloseGround::satisfied;
  std::optional<Personal> reason;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("on", self.on);
    visit("reason", self.reason);
  }
};

struct Reopen {
  Personal reason;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("reason", self.reason);
  }
};

struct Void {
  Personal reason;
  std::optional<std::string> same_as;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("reason", self.reason);
    visit("same_as", self.same_as);
  }
};

/// Events of the ledger itself are wished for as they will stand: there is nothing to derive.
using Wish =
    std::variant<Register, Assign, SignFor, NoteProgress, Resolve, Check, FeedBack, CallBack, Close,
                 Reopen, Void, LedgerOpened, SchemaApplied, CalendarApplied, RosterChanged,
                 IdentityRevealed, ReportPublished, Accept, Return, Recall, Extend, Suspend, Resume,
                 Amend, Undo, Merge, Unmerge, Exclude, Approve, RefuseRequest, Instruct, Attach,
                 Answer, DeadlineCorrected, HandOver, IssuePaper, WriteDiary, DiaryReviewed,
                 DiaryVoided, CardGiven, CardRecalled>;

/// Instead of a number in an order: the issue that was registered last in this order, as the row of
/// an older ledger tells how the matter went on. When that row stands in the ledger already, such
/// commands say nothing.
inline constexpr std::string_view kJustRegistered = "^";

struct Command {
  Wish wish;
  std::string issue;  ///< number of the issue it is about; empty for Register and ledger commands
  std::optional<base::Moment> at;  ///< business time of its own (imports); else the order's
  /// Who did it, where a sheet says it for each row; else the order's.
  std::optional<std::string> by = {};
  base::Place origin;  ///< the row or line it comes from, for messages; not part of the request

  bool is_about_just_registered() const { return issue == kJustRegistered; }
};

/// The command as canonical JSON, for the keyed digest of a request: personal text as typed, the
/// wish by its name.
std::string describe_command(const Command& command);

}  // namespace minqing::casework
