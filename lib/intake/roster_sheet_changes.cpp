// SPDX-License-Identifier: MIT
#include "lib/intake/roster_sheet_changes.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "lib/base/utf8.hpp"
#include "lib/intake/draft_hints.hpp"
#include "lib/intake/roster_sheet_words.hpp"
#include "lib/schema/words.hpp"

namespace minqing::intake {
namespace {

using base::text;
using casework::Area;
using casework::Person;
using casework::Unit;

class Comparison {
 public:
  Comparison(const casework::Roster& roster, const RosterSheets& sheets)
      : before_(roster), now_(roster), sheets_(sheets) {
    out_.problems = sheets.problems;
  }

  RosterChanges compare() {
    for_each(RosterKind::people, [&](const RosterRow& row) {
      if (const std::string* id = row.find("id")) named_ids_.insert(*id);
    });
    for_each(RosterKind::areas, [&](const RosterRow& row) { take_area(row); });
    for_each(RosterKind::areas, [&](const RosterRow& row) { check_parent(row); });
    for_each(RosterKind::units, [&](const RosterRow& row) { take_unit(row); });
    for_each(RosterKind::people, [&](const RosterRow& row) { take_person(row); });
    return std::move(out_);
  }

 private:
  template <class Act>
  void for_each(RosterKind kind, Act act) {
    for (const RosterTable& table : sheets_.tables) {
      if (table.kind != kind) continue;
      for (const RosterRow& row : table.rows) act(row);
    }
  }

  void take_area(const RosterRow& row);
  void check_parent(const RosterRow& row);
  void take_unit(const RosterRow& row);
  void take_person(const RosterRow& row);
  const Unit* known_unit(const RosterRow& row, const std::string& name);
  const Person* known_person(const RosterRow& row, const std::string& name,
                             const std::string& unit);
  bool read_unit_of(const RosterRow& row, Person& person);
  bool read_area_of(const RosterRow& row, Unit& unit);
  bool spellings_are_free(const RosterRow& row, const Unit& unit);
  bool login_is_free(const RosterRow& row, const Person& person);
  bool read_word(const RosterRow& row, std::string_view column, std::span<const base::Word> words,
                 std::string& out);
  bool is_id(const RosterRow& row, std::string_view column);
  bool is_first(const RosterRow& row, const std::string& id);
  bool is_known_otherwise(const std::string& name, const std::optional<std::string>& unit) const;

  template <class T>
  void put(std::vector<T>& changed, RosterCounts& counts, const T* earlier, const T& entry);
  void add(const RosterRow& row, std::string_view column, base::Text reason,
           base::Text way_out = {}) {
    out_.problems.push_back({row.place_of(column), {}, std::move(reason), std::move(way_out)});
  }
  const std::string* need(const RosterRow& row, std::string_view column, base::Text label) {
    const std::string* words = row.find(column);
    if (words == nullptr) {
      add(row, column, text("缺少{}", "the {} is missing", label));
    }
    return words;
  }

