// SPDX-License-Identifier: MIT
#include "lib/casework/roster_life.hpp"

#include <algorithm>

#include "lib/base/utf8.hpp"

namespace minqing::casework {

namespace {

void add_spelling(std::vector<std::string>& also, const std::string& name,
                  const std::string& own_name) {
  if (name == own_name || std::find(also.begin(), also.end(), name) != also.end()) return;
  also.push_back(name);
}

template <class T>
T with_name(T entry, const std::string& name) {
  const std::string before = std::exchange(entry.name, name);
  std::erase(entry.also, name);
  add_spelling(entry.also, before, name);
  return entry;
}

template <class T>
T with_end(T entry, base::Date until, const std::optional<std::string>& successor) {
  entry.ended = Ended{until, successor};
  return entry;
}

template <class T>
void take_names(T& into, const T& from) {
  add_spelling(into.also, from.name, into.name);
  for (const std::string& other : from.also) add_spelling(into.also, other, into.name);
}

template <class T>
bool is_among(const std::vector<const T*>& entries, const T& entry) {
  return std::find(entries.begin(), entries.end(), &entry) != entries.end();
}

}  // namespace

RosterChanged brought_by(const schema::Schema& schema, const Roster& known) {
  const auto given = [](const std::string& id) {
    return id.empty() ? std::nullopt : std::optional(id);
  };
  RosterChanged change;
  for (const schema::Area& area : schema.areas) {
    if (known.area(area.code)) continue;
    change.areas.push_back({area.code, area.name, area.also, given(area.parent), area.level});
  }
  for (const schema::Unit& unit : schema.units) {
    if (known.unit(unit.id)) continue;
    change.units.push_back({unit.id, unit.name, unit.also, unit.kind, given(unit.area)});
  }
  return change;
}

RosterChanged moved(const Person& person, std::optional<std::string> unit,
                    std::optional<std::string> post) {
  Person now = person;
  if (unit) now.unit = std::move(unit);
  if (post) now.post = std::move(post);
  return {{}, {std::move(now)}, {}};
}

RosterChanged left(const Person& person, base::Date until,
                   const std::optional<std::string>& substitute) {
  return {{}, {with_end(person, until, substitute)}, {}};
}

RosterChanged retired(const Unit& unit, base::Date until) {
  return {{with_end(unit, until, {})}, {}, {}};
}

RosterChanged retired(const Area& area, base::Date until) {
  return {{}, {}, {with_end(area, until, {})}};
}

RosterChanged renamed(const Unit& unit, const std::string& name) {
  return {{with_name(unit, name)}, {}, {}};
}

RosterChanged renamed(const Person& person, const std::string& name) {
  return {{}, {with_name(person, name)}, {}};
}

RosterChanged renamed(const Roster& roster, const Area& area, const std::string& name) {
  RosterChanged out{{}, {}, {with_name(area, name)}};
  const Unit* committee = roster.committee_of(area.code);
  if (committee && base::starts_with(committee->name, area.name)) {
    out.units.push_back(with_name(*committee, name + committee->name.substr(area.name.size())));
  }
  return out;
}

RosterChanged merged(const Roster& roster, const std::vector<const Unit*>& from, const Unit& into,
                     base::Date until) {
  RosterChanged out;
  Unit grown = into;
  for (const Unit* unit : from) {
    take_names(grown, *unit);
    out.units.push_back(with_end(*unit, until, into.id));
  }
  out.units.push_back(std::move(grown));
  for (const Person& person : roster.people()) {
    if (person.ended || !person.unit) continue;
    const Unit* unit = roster.unit(*person.unit);
    if (unit && is_among(from, *unit)) out.people.push_back(moved(person, into.id, {}).people[0]);
  }
  return out;
}

RosterChanged merged(const Roster& roster, const std::vector<const Area*>& from, const Area& into,
                     base::Date until) {
  RosterChanged out;
  Area grown = into;
  std::vector<const Unit*> committees;
  for (const Area* area : from) {
    take_names(grown, *area);
    out.areas.push_back(with_end(*area, until, into.code));
    const Unit* committee = roster.committee_of(area->code);
    if (committee && !committee->ended) committees.push_back(committee);
  }
  out.areas.push_back(std::move(grown));
  for (const Area& area : roster.areas()) {
    if (area.ended || !area.parent) continue;
    const Area* parent = roster.area(*area.parent);
    if (!parent || !is_among(from, *parent)) continue;
    out.areas.push_back(area);
    out.areas.back().parent = into.code;
  }
  const Unit* committee = roster.committee_of(into.code);
  if (committee && !committees.empty()) {
    RosterChanged units = merged(roster, committees, *committee, until);
    out.units = std::move(units.units);
    out.people = std::move(units.people);
  }
  return out;
}

}  // namespace minqing::casework
