// SPDX-License-Identifier: MIT
// Papers of an issue.

#include "lib/casework/decide_parts.hpp"
#include "lib/casework/paper.hpp"

namespace minqing::casework {

Verdict decide_instruct(const Case& c, const Instruct& wish) {
  if (!wish.words || wish.words->plain.empty()) {
    return refuse(base::Exit::usage, base::text("没有写批示内容", "the instruction is empty"),
                  base::text("加上 -m 批示内容", "add -m TEXT"));
  }
  if (!may_approve(c)) {
    return refuse(base::Exit::permission,
                  base::text("批示由领导作出", "instructions are a leader's"),
                  base::text("代录纸上的批示，用 --经办 领导姓名",
                             "enter what stands on paper with --by LEADER"));
  }
  return {.events = {IssueInstructed{*wish.words}}};
}

Verdict decide_attach(const Case& c, const Attach& wish) {
  for (const Attachment& known : c.issue->attachments) {
    if (known.digest == wish.file.event.digest) {
      return refuse(base::Exit::conflict,
                    base::text("{} 已有这份附件", "{} has this file already", c.issue->number));
    }
  }
  return {.events = {wish.file.event}};
}

Verdict decide_answer(const Case& c, const Answer& wish) {
  if (!c.issue->particulars.source) {
    return refuse(base::Exit::conflict,
                  base::text("{} 没有来件单位，不用回单", "{} was sent by nobody; none to answer",
                             c.issue->number),
                  base::text("告知诉求人用 反馈；补来件单位用 更正",
                             "tell the resident with 'feedback'; name the sender with 'amend'"));
  }
  if (!c.issue->round().resolved_at && (!wish.words || wish.words->plain.empty())) {
    return refuse(base::Exit::conflict,
                  base::text("{} 还没有办理结果", "{} has no result yet", c.issue->number),
                  base::text("办结以后回单；中途答复的写明内容：-m 内容",
                             "answer after 'resolve', or say what is told now with -m"));
  }
  Verdict verdict;
  for (const FileAttached& file : wish.files) verdict.events.push_back(file.event);
  verdict.events.push_back(IssueAnswered{wish.words, wish.method});
  return verdict;
}

Verdict decide_issue_paper(const Case& c, const IssuePaper& wish) {
  if (c.books.concerned.empty()) {
    return refuse(base::Exit::not_found,
                  base::text("没有事项 {}", "there is no issue {}", wish.issue));
  }
  const Issue& issue = c.books.concerned.front();
  if (auto refusal = refuse_time(c, false)) return *refusal;
  if (auto refusal = refuse_reader(c, issue)) return *refusal;
  // It tells what has happened until now, so it cannot be dated before that.
  if (certainly_before(c.at(), issue.last_moved_at)) {
    return refuse(base::Exit::conflict,
                  base::text("时间 {} 早于 {} 上一步的时间 {}",
                             "the time {} lies before the last step of {} ({})", to_display(c.at()),
                             issue.number, to_display(issue.last_moved_at)),
                  base::text("去掉 --时间，或写上一步以后的时间",
                             "leave out --at, or give a time after that step"));
  }
  if (const auto why = why_no_occasion(wish.needs, issue, c.schema().steps)) {
    return refuse(base::Exit::conflict, base::text("{} 开不了“{}”：{}", "{}: no '{}': {}",
                                                   issue.number, wish.title, *why));
  }
  const int year = year_of(c.at().date);
  return {.events = {PaperIssued{wish.form, issue.number,
                                 schema::numbered(wish.mark, year, c.books.next_paper),
                                 c.books.next_paper, wish.title, year}}};
}

}  // namespace minqing::casework
