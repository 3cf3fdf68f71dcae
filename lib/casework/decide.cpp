// SPDX-License-Identifier: MIT
#include "lib/casework/decide.hpp"

#include <algorithm>

#include "lib/casework/decide_parts.hpp"
#include "lib/casework/step_name.hpp"

namespace minqing::casework {

namespace {

/// The names under which the lists of steps know the wishes that are steps of an issue.
struct StepName {
  std::string_view operator()(const Assign&) { return "assign"; }
  std::string_view operator()(const SignFor&) { return "sign"; }
  std::string_view operator()(const NoteProgress&) { return "follow-up"; }
  std::string_view operator()(const Resolve& wish) {
    switch (wish.result_kind) {
      case ResultKind::declined:
        return "decline";
      case ResultKind::transferred:
        return "transfer";
      case ResultKind::withdrawn:
        return "withdraw";
      default:
        return "resolve";
    }
  }
  std::string_view operator()(const Check&) { return "check"; }
  std::string_view operator()(const FeedBack&) { return "feedback"; }
  std::string_view operator()(const CallBack&) { return "callback"; }
  std::string_view operator()(const Close&) { return "close"; }
  std::string_view operator()(const Reopen&) { return "reopen"; }
  std::string_view operator()(const Void&) { return "void"; }
  std::string_view operator()(const Accept&) { return "accept"; }
  std::string_view operator()(const Return&) { return "return"; }
  std::string_view operator()(const Recall&) { return "recall"; }
  std::string_view operator()(const Extend&) { return "extend"; }
  std::string_view operator()(const Suspend&) { return "suspend"; }
  std::string_view operator()(const Resume&) { return "resume"; }
  std::string_view operator()(const Amend&) { return "amend"; }
  std::string_view operator()(const Undo&) { return "undo"; }
  std::string_view operator()(const Merge&) { return "merge"; }
  std::string_view operator()(const Unmerge&) { return "unmerge"; }
  std::string_view operator()(const Exclude&) { return "exclude"; }
  std::string_view operator()(const Approve&) { return "approve"; }
  std::string_view operator()(const RefuseRequest&) { return "refuse"; }
  std::string_view operator()(const Instruct&) { return "instruct"; }
  std::string_view operator()(const Attach&) { return "attach"; }
  std::string_view operator()(const Answer&) { return "answer"; }
  std::string_view operator()(const HandOver&) { return "handover"; }
  template <class Other>
  std::string_view operator()(const Other&) {
    return {};
  }
};

/// Steps that leave the issue where it stands: they may tell of something older.
bool is_note(std::string_view step) {
  constexpr std::string_view kNotes[] = {"follow-up", "amend",  "instruct",
                                         "attach",    "answer", "exclude"};
  return std::find(std::begin(kNotes), std::end(kNotes), step) != std::end(kNotes);
}

bool holds(const std::vector<std::string_view>& steps, std::string_view step) {
  return std::find(steps.begin(), steps.end(), step) != steps.end();
}

struct Decide {
  const Case& c;

