// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"
#include "cli/naming.hpp"
#include "lib/ledger/past.hpp"

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

constexpr Option kUndoOptions[] = {
    {"last", "上一步", "", Option::Kind::flag, "", "撤销事项的最后一步；没写事项时是您的最后一步",
     "the issue's last step; without an issue your own last one"},
};

/// The last transaction that counts, of one issue.
std::string last_step_of(ledger::Ledger& ledger, const std::string& number) {
  const auto past = ledger::past_steps(ledger, *ledger::issue_id(number));
  for (auto step = past.rbegin(); step != past.rend(); ++step) {
    if (step->counts && step->kinds.front() != casework::StepUndone::kKind) {
      return step->transaction;
    }
  }
  return past.front().transaction;
}

/// A transaction id as printed by `log`, an issue, or nothing with --last.
std::string transaction_of(Context& context, ledger::Ledger& ledger, const Arguments& arguments,
                           const std::vector<std::string>& typed) {
  if (typed.empty() && arguments.has("last")) {
    const std::string last = ledger::last_transaction_by(ledger.db(), context.actor().done_by);
    if (!last.empty()) return last;
    throw Error(Exit::not_found, text("没有您办的步骤", "no step is recorded as yours"));
  }
  if (typed.size() != 1) {
    throw Error(Exit::usage, text("没有写撤销哪一步", "which step is to be undone?"),
                text("撤销 编号 --上一步，或 撤销 批次号（见 流水）",
                     "undo ISSUE --last, or undo TRANSACTION as 'log' shows it"));
  }
  if (!ledger::issues_of_transaction(ledger.db(), typed.front()).empty()) return typed.front();
  const std::string number = name_issue(context, ledger, typed.front());
  if (!arguments.has("last")) {
    throw Error(Exit::usage, text("撤销哪一步？", "which step?"),
                text("加上 --上一步，或写批次号（见 流水 {}）",
                     "add --last, or name the transaction ('log {}')", number));
  }
  return last_step_of(ledger, number);
}

int run_undo(Context& context, const Arguments& arguments) {
  const auto typed = typed_issues(arguments);
  const auto reason = reason_of(context, arguments).value_or(casework::Personal{});
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  const std::string transaction = transaction_of(context, ledger, arguments, typed);
  std::vector<casework::Command> commands;
  for (const std::string& issue : ledger::issues_of_transaction(ledger.db(), transaction)) {
    commands.push_back({.wish = casework::Undo{transaction, reason}, .issue = issue});
  }
  if (commands.empty()) {
    throw Error(Exit::conflict, text("这一步与事项无关，不能撤销",
                                     "this step concerns no issue and cannot be undone"));
  }
  echo(context, ledger, write_to(context, ledger, std::move(commands)));
  return 0;
}

}  // namespace

Command undo_command() {
  return {.name = "undo",
          .zh = "撤销",
          .group = "life",
          .summary_zh = "撤销记错的一步：留痕，不算退回和重办",
          .summary_en = "take back a step: it stays in the log, and counts as nothing",
          .nature = Nature::writes,
          .arguments = "[ISSUE|TRANSACTION]",
          .max_words = 1,
          .options = {kUndoOptions, reason_options()},
          .example = "撤销 23 --上一步 --理由 点错了",
          .example_en = "undo 23 --last --reason 'a slip'",
          .run = run_undo};
}

}  // namespace minqing::cli
