// SPDX-License-Identifier: MIT
// An event: what happened, to which issue, claimed when, recorded when, by whom. Its body is
// canonical JSON, stored as the exact bytes that are hashed. The format is a permanent promise
// (version 1): kinds and fields are only ever added.

#pragma once

#include <string>
#include <variant>

#include "lib/casework/events_card.hpp"
#include "lib/casework/events_correction.hpp"
#include "lib/casework/events_diary.hpp"
#include "lib/casework/events_feedback.hpp"
#include "lib/casework/events_handling.hpp"
#include "lib/casework/events_ledger.hpp"
#include "lib/casework/events_papers.hpp"
#include "lib/casework/events_passing.hpp"
#include "lib/casework/events_registration.hpp"
#include "lib/casework/events_request.hpp"
#include "lib/casework/events_time.hpp"

namespace minqing::casework {

using Payload =
    std::variant<LedgerOpened, SchemaApplied, CalendarApplied, RosterChanged, IssueRegistered,
                 IssueAssigned, IssueSignedFor, ProgressNoted, IssueResolved, IssueChecked,
                 IssueReopened, IssueFedBack, IssueCalledBack, IssueClosed, IssueVoided,
                 IdentityRevealed, ReportPublished, IssueAccepted, IssueReturned,
                 AssignmentRecalled, DeadlineExtended, IssueSuspended, IssueResumed,
                 DeadlineCorrected, IssueAmended, StepUndone, IssueMerged, IssueUnmerged,
                 IssueExcluded, RequestMade, RequestApproved, RequestRefused, IssueInstructed,
                 IssueAttached, IssueAnswered, IssueHandedOver, PaperIssued, DiaryWritten,
                 DiaryReviewed, DiaryVoided, CardGiven, CardRecalled>;

/// Who the operating system says ran the program.
struct OsIdentity {
  std::int64_t uid = 0;
  std::string login;
  std::string host;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("host", self.host);
    visit("login", self.login);
    visit("uid", self.uid);
  }
  bool operator==(const OsIdentity&) const = default;
};

struct Event {
  static constexpr std::int64_t kFormat = 1;
  std::string transaction;  ///< --key, or a UUIDv7
  std::int64_t index = 0;   ///< place in the transaction, from 0
  std::int64_t count = 1;   ///< events of the transaction
  std::string issue;        ///< number, or empty for events of the ledger itself
  base::Moment occurred_at;
  base::Instant recorded_at;
  std::string actor;  ///< who typed
  std::string by;     ///< who did it in the world; the actor when nobody else is named
  OsIdentity os;
  std::string schema;                  ///< first 32 hex digits of the digest of the schema in force
  std::optional<std::string> request;  ///< keyed digest of the request, in the first event only
  bool imported = false;
  Payload payload;
};

std::string_view kind_of(const Payload& payload);
/// The canonical bytes. Throws std::logic_error when personal text is still plain.
std::string encode_body(const Event& event);
/// Throws JsonError for bytes that are not canonical, Error(version) for a format, kind, field or
/// word that this program does not know.
Event decode_body(std::string_view body);

}  // namespace minqing::casework
