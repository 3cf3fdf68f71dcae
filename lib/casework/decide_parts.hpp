// SPDX-License-Identifier: MIT
// Shared by the files of `decide`; nothing outside them includes it.

#pragma once

#include "lib/casework/decide.hpp"

namespace minqing::casework {

/// Everything a rule may look at.
struct Case {
  const Rules& rules;
  const Issue* issue;
  const Books& books;
  const Circumstances& circumstances;

  const schema::Schema& schema() const { return rules.schema; }
  const base::Moment& at() const { return circumstances.at; }
};

Verdict refuse(base::Exit exit, base::Text reason, base::Text way_out = {});
/// `RS2026-00042 is 'closed'; steps allowed from here: 'reopen'`.
Verdict refuse_step(const Case& c);
/// The refusal of a claimed time, if any: in the future, too old, before the issue's last step.
/// Notes may be older than the last step.
std::optional<Verdict> refuse_time(const Case& c, bool moves_issue);

Verdict decide_register(const Case& c, const Register& wish);
Verdict decide_void(const Case& c, const Void& wish);

Verdict decide_assign(const Case& c, const Assign& wish);
Verdict decide_sign(const Case& c, const SignFor& wish);
Verdict decide_progress(const Case& c, const NoteProgress& wish);
Verdict decide_resolve(const Case& c, const Resolve& wish);
Verdict decide_check(const Case& c, const Check& wish);
Verdict decide_reopen(const Case& c, const Reopen& wish);
/// The events of a new round: reopened, and assigned to the same unit where the schema says so.
std::vector<Payload> new_round(const Case& c, ReopenCause cause, std::optional<Personal> reason);

Verdict decide_feed_back(const Case& c, const FeedBack& wish);
Verdict decide_call_back(const Case& c, const CallBack& wish);
Verdict decide_close(const Case& c, const Close& wish);

/// True when the person of the circumstances handled the issue in this round: resolved it or is its
/// named handler.
bool is_handler(const Case& c);

}  // namespace minqing::casework
