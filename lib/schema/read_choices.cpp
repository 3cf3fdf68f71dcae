// SPDX-License-Identifier: MIT
// Things under their ids: choices, natures, channels.

#include "lib/schema/readers.hpp"

#include <algorithm>

namespace minqing::schema {
namespace {

void note_spellings(const Choice& choice, const Scope& scope, Position at, Reading& reading) {
  reading.names.define(scope, choice.id, at, reading.problems);
  reading.names.spell(scope, choice.id, choice.label.zh, at);
  reading.names.spell(scope, choice.id, choice.label.en, at);
  for (const std::string& word : choice.also) reading.names.spell(scope, choice.id, word, at);
}

bool is_among(std::string_view id, std::span<const base::Word> among) {
  return std::any_of(among.begin(), among.end(),
                     [id](const base::Word& word) { return word.id == id; });
}

}  // namespace

bool check_id(const Entry& entry, Reading& reading) {
  if (is_id(entry.key)) return true;
  reading.problems.add(entry.at, entry.key,
                       {"编号只用小写英文字母、数字和下划线，以字母开头",
                        "an id has lower-case letters, digits and '_', a letter first"});
  return false;
}

std::span<const Entry> entries_of(const Node& node, Reading& reading) {
  if (!node.is_map()) {
    reading.problems.add(
        node.at, {},
        base::text("这里应是一组键，却是{}", "a map belongs here, not {}", kind_of(node)),
        {"写成“键: 值”", "write 'key: value'"});
  }
  if (!check_count(node.entries.size(), kMaxItems, node.at, reading.problems)) return {};
  return node.entries;
}

std::span<const Node> items_of(const Node& node, std::size_t most, Reading& reading) {
  if (!node.is_list()) {
    reading.problems.add(
        node.at, {},
        base::text("这里应是列表，却是{}", "a list belongs here, not {}", kind_of(node)),
        {"每项前面写“- ”", "write '- ' before each item"});
  }
  if (!check_count(node.items.size(), most, node.at, reading.problems)) return {};
  return node.items;
}

std::vector<Choice> read_choices(const Node& node, const Scope& scope,
                                 std::span<const base::Word> among, Reading& reading) {
  std::vector<Choice> choices;
  for (const Entry& entry : entries_of(node, reading)) {
    if (among.empty()) {
      check_id(entry, reading);
    } else if (!is_among(entry.key, among)) {
      add_unknown_value(entry.at, entry.key, entry.key, among, reading.problems);
    }
    Choice choice{.id = entry.key, .label = {}, .also = {}};
    if (entry.value.is_scalar()) {
      choice.label = base::same(read_text(entry.value, entry.key, reading.problems));
    } else {
      MapReader map(entry.value, reading);
      map.need("label");
      map.label("label", choice.label);
      map.words("also", choice.also);
    }
    note_spellings(choice, scope, entry.at, reading);
    choices.push_back(std::move(choice));
  }
  return choices;
}

}  // namespace minqing::schema
