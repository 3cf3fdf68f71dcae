// SPDX-License-Identifier: MIT
#include "lib/schema/category_table.hpp"

#include <array>
#include <utility>

namespace minqing::schema {
namespace {

constexpr std::array<std::string_view, 2> kYesNoKeys = {"confidential", "evidence"};

Entry entry(std::string key, Position at, Node value) {
  return {std::move(key), at, std::move(value)};
}

Node map_at(Position at) {
  Node map;
  map.kind = Node::Kind::map;
  map.at = at;
  return map;
}

/// A cell is always text; yes and no are words of YAML.
Node unquoted(Node cell) {
  cell.quoted = false;
  return cell;
}

bool is_yes_no(std::string_view key) { return key == kYesNoKeys[0] || key == kYesNoKeys[1]; }

Node label_of(const Entry& label, const Node* english) {
  if (english == nullptr) return label.value;
  Node both = map_at(label.value.at);
  both.entries.push_back(entry("zh", label.at, label.value));
  both.entries.push_back(entry("en", english->at, *english));
  return both;
}

Node route_of(const Entry& route, const Node* not_below) {
  if (not_below == nullptr) return route.value;
  Node whole = map_at(route.value.at);
  whole.entries.push_back(entry("units", route.at, route.value));
  whole.entries.push_back(entry("not_below", not_below->at, unquoted(*not_below)));
  return whole;
}

Node category_of(const Node& row) {
  Node category = map_at(row.at);
  for (const Entry& cell : row.entries) {
    const bool joins_label = cell.key == "label_en" && row.find("label") != nullptr;
    const bool joins_route = cell.key == "not_below" && row.find("route") != nullptr;
    if (cell.key == "id" || joins_label || joins_route) continue;
    Node value = is_yes_no(cell.key) ? unquoted(cell.value) : cell.value;
    if (cell.key == "label") value = label_of(cell, row.find("label_en"));
    if (cell.key == "route") value = route_of(cell, row.find("not_below"));
    category.entries.push_back(entry(cell.key, cell.at, std::move(value)));
  }
  return category;
}

}  // namespace

Node categories_of_table(const Node& table, Problems& problems) {
  Node map = map_at(table.at);
  for (const Node& row : table.items) {
    const Node* id = row.find("id");
    if (id == nullptr) {
      problems.add(row.at, "id", {"这个类别没有代码", "this category has no id"},
                   {"写一个英文代码，例如 water_supply；写了就不要再改",
                    "give it a code, such as water_supply, and do not change it later"});
    } else if (map.find(id->text) != nullptr) {
      problems.add(id->at, "id",
                   base::text("代码“{}”出现两次", "the id '{}' stands here twice", id->text));
    } else {
      map.entries.push_back(entry(id->text, id->at, category_of(row)));
    }
  }
  return map;
}

}  // namespace minqing::schema
