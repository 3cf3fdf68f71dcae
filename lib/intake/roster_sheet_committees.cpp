// SPDX-License-Identifier: MIT
// A village that comes in gets its committee, as when a ledger is opened: what is routed by area
// has to go somewhere, and nobody should have to type a second sheet for it.

#include "lib/intake/roster_sheet_comparison.hpp"
#include "lib/schema/committees.hpp"

namespace minqing::intake {

namespace {

schema::Area plain(const casework::Area& area) {
  return {area.code, area.name, area.parent.value_or(""), area.level, area.also};
}

schema::Unit plain(const casework::Unit& unit) {
  return {unit.id, unit.name, unit.also, unit.kind, unit.area.value_or("")};
}

}  // namespace

void RosterComparison::add_committees() {
  std::vector<schema::Area> areas;
  for (const Area& area : now_.areas()) {
    const bool is_ours = seen_.contains("area " + area.code);
    // The others are here for their names only: a village's stands in front of a shared one.
    areas.push_back(plain(area));
    if (!is_ours && area.level == "village") areas.back().level.clear();
  }
  std::vector<schema::Unit> units;
  for (const Unit& unit : now_.units()) units.push_back(plain(unit));
  const std::size_t before = units.size();
  schema::add_committees(areas, units);
  for (std::size_t i = before; i < units.size(); ++i) {
    const schema::Unit& made = units[i];
    if (now_.unit(made.id) != nullptr) continue;  // its code is the id of something else
    put(Unit{made.id, made.name, made.also, made.kind, made.area});
    ++out_.committees;
  }
}

}  // namespace minqing::intake
