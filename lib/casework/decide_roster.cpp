// SPDX-License-Identifier: MIT
// The roster's own rules: ids are never given twice, earlier names are kept, and who is in office
// no more neither acts nor is given anything.

#include <algorithm>

#include "lib/base/utf8.hpp"
#include "lib/casework/decide_parts.hpp"
#include "lib/privacy/mask.hpp"

namespace minqing::casework {

namespace {

base::Text successor_name(const Roster& roster, const Ended& ended) {
  if (!ended.successor) return {};
  const Unit* unit = roster.unit(*ended.successor);
  const Person* person = roster.person(*ended.successor);
  const Area* area = roster.area(*ended.successor);
  return base::same(unit     ? unit->name
                    : person ? person->name
                    : area   ? area->name
                             : *ended.successor);
}

template <class T>
Verdict over(const Case& c, base::Exit exit, const T& entry, const base::Text& what) {
  const base::Text heir = successor_name(c.rules.roster, *entry.ended);
  return refuse(exit,
                base::text("{} 到 {} 为止，{}", "{} was in office until {}: {}", entry.name,
                           to_string(entry.ended->until), what),
                heir.empty() ? base::Text{} : base::text("接手的是：{}", "instead: {}", heir));
}

std::optional<Verdict> refuse_person(const Case& c, base::Exit exit, std::string_view id,
                                     base::Date day, const base::Text& what) {
  const Person* person = c.rules.roster.person(id);
  if (!person || in_office(*person, day)) return std::nullopt;
  return over(c, exit, *person, what);
}

const std::string& id_of(const Unit& unit) { return unit.id; }
const std::string& id_of(const Person& person) { return person.id; }
const std::string& id_of(const Area& area) { return area.code; }

/// Brings what the roster knows of an entry's past into the wish; the refusal when it contradicts.
template <class T>
std::optional<Verdict> keep_past(const Case& c, const T* known, T& entry) {
  if (base::trim(entry.name).empty()) {
    return refuse(base::Exit::rejected, base::text("{} 没有名字", "{} has no name", id_of(entry)),
                  base::text("写上名字", "give a name"));
  }
  if (!known) return std::nullopt;
  if (!entry.former) entry.former = known->former;
  if (known->ended && (!entry.ended || entry.name != known->name)) {
    return refuse(base::Exit::conflict,
                  base::text("编号 {} 是“{}”的，到 {} 已停用；停用的编号不再给别人",
                             "the id {} was that of '{}' until {} and is never given again",
                             id_of(entry), known->name, to_string(known->ended->until)),
                  base::text("换一个新编号", "take a new id"));
  }
  if (known->name == entry.name) return std::nullopt;
  auto& former = entry.former ? *entry.former : entry.former.emplace();
  const base::Date until = c.at().date - 1;
  // A name that did not last a day was a slip and no name.
  if (former.empty() || former.back().until < until) former.push_back({known->name, until});
  return std::nullopt;
}

bool ends_now(const auto* known, const auto& entry) {
  return entry.ended && !(known && known->ended);
}

std::optional<Verdict> refuse_departure(const Case& c, const Person& entry) {
  if (!ends_now(c.rules.roster.person(entry.id), entry)) return std::nullopt;
  if (entry.ended->until > c.circumstances.now.date) {
    return refuse(base::Exit::rejected,
                  base::text("{} 还没有到", "{} lies ahead", to_string(entry.ended->until)),
                  base::text("到那一天再记", "record it on that day"));
  }
  if (entry.ended->successor != entry.id) return std::nullopt;
  return refuse(base::Exit::usage,
                base::text("接手人就是本人", "the substitute is the same person"));
}

/// A unit goes when nobody works in it any more, or with its people into another.
std::optional<Verdict> refuse_dissolution(const Case& c, const Unit& entry) {
  if (!ends_now(c.rules.roster.unit(entry.id), entry) || entry.ended->successor) {
    return std::nullopt;
  }
  for (const Person& person : c.rules.roster.people()) {
    if (person.ended || person.unit != entry.id) continue;
    return refuse(base::Exit::conflict,
                  base::text("{}还有人：{}", "{} still has people: {}", entry.name, person.name),
                  base::text("先调动：minqing 名册 调动 {} --单位 单位；整个单位并走用 名册 合并",
                             "move them first: minqing roster move {} --unit UNIT; for the whole "
                             "unit see 'roster merge'",
                             person.id));
  }
  return std::nullopt;
}

Verdict taken(const std::string& name) {
  return refuse(base::Exit::conflict,
                base::text("名册里已有“{}”", "the roster has a '{}' already", name),
                base::text("两个并成一个用 名册 合并", "to make one of two see 'roster merge'"));
}

/// The new name of a unit must not mean another one.
std::optional<Verdict> refuse_taken_name(const Case& c, const Unit& entry) {
  const Unit* known = c.rules.roster.unit(entry.id);
  if (!known || known->name == entry.name) return std::nullopt;
  const Unit* other = c.rules.roster.match_unit(entry.name).found;
  if (!other || other->id == entry.id || other->ended) return std::nullopt;
  return taken(entry.name);
}

/// Villages of one township have names of their own; two townships may have the same.
std::optional<Verdict> refuse_taken_name(const Case& c, const Area& entry) {
  const Area* known = c.rules.roster.area(entry.code);
  if (!known || known->name == entry.name) return std::nullopt;
  for (const Area& other : c.rules.roster.areas()) {
    const bool is_neighbour = other.code != entry.code && other.parent == entry.parent;
    if (is_neighbour && !other.ended && other.name == entry.name) return taken(entry.name);
  }
  return std::nullopt;
}

std::optional<Verdict> refuse_reason(const RosterChanged& wish) {
  if (!wish.reason || privacy::mask_text(*wish.reason) == *wish.reason) return std::nullopt;
  return refuse(base::Exit::rejected,
                base::text("理由里有电话、证件号码一类的个人信息",
                           "the reason holds a telephone number or the like"),
                base::text("名册的变动永久留存：写事由，不写号码",
                           "changes of the roster are kept for good: write no numbers"));
}

}  // namespace

std::optional<Verdict> refuse_departed(const Case& c) {
  if (c.circumstances.imported) return std::nullopt;
  const base::Text what = base::text("不能再办理", "nothing more can be done by this person");
  const auto& of = c.circumstances;
  if (auto refusal = refuse_person(c, base::Exit::permission, of.actor, of.now.date, what)) {
    return refusal;
  }
  return refuse_person(c, base::Exit::permission, of.by, of.at.date, what);
}

std::optional<Verdict> refuse_out_of_office(const Case& c, std::string_view person) {
  return refuse_person(c, base::Exit::conflict, person, c.at().date,
                       base::text("不能再承办", "nothing can be given to this person"));
}

std::optional<Verdict> refuse_out_of_office(const Case& c, const IssueAssigned& event) {
  std::vector<std::string> units{event.unit};
  units.insert(units.end(), event.co_units.begin(), event.co_units.end());
  for (const std::string& id : units) {
    const Unit* unit = c.rules.roster.unit(id);
    if (!unit || in_office(*unit, c.at().date)) continue;
    return over(c, base::Exit::conflict, *unit,
                base::text("已撤销，不能再交给它（{}）", "it was dissolved ({})", event.rule));
  }
  for (const auto& person : {event.handler, event.leader}) {
    if (!person) continue;
    if (auto refusal = refuse_out_of_office(c, *person)) return refusal;
  }
  return std::nullopt;
}

std::optional<Verdict> refuse_dissolved(const Case& c, const std::string& code) {
  const Area* area = c.rules.roster.area(code);
  if (!area || in_office(*area, c.at().date)) return std::nullopt;
  return over(c, base::Exit::rejected, *area, base::text("已撤并", "the village was dissolved"));
}

Verdict decide_roster(const Case& c, const RosterChanged& wish) {
  const Roster& roster = c.rules.roster;
  if (auto refusal = refuse_reason(wish)) return *refusal;
  RosterChanged event = wish;
  for (Unit& entry : event.units) {
    if (auto refusal = refuse_taken_name(c, entry)) return *refusal;
    if (auto refusal = refuse_dissolution(c, entry)) return *refusal;
    if (auto refusal = keep_past(c, roster.unit(entry.id), entry)) return *refusal;
  }
  for (Person& entry : event.people) {
    if (auto refusal = refuse_departure(c, entry)) return *refusal;
    if (auto refusal = keep_past(c, roster.person(entry.id), entry)) return *refusal;
  }
  for (Area& entry : event.areas) {
    if (auto refusal = refuse_taken_name(c, entry)) return *refusal;
    if (auto refusal = keep_past(c, roster.area(entry.code), entry)) return *refusal;
  }
  return {.events = {std::move(event)}};
}

}  // namespace minqing::casework
