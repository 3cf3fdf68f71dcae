// SPDX-License-Identifier: MIT
#include "cli/roster_entries.hpp"
#include "lib/base/utf8.hpp"
#include "lib/casework/roster_life.hpp"

namespace minqing::cli {

namespace {

using base::text;

using Kind = Option::Kind;
constexpr Option kRosterMoveOptions[] = {
    {"unit", "单位", "", Kind::value, "UNIT", "调到哪个单位", "the new unit"},
    {"post", "职务", "", Kind::value, "TEXT", "新职务", "the new post"},
    {"reason", "理由", "", Kind::value, "TEXT", "为什么，如 机构改革",
     "why, such as a reorganisation"},
};

int run_roster_move(Context& context, const Arguments& arguments) {
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  const casework::Person person = context.person(arguments.words.front());
  std::optional<std::string> unit;
  if (const auto typed = arguments.value("unit")) unit = context.unit(*typed).id;
  const auto post = arguments.value("post");
  if (!unit && !post) {
    throw base::Error(base::Exit::usage, text("没有写调到哪里", "where to is missing"),
                      text("加上 --单位 或 --职务", "add --unit or --post"));
  }
  const casework::Roster& roster = ledger.roster();
  std::vector<std::string> now;
  if (unit) now.push_back(roster.unit(*unit)->name);
  if (post) now.push_back(*post);
  const bool changes_unit = unit && unit != person.unit;
  change_roster(context, ledger, arguments, moved(person, unit, post),
                text("{} 现在是：{}", "{} is now: {}", person.name, base::join(now, " ")));
  if (changes_unit) {
    remark_person_s_issues(context, ledger, person, text("接手人", "PERSON").in(context.lang()));
  }
  return 0;
}

}  // namespace

Command roster_move_command() {
  return {.name = "roster move",
          .zh = "名册 调动",
          .group = "exchange",
          .summary_zh = "人员调到别的单位或换职务",
          .summary_en = "a person goes to another unit or post",
          .nature = Nature::writes,
          .arguments = "PERSON",
          .min_words = 1,
          .max_words = 1,
          .options = {kRosterMoveOptions},
          .example = "名册 调动 李晨 --单位 规建办 --职务 干事",
          .example_en = "roster move 李晨 --unit 规建办 --post 干事",
          .run = run_roster_move};
}

}  // namespace minqing::cli
