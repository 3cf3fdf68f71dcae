// SPDX-License-Identifier: MIT
#include "lib/casework/deadline.hpp"
#include "lib/casework/routing.hpp"

#include <algorithm>

namespace minqing::casework {

namespace {

DueBy due_for(const Case& c, const Assign& wish) {
  const base::Moment start = clock_start(c);
  DueBy out;
  if (wish.due_on) {
    out.limit_rule = base::text("交办时指定日期", "date given when assigned");
    out.clock_start = start;
    out.due_on = *wish.due_on;
  } else if (wish.limit) {
    out =
        due_by(c, {*wish.limit, base::text("交办时指定时限", "limit given when assigned")}, start);
  } else {
    out = due_by(c, limit_of_round(c), start);
  }
  return with_source_deadline(c, std::move(out), c.issue->particulars.source_due_on);
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
  return refuse_subject(c, event);
}

/// What a result of its kind has to say, and show.
std::optional<Verdict> refuse_result(const Case& c, const Resolve& wish) {
  const bool in_hands = c.issue->assignment() && !c.issue->assignment()->ended_at;
  const bool by_unit =
      wish.result_kind == ResultKind::solved || wish.result_kind == ResultKind::explained;
  const bool told = c.circumstances.imported;  // an older ledger says what it says
  if (by_unit && !in_hands && !told) return refuse_step(c);
  if (wish.result_kind == ResultKind::declined && !wish.other_channel && !told) {
    return refuse(base::Exit::usage,
                  base::text("不予受理要告知其他途径", "declining needs the channel to turn to"),
                  base::text("加上 --其他途径，如 法院诉讼；没有的写“无”",
                             "add --other-channel; write 'none' when there is none"));
  }
  if (wish.result_kind == ResultKind::transferred && !wish.to_body && !told) {
    return refuse(base::Exit::usage,
                  base::text("没有写转送给谁", "the body it is transferred to is missing"),
                  base::text("加上 --送往 单位", "add --to BODY"));
  }
  const schema::Category* category = c.schema().find_category(c.issue->particulars.category);
  const bool has_evidence =
      !wish.evidence.empty() ||
      std::any_of(c.issue->attachments.begin(), c.issue->attachments.end(), [&](const auto& file) {
        return file.use == AttachmentUse::evidence && file.round == c.issue->round().no;
      });
  if (wish.result_kind == ResultKind::solved && !told && category &&
      c.schema().needs_evidence(*category) && !has_evidence) {
    return refuse(
        base::Exit::conflict,
        base::text("{}：类别“{}”的办结要附佐证", "{}: a result of category '{}' needs evidence",
                   c.issue->number, category->label),
        base::text("加上 --佐证 文件，如现场照片", "add --evidence FILE, such as a photo"));
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
    Routed routed = route(c.schema(), c.rules.roster, c.issue->particulars.category,
                          c.issue->particulars.area, c.at().date);
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
  if (auto refusal = refuse_out_of_office(c, event)) return *refusal;
  if (auto refusal = refuse_assignment(c, wish, event)) return *refusal;
  event.due = due_for(c, wish);
  return {.events = {std::move(event)}};
}

Verdict decide_sign(const Case& c, const SignFor& wish) {
  if (wish.handler) {
    if (auto refusal = refuse_out_of_office(c, *wish.handler)) return *refusal;
    if (auto refusal = refuse_subject_as_handler(c, *wish.handler)) return *refusal;
  }
  return {.events = {IssueSignedFor{wish.handler}}};
}

Verdict decide_hand_over(const Case& c, const HandOver& wish) {
  if (auto refusal = refuse_out_of_office(c, wish.handler)) return *refusal;
  const Assignment& holder = *c.issue->assignment();
  if (holder.handler == wish.handler) {
    return refuse(
        base::Exit::conflict,
        base::text("{} 本来就由这位同志承办", "{} is with this person already", c.issue->number));
  }
  const Person* person = c.rules.roster.person(wish.handler);
  const Unit* unit = c.rules.roster.acting_unit(holder.unit, c.at().date);
  if (person && person->unit && unit && *person->unit != unit->id) {
    return refuse(
        base::Exit::conflict,
        base::text("{} 由{}承办，{}不是它的人", "{} is with {}; {} is not of that unit",
                   c.issue->number, unit->name, person->name),
        base::text("换单位要改派：先 交办 {0} --收回 --理由 …，再 交办 {0} --承办单位 单位",
                   "another unit needs a new hand-over: assign {0} --recall --reason …, "
                   "then assign {0} --unit UNIT",
                   c.issue->number));
  }
  if (auto refusal = refuse_subject_as_handler(c, wish.handler)) return *refusal;
  return {.events = {IssueHandedOver{wish.handler, wish.reason}}};
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
  if (auto refusal = refuse_result(c, wish)) return *refusal;
  const Assignment* holder = c.issue->assignment();
  const bool settles = wish.result_kind == ResultKind::solved;
  if (c.schema().steps.first_contact && settles && holder && !holder->contacted_at &&
      !c.circumstances.imported) {
    return refuse(base::Exit::conflict,
                  base::text("{} 还没有先行联系诉求人",
                             "{}: the resident has not been contacted yet", c.issue->number),
                  base::text("先记录：跟进 {} --已联系", "record it: follow-up {} --contacted",
                             c.issue->number));
  }
  if (auto refusal = refuse_subject_as_handler(c, c.circumstances.by)) return *refusal;
  Verdict verdict;
  for (const FileAttached& file : wish.evidence) verdict.events.push_back(file.event);
  verdict.events.push_back(IssueResolved{wish.result_kind, wish.result, wish.other_channel,
                                         wish.to_body, wish.their_number, wish.expected_on});
  return verdict;
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

/// Units that were dissolved since give way to what took over, people who left to nobody.
static void take_successors(const Case& c, IssueAssigned& again) {
  const base::Date day = c.at().date;
  const auto follow = [&](std::string& id) {
    if (const Unit* unit = c.rules.roster.acting_unit(id, day)) id = unit->id;
  };
  follow(again.unit);
  for (std::string& unit : again.co_units) follow(unit);
  std::erase(again.co_units, again.unit);
  for (auto* person : {&again.handler, &again.leader}) {
    if (*person && refuse_out_of_office(c, **person)) person->reset();
  }
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
  take_successors(c, again);
  // Named by the resident since, or dissolved: it waits for another unit.
  if (refuse_out_of_office(c, again) || refuse_subject(c, again)) return events;
  events.push_back(std::move(again));
  return events;
}

}  // namespace minqing::casework
