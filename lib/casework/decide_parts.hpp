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
  const calendar::Calendar& calendar() const { return rules.calendar; }
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
/// The refusal to hand a matter to those it is about (accusation.hpp), if any.
std::optional<Verdict> refuse_subject(const Case& c, const IssueAssigned& event);
/// The refusal of a handler whom the matter is about, if any.
std::optional<Verdict> refuse_subject_as_handler(const Case& c, std::string_view person);
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

Verdict decide_accept(const Case& c, const Accept& wish);
Verdict decide_return(const Case& c, const Return& wish);
Verdict decide_recall(const Case& c, const Recall& wish);

Verdict decide_extend(const Case& c, const Extend& wish);
Verdict decide_suspend(const Case& c, const Suspend& wish);
Verdict decide_resume(const Case& c, const Resume& wish);
Verdict decide_corrected(const Case& c, const DeadlineCorrected& wish);

Verdict decide_amend(const Case& c, const Amend& wish);
Verdict decide_undo(const Case& c, const Undo& wish);
Verdict decide_merge(const Case& c, const Merge& wish);
Verdict decide_unmerge(const Case& c, const Unmerge& wish);
Verdict decide_exclude(const Case& c, const Exclude& wish);

/// The request where the schema wants approval, else what it asks for.
Verdict ask_or_do(const Case& c, RequestMade request);
/// The events that a request asks for, or why they are not possible now.
Verdict carry_out_request(const Case& c, const RequestMade& request);
Verdict decide_approve(const Case& c, const Approve& wish);
Verdict decide_refuse(const Case& c, const RefuseRequest& wish);

Verdict decide_instruct(const Case& c, const Instruct& wish);
Verdict decide_attach(const Case& c, const Attach& wish);
Verdict decide_answer(const Case& c, const Answer& wish);
Verdict decide_issue_paper(const Case& c, const IssuePaper& wish);

// What a request asks for, by kind; each checks the rules once more when it is approved.
Verdict effect_of_return(const Case& c, const RequestMade& request);
Verdict effect_of_extension(const Case& c, const RequestMade& request);
Verdict effect_of_suspension(const Case& c, const RequestMade& request);
Verdict effect_of_amendment(const Case& c, const RequestMade& request);
Verdict effect_of_closing(const Case& c, const RequestMade& request);

/// An empty text where the rules want words: the refusal that names the option.
std::optional<Verdict> refuse_silence(const std::optional<Personal>& words, base::Text act,
                                      base::Text option);

/// True when the person of the circumstances may approve requests.
bool may_approve(const Case& c);

/// The refusal of whoever types or acts and is in office no more, if any.
std::optional<Verdict> refuse_departed(const Case& c);
/// The refusal to hand a matter to units or people that are in office no more, if any.
std::optional<Verdict> refuse_out_of_office(const Case& c, const IssueAssigned& event);
std::optional<Verdict> refuse_out_of_office(const Case& c, std::string_view person);
/// The refusal of a village that was dissolved, if any.
std::optional<Verdict> refuse_dissolved(const Case& c, const std::string& area);
Verdict decide_hand_over(const Case& c, const HandOver& wish);
/// `next`: words that issues have may not be lost, and no route may lead to nobody.
Verdict decide_schema(const Case& c, const SchemaApplied& wish);
Verdict decide_roster(const Case& c, const RosterChanged& wish);

Verdict decide_write_diary(const Case& c, const WriteDiary& wish);
Verdict decide_review_diary(const Case& c, const DiaryReviewed& wish);
Verdict decide_void_diary(const Case& c, const DiaryVoided& wish);
Verdict decide_give_card(const Case& c, const CardGiven& wish);
Verdict decide_recall_card(const Case& c, const CardRecalled& wish);
/// The refusal of a liaison card that was never given, or recalled before, if any.
std::optional<Verdict> refuse_unknown_card(const Case& c, const std::string& no);

/// The refusal of whom a confidential issue is kept from, if any.
std::optional<Verdict> refuse_reader(const Case& c, const Issue& issue);
Verdict decide_reveal(const Case& c, const IdentityRevealed& wish);
Verdict decide_publish(const Case& c, const ReportPublished& wish);

/// True when the person of the circumstances handled the issue in this round: resolved it or is its
/// named handler.
bool is_handler(const Case& c);
/// A step of an older ledger that names nobody: who brings it in did not do it.
bool names_nobody(const Case& c);

}  // namespace minqing::casework
