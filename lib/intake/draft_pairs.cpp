// SPDX-License-Identifier: MIT
#include "lib/intake/draft_pairs.hpp"

#include "lib/base/utf8.hpp"
#include "lib/intake/draft_keys.hpp"
#include "lib/schema/yaml.hpp"

namespace minqing::intake {
namespace {

/// The field a key means; empty after a problem.
std::string field_of(const schema::Schema& schema, std::string_view key, const base::Place& place,
                     TypedWords& out) {
  constexpr int kMostColumns = 40;
  const DraftKey found = find_draft_key(schema, key);
  if (!found.might_be.empty()) {
    out.problems.push_back(ambiguous_key(place, key, found.might_be));
    return {};
  }
  if (found.field.empty()) {
    const std::string nearest = nearest_draft_key(schema, key);
    out.problems.push_back({place, base::fit(base::visible(key), kMostColumns),
                            base::Text{"没有这个字段", "there is no such field"},
                            nearest.empty()
                                ? base::Text{}
                                : base::text("是不是“{}”？", "did you mean '{}'?", nearest)});
  }
  return found.field;
}

void add_value(std::string field, std::string_view value, const base::Place& place,
               TypedWords& out) {
  DraftValue one{std::move(field), {}, place};
  one.cell.set(Cell::Type::text, value);
  out.draft.values.push_back(std::move(one));
}

class PairsReader {
 public:
  PairsReader(const schema::Schema& schema, const std::string& file) : schema_(schema) {
    place_.file = file;
  }

  TypedWords read(std::string_view text) {
    for (std::string_view line : base::split(text, '\n')) {
      ++place_.line;
      if (base::ends_with(line, "\r")) line.remove_suffix(1);
      if (!base::starts_with(line, "#")) read_line(line);
    }
    const std::string_view content = base::trim(content_);
    if (!content.empty()) add_value("content", content, content_place_, out_);
    return std::move(out_);
  }

 private:
  void read_line(std::string_view line) {
    if (in_content_) {
      content_ += "\n";
      content_ += line;
      return;
    }
    if (base::trim(line).empty()) return;
    const auto parts = split_key(line);
    if (!parts || parts->key.empty()) {
      out_.problems.push_back(
          {place_,
           {},
           {"这一行没有“字段:”", "this line has no 'field:'"},
           {"正文写在“内容:”下面，放在最后", "put the text below 'text:', at the end"}});
      return;
    }
    const std::string field = field_of(schema_, parts->key, place_, out_);
    const std::string_view value = base::trim(parts->value);
    if (field == "content") {
      in_content_ = true;
      content_ = value;
      content_place_ = place_;
    } else if (!field.empty() && !value.empty()) {
      add_value(field, value, place_, out_);
    }
  }

  const schema::Schema& schema_;
  TypedWords out_;
  base::Place place_;
  bool in_content_ = false;
  std::string content_;
  base::Place content_place_;
};

base::Place place_of(const schema::Position& at, const std::string& file) {
  base::Place place{.file = file};
  place.line = at.line;
  place.column = at.column;
  return place;
}

}  // namespace

TypedWords read_form(const schema::Schema& schema, std::string_view text, const std::string& file) {
  if (base::is_valid_utf8(text)) return PairsReader(schema, file).read(text);
  TypedWords out;
  out.problems.push_back(
      {{.file = file}, {}, {"不是有效的 UTF-8 文字", "is not valid UTF-8 text"}, {}});
  return out;
}

TypedWords read_yaml(const schema::Schema& schema, std::string_view bytes,
                     const std::string& file) {
  TypedWords out;
  schema::Problems problems;
  const schema::SourceText source(bytes, problems.add_file(file));
  std::optional<schema::Node> root;
  if (source.check(problems)) root = schema::parse_yaml(source, problems);
  out.problems = problems.sorted();
  if (!root || !out.problems.empty()) return out;
  out.draft.place.file = file;
  const base::Text way_out{"一行写一个“字段: 值”", "write one 'field: value' a line"};
  if (!root->is_map()) {
    out.problems.push_back(
        {place_of(root->at, file), {}, {"不是“字段: 值”的表", "is no map of fields"}, way_out});
    return out;
  }
  for (const schema::Entry& entry : root->entries) {
    const base::Place place = place_of(entry.at, file);
    const std::string field = field_of(schema, entry.key, place, out);
    if (field.empty()) continue;
    if (!entry.value.is_scalar()) {
      out.problems.push_back(
          {place_of(entry.value.at, file), entry.key,
           base::Text{"值要是一段文字", "the value must be text"},
           entry.value.kind == schema::Node::Kind::null
               ? base::Text{"没有值的字段请去掉", "leave out fields without a value"}
               : way_out});
      continue;
    }
    const std::string_view value = base::trim(entry.value.text);
    if (!value.empty()) add_value(field, value, place_of(entry.value.at, file), out);
  }
  return out;
}

}  // namespace minqing::intake
