// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"
#include "lib/base/counted.hpp"

namespace minqing::cli {

namespace {

int run_card_recall(Context& context, const Arguments& arguments) {
  context.ask_beforehand();
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  const auto reason = reason_of(context, arguments);
  std::vector<casework::Command> commands;
  for (const std::string& no : arguments.words) {
    commands.push_back({.wish = casework::CardRecalled{no, reason}});
  }
  guard_number(context, commands.size(),
               base::text("要收回 {} 张联系卡", "{} would be recalled",
                          base::counted(commands.size(), "card")));
  echo(context, ledger, write_to(context, ledger, std::move(commands)));
  return 0;
}

}  // namespace

Command card_recall_command() {
  return {.name = "card recall",
          .zh = "联系卡 收回",
          .group = "diary",
          .summary_zh = "收回联系卡：干部调走、电话变了、换新卡",
          .summary_en = "recall cards: the official moved, the telephone changed, a new card comes",
          .nature = Nature::writes,
          .arguments = "NO…",
          .min_words = 1,
          .max_words = Command::kAnyNumber,
          .options = {reason_options()},
          .example = "联系卡 收回 LK00012 --理由 电话变了",
          .example_en = "card recall LK00012 --reason 'new telephone'",
          .run = run_card_recall};
}

}  // namespace minqing::cli
