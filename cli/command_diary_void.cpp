// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"
#include "cli/diary_entries.hpp"

namespace minqing::cli {

namespace {

int run_diary_void(Context& context, const Arguments& arguments) {
  context.ask_beforehand();
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  const casework::DiaryVoided wish{name_entry(context, ledger, arguments.words.front()),
                                   reason_of(context, arguments).value_or(casework::personal(""))};
  echo(context, ledger, write_to(context, ledger, {{.wish = wish}}));
  return 0;
}

}  // namespace

Command diary_void_command() {
  return {.name = "diary void",
          .zh = "日记 作废",
          .group = "diary",
          .summary_zh = "记错的日记作废，再写一篇；其中登记的诉求不动",
          .summary_en = "take back an entry to write it anew; its issues stay as they are",
          .nature = Nature::writes,
          .arguments = "ENTRY",
          .min_words = 1,
          .max_words = 1,
          .options = {reason_options()},
          .example = "日记 作废 3 --理由 日期写错",
          .example_en = "diary void 3 --reason 'wrong day'",
          .run = run_diary_void};
}

}  // namespace minqing::cli
