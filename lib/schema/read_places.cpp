// SPDX-License-Identifier: MIT
// Units and areas, usually tables (units.csv, areas.csv).

#include "lib/schema/readers.hpp"
#include "lib/schema/words.hpp"

#include <unordered_map>

namespace minqing::schema {
namespace {

constexpr std::size_t kMaxCodeLetters = 24;
constexpr std::size_t kMaxUnits = 5'000;
constexpr std::size_t kMaxAreas = 20'000;  // a prefecture has some 5,000 villages

std::optional<std::string> parse_code(std::string_view text) {
  const bool fits = !text.empty() && text.size() <= kMaxCodeLetters &&
                    text.find_first_not_of("0123456789-") == std::string_view::npos;
  return fits ? std::optional(std::string(text)) : std::nullopt;
}

void read_code(MapReader& map, std::string_view key, std::string& code) {
  map.parsed<std::string>(
      key, code, parse_code,
      base::text("数字代码，最多 {} 位", "a code of digits, at most {}", kMaxCodeLetters));
}

void note_unit(const Unit& unit, const MapReader& map, Reading& reading) {
  const Scope scope = unit_scope();
  reading.names.define(scope, unit.id, map.at("id"), reading.problems);
  reading.names.spell(scope, unit.id, unit.name, map.at("name"));
  for (const std::string& word : unit.also) {
    reading.names.spell(scope, unit.id, word, map.at("also"));
  }
  if (!unit.area.empty()) reading.names.refer(area_scope(), unit.area, map.at("area"), "area");
}

/// The level above: a village lies in a township, a township in a county.
std::string_view level_above(std::string_view level) {
  if (level == "village") return "township";
  return level == "township" ? "county" : "";
}

void check_parents(const std::vector<Area>& areas, const std::vector<Position>& parents_at,
                   Reading& reading) {
  std::unordered_map<std::string_view, const Area*> by_code;
  for (const Area& area : areas) by_code.emplace(area.code, &area);
  for (std::size_t i = 0; i < areas.size(); ++i) {
    const Area& area = areas[i];
    const auto parent = by_code.find(area.parent);
    if (parent == by_code.end() || area.level.empty() || parent->second->level.empty()) continue;
    if (parent->second->level == level_above(area.level)) continue;
    reading.problems.add(
        parents_at[i], "parent_code",
        base::text("“{}”（{}）不能在“{}”（{}）之下", "'{}' ({}) cannot lie in '{}' ({})", area.name,
                   area.level, parent->second->name, parent->second->level));
  }
}

}  // namespace

std::vector<Unit> read_units(const Node& node, Reading& reading) {
  std::vector<Unit> units;
  for (const Node& item : items_of(node, kMaxUnits, reading)) {
    Unit unit;
    unit.kind = "office";
    MapReader map(item, reading);
    map.need("id");
    map.need("name");
    map.id("id", unit.id);
    map.text("name", unit.name);
    map.words("also", unit.also);
    map.word("kind", unit_kind_words(), unit.kind);
    read_code(map, "area", unit.area);
    if (unit.id == "by_area") {
      reading.problems.add(map.at("id"), "id",
                           {"by_area 在派单目录里另有含义", "by_area has a meaning in routes"});
    }
    if (!unit.id.empty()) note_unit(unit, map, reading);
    units.push_back(std::move(unit));
  }
  return units;
}

std::vector<Area> read_areas(const Node& node, Reading& reading) {
  std::vector<Area> areas;
  std::vector<Position> parents_at;
  for (const Node& item : items_of(node, kMaxAreas, reading)) {
    Area area;
    MapReader map(item, reading);
    for (const std::string_view key : {"code", "name", "level"}) map.need(key);
    read_code(map, "code", area.code);
    map.text("name", area.name);
    read_code(map, "parent_code", area.parent);
    map.word("level", area_level_words(), area.level);
    map.words("also", area.also);
    if (!area.code.empty()) {
      reading.names.define(area_scope(), area.code, map.at("code"), reading.problems);
    }
    if (!area.parent.empty()) {
      reading.names.refer(area_scope(), area.parent, map.at("parent_code"), "parent_code");
    }
    parents_at.push_back(map.at("parent_code"));
    areas.push_back(std::move(area));
  }
  check_parents(areas, parents_at, reading);
  return areas;
}

}  // namespace minqing::schema
