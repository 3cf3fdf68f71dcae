// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/diary_entries.hpp"
#include "cli/diary_pages.hpp"
#include "cli/revealing.hpp"

namespace minqing::cli {

namespace {

int run_diary_show(Context& context, const Arguments& arguments) {
  const bool reveals = arguments.has("reveal");
  ledger::Ledger& ledger = context.open(reveals ? ledger::Access::write : ledger::Access::read);
  std::vector<std::string> numbers;
  for (const std::string& typed : arguments.words) {
    numbers.push_back(name_entry(context, ledger, typed));
  }
  std::vector<std::string> revealed;
  if (reveals) {
    revealed = record_reveal(context, ledger, arguments,
                             {.fields = {"address", "content"}, .entries = numbers});
  }
  std::vector<ledger::WholeEntry> pages;
  for (const std::string& number : numbers) {
    pages.push_back(load_entry(ledger, *ledger::find_entry(ledger.db(), number)));
    hide_kept(context, ledger, pages.back());
  }
  const Names names{ledger.roster(), ledger.schema(), revealed};
  ledger.end_reading();
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (context.json()) {
      context.out().json(entry_json(pages[i], names));
      continue;
    }
    if (i > 0) context.out().line("");
    print_entry(context, pages[i], names);
  }
  return 0;
}

}  // namespace

Command diary_show_command() {
  return {.name = "diary show",
          .zh = "日记 查看",
          .group = "diary",
          .summary_zh = "一篇日记：各次走访、其中的诉求和阅批；默认脱敏",
          .summary_en = "an entry: its visits, the issues that came up, reviews; masked",
          .nature = Nature::reads,
          .arguments = "ENTRY…",
          .min_words = 1,
          .max_words = Command::kAnyNumber,
          .options = {reveal_options()},
          .example = "日记 查看 3",
          .example_en = "diary show 3",
          .run = run_diary_show};
}

}  // namespace minqing::cli
