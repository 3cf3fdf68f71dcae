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

using Keys = std::unordered_multimap<std::string, std::size_t>;

void add_key(Keys& keys, const std::string& key, std::size_t at) {
  if (key.empty()) return;
  auto [from, to] = keys.equal_range(key);
  for (auto it = from; it != to; ++it) {
    if (it->second == at) return;
  }
  keys.emplace(key, at);
}

void add_names(NameIndex& names, const Unit& unit, std::size_t at) {
  add_key(names.exact, fold(unit.id), at);
  add_key(names.exact, fold(unit.name), at);
  add_key(names.stripped, strip_unit_ending(fold(unit.name)), at);
  for (const std::string& other : unit.also) add_key(names.exact, fold(other), at);
}

void add_names(NameIndex& names, const Person& person, std::size_t at) {
  add_key(names.exact, fold(person.id), at);
  add_key(names.exact, fold(person.name), at);
  for (const std::string& other : person.also) add_key(names.exact, fold(other), at);
}

void add_names(NameIndex& names, const Area& area, std::size_t at) {
  add_key(names.exact, fold(area.code), at);
  add_key(names.exact, fold(area.name), at);
  for (const std::string& other : area.also) add_key(names.exact, fold(other), at);
  if (area.level != "village") return;
  // 热水村委会 is written 热水村 and 热水 as well.
  const std::string stem = strip_area_ending(fold(area.name));
  add_key(names.stripped, stem, at);
  add_key(names.stripped, stem + "村", at);
  add_key(names.stripped, strip_area_ending(stem), at);
}

template <class T, class Keep>
std::vector<const T*> lookup(const std::deque<T>& entries, const Keys& keys, const std::string& key,
                             Keep keep) {
  std::vector<std::size_t> places;
  auto [from, to] = keys.equal_range(key);
  for (auto it = from; it != to; ++it) {
    if (keep(entries[it->second])) places.push_back(it->second);
  }
  std::sort(places.begin(), places.end());  // the office's own order
  std::vector<const T*> out;
  for (std::size_t place : places) out.push_back(&entries[place]);
  return out;
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

void Roster::apply(RosterChanged change) {
  for (Area& entry : change.areas) {
    const std::string code = entry.code;
    put(areas_, code, std::move(entry));
  }
  for (Unit& entry : change.units) {
    const std::string id = entry.id;
    const std::size_t at = put(units_, id, std::move(entry));
    if (const auto& area = units_.all[at].area) committees_[*area] = at;
  }
  for (Person& entry : change.people) {
    const std::string id = entry.id;
    const std::size_t at = put(people_, id, std::move(entry));
    if (const auto& login = people_.all[at].os_user) logins_[*login] = at;
  }
}

template <class T>
std::size_t Roster::put(Entries<T>& entries, const std::string& id, T entry) {
  entries.names.reset();
  const auto [it, is_new] = entries.by_id.emplace(id, entries.all.size());
  if (is_new) {
    entries.all.push_back(std::move(entry));
  } else {
    entries.all[it->second] = std::move(entry);
  }
  return it->second;
}

template <class T>
const T* Roster::by_id(const Entries<T>& entries, std::string_view id) {
  auto it = entries.by_id.find(std::string(id));
  return it == entries.by_id.end() ? nullptr : &entries.all[it->second];
}

template <class T>
const NameIndex& Roster::names_of(const Entries<T>& entries) {
  if (!entries.names) {
    NameIndex& names = entries.names.emplace();
    for (std::size_t at = 0; at < entries.all.size(); ++at) add_names(names, entries.all[at], at);
  }
  return *entries.names;
}

const Unit* Roster::unit(std::string_view id) const { return by_id(units_, id); }
const Person* Roster::person(std::string_view id) const { return by_id(people_, id); }
const Area* Roster::area(std::string_view code) const { return by_id(areas_, code); }

Match<Unit> Roster::match_unit(std::string_view text) const {
  const std::string key = fold(text);
  const auto any = [](const Unit&) { return true; };
  auto exact = lookup(units_.all, names_of(units_).exact, key, any);
  if (!exact.empty()) return only_one(std::move(exact));
  return only_one(lookup(units_.all, names_of(units_).stripped, strip_unit_ending(key), any));
}

Match<Person> Roster::match_person(std::string_view text, std::string_view within) const {
  auto all =
      lookup(people_.all, names_of(people_).exact, fold(text), [](const Person&) { return true; });
  if (all.size() < 2 || within.empty()) return only_one(std::move(all));
  auto near = lookup(people_.all, names_of(people_).exact, fold(text),
                     [&](const Person& person) { return person.unit == within; });
  return only_one(near.empty() ? std::move(all) : std::move(near));
}

Match<Area> Roster::match_area(std::string_view text) const {
  std::string rest = fold(text);
  std::string parent;
  const auto keep = [&](const Area& area) { return parent.empty() || area.parent == parent; };
  auto exact = lookup(areas_.all, names_of(areas_).exact, rest, keep);
  if (!exact.empty()) return only_one(std::move(exact));
  // A county or township in front is taken off and narrows the choice.
  for (const Area& area : areas_.all) {
    if (area.level == "village") continue;
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
    auto found = lookup(areas_.all, names_of(areas_).exact, head, keep);
    if (found.empty() && ends_a_village_name(tail)) {
      found = lookup(areas_.all, names_of(areas_).stripped, head, keep);
    }
    if (!found.empty()) return only_one(std::move(found));
  }
  return {};
}

const Person* Roster::person_of_login(std::string_view os_user) const {
  auto it = logins_.find(std::string(os_user));
  // An entry that was replaced may have given its login up.
  if (it == logins_.end() || people_.all[it->second].os_user != os_user) return nullptr;
  return &people_.all[it->second];
}

const Unit* Roster::committee_of(std::string_view area_code) const {
  auto it = committees_.find(std::string(area_code));
  if (it == committees_.end() || units_.all[it->second].area != area_code) return nullptr;
  return &units_.all[it->second];
}

}  // namespace minqing::casework
