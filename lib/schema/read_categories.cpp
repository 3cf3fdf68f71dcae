// SPDX-License-Identifier: MIT
#include "lib/schema/readers.hpp"

#include <algorithm>

namespace minqing::schema {
namespace {

constexpr std::string_view kUnitByArea = "by_area";

void add_unit(Route& route, const PlacedText& unit, Reading& reading) {
  reading.names.refer(unit_scope(), unit.text, unit.at, "route");
  if (std::find(route.units.begin(), route.units.end(), unit.text) != route.units.end()) {
    reading.problems.add(unit.at, "route",
                         base::text("“{}”写了两次", "'{}' stands here twice", unit.text));
  }
  route.units.push_back(unit.text);
}

void add_units(Route& route, const Node& node, Reading& reading) {
  for (const PlacedText& unit : read_words(node, "route", reading.problems)) {
    if (unit.text == kUnitByArea) {
      route.by_area = true;
    } else {
      add_unit(route, unit, reading);
    }
  }
}

/// `water_station`, `[a, b]`, `by_area`, or `{units: …, not_below: true}`.
Route read_route(const Node& node, Reading& reading) {
  Route route;
  if (node.is_map()) {
    MapReader map(node, reading);
    if (const Node* units = map.need("units")) add_units(route, *units, reading);
    map.yes_no("not_below", route.not_below);
  } else {
    add_units(route, node, reading);
  }
  if (route.by_area && (!route.units.empty() || route.not_below)) {
    reading.problems.add(node.at, "route",
                         {"by_area 不能与单位或 not_below 并用",
                          "by_area goes neither with units nor with not_below"});
  }
  return route;
}

Category read_category(const Entry& entry, Reading& reading) {
  Category category;
  category.id = entry.key;
  check_id(entry, reading);
  MapReader map(entry.value, reading);
  map.need("label");
  map.label("label", category.label);
  map.id("parent", category.parent);
  map.words("also", category.also);
  map.yes_no("confidential", category.confidential);
  if (map.find("evidence") != nullptr) map.yes_no("evidence", category.evidence.emplace());
  if (const Node* route = map.find("route")) category.route = read_route(*route, reading);
  if (!category.parent.empty()) {
    reading.names.refer(category_scope(), category.parent, map.at("parent"), "parent");
  }
  return category;
}

void note_spellings(const Category& category, Position at, Reading& reading) {
  const Scope scope = category_scope();
  reading.names.define(scope, category.id, at, reading.problems);
  reading.names.spell(scope, category.id, category.label.zh, at);
  reading.names.spell(scope, category.id, category.label.en, at);
  for (const std::string& word : category.also) {
    reading.names.spell(scope, category.id, word, at);
  }
}

bool has_children(const Schema& schema, const Category& category) {
  return std::any_of(schema.categories.begin(), schema.categories.end(),
                     [&](const Category& child) { return child.parent == category.id; });
}

bool knows_parents(const Schema& schema) {
  return std::all_of(schema.categories.begin(), schema.categories.end(), [&](const Category& one) {
    return one.parent.empty() || schema.find_category(one.parent) != nullptr;
  });
}

void check_route(const Category& category, const Schema& schema, Position at, Reading& reading) {
  const bool routed = schema.route_for(category) != nullptr || !schema.default_unit.empty();
  if (routed || has_children(schema, category)) return;
  reading.problems.add(at, category.id, {"这个类别没有去处", "this category has no route"},
                       {"写 route，或在 schema.yaml 里写 default_unit",
                        "give a route, or a default_unit in schema.yaml"});
}

void check_level(const Category& category, const Schema& schema, Position at, Reading& reading) {
  const Category* parent = schema.find_category(category.parent);
  if (parent == nullptr || parent->parent.empty()) return;
  reading.problems.add(at, category.id,
                       base::text("“{}”本身在“{}”之下：只有两级类别",
                                  "'{}' is itself below '{}': there are two levels only",
                                  parent->id, parent->parent));
}

}  // namespace

std::vector<Category> read_categories(const Node& node, Reading& reading) {
  std::vector<Category> categories;
  for (const Entry& entry : entries_of(node, reading)) {
    categories.push_back(read_category(entry, reading));
    note_spellings(categories.back(), entry.at, reading);
  }
  return categories;
}

void check_categories(const Node& node, const Schema& schema, Reading& reading) {
  const bool knows_all_parents = knows_parents(schema);
  for (const Entry& entry : node.entries) {
    const Category* category = schema.find_category(entry.key);
    if (category == nullptr) continue;
    check_level(*category, schema, entry.at, reading);
    // A parent that is misspelt has its problem already, and its routes reach nobody until then.
    if (knows_all_parents) check_route(*category, schema, entry.at, reading);
  }
}

}  // namespace minqing::schema
