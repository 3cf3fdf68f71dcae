// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/diary_pages.hpp"
#include "lib/base/counted.hpp"
#include "lib/base/utf8.hpp"
#include "lib/ledger/coverage.hpp"

#include <algorithm>
#include <set>

namespace minqing::cli {

namespace {

using base::text;
using ledger::LastVisit;

constexpr std::size_t kUsualDays = 30;

using Kind = Option::Kind;
constexpr Option kDiaryCoverageOptions[] = {
    {"days", "天数", "", Kind::value, "N", "多少天没有走访；默认 30",
     "not visited for so many days; default 30"},
    {"person", "走访人", "", Kind::value, "PERSON", "谁的；默认本人", "whose; default your own"},
    {"anybody", "不限", "", Kind::flag, "", "不论谁去过都算", "visits of anybody count"},
    {"all", "全部", "", Kind::flag, "", "名册里所有的村；默认只列走访过的乡镇的",
     "all villages of the roster; without it, of townships where somebody was"},
};

/// A roster may hold the villages of a whole county: the townships of those where anybody was.
std::set<std::string> townships_at_work(ledger::Ledger& ledger) {
  std::set<std::string> out;
  for (const LastVisit& visit : last_visits_to_villages(ledger.db(), {})) {
    const casework::Area* area = ledger.roster().area(visit.area);
    if (area && area->parent) out.insert(*area->parent);
  }
  return out;
}

/// Villages below the person's unit where it has an area of its own, else those of the townships
/// at work, or all of them.
std::vector<LastVisit> villages(ledger::Ledger& ledger, const std::string& person, bool all) {
  const casework::Roster& roster = ledger.roster();
  const std::set<std::string> townships = all ? std::set<std::string>{} : townships_at_work(ledger);
  const casework::Person* official = roster.person(person);
  const casework::Unit* unit = official && official->unit ? roster.unit(*official->unit) : nullptr;
  const std::string within = unit ? unit->area.value_or("") : "";
  const casework::Area* own = roster.area(within);
  const auto visited = last_visits_to_villages(ledger.db(), person);
  std::vector<LastVisit> out;
  for (const casework::Area& area : roster.areas()) {
    if (area.level != "village" || area.ended) continue;
    if (!townships.empty() && !townships.contains(area.parent.value_or(""))) continue;
    if (own && own->level == "village" && area.code != within) continue;
    if (own && own->level == "township" && area.parent != within) continue;
    const auto last = std::find_if(visited.begin(), visited.end(),
                                   [&](const LastVisit& one) { return one.area == area.code; });
    out.push_back(last == visited.end() ? LastVisit{area.code, {}, {}} : *last);
  }
  return out;
}

/// Never, then the longest ago; what was visited within the days is left out.
void keep_late(std::vector<LastVisit>& places, base::Date today, std::size_t days) {
  std::erase_if(places, [&](const LastVisit& one) {
    return one.day && today - *one.day < static_cast<int>(days);
  });
  std::stable_sort(places.begin(), places.end(), [](const LastVisit& a, const LastVisit& b) {
    return a.day.value_or(base::Date{}) < b.day.value_or(base::Date{});
  });
}

base::Json json_of(const LastVisit& place, const Names& names, base::Date today) {
  base::Json out = base::Json::object();
  out.set("v", 1).set("kind", place.household.empty() ? "village" : "household");
  if (!place.area.empty()) out.set("village", place.area);
  if (!place.household.empty()) {
    out.set("household", shown_household(names, place.household));
  }
  if (place.day) {
    out.set("last_visit", to_string(*place.day)).set("days", std::int64_t{today - *place.day});
  }
  return out;
}

void print(Context& context, const base::Text& heading, const std::vector<LastVisit>& places,
           const Names& names) {
  if (places.empty()) return;
  const auto say = [&](const base::Text& words) {
    return TextTable::Column{context.in_lang(words)};
  };
  TextTable table({say(heading),
                   say(text("上次走访", "last visit")),
                   {context.in_lang(text("天数", "days")), true}});
  for (const LastVisit& place : places) {
    const std::string village = place.area.empty() ? "" : names.area(place.area);
    std::string name = village;
    if (!place.household.empty()) {
      name = shown_household(names, place.household) + (village.empty() ? "" : "  " + village);
    }
    table.add({name, place.day ? to_string(*place.day) : context.in_lang(text("没有", "never")),
               place.day ? std::to_string(context.today() - *place.day) : ""});
  }
  context.out().raw(table.render(terminal_width()));
}

int run_diary_coverage(Context& context, const Arguments& arguments) {
  ledger::Ledger& ledger = context.open(ledger::Access::read);
  const std::size_t days = count_option(arguments, "days").value_or(kUsualDays);
  std::string person;
  if (!arguments.has("anybody")) {
    const auto typed = arguments.value("person");
    person = typed ? person_or_me(context, *typed) : context.actor().done_by;
  }
  auto places = villages(ledger, person, arguments.has("all"));
  auto households = last_visits_to_households(ledger, person);
  keep_late(places, context.today(), days);
  keep_late(households, context.today(), days);
  const Names names{ledger.roster(), ledger.schema()};
  ledger.end_reading();
  if (context.json()) {
    for (const auto& one : places) context.out().json(json_of(one, names, context.today()));
    for (const auto& one : households) context.out().json(json_of(one, names, context.today()));
    return 0;
  }
  print(context, text("村（社区）", "village"), places, names);
  if (!places.empty() && !households.empty()) context.out().line("");
  print(context, text("联系户", "household"), households, names);
  context.out().flush();  // the count belongs below the tables
  context.out().remark(text("{} 天没有走访：村 {} 个，联系户 {} 户", "not visited for {}: {}, {}",
                            base::counted(days, "day"), base::counted(places.size(), "village"),
                            base::counted(households.size(), "household")));
  return 0;
}

}  // namespace

Command diary_coverage_command() {
  return {.name = "diary coverage",
          .zh = "日记 未走访",
          .group = "diary",
          .summary_zh = "多少天没去过的村和联系户，供自己安排走访",
          .summary_en = "villages and households not visited for some days, for your own plans",
          .nature = Nature::reads,
          .options = {kDiaryCoverageOptions},
          .example = "日记 未走访 --天数 60",
          .example_en = "diary coverage --days 60",
          .run = run_diary_coverage};
}

}  // namespace minqing::cli
