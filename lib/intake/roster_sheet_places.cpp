// SPDX-License-Identifier: MIT
// Areas and units.

#include "lib/base/utf8.hpp"
#include "lib/intake/draft_hints.hpp"
#include "lib/intake/roster_sheet_comparison.hpp"
#include "lib/intake/roster_sheet_words.hpp"
#include "lib/schema/words.hpp"

namespace minqing::intake {

using base::text;

void RosterComparison::take_area(const RosterRow& row) {
  const std::string* code = need(row, "code", {"代码", "code"});
  const std::string* name = need(row, "name", {"名称", "name"});
  if (code == nullptr || name == nullptr || !is_id(row, "code")) return;
  if (!is_first(row, "area " + *code)) return;
  const Area* earlier = before_.area(*code);
  Area area = earlier != nullptr ? *earlier : Area{*code, {}, {}, {}, {}};
  area.name = *name;
  if (const std::string* parent = row.find("parent")) area.parent = *parent;
  if (const std::string* also = row.find("also")) area.also = split_spellings(*also);
  if (!read_word(row, "level", area_level_spellings(), {"级别", "level"}, area.level)) return;
  if (area.level.empty()) return add(row, "level", {"缺少级别", "the level is missing"});
  put(area);
}

void RosterComparison::check_parent(const RosterRow& row) {
  const std::string* parent = row.find("parent");
  if (parent == nullptr || now_.area(*parent) != nullptr) return;
  add(row, "parent", text("没有代码为 {} 的上级", "there is no area with the code {}", *parent),
      {"把上级也写进表里", "put it into the sheet as well"});
}

const casework::Unit* RosterComparison::known_unit(const RosterRow& row,
                                                   const std::string& name) const {
  const Unit* named = nullptr;
  for (const Unit& unit : now_.units()) {
    if (!unit.ended && answers_to(unit, name)) named = &unit;
  }
  const std::string* id = row.find("id");
  if (id == nullptr) return named;
  return now_.unit(*id);
}

void RosterComparison::take_unit(const RosterRow& row) {
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
  if (const std::string* phone = row.find("phone")) unit.phone = *phone;
  if (const std::string* address = row.find("address")) unit.address = *address;
  if (const std::string* duties = row.find("duties")) unit.duties = *duties;
  if (!read_word(row, "kind", schema::unit_kind_words(), {"类型", "kind"}, unit.kind)) return;
  if (unit.kind.empty()) unit.kind = "office";
  if (!read_area_of(row, unit) || !spellings_are_free(row, unit)) return;
  put(unit);
}

bool RosterComparison::read_area_of(const RosterRow& row, Unit& unit) {
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
bool RosterComparison::spellings_are_free(const RosterRow& row, const Unit& unit) {
  std::vector<std::string> spellings = unit.also;
  spellings.push_back(unit.name);
  for (const Unit& other : now_.units()) {
    if (other.id == unit.id || other.ended) continue;
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

}  // namespace minqing::intake
