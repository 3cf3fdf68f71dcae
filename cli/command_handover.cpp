// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"
#include "cli/roster_entries.hpp"

namespace minqing::cli {

namespace {

using base::text;

using Kind = Option::Kind;
constexpr Option kHandoverOptions[] = {
    {"to", "给", "", Kind::value, "PERSON", "接手的人", "who takes over"},
};

int run_handover(Context& context, const Arguments& arguments) {
  const std::string heir = needed(arguments, "to");
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  const casework::Person from = context.person(arguments.words.front());
  casework::HandOver wish;
  wish.handler = context.person(heir).id;
  wish.reason = reason_of(context, arguments);
  const auto issues = issues_in_hand(context, ledger, "承办人", from.id);
  if (issues.empty()) {
    context.out().line(text("{}名下没有在办的", "{} has nothing in hand", from.name));
    return 0;
  }
  guard_number(context, issues);
  std::vector<casework::Command> commands;
  for (const std::string& issue : issues) commands.push_back({.wish = wish, .issue = issue});
  echo(context, ledger, write_to(context, ledger, std::move(commands)));
  return 0;
}

}  // namespace

Command handover_command() {
  return {.name = "handover",
          .zh = "移交",
          .group = "life",
          .summary_zh = "一位同志名下在办的全部移交给另一位；时限不变",
          .summary_en = "all that a person has in hand goes to another; deadlines stay",
          .nature = Nature::writes,
          .arguments = "PERSON",
          .min_words = 1,
          .max_words = 1,
          .options = {kHandoverOptions, reason_options()},
          .example = "移交 李晨 --给 陈明 --理由 李晨调离",
          .example_en = "handover 李晨 --to 陈明 --reason 'has moved'",
          .run = run_handover};
}

}  // namespace minqing::cli
