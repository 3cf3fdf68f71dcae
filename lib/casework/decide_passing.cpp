// SPDX-License-Identifier: MIT
// Taking in and handing back.

#include "lib/casework/decide_parts.hpp"

namespace minqing::casework {

std::optional<Verdict> refuse_silence(const std::optional<Personal>& words, base::Text act,
                                      base::Text option) {
  if (words && (words->is_sealed() || !words->plain.empty())) return std::nullopt;
  return refuse(base::Exit::usage, base::text("{}要写明理由", "{} needs a reason", act),
                base::text("加上 {} 理由", "add {}", option));
}

Verdict decide_accept(const Case&, const Accept& wish) {
  return {.events = {IssueAccepted{wish.words}}};
}

Verdict decide_return(const Case& c, const Return& wish) {
  if (auto refusal = refuse_silence(wish.reason, base::text("退回", "returning"),
                                    base::text("--理由", "--reason"))) {
    return *refusal;
  }
  RequestMade request{.request = RequestKind::returned, .reason = wish.reason};
  request.to_source = wish.to_source;
  return ask_or_do(c, std::move(request));
}

Verdict effect_of_return(const Case& c, const RequestMade& request) {
  const Assignment* held = c.issue->assignment();
  if (!held || held->ended_at) return refuse_step(c);
  // When it was asked for counts, not when somebody found time to approve it.
  const Request* open = c.issue->find_request(RequestKind::returned);
  const base::Moment asked = open ? open->made_at : c.at();
  const auto& limit = c.schema().limits.returned;
  if (limit && !c.circumstances.imported) {
    const calendar::Due last =
        calendar::due_date(c.rules.calendar, held->assigned_at, *limit, c.schema().limits.counting);
    if (has_passed(last, asked)) {
      return refuse(
          base::Exit::conflict,
          base::text("{} 已过退回期限（交办后{}，至 {}）",
                     "{}: the time for returning it is over ({} from the assignment, "
                     "until {})",
                     c.issue->number, calendar::to_text(*limit), to_string(last)),
          base::text("由交办的一方改派：交办 {} --收回 --理由 …",
                     "let the assigning office reassign it: assign {} --recall --reason …",
                     c.issue->number));
    }
  }
  if (request.to_source && !c.issue->particulars.source) {
    return refuse(
        base::Exit::conflict,
        base::text("{} 没有来件单位，不能退回来件单位",
                   "{} was sent by nobody; it cannot go back to its sender", c.issue->number));
  }
  return {.events = {IssueReturned{request.reason, request.to_source}}};
}

Verdict decide_recall(const Case& c, const Recall& wish) {
  if (auto refusal = refuse_silence(wish.words, base::text("收回改派", "recalling"),
                                    base::text("--理由", "--reason"))) {
    return *refusal;
  }
  const Assignment* held = c.issue->assignment();
  if (!held || held->ended_at) return refuse_step(c);
  return {.events = {AssignmentRecalled{*wish.words}}};
}

}  // namespace minqing::casework
