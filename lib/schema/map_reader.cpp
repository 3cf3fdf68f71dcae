// SPDX-License-Identifier: MIT
#include "lib/schema/map_reader.hpp"

#include "lib/base/utf8.hpp"

#include <algorithm>

namespace minqing::schema {

MapReader::MapReader(const Node& node, Reading& reading) : node_(node), reading_(reading) {
  if (node.is_map()) return;
  reading.problems.add(
      node.at, {},
      base::text("这里应是一组键，却是{}", "a map belongs here, not {}", kind_of(node)),
      {"写成“键: 值”", "write 'key: value'"});
}

MapReader::~MapReader() {
  for (const Entry& entry : node_.entries) {
    if (std::find(asked_.begin(), asked_.end(), entry.key) != asked_.end()) continue;
    add_unknown_key(entry, asked_, reading_.problems);
  }
}

const Node* MapReader::find(std::string_view key) {
  if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.emplace_back(key);
  const Node* value = node_.find(key);
  if (value == nullptr || value->kind != Node::Kind::null) return value;
  reading_.problems.add(value->at, std::string(key), {"没有值", "no value"},
                        {"写上值，或删掉这个键", "give one, or delete the key"});
  return nullptr;
}

const Node* MapReader::need(std::string_view key) {
  const Node* value = find(key);
  if (node_.is_map() && node_.find(key) == nullptr) {
    reading_.problems.add(node_.at, std::string(key), {"缺少这个键", "this key is missing"});
  }
  return value;
}

std::optional<Node> MapReader::find_included(std::string_view key) {
  const Node* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (!value->is_scalar() || !names_file(value->text)) return *value;
  return reading_.files.open(value->text, value->at);
}

const Node* MapReader::find_scalar(std::string_view key) {
  const Node* value = find(key);
  if (value == nullptr || value->is_scalar()) return value;
  reading_.problems.add(
      value->at, std::string(key),
      base::text("这里应是一个值，却是{}", "one value belongs here, not {}", kind_of(*value)));
  return nullptr;
}

Position MapReader::at(std::string_view key) const {
  const Node* value = node_.find(key);
  return value == nullptr ? node_.at : value->at;
}

void MapReader::refuse(const Node& node, std::string_view key, const base::Text& accepted) {
  reading_.problems.add(node.at, std::string(key),
                        base::text("不能用{}", "{} cannot be used", kind_of(node)),
                        base::text("应为：{}", "accepted: {}", accepted));
}

void MapReader::text(std::string_view key, std::string& value, Bare bare) {
  const Node* node = find(key);
  if (node == nullptr) return;
  std::string text = read_text(*node, key, reading_.problems, bare);
  if (!text.empty()) value = std::move(text);
}

void MapReader::id(std::string_view key, std::string& value) {
  const Node* node = find_scalar(key);
  if (node == nullptr) return;
  if (is_id(node->text)) {
    value = node->text;
  } else {
    refuse(*node, key,
           {"小写英文字母、数字和下划线，以字母开头，最多 64 个",
            "lower-case letters, digits and '_', a letter first, at most 64"});
  }
}

void MapReader::label(std::string_view key, base::Text& value) {
  const Node* node = find(key);
  if (node == nullptr) return;
  if (!node->is_map()) {
    const std::string both = read_text(*node, key, reading_.problems);
    if (!both.empty()) value = base::same(both);
    return;
  }
  MapReader languages(*node, reading_);
  languages.need("zh");
  languages.need("en");
  languages.text("zh", value.zh);
  languages.text("en", value.en);
}

void MapReader::words(std::string_view key, std::vector<std::string>& value) {
  const Node* node = find(key);
  if (node == nullptr) return;
  value.clear();
  for (PlacedText& word : read_words(*node, key, reading_.problems)) {
    value.push_back(std::move(word.text));
  }
}

void MapReader::yes_no(std::string_view key, bool& value) {
  const Node* node = find_scalar(key);
  if (node == nullptr) return;
  if (!node->quoted && (node->text == "true" || node->text == "false")) {
    value = node->text == "true";
  } else {
    refuse(*node, key, {"true 或 false，不加引号", "true or false, without quotes"});
  }
}

void MapReader::number(std::string_view key, std::int64_t least, std::int64_t most,
                       std::int64_t& value) {
  const Node* node = find_scalar(key);
  if (node == nullptr) return;
  const auto number = node->quoted ? std::nullopt : whole_number(node->text);
  if (number && *number >= least && *number <= most) {
    value = *number;
  } else {
    refuse(
        *node, key,
        base::text("{} 到 {} 的整数，不加引号，前面不加 0",
                   "a whole number from {} to {}, without quotes or leading zeros", least, most));
  }
}

void MapReader::number(std::string_view key, int least, int most, int& value) {
  std::int64_t wide = value;
  number(key, std::int64_t{least}, std::int64_t{most}, wide);
  value = static_cast<int>(wide);
}

void MapReader::limit(std::string_view key, calendar::Limit& value) {
  parsed<calendar::Limit>(key, value, calendar::parse_limit,
                          {"5wd（工作日）、15d（日）、24h（小时）、8wh（工作时）",
                           "5wd (working days), 15d (days), 24h (hours), 8wh (working hours)"});
}

void MapReader::limit(std::string_view key, std::optional<calendar::Limit>& value) {
  calendar::Limit given = value.value_or(calendar::Limit{});
  limit(key, given);
  if (node_.find(key) != nullptr) value = given;
}

std::optional<std::size_t> MapReader::word_index(std::string_view key,
                                                 std::span<const base::Word> among) {
  const Node* node = find_scalar(key);
  if (node == nullptr) return std::nullopt;
  for (std::size_t i = 0; i < among.size(); ++i) {
    if (among[i].id == node->text) return i;
  }
  add_unknown_value(node->at, key, node->text, among, reading_.problems);
  return std::nullopt;
}

void MapReader::word(std::string_view key, std::span<const base::Word> among, std::string& value) {
  if (const auto index = word_index(key, among)) value = among[*index].id;
}

void add_unknown_key(const Entry& entry, const std::vector<std::string>& known,
                     Problems& problems) {
  const std::string nearest = base::nearest(entry.key, known);
  problems.add(entry.at, entry.key, {"没有这个键", "there is no such key"},
               nearest.empty()
                   ? base::text("可用的键：{}", "known keys: {}", base::join(known, ", "))
                   : base::text("是不是“{}”？", "did you mean '{}'?", nearest));
}

void add_unknown_value(Position at, std::string_view key, std::string_view word,
                       std::span<const base::Word> among, Problems& problems) {
  std::vector<std::string> ids;
  for (const base::Word& known : among) ids.emplace_back(known.id);
  const auto meant = base::find_word(among, base::nearest_word(among, word));
  problems.add(at, std::string(key), base::text("不能用“{}”", "'{}' cannot be used", shown(word)),
               meant ? base::text("是不是“{}”？", "did you mean '{}'?", among[*meant].id)
                     : base::text("应为：{}", "accepted: {}", base::join(ids, ", ")));
}

}  // namespace minqing::schema
