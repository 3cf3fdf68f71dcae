// SPDX-License-Identifier: MIT
#include "lib/schema/category_table.hpp"
#include "lib/schema/committees.hpp"
#include "lib/schema/readers.hpp"
#include "lib/schema/words.hpp"

#include "lib/base/ascii.hpp"

namespace minqing::schema {
namespace {

constexpr base::Word kLanguages[] = {{"zh", "中文", "Chinese"}, {"en", "英文", "English"}};
constexpr int kMinutesPerHour = 60;
constexpr int kMostMinutes = 14 * kMinutesPerHour;

/// `+08:00` as minutes.
std::optional<int> parse_offset(std::string_view text) {
  const bool shaped = text.size() == 6 && (text[0] == '+' || text[0] == '-') && text[3] == ':' &&
                      base::is_digit(text[1]) && base::is_digit(text[2]) &&
                      base::is_digit(text[4]) && base::is_digit(text[5]);
  if (!shaped) return std::nullopt;
  const int hours = (text[1] - '0') * 10 + (text[2] - '0');
  const int minutes = (text[4] - '0') * 10 + (text[5] - '0');
  const int total = hours * kMinutesPerHour + minutes;
  if (minutes >= kMinutesPerHour || total > kMostMinutes) return std::nullopt;
  return text[0] == '-' ? -total : total;
}

void read_names(MapReader& map, Schema& schema) {
  map.need("id");
  map.need("name");
  map.id("id", schema.id);
  map.label("name", schema.name);
  map.text("version", schema.version, Bare::welcome);
  map.word("language", kLanguages, schema.language);
  map.parsed<int>("utc_offset", schema.utc_offset_minutes, parse_offset,
                  {"与协调世界时的时差，如 \"+08:00\"", "the distance from UTC, as \"+08:00\""});
  map.number("number_width", 3, 9, schema.number_width);
  map.number("retention_months", 1, 1200, schema.retention_months);
}

void read_by_context(MapReader& map, Schema& schema, Reading& reading) {
  const Node* node = map.find("headings_by_context");
  if (node == nullptr) return;
  for (PlacedText& word : read_words(*node, "headings_by_context", reading.problems)) {
    reading.headings.decide_by_context(word.text, word.at);
    schema.headings_by_context.push_back(std::move(word.text));
  }
}

void read_all_fields(MapReader& map, Schema& schema, Reading& reading) {
  map.need("fields");
  if (const auto node = map.find_included("fields")) schema.fields = read_fields(*node, reading);
  std::vector<Field> extra;
  if (const auto node = map.find_included("extra_fields")) {
    extra = read_extra_fields(*node, reading);
  }
  read_by_context(map, schema, reading);
  if (const auto node = map.find_included("refused_headings")) {
    schema.refused_headings = read_refused_headings(*node, reading);
  }
  add_unmentioned_fields(schema.fields, reading.headings);
  schema.fields.insert(schema.fields.end(), extra.begin(), extra.end());
}

void refer_default(MapReader& map, std::string_view key, const Scope& scope, std::string& id,
                   Reading& reading) {
  map.id(key, id);
  if (!id.empty()) reading.names.refer(scope, id, map.at(key), std::string(key));
}

void read_natures(MapReader& map, Schema& schema, Reading& reading) {
  map.need("natures");
  if (const auto node = map.find_included("natures")) {
    schema.natures = read_choices(*node, nature_scope(), nature_words(), reading);
  }
  if (const auto node = map.find_included("channels")) {
    schema.channels = read_choices(*node, channel_scope(), {}, reading);
  }
  if (const auto node = map.find_included("sources")) {
    schema.sources = read_sources(*node, reading);
  }
  if (const auto node = map.find_included("profiles")) {
    schema.profiles = read_profiles(*node, reading);
  }
  refer_default(map, "default_nature", nature_scope(), schema.default_nature, reading);
  refer_default(map, "default_channel", channel_scope(), schema.default_channel, reading);
}

/// Committees may be named in routes, by the code of their area.
void define_committees(const Schema& schema, std::size_t from, Position at, Reading& reading) {
  for (std::size_t i = from; i < schema.units.size(); ++i) {
    reading.names.define(unit_scope(), schema.units[i].id, at, reading.problems);
  }
}

void read_places(MapReader& map, Schema& schema, Reading& reading) {
  map.need("units");
  if (const auto node = map.find_included("units")) schema.units = read_units(*node, reading);
  refer_default(map, "default_unit", unit_scope(), schema.default_unit, reading);
  if (const auto node = map.find_included("areas")) schema.areas = read_areas(*node, reading);
  bool area_committees = true;
  map.yes_no("area_committees", area_committees);
  if (!area_committees) return;
  const std::size_t own = schema.units.size();
  add_committees(schema.areas, schema.units);
  define_committees(schema, own, map.at("areas"), reading);
}

void read_policy(MapReader& map, Schema& schema, Reading& reading) {
  if (const Node* node = map.find("steps")) schema.steps = read_steps(*node, reading);
  if (const Node* node = map.find("guards")) schema.guards = read_guards(*node, reading);
  if (const Node* node = map.find("redo")) schema.redo = read_redo(*node, reading);
  if (const Node* node = map.find("suspend")) schema.suspend = read_suspension(*node, reading);
  if (const Node* node = map.find("requests")) schema.requests = read_requests(*node, reading);
  if (const Node* node = map.find("approvers")) schema.approvers = read_approvers(*node, reading);
  if (const Node* node = map.find("bulletin")) schema.bulletin = read_bulletin(*node, reading);
  if (const Node* node = map.find("purposes")) schema.purposes = read_purposes(*node, reading);
  if (const Node* node = map.find("state_labels")) {
    schema.state_labels = read_state_labels(*node, reading);
  }
  if (const Node* node = map.find("queries")) schema.queries = read_queries(*node, reading);
}

}  // namespace

Schema read_schema(const Node& root, Reading& reading) {
  Schema schema;
  MapReader map(root, reading);
  read_names(map, schema);
  read_all_fields(map, schema, reading);
  read_natures(map, schema, reading);
  map.need("categories");
  auto categories = map.find_included("categories");
  if (categories && categories->is_list()) {
    categories = categories_of_table(*categories, reading.problems);
  }
  if (categories) schema.categories = read_categories(*categories, reading);
  read_places(map, schema, reading);
  const Node* limits = map.need("limits");
  std::vector<Position> rules_at;
  if (limits != nullptr) schema.limits = read_limits(*limits, rules_at, reading);
  read_policy(map, schema, reading);
  if (const auto node = map.find_included("forms")) {
    schema.forms = read_forms(*node, schema, reading);
  }

  if (categories) check_categories(*categories, schema, reading);
  check_limit_rules(rules_at, schema, reading);
  reading.names.check(reading.problems);
  reading.headings.check(reading.problems);
  return schema;
}

}  // namespace minqing::schema
