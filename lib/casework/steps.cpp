// SPDX-License-Identifier: MIT
// Which steps may follow, by state. The main way first, as a cadre goes it; corrections, requests
// and papers besides.

#include "lib/casework/decide.hpp"

namespace minqing::casework {

namespace {

using Steps = std::vector<std::string_view>;

void append(Steps& steps, std::initializer_list<std::string_view> more) {
  steps.insert(steps.end(), more);
}

Steps main_steps(const schema::Steps& required, const Issue& issue) {
  switch (issue.state) {
    case State::registered:
      if (required.accept) return {"accept", "decline", "transfer", "void"};
      return {"assign", "void"};
    case State::accepted:
    case State::returned:
    case State::reopened:
      return {"assign", "void"};
    case State::assigned:
      if (required.sign) return {"sign", "void"};
      return {"sign", "follow-up", "resolve", "void"};
    case State::signed_for:
    case State::in_progress:
      return {"follow-up", "resolve", "void"};
    case State::suspended:
      return {"resume", "follow-up", "void"};
    case State::resolved:
      if (required.check) return {"check", "reopen", "follow-up", "void"};
      return {"feedback", "check", "reopen", "follow-up", "void"};
    case State::checked:
      return {"feedback", "reopen", "follow-up", "void"};
    case State::fed_back:
      if (required.callback)
        return {"callback", "feedback", "close", "reopen", "follow-up", "void"};
      return {"close", "callback", "feedback", "reopen", "follow-up", "void"};
    case State::called_back:
      return {"close", "callback", "feedback", "reopen", "follow-up", "void"};
    case State::closed:
      return {"reopen", "void"};
    case State::merged:
      return {"feedback", "callback", "unmerge", "void"};
    case State::voided:
      return {};
  }
  return {};
}

}  // namespace

std::vector<std::string_view> allowed_steps(const schema::Schema& schema, const Issue& issue) {
  Steps steps = main_steps(schema.steps, issue);
  if (!issue.requests.empty()) steps.insert(steps.begin(), {"approve", "refuse"});
  return steps;
}

std::vector<std::string_view> testified_steps(const Issue& issue) {
  switch (issue.state) {
    case State::registered:
    case State::accepted:
      return {"assign", "follow-up", "resolve", "decline", "transfer", "withdraw"};
    case State::assigned:
    case State::signed_for:
    case State::in_progress:
      return {"sign", "follow-up", "resolve", "decline", "transfer", "withdraw"};
    case State::resolved:
    case State::fed_back:
    case State::called_back:
      return {"feedback", "callback", "close"};
    default:
      return {};
  }
}

std::vector<std::string_view> further_steps(const schema::Schema& schema, const Issue& issue) {
  Steps steps;
  switch (issue.state) {
    case State::registered:
      if (!schema.steps.accept) append(steps, {"accept", "decline", "transfer"});
      append(steps, {"withdraw", "merge"});
      break;
    case State::accepted:
    case State::returned:
    case State::reopened:
      append(steps, {"decline", "transfer", "withdraw", "merge"});
      break;
    case State::assigned:
    case State::signed_for:
    case State::in_progress:
      append(steps, {"return", "extend", "suspend", "recall", "handover", "decline", "transfer",
                     "withdraw", "merge", "exclude"});
      break;
    case State::suspended:
      append(steps, {"handover", "withdraw"});
      break;
    case State::voided:
      return {"undo"};
    default:
      append(steps, {"exclude"});
  }
  append(steps, {"amend", "instruct", "attach", "answer", "undo"});
  return steps;
}

base::Text step_label(std::string_view step) {
  static constexpr base::Word kSteps[] = {
      {"assign", "交办", "assign"},       {"sign", "签收", "sign"},
      {"follow-up", "跟进", "follow up"}, {"resolve", "办结", "resolve"},
      {"check", "核查", "check"},         {"feedback", "反馈", "feed back"},
      {"callback", "回访", "call back"},  {"close", "销号", "close"},
      {"reopen", "重办", "reopen"},       {"void", "作废", "void"},
      {"accept", "受理", "accept"},       {"decline", "不予受理", "decline"},
      {"transfer", "转送", "transfer"},   {"withdraw", "撤回", "withdraw"},
      {"return", "退回", "return"},       {"recall", "收回改派", "recall"},
      {"extend", "延期", "extend"},       {"suspend", "挂账", "suspend"},
      {"resume", "恢复", "resume"},       {"merge", "并案", "merge"},
      {"unmerge", "分案", "unmerge"},     {"exclude", "剔除", "exclude"},
      {"approve", "批准", "approve"},     {"refuse", "驳回", "refuse"},
      {"amend", "更正", "amend"},         {"undo", "撤销", "undo"},
      {"instruct", "批示", "instruct"},   {"attach", "附件", "attach"},
      {"answer", "回单", "answer"},       {"handover", "移交", "hand over"},
  };
  const auto index = base::find_word(kSteps, step);
  if (!index) return base::same(step);
  return {std::string(kSteps[*index].zh), std::string(kSteps[*index].en)};
}

}  // namespace minqing::casework
