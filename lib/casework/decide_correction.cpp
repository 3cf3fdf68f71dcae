// SPDX-License-Identifier: MIT
// Putting right what was recorded. None of it counts as a return or a redo.

#include "lib/casework/amendment.hpp"
#include "lib/casework/deadline.hpp"

#include <algorithm>

namespace minqing::casework {

namespace {

/// Steps on which no other rests: they may be undone whatever came later.
constexpr std::string_view kLooseKinds[] = {"progress_noted", "issue_instructed", "issue_attached",
                                            "issue_amended",  "issue_excluded",   "issue_answered"};

bool is_loose(const PastStep& step) {
  return std::all_of(step.kinds.begin(), step.kinds.end(), [](std::string_view kind) {
    return std::find(std::begin(kLooseKinds), std::end(kLooseKinds), kind) != std::end(kLooseKinds);
  });
}

/// An accusation is confidential whatever else is amended (信访工作条例 art. 30).
void keep_confidential(std::vector<Amendment>& changes) {
  const bool accuses = std::any_of(changes.begin(), changes.end(), [](const Amendment& change) {
    return change.field == "nature" && change.after == "accusation";
  });
  if (accuses) {
    changes.push_back({.field = "confidential", .before = "no", .after = "yes"});
  }
}

/// The first step after the registration, which cannot come to lie before it.
std::optional<base::Moment> first_step(const Issue& issue) {
  const Round& first = issue.rounds.front();
  if (!first.assignments.empty()) return first.assignments.front().assigned_at;
  return first.resolved_at;
}

std::optional<Verdict> refuse_date(const Case& c, const Amendment& change) {
  const auto at = base::parse_moment(change.after.value_or(""));
  if (!at) {
    return refuse(base::Exit::rejected,
                  base::text("“{}”不是日期", "'{}' is not a date", change.after.value_or("")));
  }
  if (change.field == "registered_on") {
    const auto next = first_step(*c.issue);
    if (certainly_before(c.circumstances.now, *at) || (next && certainly_before(*next, *at))) {
      return refuse(
          base::Exit::rejected,
          base::text("登记日期 {} 晚于现在或下一步",
                     "the registration {} lies after now or the next step", to_display(*at)));
    }
  }
  if (change.field == "due_on" && at->date < c.issue->assignment()->assigned_at.date) {
    return refuse(base::Exit::rejected,
                  base::text("办结时限 {} 早于交办日期", "the due date {} is before the assignment",
                             to_string(at->date)));
  }
  return std::nullopt;
}

/// The deadline after the changes, when one of them moves it.
std::optional<DueBy> due_after(const Case& c, const std::vector<Amendment>& changes) {
  const Assignment* held = c.issue->assignment();
  if (!held || held->ended_at) return std::nullopt;
  DueBy due = held->due;
  for (const Amendment& change : changes) {
    if (!moves_deadline(change.field) || !change.after) continue;
    const base::Moment at = *base::parse_moment(*change.after);
    if (change.field == "due_on") {
      due.limit_rule = base::text("{}，更正", "{}, amended", held->due.limit_rule);
      due.due_on = at.date;
      due.due_minute.reset();
      due.unrolled_on.reset();
      due.provisional = !c.calendar().knows(at.date);
    } else if (change.field == "source_due_on") {
      if (due.own_due_on) due.due_on = *due.own_due_on;
      due = with_source_deadline(c, std::move(due), at.date);
    } else if (c.schema().limits.starts == schema::ClockStart::registered && due.limit &&
               c.issue->rounds.size() == 1) {
      due = with_source_deadline(c, due_by(c, {*due.limit, due.limit_rule}, at),
                                 c.issue->particulars.source_due_on);
    }
  }
  if (due == held->due) return std::nullopt;
  return due;
}

Verdict refuse_merge(const Case& c, base::Text why, base::Text way_out = {}) {
  return refuse(base::Exit::conflict,
                base::text("{} 不能并案：{}", "{} cannot be merged: {}", c.issue->number, why),
                std::move(way_out));
}

}  // namespace

Verdict decide_amend(const Case& c, const Amend& wish) {
  if (auto refusal = refuse_silence(wish.reason, base::text("更正", "amending"),
                                    base::text("--理由", "--reason"))) {
    return *refusal;
  }
  std::vector<Amendment> now;
  RequestMade later{.request = RequestKind::amend, .reason = wish.reason};
  for (const Amendment& change : wish.changes) {
    if (!changes_something(change)) continue;
    if (change.field == "card") {
      if (auto refusal = refuse_unknown_card(c, change.after.value_or(""))) return *refusal;
    }
    (moves_deadline(change.field) ? later.changes : now).push_back(change);
  }
  if (now.empty() && later.changes.empty()) {
    return refuse(base::Exit::conflict,
                  base::text("{} 没有改动：新旧相同",
                             "{}: nothing changes, old and new are the same", c.issue->number));
  }
  Verdict verdict;
  keep_confidential(now);
  if (!now.empty()) verdict.events.push_back(IssueAmended{std::move(now), {}, wish.reason});
  if (later.changes.empty()) return verdict;
  Verdict moved = ask_or_do(c, std::move(later));
  if (moved.refusal) return moved;
  for (Payload& event : moved.events) verdict.events.push_back(std::move(event));
  return verdict;
}

Verdict effect_of_amendment(const Case& c, const RequestMade& request) {
  for (const Amendment& change : request.changes) {
    if (auto refusal = refuse_date(c, change)) return *refusal;
  }
  return {.events = {IssueAmended{request.changes, due_after(c, request.changes), request.reason}}};
}

Verdict decide_undo(const Case& c, const Undo& wish) {
  const auto& past = c.books.past;
  const auto target = std::find_if(past.begin(), past.end(), [&](const PastStep& step) {
    return step.transaction == wish.transaction;
  });
  if (target == past.end()) {
    return refuse(base::Exit::not_found,
                  base::text("{} 没有这一步", "{} has no such step", c.issue->number),
                  base::text("用 流水 {} 看各步", "see its steps with 'log {}'", c.issue->number));
  }
  if (!target->counts) {
    return refuse(
        base::Exit::conflict,
        base::text("{} 的这一步已经撤销", "this step of {} is undone already", c.issue->number));
  }
  if (target->kinds.front() == IssueRegistered::kKind) {
    return refuse(
        base::Exit::conflict,
        base::text("{} 的登记不能撤销", "the registration of {} cannot be undone", c.issue->number),
        base::text("误登记的作废：作废 {} --理由 …；写错的更正：更正 {} …",
                   "void it ('void {}') or amend it ('amend {}')", c.issue->number,
                   c.issue->number));
  }
  if (!is_loose(*target)) {
    base::Text names;
    for (auto step = target + 1; step != past.end(); ++step) {
      if (!step->counts || is_loose(*step)) continue;
      names.zh += (names.zh.empty() ? "" : "、") + step->transaction;
      names.en += (names.en.empty() ? "" : ", ") + step->transaction;
    }
    if (!names.empty()) {
      return refuse(base::Exit::conflict,
                    base::text("{} 后面的步骤以这一步为前提：{}",
                               "later steps of {} rest on this one: {}", c.issue->number, names),
                    base::text("先撤销后面的", "undo the later ones first"));
    }
  }
  const bool revives = std::find(target->kinds.begin(), target->kinds.end(), IssueVoided::kKind) !=
                       target->kinds.end();
  if (const auto& heir = c.books.source_holder ? c.books.source_holder : c.books.row_holder;
      revives && heir) {
    return refuse(base::Exit::conflict,
                  base::text("{} 作废后已重新登记为 {}", "{} was voided and registered again as {}",
                             c.issue->number, *heir),
                  base::text("要恢复这一件，先作废 {}", "to bring it back, void {} first", *heir));
  }
  if (auto refusal = refuse_silence(wish.reason, base::text("撤销", "undoing"),
                                    base::text("--理由", "--reason"))) {
    return *refusal;
  }
  const bool is_own =
      target->by == c.circumstances.by && target->recorded.date == c.circumstances.now.date;
  if (!is_own && !may_approve(c)) {
    return refuse(
        base::Exit::permission,
        base::text("只能撤销自己当天的步骤", "only your own steps of today can be undone"),
        base::text("请有权批准的领导撤销（--经办 姓名）", "let an approver undo it (--by)"));
  }
  return {.events = {StepUndone{
              wish.transaction, {target->kinds.begin(), target->kinds.end()}, wish.reason}}};
}

Verdict decide_merge(const Case& c, const Merge& wish) {
  const Issue* other = c.books.other;
  if (!other || other->number == c.issue->number) {
    return refuse_merge(c, base::text("不能并入自己", "it cannot be merged into itself"));
  }
  if (other->state == State::merged) {
    return refuse_merge(
        c, base::text("{} 已并入 {}", "{} is merged into {}", other->number, *other->merged_into),
        base::text("并入 {}", "merge it into {}", *other->merged_into));
  }
  if (!other->is_open()) {
    return refuse_merge(
        c, base::text("{} 现为“{}”", "{} is '{}'", other->number, label_of(other->state)),
        base::text("销号后再次反映的，单独办理，或先重办 {}",
                   "handle it by itself, or reopen {} first", other->number));
  }
  if (!c.books.merged.empty()) {
    return refuse_merge(
        c, base::text("{} 已并入它", "{} is merged into it", c.books.merged.front().number),
        base::text("先把那一件分开：分案 {}", "unmerge that one first: unmerge {}",
                   c.books.merged.front().number));
  }
  return {.events = {IssueMerged{wish.into, wish.reason}}};
}

Verdict decide_unmerge(const Case& c, const Unmerge& wish) {
  IssueUnmerged event{wish.words, std::nullopt};
  const Assignment* held = c.issue->assignment();
  if (held && held->ended_by == "merged" && c.issue->merged_at) {
    event.due = due_after_pause(c, held->due, c.issue->merged_at->date, c.at());
  }
  return {.events = {std::move(event)}};
}

Verdict decide_exclude(const Case& c, const Exclude& wish) {
  if (auto refusal = refuse_silence(wish.words, base::text("剔除", "excluding"),
                                    base::text("--理由", "--reason"))) {
    return *refusal;
  }
  if (c.issue->excluded_at) {
    return refuse(base::Exit::conflict,
                  base::text("{} 已剔除", "{} is excluded already", c.issue->number));
  }
  return ask_or_do(c, {.request = RequestKind::exclude, .reason = *wish.words});
}

}  // namespace minqing::casework
