// SPDX-License-Identifier: MIT
#include "cli/roster_entries.hpp"
#include "lib/casework/roster_life.hpp"

namespace minqing::cli {

namespace {

using base::text;

using Kind = Option::Kind;
constexpr Option kRosterMergeOptions[] = {
    {"into", "并入", "", Kind::value, "NAME", "并到哪一个", "the one that goes on"},
    {"reason", "理由", "", Kind::value, "TEXT", "为什么，如 机构改革",
     "why, such as a reorganisation"},
};

template <class T>
std::vector<const T*> all_of_kind(const casework::Roster& roster, const Arguments& arguments,
                                  const T& into) {
  std::vector<const T*> out;
  for (const std::string& word : arguments.words) {
    const RosterEntry entry = find_entry(roster, word);
    const auto* one = std::get_if<const T*>(&entry);
    if (one == nullptr) {
      throw base::Error(
          base::Exit::usage,
          text("“{}”和“{}”不是一类", "'{}' and '{}' are not of a kind", word, into.name));
    }
    if (*one == &into) {
      throw base::Error(base::Exit::usage,
                        text("“{}”不能并入自己", "'{}' cannot become part of itself", word));
    }
    out.push_back(*one);
  }
  return out;
}

template <class T>
base::Text said(const std::vector<const T*>& from, const T& into) {
  std::string names;
  for (const T* one : from) names += (names.empty() ? "" : "、") + one->name;
  return text("{}并入{}；旧名都认作{}", "{} became part of {}; the old names mean {}", names,
              into.name, into.name);
}

int run_roster_merge(Context& context, const Arguments& arguments) {
  const std::string name = needed(arguments, "into");
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  const casework::Roster roster = ledger.roster();
  const RosterEntry goal = find_entry(roster, name);
  const base::Date until = day_of_change(context, arguments) - 1;
  if (const auto* into = std::get_if<const casework::Unit*>(&goal)) {
    const auto from = all_of_kind(roster, arguments, **into);
    change_roster(context, ledger, arguments, merged(roster, from, **into, until),
                  said(from, **into));
    for (const casework::Unit* unit : from) {
      remark_unit_s_issues(context, ledger, *unit, (*into)->id);
    }
    return 0;
  }
  if (const auto* into = std::get_if<const casework::Area*>(&goal)) {
    const auto from = all_of_kind(roster, arguments, **into);
    change_roster(context, ledger, arguments, merged(roster, from, **into, until),
                  said(from, **into));
    for (const casework::Area* area : from) {
      const casework::Unit* committee = roster.committee_of(area->code);
      const casework::Unit* heir = roster.committee_of((*into)->code);
      if (committee && heir) remark_unit_s_issues(context, ledger, *committee, heir->id);
    }
    return 0;
  }
  throw base::Error(base::Exit::usage, text("人员不能合并", "people are not merged"));
}

}  // namespace

Command roster_merge_command() {
  return {.name = "roster merge",
          .zh = "名册 合并",
          .group = "exchange",
          .summary_zh = "几个单位或村（社区）并入一个；人员和村委会随之",
          .summary_en = "units or villages become part of one; people and committees go along",
          .nature = Nature::writes,
          .arguments = "NAME…",
          .min_words = 1,
          .max_words = Command::kAnyNumber,
          .options = {kRosterMergeOptions},
          .example = "名册 合并 林业站 --并入 农业农村办 --理由 机构改革",
          .example_en = "roster merge 林业站 --into 农业农村办 --reason reorganised",
          .run = run_roster_merge};
}

}  // namespace minqing::cli
