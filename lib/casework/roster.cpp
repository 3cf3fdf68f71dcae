// SPDX-License-Identifier: MIT
#include "lib/casework/roster.hpp"

#include <algorithm>
#include <array>

#include "lib/base/utf8.hpp"

namespace minqing::casework {

namespace {

using base::fold;

// Longest first, so that 社区居民委员会 goes before 委员会.
constexpr std::array kAreaEndings = {"社区居民委员会", "社区居委会", "村民委员会", "居民委员会",
                                     "村委会",         "居委会",     "社区",       "村"};
constexpr std::array kUnitEndings = {"办公室", "委员会", "办", "局", "所", "站", "队", "中心"};

template <std::size_t N>
std::string without_ending(std::string_view text, const std::array<const char*, N>& endings) {
  for (std::string_view ending : endings) {
    if (text.size() > ending.size() && base::ends_with(text, ending)) {
      return std::string(text.substr(0, text.size() - ending.size()));
    }
  }
  return std::string(text);
}

void name_unit(RosterNames& names, const Unit& unit, std::uint32_t at) {
  names.exact.emplace_back(fold(unit.id), at);
  names.exact.emplace_back(fold(unit.name), at);
  names.stripped.emplace_back(strip_unit_ending(fold(unit.name)), at);
  for (const std::string& other : unit.also) names.exact.emplace_back(fold(other), at);
  if (unit.area) names.besides.emplace_back(*unit.area, at);
}

void name_person(RosterNames& names, const Person& person, std::uint32_t at) {
  names.exact.emplace_back(fold(person.id), at);
  names.exact.emplace_back(fold(person.name), at);
  for (const std::string& other : person.also) names.exact.emplace_back(fold(other), at);
  if (person.os_user) names.besides.emplace_back(*person.os_user, at);
}

void name_area(RosterNames& names, const Area& area, std::uint32_t at) {
  names.exact.emplace_back(fold(area.code), at);
  names.exact.emplace_back(fold(area.name), at);
  for (const std::string& other : area.also) names.exact.emplace_back(fold(other), at);
  if (area.level != "village") return;
  // 热水村委会 is written 热水村 and 热水 as well.
  const std::string stem = strip_area_ending(fold(area.name));
  names.stripped.emplace_back(stem, at);
  names.stripped.emplace_back(stem + "村", at);
  names.stripped.emplace_back(strip_area_ending(stem), at);
}

template <class T, class Keep>
std::vector<const T*> lookup(const RosterEntries<T>& entries, const base::KeyTable& keys,
                             std::string_view key, Keep keep) {
  std::vector<const T*> out;
  for (const std::size_t place : keys.places(key)) {
    const T& entry = entries.at(place);
    if (keep(entry)) out.push_back(&entry);
  }
  const auto is_over = [](const T* entry) { return entry->ended.has_value(); };
  if (!std::all_of(out.begin(), out.end(), is_over)) std::erase_if(out, is_over);
  return out;
}

/// Residents say where they live by their village; what lies below has fields of its own.
bool is_named_in_matters(const Area& area) {
  return area.level == "village" || area.level == "township" || area.level == "county";
}

template <class T>
Match<T> only_one(std::vector<const T*> found) {
  if (found.size() == 1) return {found.front(), {}};
  return {nullptr, std::move(found)};
}

/// What may follow a village name without its ending: 组, a number, nothing.
bool ends_a_village_name(std::string_view rest) {
  if (rest.empty() || (rest.front() >= '0' && rest.front() <= '9')) return true;
  for (std::string_view next : {"村", "社区", "居委", "组", "第", "一", "二", "三", "四", "五",
                                "六", "七", "八", "九", "十"}) {
    if (base::starts_with(rest, next)) return true;
  }
  return false;
}

}  // namespace

std::string strip_area_ending(std::string_view folded) {
  return without_ending(folded, kAreaEndings);
}

std::string strip_unit_ending(std::string_view folded) {
  // 热水村村民委员会 → 热水; offices keep their field: 社会事务办公室 → 社会事务.
  const std::string as_area = strip_area_ending(folded);
  return as_area != folded ? strip_area_ending(as_area) : without_ending(folded, kUnitEndings);
}

Roster::Roster()
    : units_(&Unit::id, name_unit),
      people_(&Person::id, name_person),
      areas_(&Area::code, name_area) {}

void Roster::apply(RosterChanged change) {
  for (Area& entry : change.areas) areas_.put(std::move(entry));
  for (Unit& entry : change.units) units_.put(std::move(entry));
  for (Person& entry : change.people) people_.put(std::move(entry));
}

std::string Roster::pack(RosterPart part) const {
  switch (part) {
    case RosterPart::units:
      return units_.pack();
    case RosterPart::people:
      return people_.pack();
    case RosterPart::areas:
      return areas_.pack();
  }
  return {};
}

Roster Roster::from_packed(const std::function<std::string(RosterPart)>& read) {
  Roster out;
  out.units_.read_when_needed([read] { return read(RosterPart::units); });
  out.people_.read_when_needed([read] { return read(RosterPart::people); });
  out.areas_.read_when_needed([read] { return read(RosterPart::areas); });
  return out;
}

void Roster::check_packed(std::string_view bytes) { (void)PackedEntries(bytes); }

void Roster::read_now() const {
  units_.read_now();
  people_.read_now();
  areas_.read_now();
}

Match<Unit> Roster::match_unit(std::string_view text) const {
  const std::string key = fold(text);
  const auto any = [](const Unit&) { return true; };
  auto exact = lookup(units_, units_.exact(), key, any);
  if (!exact.empty()) return only_one(std::move(exact));
  return only_one(lookup(units_, units_.stripped(), strip_unit_ending(key), any));
}

Match<Person> Roster::match_person(std::string_view text, std::string_view within) const {
  auto all = lookup(people_, people_.exact(), fold(text), [](const Person&) { return true; });
  if (all.size() < 2 || within.empty()) return only_one(std::move(all));
  auto near = lookup(people_, people_.exact(), fold(text),
                     [&](const Person& person) { return person.unit == within; });
  return only_one(near.empty() ? std::move(all) : std::move(near));
}

Match<Area> Roster::match_area(std::string_view text) const {
  std::string rest = fold(text);
  std::string parent;
  const auto keep = [&](const Area& area) {
    return is_named_in_matters(area) && (parent.empty() || area.parent == parent);
  };
  auto exact = lookup(areas_, areas_.exact(), rest, keep);
  if (!exact.empty()) return only_one(std::move(exact));
  // A county or township in front is taken off and narrows the choice.
  for (const Area& area : areas()) {
    if (area.level == "village" || !is_named_in_matters(area)) continue;
    const std::string name = fold(area.name);
    if (rest.size() > name.size() && base::starts_with(rest, name)) {
      rest.erase(0, name.size());
      if (area.level == "township") parent = area.code;
    }
  }
  // The longest beginning that is a village's name.
  const std::u32string points = base::to_code_points(rest);
  for (std::size_t length = points.size(); length >= 2; --length) {
    const std::string head = base::to_utf8(std::u32string_view(points).substr(0, length));
    const std::string_view tail = std::string_view(rest).substr(head.size());
    auto found = lookup(areas_, areas_.exact(), head, keep);
    if (found.empty() && ends_a_village_name(tail)) {
      found = lookup(areas_, areas_.stripped(), head, keep);
    }
    if (!found.empty()) return only_one(std::move(found));
  }
  return {};
}

const Person* Roster::person_of_login(std::string_view os_user) const {
  return people_.find_besides(os_user);
}

const Unit* Roster::committee_of(std::string_view area_code) const {
  return units_.find_besides(area_code);
}

const Unit* Roster::acting_unit(std::string_view id, base::Date day) const {
  const Unit* unit = this->unit(id);
  // No longer than the roster: successors in a circle lead nowhere.
  for (std::size_t left = units_.size(); unit && !in_office(*unit, day); --left) {
    if (left == 0 || !unit->ended->successor) return nullptr;
    unit = this->unit(*unit->ended->successor);
  }
  return unit;
}

}  // namespace minqing::casework
