// SPDX-License-Identifier: MIT
#include "lib/base/utf8.hpp"
#include "lib/schema/pattern.hpp"
#include "lib/schema/readers.hpp"
#include "lib/schema/words.hpp"

#include <algorithm>

namespace minqing::schema {
namespace {

/// Also claims the labels and the id: sheets that we write carry them as headings.
void read_headings(MapReader& map, const Entry& entry, Field& field, Reading& reading) {
  const auto claim = [&](const std::string& heading, Position at) {
    if (heading.empty()) return;
    reading.headings.claim(field.id, heading, at);
    field.headings.push_back(heading);
  };
  reading.headings.claim(field.id, field.id, entry.at);
  claim(field.label.zh, entry.at);
  if (field.label.en != field.label.zh) claim(field.label.en, entry.at);
  const Node* node = map.find("headings");
  if (node == nullptr) return;
  for (const PlacedText& word : read_words(*node, "headings", reading.problems)) {
    claim(word.text, word.at);
  }
}

void read_pattern(MapReader& map, Field& field) {
  map.parsed<std::string>(
      "pattern", field.pattern,
      [](std::string_view text) {
        return Pattern::is_valid(text) ? std::optional(std::string(text)) : std::nullopt;
      },
      base::text("正则表达式（ECMAScript），不用反向引用，最多 {} 个字",
                 "a regular expression (ECMAScript) without back-references, at most {} letters",
                 Pattern::kMaxLetters));
}

void read_choices_of(MapReader& map, Field& field, Reading& reading) {
  const auto among = program_choices(field.id);
  if (field.type != FieldType::choice || (!field.extra && among.empty())) return;
  const Node* node = field.extra ? map.need("choices") : map.find("choices");
  if (node != nullptr) field.choices = read_choices(*node, choice_scope(field.id), among, reading);
}

void add_program_choices(Field& field) {
  for (const base::Word& word : program_choices(field.id)) {
    Choice choice{std::string(word.id), {std::string(word.zh), std::string(word.en)}, {}};
    for (const std::string_view also : base::split(word.also, '|')) {
      if (!also.empty()) choice.also.emplace_back(also);
    }
    field.choices.push_back(std::move(choice));
  }
}

Field blank_field(const FieldWord& known) {
  Field field;
  field.id = known.word.id;
  field.label = {std::string(known.word.zh), std::string(known.word.en)};
  field.type = known.type;
  field.personal = known.personal;
  return field;
}

void read_common_keys(MapReader& map, const Entry& entry, Field& field, Reading& reading) {
  map.yes_no("required", field.required);
  read_pattern(map, field);
  read_choices_of(map, field, reading);
  read_headings(map, entry, field, reading);
}

void add_unknown_field(const Entry& entry, Reading& reading) {
  std::vector<std::string> ids;
  for (const FieldWord& known : program_fields()) ids.emplace_back(known.word.id);
  const std::string nearest = base::nearest(entry.key, ids);
  reading.problems.add(entry.at, entry.key, {"没有这个字段", "there is no such field"},
                       nearest.empty() ? base::Text{"本单位自设的字段写在 extra_fields 下面",
                                                    "fields of your own go under extra_fields"}
                                       : base::text("是不是“{}”？", "did you mean '{}'?", nearest));
}

bool check_extra_id(const Entry& entry, Reading& reading) {
  if (!check_id(entry, reading)) return false;
  if (find_program_field(entry.key) == nullptr) return true;
  reading.problems.add(
      entry.at, entry.key, {"这是程序自带的字段", "this is a field of the program"},
      {"写在 fields 下面，或换一个编号", "put it under fields, or choose another id"});
  return false;
}

}  // namespace

std::vector<Field> read_fields(const Node& node, Reading& reading) {
  std::vector<Field> fields;
  for (const Entry& entry : entries_of(node, reading)) {
    const FieldWord* known = find_program_field(entry.key);
    if (known == nullptr) {
      add_unknown_field(entry, reading);
      continue;
    }
    Field field = blank_field(*known);
    MapReader map(entry.value, reading);
    map.label("label", field.label);
    read_common_keys(map, entry, field, reading);
    if (field.choices.empty()) add_program_choices(field);
    fields.push_back(std::move(field));
  }
  return fields;
}

std::vector<Field> read_extra_fields(const Node& node, Reading& reading) {
  std::vector<Field> fields;
  for (const Entry& entry : entries_of(node, reading)) {
    if (!check_extra_id(entry, reading)) continue;
    Field field;
    field.id = entry.key;
    field.extra = true;
    MapReader map(entry.value, reading);
    map.need("label");
    map.label("label", field.label);
    map.choice("type", field_type_words(), field.type);
    map.choice("personal", personal_words(), field.personal);
    read_common_keys(map, entry, field, reading);
    fields.push_back(std::move(field));
  }
  return fields;
}

void add_unmentioned_fields(std::vector<Field>& fields, const Headings& headings) {
  for (const FieldWord& known : program_fields()) {
    const bool mentioned = std::any_of(fields.begin(), fields.end(), [&](const Field& field) {
      return field.id == known.word.id;
    });
    if (mentioned) continue;
    Field field = blank_field(known);
    add_program_choices(field);
    if (!headings.is_claimed(field.label.zh)) field.headings.push_back(field.label.zh);
    fields.push_back(std::move(field));
  }
}

}  // namespace minqing::schema
