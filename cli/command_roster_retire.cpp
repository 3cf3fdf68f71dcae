// SPDX-License-Identifier: MIT
#include "cli/roster_entries.hpp"
#include "lib/casework/roster_life.hpp"

namespace minqing::cli {

namespace {

using base::text;

using Kind = Option::Kind;
constexpr Option kRosterRetireOptions[] = {
    {"reason", "理由", "", Kind::value, "TEXT", "为什么，如 机构改革",
     "why, such as a reorganisation"},
};

int run_roster_retire(Context& context, const Arguments& arguments) {
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  const casework::Roster& roster = ledger.roster();
  const RosterEntry entry = find_entry(roster, arguments.words.front());
  const base::Date until = day_of_change(context, arguments) - 1;
  if (const auto* unit = std::get_if<const casework::Unit*>(&entry)) {
    const casework::Unit was = **unit;
    change_roster(context, ledger, arguments, retired(was, until),
                  text("{}已停用", "{} is dissolved", was.name));
    remark_unit_s_issues(context, ledger, was, text("单位", "UNIT").in(context.lang()));
    return 0;
  }
  if (const auto* area = std::get_if<const casework::Area*>(&entry)) {
    change_roster(context, ledger, arguments, retired(**area, until),
                  text("{}已停用", "{} is dissolved", (*area)->name));
    return 0;
  }
  throw base::Error(base::Exit::usage,
                    text("人员离任请用 名册 离任", "for a person see 'roster leave'"));
}

}  // namespace

Command roster_retire_command() {
  return {.name = "roster retire",
          .zh = "名册 停用",
          .group = "exchange",
          .summary_zh = "单位撤销或村（社区）撤并；编号不再给别人",
          .summary_en = "a unit or village is dissolved; its id is never given again",
          .nature = Nature::writes,
          .arguments = "NAME",
          .min_words = 1,
          .max_words = 1,
          .options = {kRosterRetireOptions},
          .example = "名册 停用 林业站 --理由 机构改革",
          .example_en = "roster retire 林业站 --reason reorganised",
          .run = run_roster_retire};
}

}  // namespace minqing::cli