  const casework::Roster& before_;
  casework::Roster now_;  ///< with the rows taken so far
  const RosterSheets& sheets_;
  std::set<std::string> named_ids_;          ///< of people, as these sheets give them
  std::map<std::string, base::Place> seen_;  ///< ids of these sheets, by kind
  RosterChanges out_;
};

template <class T>
void Comparison::put(std::vector<T>& changed, RosterCounts& counts, const T* earlier,
                     const T& entry) {
  if (earlier != nullptr && *earlier == entry) {
    ++counts.unchanged;
    return;
  }
  ++(earlier == nullptr ? counts.added : counts.updated);
  changed.push_back(entry);
}

/// A second row with the id of an earlier one is a slip of whoever wrote the sheet.
bool Comparison::is_first(const RosterRow& row, const std::string& id) {
  const auto [earlier, is_new] = seen_.emplace(id, row.place);
  if (!is_new) {
    out_.problems.push_back(
        {row.place,
         {},
         text("与 {} 是同一个", "is the same as {}", to_string(earlier->second)),
         {"只留一行", "leave one row"}});
  }
  return is_new;
}

bool Comparison::is_id(const RosterRow& row, std::string_view column) {
  if (is_good_id(*row.find(column))) return true;
  add(row, column,
      {"编号里有空格或标点，或太长", "the id holds blanks or punctuation, or is too long"});
  return false;
}

bool Comparison::read_word(const RosterRow& row, std::string_view column,
                           std::span<const base::Word> words, std::string& out) {
  const std::string* typed = row.find(column);
  if (typed == nullptr) return true;
  if (const auto index = base::find_word(words, *typed)) {
    out = words[*index].id;
    return true;
  }
  add(row, column, text("没有“{}”这一项", "there is no '{}' to choose", *typed),
      accepted(base::list_of(words)));
  return false;
}

void Comparison::take_area(const RosterRow& row) {
  const std::string* code = need(row, "code", {"代码", "code"});
  const std::string* name = need(row, "name", {"名称", "name"});
  if (code == nullptr || name == nullptr || !is_id(row, "code")) return;
  if (!is_first(row, "area " + *code)) return;
  const Area* earlier = before_.area(*code);
  Area area = earlier != nullptr ? *earlier : Area{*code, {}, {}, {}, {}};
  area.name = *name;
  if (const std::string* parent = row.find("parent")) area.parent = *parent;
  if (const std::string* also = row.find("also")) area.also = split_spellings(*also);
  if (!read_word(row, "level", area_level_spellings(), area.level)) return;
  if (area.level.empty()) return add(row, "level", {"缺少级别", "the level is missing"});
  now_.apply({{}, {}, {area}});
  put(out_.change.areas, out_.areas, earlier, area);
}

void Comparison::check_parent(const RosterRow& row) {
  const std::string* parent = row.find("parent");
  if (parent == nullptr || now_.area(*parent) != nullptr) return;
  add(row, "parent", text("没有代码为 {} 的上级", "there is no area with the code {}", *parent),
      {"把上级也写进表里", "put it into the sheet as well"});
}

const Unit* Comparison::known_unit(const RosterRow& row, const std::string& name) {
  const Unit* named = nullptr;
  for (const Unit& unit : now_.units()) {
    if (answers_to(unit, name)) named = &unit;
  }
  const std::string* id = row.find("id");
  if (id == nullptr) return named;
  return now_.unit(*id);
}

void Comparison::take_unit(const RosterRow& row) {
  const std::string* name = need(row, "name", {"单位名称", "name"});
  const std::string* id = row.find("id");
  if (name == nullptr || (id != nullptr && !is_id(row, "id"))) return;
  const Unit* earlier = known_unit(row, *name);
  Unit unit = earlier != nullptr ? *earlier : Unit{};
  if (earlier == nullptr) unit.id = id != nullptr ? *id : next_id(now_.units(), 'U');
  if (!is_first(row, "unit " + unit.id)) return;
  // A unit found by a spelling keeps its name; one that is named by its id may get another.
  if (earlier == nullptr || id != nullptr) unit.name = *name;
  if (const std::string* also = row.find("also")) unit.also = split_spellings(*also);
  if (!read_word(row, "kind", schema::unit_kind_words(), unit.kind)) return;
  if (unit.kind.empty()) unit.kind = "office";
  if (!read_area_of(row, unit) || !spellings_are_free(row, unit)) return;
  put(out_.change.units, out_.units, before_.unit(unit.id), unit);
  now_.apply({{unit}, {}, {}});
}

bool Comparison::read_area_of(const RosterRow& row, Unit& unit) {
  const std::string* words = row.find("area");
  if (words == nullptr) return true;
  if (const Area* area = now_.match_area(*words).found) {
    unit.area = area->code;
    return true;
  }
  add(row, "area", text("名册里没有唯一的“{}”", "the roster has no single '{}'", *words),
      suggestion(*words, spellings_of_areas(now_)));
  return false;
}

/// A spelling of two units would mean neither.
bool Comparison::spellings_are_free(const RosterRow& row, const Unit& unit) {
  std::vector<std::string> spellings = unit.also;
  spellings.push_back(unit.name);
  for (const Unit& other : now_.units()) {
    if (other.id == unit.id) continue;
    for (const std::string& spelling : spellings) {
      if (!answers_to(other, spelling)) continue;
      add(row, "name",
          text("“{}”已是 {}（{}）的叫法", "'{}' is {} ({}) already", spelling, other.name,
               other.id),
          {"是同一单位的，写它的编号；不是的，换一个叫法",
           "give its id when it is the same unit, else another name"});
      return false;
    }
  }
  return true;
}

const Person* Comparison::known_person(const RosterRow& row, const std::string& name,
                                       const std::string& unit) {
  std::vector<const Person*> same, namesakes;
  for (const Person& person : now_.people()) {
    if (base::fold(person.name) != base::fold(name)) continue;
    const bool no_unit_given = row.find("unit") == nullptr;
    (no_unit_given || person.unit.value_or("") == unit ? same : namesakes).push_back(&person);
  }
  if (same.size() > 1) {
    add(row, "name",
        text("名册里有 {} 个同名的人", "the roster has {} persons of that name", same.size()),
        {"写上编号", "give the id"});
    return nullptr;
  }
  if (same.empty() && !namesakes.empty()) {
    out_.remarks.push_back(
        text("{}：名册里另有同名的 {}；如是同一个人，请写上编号再导入",
             "{}: the roster has a namesake, {}; if it is the same person, give the id",
             to_string(row.place), namesakes.front()->id));
  }
  return same.empty() ? nullptr : same.front();
}

void Comparison::take_person(const RosterRow& row) {
  const std::size_t problems = out_.problems.size();
  const std::string* name = need(row, "name", {"姓名", "name"});
  const std::string* id = row.find("id");
  if (name == nullptr || (id != nullptr && !is_id(row, "id"))) return;
  Person read;
  if (!read_unit_of(row, read)) return;
  const Person* earlier =
      id != nullptr ? now_.person(*id) : known_person(row, *name, read.unit.value_or(""));
  if (out_.problems.size() > problems) return;
  if (id != nullptr && earlier == nullptr && is_known_otherwise(*name, read.unit)) {
    return add(
        row, "id",
        {"名册里已有同名同单位的人，编号不同", "the roster has this person under another id"},
        {"用名册里的编号", "use the id of the roster"});
  }
  Person person = earlier != nullptr ? *earlier : Person{};
  if (earlier == nullptr) person.id = id != nullptr ? *id : next_id(now_.people(), 'P');
  if (!is_first(row, "person " + person.id)) return;
  person.name = *name;
  if (read.unit) person.unit = read.unit;
  if (const std::string* post = row.find("post")) person.post = *post;
  if (const std::string* login = row.find("os_user")) person.os_user = *login;
  if (const std::string* also = row.find("also")) person.also = split_spellings(*also);
  if (!login_is_free(row, person)) return;
  put(out_.change.people, out_.people, before_.person(person.id), person);
  now_.apply({{}, {person}, {}});
}

/// A person of that name and unit stands in the roster under an id that these sheets do not name.
bool Comparison::is_known_otherwise(const std::string& name,
                                    const std::optional<std::string>& unit) const {
  return std::any_of(before_.people().begin(), before_.people().end(), [&](const Person& person) {
    const bool same = base::fold(person.name) == base::fold(name) && person.unit == unit;
    return same && !named_ids_.contains(person.id);
  });
}

bool Comparison::read_unit_of(const RosterRow& row, Person& person) {
  const std::string* words = row.find("unit");
  if (words == nullptr) return true;
  const auto match = now_.match_unit(*words);
  if (match.found != nullptr) {
    person.unit = match.found->id;
    return true;
  }
  std::vector<std::string> names;
  for (const Unit* unit : match.candidates) names.push_back(unit->name);
  if (names.empty()) {
    add(row, "unit", text("名册里没有单位“{}”", "the roster has no unit '{}'", *words),
        suggestion(*words, spellings_of_units(now_)));
  } else {
    add(row, "unit", text("“{}”不止一个单位", "'{}' means several units", *words),
        text("写明是哪一个：{}", "say which: {}", base::join(names, "、")));
  }
  return false;
}

bool Comparison::login_is_free(const RosterRow& row, const Person& person) {
  if (!person.os_user) return true;
  for (const Person& other : now_.people()) {
    if (other.id == person.id || other.os_user != person.os_user) continue;
    add(row, "os_user",
        text("登录名“{}”已是 {} 的", "the login '{}' belongs to {}", *person.os_user, other.id));
    return false;
  }
  return true;
}

}  // namespace

RosterChanges compare_roster(const casework::Roster& roster, const RosterSheets& sheets) {
  return Comparison(roster, sheets).compare();
}

}  // namespace minqing::intake
