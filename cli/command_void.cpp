// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"
#include "cli/naming.hpp"
#include "lib/base/counted.hpp"
#include "lib/ledger/past.hpp"

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

using Kind = Option::Kind;
constexpr Option kVoidOptions[] = {
    {"same-as", "同", "", Kind::value, "ISSUE", "与哪一件重复",
     "the issue that holds the same matter"},
    {"batch", "批次", "", Kind::value, "ID|last", "作废一次导入的全部事项：批次号，或 last 上一次",
     "all issues of one import: its batch, or last"},
};

casework::Wish wish_to_void(Context& context, const Arguments& arguments) {
  casework::Void wish{reason_of(context, arguments).value_or(casework::Personal{}), {}};
  if (const auto other = arguments.value("same-as")) {
    wish.same_as = name_issue(context, context.ledger(), *other);
    if (wish.reason.plain.empty()) {
      wish.reason = casework::personal(
          text("与 {} 重复", "the same as {}", *wish.same_as).in(context.lang()));
    }
  }
  return wish;
}

/// What the import registered and nobody has voided since.
std::vector<std::string> issues_of_batch(ledger::Ledger& ledger, const std::string& typed) {
  const bool is_last = typed == "last" || typed == "上一次";
  const std::string batch = is_last ? ledger::last_import(ledger.db()) : typed;
  const auto issues = ledger::issues_registered_by(ledger.db(), batch);
  if (!issues.empty()) return issues;
  throw Error(
      Exit::not_found,
      is_last ? text("没有可作废的导入", "there is no import to void")
              : text("没有批次“{}”，或已全部作废", "no batch '{}', or all of it is void", typed),
      text("批次号在导入的最后一行", "an import prints its batch in its last line"));
}

int void_batch(Context& context, const Arguments& arguments, const std::string& typed) {
  if (!arguments.words.empty() || arguments.has("where")) {
    throw Error(Exit::usage,
                text("--批次 单独用，不能再写事项", "--batch stands alone; no issues go with it"));
  }
  context.ask_beforehand();
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  const auto issues = issues_of_batch(ledger, typed);
  guard_number(context, issues);
  const casework::Wish wish = wish_to_void(context, arguments);
  std::vector<casework::Command> commands;
  for (const std::string& issue : issues) commands.push_back({.wish = wish, .issue = issue});
  const auto outcome = write_to(context, ledger, std::move(commands));
  echo(context, ledger, outcome);
  context.out().remark(
      text("已作废 {} 件；撤销用：撤销 {} --理由 …", "{} void; to take it back: undo {} --reason …",
           base::counted(outcome.steps.size(), "issue is", "issues are"), outcome.transaction));
  return 0;
}

}  // namespace

Command void_command() {
  Command command =
      acting_command({.name = "void",
                      .zh = "作废",
                      .summary_zh = "误登记的作废：留痕，不计入统计",
                      .summary_en = "take out what was entered by mistake: it stays in the log",
                      .options = {reason_options(), kVoidOptions},
                      .example = "作废 23 --理由 重复录入",
                      .example_en = "void 23 --reason duplicate"},
                     wish_to_void);
  const auto one_by_one = command.run;
  command.run = [one_by_one](Context& context, const Arguments& arguments) {
    const auto batch = arguments.value("batch");
    return batch ? void_batch(context, arguments, *batch) : one_by_one(context, arguments);
  };
  return command;
}

}  // namespace minqing::cli
