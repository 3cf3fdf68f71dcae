// SPDX-License-Identifier: MIT
#include "cli/roster_entries.hpp"
#include "lib/casework/roster_life.hpp"

namespace minqing::cli {

namespace {

using base::text;

using Kind = Option::Kind;
constexpr Option kRosterRenameOptions[] = {
    {"to", "改为", "", Kind::value, "NAME", "新名字", "the new name"},
    {"reason", "理由", "", Kind::value, "TEXT", "为什么，如 机构改革",
     "why, such as a reorganisation"},
};

int run_roster_rename(Context& context, const Arguments& arguments) {
  const std::string name = needed(arguments, "to");
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  const casework::Roster& roster = ledger.roster();
  const RosterEntry entry = find_entry(roster, arguments.words.front());
  std::string before;
  casework::RosterChanged change = std::visit(
      [&](const auto* one) {
        before = one->name;
        if constexpr (requires { one->code; }) {
          return renamed(roster, *one, name);
        } else {
          return renamed(*one, name);
        }
      },
      entry);
  change_roster(context, ledger, arguments, std::move(change),
                text("{} 改名为 {}；旧名仍认得", "{} is now {}; the old name is still understood",
                     before, name));
  return 0;
}

}  // namespace

Command roster_rename_command() {
  return {
      .name = "roster rename",
      .zh = "名册 改名",
      .group = "exchange",
      .summary_zh = "单位、村（社区）或人员改名；旧名仍认得，历史用当时的名字",
      .summary_en =
          "rename a unit, village or person; the old name is still understood, histories keep it",
      .nature = Nature::writes,
      .arguments = "NAME",
      .min_words = 1,
      .max_words = 1,
      .options = {kRosterRenameOptions},
      .example = "名册 改名 水务站 --改为 水利站",
      .example_en = "roster rename 水务站 --to 水利站",
      .run = run_roster_rename};
}

}  // namespace minqing::cli
