// SPDX-License-Identifier: MIT
// Required steps, guards, the new round after a dissatisfied answer, purposes of seeing masked
// data.

#include "lib/schema/readers.hpp"
#include "lib/schema/words.hpp"

#include <algorithm>

namespace minqing::schema {
namespace {

constexpr int kDaysOfYear = 366;

}  // namespace

std::vector<std::string> read_ids(const Node& node, std::string_view key,
                                  std::span<const base::Word> among, Reading& reading) {
  std::vector<std::string> ids;
  for (const PlacedText& word : read_words(node, key, reading.problems)) {
    const bool known = std::any_of(among.begin(), among.end(),
                                   [&](const base::Word& one) { return one.id == word.text; });
    if (!known) {
      add_unknown_value(word.at, key, word.text, among, reading.problems);
    } else if (std::find(ids.begin(), ids.end(), word.text) != ids.end()) {
      reading.problems.add(word.at, std::string(key),
                           base::text("“{}”写了两次", "'{}' stands here twice", word.text));
    } else {
      ids.push_back(word.text);
    }
  }
  return ids;
}

std::vector<std::string> read_ids(MapReader& map, std::string_view key,
                                  std::span<const base::Word> among, Reading& reading) {
  const Node* node = map.find(key);
  return node == nullptr ? std::vector<std::string>() : read_ids(*node, key, among, reading);
}

Steps read_steps(const Node& node, Reading& reading) {
  Steps steps;
  MapReader map(node, reading);
  map.yes_no("accept", steps.accept);
  map.yes_no("sign", steps.sign);
  map.yes_no("first_contact", steps.first_contact);
  map.yes_no("check", steps.check);
  map.yes_no("callback", steps.callback);
  return steps;
}

Guards read_guards(const Node& node, Reading& reading) {
  Guards guards;
  MapReader map(node, reading);
  map.yes_no("checker_not_handler", guards.checker_not_handler);
  map.yes_no("caller_not_handler", guards.caller_not_handler);
  map.number("callback_attempts", 1, 20, guards.callback_attempts);
  map.number("max_backdate_days", 0, kDaysOfYear, guards.max_backdate_days);
  if (map.find("satisfied") != nullptr) {
    guards.satisfied = read_ids(map, "satisfied", satisfaction_words(), reading);
  }
  return guards;
}

Redo read_redo(const Node& node, Reading& reading) {
  Redo redo;
  MapReader map(node, reading);
  map.yes_no("same_unit", redo.same_unit);
  map.limit("limit", redo.limit);
  return redo;
}

std::vector<Purpose> read_purposes(const Node& node, Reading& reading) {
  std::vector<Purpose> purposes;
  for (const Entry& entry : entries_of(node, reading)) {
    Purpose purpose{.id = entry.key, .label = {}, .fields = {}};
    check_id(entry, reading);
    MapReader map(entry.value, reading);
    map.need("label");
    map.need("fields");
    map.label("label", purpose.label);
    purpose.fields = read_ids(map, "fields", reveal_words(), reading);
    purposes.push_back(std::move(purpose));
  }
  return purposes;
}

std::map<std::string, base::Text> read_state_labels(const Node& node, Reading& reading) {
  std::map<std::string, base::Text> labels;
  MapReader map(node, reading);
  for (const base::Word& state : state_words()) {
    if (map.find(state.id) != nullptr) map.label(state.id, labels[std::string(state.id)]);
  }
  return labels;
}

std::map<std::string, std::string> read_queries(const Node& node, Reading& reading) {
  std::map<std::string, std::string> queries;
  for (const Entry& entry : entries_of(node, reading)) {
    if (entry.key.find_first_of("@ \t:,|") != std::string::npos) {
      reading.problems.add(entry.at, entry.key,
                           {"名称里不能有空格和 @ : , |", "no blanks and no @ : , | in a name"});
    }
    queries[entry.key] = read_text(entry.value, entry.key, reading.problems);
  }
  return queries;
}

}  // namespace minqing::schema
