// SPDX-License-Identifier: MIT
#include "cli/roster_entries.hpp"
#include "lib/casework/roster_life.hpp"

namespace minqing::cli {

namespace {

using base::text;

using Kind = Option::Kind;
constexpr Option kRosterLeaveOptions[] = {
    {"until", "到", "", Kind::value, "DATE", "最后一天；默认今天", "the last day; default today"},
    {"substitute", "接手人", "", Kind::value, "PERSON", "谁接手", "who stands in"},
    {"reason", "理由", "", Kind::value, "TEXT", "为什么，如 机构改革",
     "why, such as a reorganisation"},
};

int run_roster_leave(Context& context, const Arguments& arguments) {
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  const casework::Person person = context.person(arguments.words.front());
  const auto typed = arguments.value("until");
  const base::Date until =
      typed ? context.date("until", *typed) : day_of_change(context, arguments);
  std::optional<std::string> heir;
  if (const auto name = arguments.value("substitute")) heir = context.person(*name).id;
  const casework::Person* substitute = heir ? ledger.roster().person(*heir) : nullptr;
  base::Text said =
      text("{} 在任到 {}", "{} was in office until {}", person.name, to_string(until));
  if (substitute) said = text("{}，{}接手", "{}; {} stands in", said, substitute->name);
  change_roster(context, ledger, arguments, left(person, until, heir), said);
  remark_person_s_issues(context, ledger, person,
                         heir.value_or(text("接手人", "PERSON").in(context.lang())));
  return 0;
}

}  // namespace

Command roster_leave_command() {
  return {.name = "roster leave",
          .zh = "名册 离任",
          .group = "exchange",
          .summary_zh = "人员离任；写明接手的人",
          .summary_en = "a person leaves; who stands in",
          .nature = Nature::writes,
          .arguments = "PERSON",
          .min_words = 1,
          .max_words = 1,
          .options = {kRosterLeaveOptions},
          .example = "名册 离任 李晨 --接手人 陈明 --理由 调离",
          .example_en = "roster leave 李晨 --substitute 陈明 --reason moved",
          .run = run_roster_leave};
}

}  // namespace minqing::cli
