// SPDX-License-Identifier: MIT
// Lines of --batch: one JSON object each.

#include "lib/base/json.hpp"
#include "lib/base/utf8.hpp"
#include "lib/intake/draft.hpp"
#include "lib/intake/draft_keys.hpp"

namespace minqing::intake {
namespace {

/// Nothing for what is neither text nor integer nor truth value.
std::optional<Cell> cell_of(const base::Json& json) {
  Cell cell;
  if (json.is_string()) {
    cell.set(Cell::Type::text, json.as_string());
  } else if (json.is_int()) {
    cell.set(Cell::Type::number, std::to_string(json.as_int()));
  } else if (json.is_bool()) {
    cell.set(Cell::Type::boolean, json.as_bool() ? "TRUE" : "FALSE");
  } else {
    return std::nullopt;
  }
  return cell;
}

base::Text way_out_of_unknown(const schema::Schema& schema, std::string_view key) {
  const std::string nearest = nearest_draft_key(schema, key);
  if (nearest.empty()) return {};
  return base::text("是不是“{}”？", "did you mean '{}'?", nearest);
}

/// Keys are the writer's own words; one that is a page long is cut.
std::string key_shown(const std::string& key) {
  constexpr int kMostColumns = 40;
  return base::fit(base::visible(key), kMostColumns);
}

void read_member(const schema::Schema& schema, const std::string& key, const base::Json& json,
                 TypedWords& out) {
  const auto add = [&](base::Text reason, base::Text way_out) {
    out.problems.push_back(
        {out.draft.place, key_shown(key), std::move(reason), std::move(way_out)});
  };
  const DraftKey found = find_draft_key(schema, key);
  if (!found.might_be.empty()) {
    return out.problems.push_back(ambiguous_key(out.draft.place, key, found.might_be));
  }
  if (found.field.empty()) {
    return add({"没有这个字段", "there is no such field"}, way_out_of_unknown(schema, key));
  }
  const auto cell = cell_of(json);
  if (!cell) {
    return add(
        {"值应是文字、整数或 true/false", "the value must be text, an integer or true/false"},
        {"没有值的键请去掉", "leave out keys without a value"});
  }
  out.draft.values.push_back({found.field, *cell, out.draft.place});
}

}  // namespace

TypedWords read_json_line(const schema::Schema& schema, std::string_view line,
                          const base::Place& place) {
  TypedWords out;
  out.draft.place = place;
  try {
    const base::Json json = base::parse_json(line);
    if (json.is_object()) {
      for (const auto& [key, value] : json.as_object()) read_member(schema, key, value, out);
      return out;
    }
    out.problems.push_back({place,
                            {},
                            {"这一行不是 JSON 对象", "the line is no JSON object"},
                            {"每行写一个 {\"键\": 值}", "write one {\"key\": value} a line"}});
  } catch (const base::JsonError& error) {
    out.problems.push_back({place,
                            {},
                            base::text("不是 JSON：{}", "no JSON: {}", error.what()),
                            {"每行写一个 {\"键\": 值}", "write one {\"key\": value} a line"}});
  }
  return out;
}

}  // namespace minqing::intake
