// SPDX-License-Identifier: MIT
// Moving a deadline and stopping its clock.

#include "lib/casework/deadline.hpp"

#include <algorithm>

namespace minqing::casework {

namespace {

Verdict refuse_extension(const Case& c, base::Text why) {
  return refuse(base::Exit::conflict,
                base::text("{} 不能延期：{}", "{} cannot be extended: {}", c.issue->number, why),
                base::text("确有困难的，申请挂账（挂账），或做好解释说明",
                           "ask for a suspension ('suspend'), or explain it to the resident"));
}

/// The rules of the schema on extending (domain §3.7), as they stand when it was asked for.
std::optional<Verdict> refuse_by_schema(const Case& c, base::Date to, const base::Moment& asked) {
  const schema::Extension& rule = c.schema().limits.extension;
  const Assignment& held = *c.issue->assignment();
  const std::string_view urgency = id_of(c.issue->particulars.urgency);
  if (std::find(rule.not_for.begin(), rule.not_for.end(), urgency) != rule.not_for.end()) {
    return refuse_extension(c, base::text("{}件不得延期", "what is {} is never extended",
                                          label_of(c.issue->particulars.urgency)));
  }
  if (held.extensions >= rule.times) {
    return refuse_extension(
        c, base::text("已延期 {} 次，规则允许 {} 次", "it was extended {} of {} times",
                      held.extensions, rule.times));
  }
  if (rule.before_due && asked.date > held.due.due_on) {
    return refuse_extension(
        c, base::text("时限 {} 已过，应在到期前申请", "its deadline {} has passed; ask before it",
                      to_string(held.due.due_on)));
  }
  if (rule.most) {
    const DueBy& first = held.due_changes.empty() ? held.due : held.due_changes.front().before;
    const calendar::Due last = calendar::due_date(c.rules.calendar, {first.due_on}, *rule.most,
                                                  c.schema().limits.counting);
    if (to > last.on) {
      return refuse_extension(c, base::text("最多延长{}，至 {}", "at most by {}, until {}",
                                            calendar::to_text(*rule.most), to_string(last.on)));
    }
  }
  return std::nullopt;
}

/// The sender moved its deadline: ours is derived again.
Verdict extend_from_source(const Case& c, const Extend& wish) {
  if (!c.issue->particulars.source_due_on && !c.issue->particulars.source) {
    return refuse(
        base::Exit::conflict,
        base::text("{} 不是上级来件", "{} was not sent by another body", c.issue->number));
  }
  DueBy due = c.issue->assignment()->due;
  if (due.own_due_on) due.due_on = *due.own_due_on;
  due = with_source_deadline(c, std::move(due), wish.source_due_on);
  return {.events = {DeadlineExtended{std::move(due), wish.reason, wish.source_due_on}}};
}

base::Date wished_day(const Case& c, const Extend& wish) {
  if (wish.to) return *wish.to;
  return calendar::due_date(c.rules.calendar, {c.issue->assignment()->due.due_on}, *wish.by,
                            c.schema().limits.counting)
      .on;
}

}  // namespace

Verdict decide_extend(const Case& c, const Extend& wish) {
  if (auto refusal = refuse_silence(wish.reason, base::text("延期", "extending"),
                                    base::text("--理由", "--reason"))) {
    return *refusal;
  }
  if (wish.source_due_on) return extend_from_source(c, wish);
  if (!wish.to && !wish.by) {
    return refuse(base::Exit::usage, base::text("没有写延期到哪一天", "the new date is missing"),
                  base::text("加上 --延至 日期，如 --延至 3个工作日",
                             "add --to DATE, or a limit such as 3wd"));
  }
  RequestMade request{.request = RequestKind::extend, .reason = wish.reason};
  request.extend_to = wished_day(c, wish);
  return ask_or_do(c, std::move(request));
}

Verdict effect_of_extension(const Case& c, const RequestMade& request) {
  const Assignment* held = c.issue->assignment();
  if (!held || held->ended_at) return refuse_step(c);
  const base::Date to = *request.extend_to;
  if (to <= held->due.due_on) {
    return refuse(base::Exit::rejected, base::text("延至 {} 不晚于现在的时限 {}",
                                                   "{} is not later than the present deadline {}",
                                                   to_string(to), to_string(held->due.due_on)));
  }
  const Request* open = c.issue->find_request(RequestKind::extend);
  if (!c.circumstances.imported) {
    if (auto refusal = refuse_by_schema(c, to, open ? open->made_at : c.at())) return *refusal;
  }
  DueBy due = held->due;
  due.limit_rule = base::text("{}，延期", "{}, extended", held->due.limit_rule);
  due.due_on = to;
  due.due_minute.reset();
  due.unrolled_on.reset();
  due.provisional = !c.calendar().knows(to);
  return {.events = {DeadlineExtended{std::move(due), request.reason, std::nullopt}}};
}

Verdict decide_suspend(const Case& c, const Suspend& wish) {
  if (auto refusal = refuse_silence(wish.reason, base::text("挂账", "suspending"),
                                    base::text("--理由", "--reason"))) {
    return *refusal;
  }
  RequestMade request{.request = RequestKind::suspend, .reason = wish.reason};
  request.plan = wish.plan;
  request.review_on = wish.review_on;
  return ask_or_do(c, std::move(request));
}

Verdict effect_of_suspension(const Case& c, const RequestMade& request) {
  const Assignment* held = c.issue->assignment();
  if (!held || held->ended_at || c.issue->state == State::suspended) return refuse_step(c);
  const schema::Suspension& rule = c.schema().suspend;
  if (rule.review_date && !request.review_on) {
    return refuse(base::Exit::usage,
                  base::text("挂账要写明复核日期", "a suspension needs a date of review"),
                  base::text("加上 --复核 日期", "add --review DATE"));
  }
  if (request.review_on && *request.review_on <= c.at().date) {
    return refuse(base::Exit::rejected,
                  base::text("复核日期 {} 应晚于今天", "the review {} must lie ahead",
                             to_string(*request.review_on)));
  }
  if (rule.most && request.review_on) {
    const calendar::Due last =
        calendar::due_date(c.rules.calendar, {c.at().date}, *rule.most, c.schema().limits.counting);
    if (*request.review_on > last.on) {
      return refuse(base::Exit::conflict,
                    base::text("挂账最长{}，复核日期不晚于 {}",
                               "a suspension lasts {} at most; review it until {}",
                               calendar::to_text(*rule.most), to_string(last.on)));
    }
  }
  if (held->due.limit && calendar::counts_hours(held->due.limit->clock)) {
    return refuse(base::Exit::conflict,
                  base::text("{} 的时限按小时计，不能挂账",
                             "{} has a limit in hours and cannot be suspended", c.issue->number),
                  base::text("需要更多时间的，申请延期", "ask for an extension instead"));
  }
  return {.events = {IssueSuspended{request.reason, request.plan, request.review_on}}};
}

Verdict decide_resume(const Case& c, const Resume& wish) {
  const Pause& pause = c.issue->round().pauses.back();
  DueBy due = due_after_pause(c, c.issue->assignment()->due, pause.from.date, c.at());
  return {.events = {IssueResumed{std::move(due), wish.words}}};
}

Verdict decide_corrected(const Case& c, const DeadlineCorrected& wish) {
  const Assignment* held = c.issue->assignment();
  if (!held || held->ended_at || held->due == wish.due) return {};
  return {.events = {wish}};
}

}  // namespace minqing::casework
