// SPDX-License-Identifier: MIT
#include "lib/casework/decide_parts.hpp"
#include "lib/casework/routing.hpp"

namespace minqing::casework {

namespace {

/// Day 0: the hand-over, or the opening of the round where the schema starts the clock there.
base::Moment clock_start(const Case& c) {
  return c.schema().limits.starts == schema::ClockStart::assigned ? c.at()
                                                                  : c.issue->round().opened_at;
}

DueBy due_by(const Case& c, const schema::Schema::Chosen& chosen, const base::Moment& start) {
  DueBy out;
  out.limit = chosen.limit;
  out.limit_rule = chosen.rule;
  out.clock_start = start;
  const calendar::Due due = calendar::due_date(c.rules.calendar, out.clock_start, chosen.limit,
                                               c.schema().limits.counting);
  out.due_on = due.on;
  if (due.minute) out.due_minute = *due.minute;
  if (due.unrolled != due.on) out.unrolled_on = due.unrolled;
  out.provisional = due.provisional;
  return out;
}

DueBy due_on_given_date(const Case& c, base::Date date) {
  DueBy out;
  out.limit_rule = base::text("交办时指定日期", "date given when assigned");
  out.clock_start = clock_start(c);
  out.due_on = date;
  return out;
}

schema::Schema::Chosen limit_of_round(const Case& c) {
  const Particulars& of = c.issue->particulars;
  return c.schema().handling_limit(of.nature, id_of(of.urgency), of.category);
}

DueBy due_for(const Case& c, const Assign& wish) {
  if (wish.due_on) return due_on_given_date(c, *wish.due_on);
  if (wish.limit) {
    return due_by(c, {*wish.limit, base::text("交办时指定时限", "limit given when assigned")},
                  clock_start(c));
  }
  return due_by(c, limit_of_round(c), clock_start(c));
}

std::optional<Verdict> refuse_assignment(const Case& c, const Assign& wish,
                                         const IssueAssigned& event) {
  for (const std::string& unit : event.co_units) {
    if (unit == event.unit) {
      return refuse(base::Exit::usage, base::text("协办单位与承办单位相同",
                                                  "the co-unit is the handling unit itself"));
    }
  }
  if (wish.due_on && *wish.due_on < c.at().date) {
    return refuse(base::Exit::rejected,
                  base::text("办结时限 {} 早于交办日期", "the due date {} is before the assignment",
                             to_string(*wish.due_on)));
  }
  return std::nullopt;
}

}  // namespace

Verdict decide_assign(const Case& c, const Assign& wish) {
  IssueAssigned event;
  event.round = c.issue->round().no;
  event.unit = wish.unit;
  event.handler = wish.handler;
  event.co_units = wish.co_units;
  event.leader = wish.leader;
  event.rule = base::text("交办时指定", "chosen when assigned");
  if (wish.automatic) {
    Routed routed =
        route(c.schema(), c.rules.roster, c.issue->particulars.category, c.issue->particulars.area);
    event.unit = routed.unit;
    event.basis = routed.basis;
    event.rule = routed.rule;
    if (event.co_units.empty()) event.co_units = std::move(routed.co_units);
  }
  if (!c.rules.roster.unit(event.unit)) {
    return refuse(base::Exit::not_found,
                  base::text("名册里没有承办单位“{}”（{}）", "the roster has no unit '{}' ({})",
                             event.unit, event.rule),
                  base::text("用 --承办单位 指定，或先用 名册 导入 补上单位",
                             "name one with --unit, or bring the unit in with 'roster import'"));
  }
  if (auto refusal = refuse_assignment(c, wish, event)) return *refusal;
  event.due = due_for(c, wish);
  return {.events = {std::move(event)}};
}

Verdict decide_sign(const Case&, const SignFor& wish) {
  return {.events = {IssueSignedFor{wish.handler}}};
}

Verdict decide_progress(const Case&, const NoteProgress& wish) {
  const bool has_words = wish.action_taken && !wish.action_taken->plain.empty();
  if (!has_words && !wish.contacted) {
    return refuse(base::Exit::usage, base::text("没有写进展", "there is no progress to record"),
                  base::text("加上 -m 办理情况，或 --已联系 表示已先行联系",
                             "add -m TEXT, or --contacted for the first contact"));
  }
  return {.events = {ProgressNoted{wish.contacted, wish.action_taken}}};
}

Verdict decide_resolve(const Case& c, const Resolve& wish) {
  if (wish.result.plain.empty()) {
    return refuse(base::Exit::usage, base::text("没有写办理结果", "there is no result"),
                  base::text("加上 -m 办理结果", "add -m TEXT"));
  }
  if (c.schema().steps.first_contact && !c.issue->assignment()->contacted_at) {
    return refuse(base::Exit::conflict,
                  base::text("{} 还没有先行联系诉求人",
                             "{}: the resident has not been contacted yet", c.issue->number),
                  base::text("先记录：跟进 {} --已联系", "record it: follow-up {} --contacted",
                             c.issue->number));
  }
  return {.events = {IssueResolved{wish.result_kind, wish.result}}};
}

Verdict decide_check(const Case& c, const Check& wish) {
  if (c.schema().guards.checker_not_handler && is_handler(c)) {
    return refuse(
        base::Exit::conflict,
        base::text("{} 由本人办理，不能由本人核查", "{}: who handled it cannot check it",
                   c.issue->number),
        base::text("请另一位同志核查（--经办 核查人）", "let somebody else check it (--by)"));
  }
  Verdict verdict{.events = {IssueChecked{wish.passed, wish.finding}}};
  if (!wish.passed) {
    for (Payload& event : new_round(c, ReopenCause::check_failed, wish.finding)) {
      verdict.events.push_back(std::move(event));
    }
  }
  return verdict;
}

Verdict decide_reopen(const Case& c, const Reopen& wish) {
  if (wish.reason.plain.empty()) {
    return refuse(base::Exit::usage, base::text("重办要写明理由", "reopening needs a reason"),
                  base::text("加上 --理由 理由", "add --reason"));
  }
  return {.events = new_round(c, ReopenCause::ordered, wish.reason)};
}

std::vector<Payload> new_round(const Case& c, ReopenCause cause, std::optional<Personal> reason) {
  const std::int64_t next = c.issue->round().no + 1;
  std::vector<Payload> events{IssueReopened{next, cause, std::move(reason)}};
  const Assignment* last = c.issue->assignment();
  if (!c.schema().redo.same_unit || !last) return events;

  IssueAssigned again;
  again.round = next;
  again.unit = last->unit;
  again.handler = last->handler;
  again.co_units = last->co_units;
  again.leader = last->leader;
  again.basis = AssignmentBasis::same_unit;
  again.rule = label_of(AssignmentBasis::same_unit);
  schema::Schema::Chosen chosen = limit_of_round(c);
  if (c.schema().redo.limit) {
    chosen = {*c.schema().redo.limit, base::text("重办时限", "limit for a new round")};
  } else if (last->due.limit) {
    chosen = {*last->due.limit, last->due.limit_rule};
  }
  again.due = due_by(c, chosen, c.at());  // every round has a clock of its own
  events.push_back(std::move(again));
  return events;
}

}  // namespace minqing::casework
