// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"
#include "cli/diary_entries.hpp"

namespace minqing::cli {

namespace {

int run_diary_review(Context& context, const Arguments& arguments) {
  context.ask_beforehand();
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  const casework::Personal words = reason_of(context, arguments).value_or(casework::personal(""));
  std::vector<casework::Command> commands;
  for (const std::string& typed : arguments.words) {
    commands.push_back(
        {.wish = casework::DiaryReviewed{name_entry(context, ledger, typed), words}});
  }
  echo(context, ledger, write_to(context, ledger, std::move(commands)));
  return 0;
}

}  // namespace

Command diary_review_command() {
  return {.name = "diary review",
          .zh = "日记 阅批",
          .group = "diary",
          .summary_zh = "领导阅批日记；纸上的用 --经办 领导姓名 代录",
          .summary_en = "a leader's remark on entries; --by LEADER when it stands on paper",
          .nature = Nature::writes,
          .arguments = "ENTRY…",
          .min_words = 1,
          .max_words = Command::kAnyNumber,
          .options = {reason_options()},
          .example = "日记 阅批 3 -m 水管的事请盯住",
          .example_en = "diary review 3 -m 'keep an eye on the pipe'",
          .run = run_diary_review};
}

}  // namespace minqing::cli
