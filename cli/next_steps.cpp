// SPDX-License-Identifier: MIT
#include "cli/next_steps.hpp"

#include "lib/casework/amendment.hpp"
#include "lib/casework/decide.hpp"
#include "lib/casework/routing.hpp"

#include <string_view>

namespace minqing::cli {

namespace {

using base::Text;

/// What follows the number; steps that are not listed need nothing more.
struct Way {
  std::string_view step;
  std::string_view zh;
  std::string_view en;
};
constexpr Way kWays[] = {
    {"follow-up", "-m -", "-m -"},
    {"resolve", "-m -", "-m -"},
    {"check", "--通过", "--pass"},
    {"check", "--不通过 -m -", "--fail -m -"},
    {"feedback", "--方式 电话 -m -", "--method phone -m -"},
    {"callback", "--满意度 满意", "--satisfaction satisfied"},
    {"callback", "--满意度 不满意 --原话 -", "--satisfaction dissatisfied --said -"},
    {"callback", "--未联系上 无人接听", "--unreached no_answer"},
    {"refuse", "--理由 -", "--reason -"},
    {"decline", "--理由 -", "--reason -"},
    {"unmerge", "--理由 -", "--reason -"},
    {"reopen", "--理由 -", "--reason -"},
    {"void", "--理由 -", "--reason -"},
    {"approve", "--经办 领导", "--by LEADER"},
    {"refuse", "--理由 -", "--reason -"},
    {"resume", "-m -", "-m -"},
    {"unmerge", "--理由 -", "--reason -"},
    {"decline", "--其他途径 途径 --理由 -", "--other-channel CHANNEL --reason -"},
    {"transfer", "--送往 单位 -m -", "--to BODY -m -"},
};

/// By the table where it names somebody; else the unit has to be chosen by a person.
std::vector<Text> ways_to_assign(const schema::Schema& schema, const casework::Roster& roster,
                                 const casework::Issue& issue) {
  const auto& of = issue.particulars;
  const base::Date day =
      issue.last_moved_at.date;  // the name does not matter, only that there is one
  if (!route(schema, roster, of.category, of.area, day).unit.empty()) {
    return {{"--自动", "--auto"}};
  }
  return {{"--承办单位 单位", "--unit UNIT"}};
}

/// The grounds that the records bear out; the rules in `decide_close` have the last word.
std::vector<Text> ways_to_close(const schema::Schema& schema, const casework::Issue& issue) {
  using casework::ResultKind;
  const casework::Round& round = issue.round();
  const bool gave_up = round.attempts >= schema.guards.callback_attempts;
  const bool was_asked = !schema.steps.callback || round.called_back_at || gave_up;
  std::vector<Text> out;
  if (gave_up && !round.called_back_at) {
    out.push_back({"--理由 多次未联系上", "--on unreached"});
  }
  if (round.result_kind == ResultKind::withdrawn) {
    out.push_back({"--理由 诉求人撤回 -m -", "--on withdrawn -m -"});
  } else if (round.result_kind != ResultKind::solved && was_asked) {
    out.push_back({"--理由 解释说明 -m -", "--on explained -m -"});
  }
  return out;
}

std::vector<Text> ways(const schema::Schema& schema, const casework::Roster& roster,
                       const casework::Issue& issue, std::string_view step) {
  if (step == "assign") return ways_to_assign(schema, roster, issue);
  if (step == "close") return ways_to_close(schema, issue);
  std::vector<Text> out;
  for (const Way& way : kWays) {
    if (way.step == step) out.push_back({std::string(way.zh), std::string(way.en)});
  }
  if (out.empty()) out.emplace_back();
  return out;
}

}  // namespace

std::vector<Text> next_lines(const schema::Schema& schema, const casework::Roster& roster,
                             const casework::Issue& issue) {
  std::vector<Text> out;
  for (std::string_view step : casework::allowed_steps(schema, issue)) {
    // In Chinese the step's name is the command's.
    const std::string zh = casework::step_label(step).zh;
    for (const Text& way : ways(schema, roster, issue, step)) {
      const Text rest = way.empty() ? Text{} : base::text(" {}", " {}", way);
      out.push_back(base::text("minqing {} {}{}", "minqing {} {}{}", Text{zh, std::string(step)},
                               issue.number, rest));
    }
  }
  return out;
}

base::Text further_line(const schema::Schema& schema, const casework::Issue& issue) {
  Text out;
  for (std::string_view step : casework::further_steps(schema, issue)) {
    if (step == "answer" && !issue.particulars.source) continue;
    const Text name{casework::step_label(step).zh, std::string(step)};
    out = out.empty() ? name : base::text("{}、{}", "{}, {}", out, name);
  }
  return out;
}

namespace {

bool changes_route(const ledger::Step& step) {
  for (const casework::Payload& payload : step.events) {
    const auto* amended = std::get_if<casework::IssueAmended>(&payload);
    if (!amended || step.state == casework::State::registered) continue;
    for (const casework::Amendment& change : amended->changes) {
      if (casework::decides_route(change.field)) return true;
    }
  }
  return false;
}

}  // namespace

void name_route(Context& context, const ledger::Outcome& outcome) {
  for (const ledger::Step& step : outcome.steps) {
    if (!changes_route(step)) continue;
    context.out().remark(
        base::text("类别或村变了，承办单位不会自动变；要改派：交办 {} --收回 --理由 "
                   "更正，再 交办 {} --自动",
                   "the unit does not change by itself; to reassign: assign {} "
                   "--recall --reason amended, then assign {} --auto",
                   step.issue, step.issue));
  }
}

}  // namespace minqing::cli
