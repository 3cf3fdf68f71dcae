// SPDX-License-Identifier: MIT
// People.

#include <algorithm>

#include "lib/base/utf8.hpp"
#include "lib/intake/draft_hints.hpp"
#include "lib/intake/roster_sheet_comparison.hpp"
#include "lib/intake/roster_sheet_words.hpp"

namespace minqing::intake {

using base::text;

namespace {

/// A name that is written wrongly, or a unit that is not there yet.
base::Text way_to_a_unit(const base::Text& guess) {
  const base::Text correct =
      guess.empty() ? base::Text{"写错的照 名册 列表 改；", "correct it by 'roster list'; "}
                    : text("{}", "{} ", guess);
  return text("{}新的单位写在另一张表里（表头 单位名称、类型），一起导入",
              "{}a new unit goes into a sheet of its own (headings: name, kind), imported along",
              correct);
}

}  // namespace

const casework::Person* RosterComparison::known_person(const RosterRow& row,
                                                       const std::string& name,
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

void RosterComparison::take_person(const RosterRow& row) {
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
  if (const std::string* phone = row.find("phone")) person.phone = *phone;
  if (!login_is_free(row, person)) return;
  put(person);
}

/// A person of that name and unit stands in the roster under an id that these sheets do not name.
bool RosterComparison::is_known_otherwise(const std::string& name,
                                          const std::optional<std::string>& unit) const {
  return std::any_of(before_.people().begin(), before_.people().end(), [&](const Person& person) {
    const bool same = base::fold(person.name) == base::fold(name) && person.unit == unit;
    return same && !named_ids_.contains(person.id);
  });
}

bool RosterComparison::read_unit_of(const RosterRow& row, Person& person) {
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
        way_to_a_unit(suggestion(*words, spellings_of_units(now_))));
  } else {
    add(row, "unit", text("“{}”不止一个单位", "'{}' means several units", *words),
        text("写明是哪一个：{}", "say which: {}", base::join(names, "、")));
  }
  return false;
}

bool RosterComparison::login_is_free(const RosterRow& row, const Person& person) {
  if (!person.os_user) return true;
  for (const Person& other : now_.people()) {
    if (other.id == person.id || other.os_user != person.os_user) continue;
    add(row, "os_user",
        text("登录名“{}”已是 {} 的", "the login '{}' belongs to {}", *person.os_user, other.id));
    return false;
  }
  return true;
}

}  // namespace minqing::intake