  Verdict operator()(const Register& wish) { return decide_register(c, wish); }
  Verdict operator()(const Assign& wish) { return decide_assign(c, wish); }
  Verdict operator()(const SignFor& wish) { return decide_sign(c, wish); }
  Verdict operator()(const NoteProgress& wish) { return decide_progress(c, wish); }
  Verdict operator()(const Resolve& wish) { return decide_resolve(c, wish); }
  Verdict operator()(const Check& wish) { return decide_check(c, wish); }
  Verdict operator()(const FeedBack& wish) { return decide_feed_back(c, wish); }
  Verdict operator()(const CallBack& wish) { return decide_call_back(c, wish); }
  Verdict operator()(const Close& wish) { return decide_close(c, wish); }
  Verdict operator()(const Reopen& wish) { return decide_reopen(c, wish); }
  Verdict operator()(const Void& wish) { return decide_void(c, wish); }
  Verdict operator()(const Accept& wish) { return decide_accept(c, wish); }
  Verdict operator()(const Return& wish) { return decide_return(c, wish); }
  Verdict operator()(const Recall& wish) { return decide_recall(c, wish); }
  Verdict operator()(const Extend& wish) { return decide_extend(c, wish); }
  Verdict operator()(const Suspend& wish) { return decide_suspend(c, wish); }
  Verdict operator()(const Resume& wish) { return decide_resume(c, wish); }
  Verdict operator()(const DeadlineCorrected& wish) { return decide_corrected(c, wish); }
  Verdict operator()(const Amend& wish) { return decide_amend(c, wish); }
  Verdict operator()(const Undo& wish) { return decide_undo(c, wish); }
  Verdict operator()(const Merge& wish) { return decide_merge(c, wish); }
  Verdict operator()(const Unmerge& wish) { return decide_unmerge(c, wish); }
  Verdict operator()(const Exclude& wish) { return decide_exclude(c, wish); }
  Verdict operator()(const Approve& wish) { return decide_approve(c, wish); }
  Verdict operator()(const RefuseRequest& wish) { return decide_refuse(c, wish); }
  Verdict operator()(const Instruct& wish) { return decide_instruct(c, wish); }
  Verdict operator()(const Attach& wish) { return decide_attach(c, wish); }
  Verdict operator()(const Answer& wish) { return decide_answer(c, wish); }
  Verdict operator()(const HandOver& wish) { return decide_hand_over(c, wish); }
  Verdict operator()(const SchemaApplied& wish) { return decide_schema(c, wish); }
  Verdict operator()(const RosterChanged& wish) { return decide_roster(c, wish); }
  Verdict operator()(const IssuePaper& wish) { return decide_issue_paper(c, wish); }
  Verdict operator()(const WriteDiary& wish) { return decide_write_diary(c, wish); }
  Verdict operator()(const DiaryReviewed& wish) { return decide_review_diary(c, wish); }
  Verdict operator()(const DiaryVoided& wish) { return decide_void_diary(c, wish); }
  Verdict operator()(const CardGiven& wish) { return decide_give_card(c, wish); }
  Verdict operator()(const CardRecalled& wish) { return decide_recall_card(c, wish); }
  Verdict operator()(const IdentityRevealed& wish) { return decide_reveal(c, wish); }
  Verdict operator()(const ReportPublished& wish) { return decide_publish(c, wish); }
  /// Other events of the ledger itself happen as wished.
  template <class LedgerEvent>
  Verdict operator()(const LedgerEvent& wish) {
    return {.events = {wish}};
  }
};

/// `'sign' 签收, 'void' 作废`
base::Text quoted_list(const std::vector<std::string_view>& steps) {
  base::Text out;
  for (std::string_view step : steps) {
    if (!out.empty()) {
      out.zh += "、";
      out.en += ", ";
    }
    out.zh += fmt::format("'{}' {}", step, step_label(step).zh);
    out.en += fmt::format("'{}'", step);
  }
  return out;
}

}  // namespace

std::string_view step_of(const Wish& wish) { return std::visit(StepName{}, wish); }

std::string make_number(const std::string& site, int year, std::int64_t counter, int width) {
  return fmt::format("{}{}-{:0{}}", site, year, counter, width);
}

std::string make_card_number(std::int64_t counter, int width) {
  return fmt::format("LK{:0{}}", counter, width);
}

std::string make_entry_number(const std::string& site, int year, std::int64_t counter, int width) {
  return fmt::format("{}{}D{:0{}}", site, year, counter, width);
}

Verdict refuse(base::Exit exit, base::Text reason, base::Text way_out) {
  return {.refusal = Refusal{exit, std::move(reason), std::move(way_out)}};
}

Verdict refuse_step(const Case& c) {
  const auto steps = allowed_steps(c.schema(), *c.issue);
  const base::Text state = label_of(c.issue->state);
  if (steps.empty()) {
    return refuse(base::Exit::conflict,
                  base::text("{} 现为“{}”，不能再办", "{} is '{}'; nothing can follow",
                             c.issue->number, state));
  }
  return refuse(base::Exit::conflict,
                base::text("{} 现为“{}”；现在可以做：{}", "{} is '{}'; steps allowed from here: {}",
                           c.issue->number, state, quoted_list(steps)));
}

bool names_nobody(const Case& c) {
  return c.circumstances.imported && c.circumstances.by == c.circumstances.actor;
}

std::optional<Verdict> refuse_time(const Case& c, bool moves_issue) {
  const base::Moment& at = c.at();
  if (certainly_before(c.circumstances.now, at)) {
    return refuse(
        base::Exit::rejected,
        base::text("业务时间 {} 晚于现在", "the time {} lies in the future", to_display(at)),
        base::text("请用 --时间 写已经发生的时间", "give a time that has passed with --at"));
  }
  if (year_of(at.date) < 1949) {
    return refuse(base::Exit::rejected, base::text("业务时间 {} 早于 1949 年",
                                                   "the time {} is before 1949", to_display(at)));
  }
  const int limit = c.schema().guards.max_backdate_days;
  if (!c.circumstances.imported && c.circumstances.now.date - at.date > limit) {
    return refuse(base::Exit::rejected,
                  base::text("业务时间 {} 已超过补录期限（{} 天）",
                             "the time {} is older than the {} days that may be entered later",
                             to_display(at), limit),
                  base::text("更早的台账请用 导入 命令导入；或请管理员调整规则 max_backdate_days",
                             "bring older records in with 'import', or ask for another "
                             "max_backdate_days in the schema"));
  }
  if (moves_issue && c.issue && certainly_before(at, c.issue->last_moved_at)) {
    return refuse(base::Exit::conflict,
                  base::text("时间 {} 早于 {} 上一步的时间 {}",
                             "the time {} lies before the last step of {} ({})", to_display(at),
                             c.issue->number, to_display(c.issue->last_moved_at)),
                  base::text("后来才知道的情况请用 跟进 记为进展",
                             "record what was found later as progress with 'follow-up'"));
  }
  return std::nullopt;
}

bool is_handler(const Case& c) {
  if (names_nobody(c)) return false;
  const std::string& who = c.circumstances.by;
  if (who == c.issue->round().resolved_by) return true;
  const Assignment* holder = c.issue->assignment();
  return holder && holder->handler == who;
}

Verdict decide(const Rules& rules, const Issue* issue, const Books& books, const Command& command,
               const Circumstances& circumstances) {
  const Case c{rules, issue, books, circumstances};
  if (auto refusal = refuse_departed(c)) return *refusal;
  const std::string_view step = step_of(command.wish);
  if (!step.empty()) {
    const bool is_told = circumstances.imported && holds(testified_steps(*issue), step);
    if (!is_told && !holds(allowed_steps(rules.schema, *issue), step) &&
        !holds(further_steps(rules.schema, *issue), step)) {
      return refuse_step(c);
    }
    if (auto refusal = refuse_time(c, !is_note(step))) return *refusal;
  }
  return std::visit(Decide{c}, command.wish);
}

}  // namespace minqing::casework
