// SPDX-License-Identifier: MIT
#include "lib/intake/import_options.hpp"

#include <algorithm>

#include "lib/base/utf8.hpp"
#include "lib/intake/draft_keys.hpp"
#include "lib/intake/registration.hpp"
#include "lib/intake/unknown_category.hpp"

namespace minqing::intake {
namespace {

using base::Error;
using base::Exit;
using base::text;

/// Stands as the file of values that no file holds.
constexpr std::string_view kSet = "--set";

/// The id of the field that people mean by `name`.
std::string field_named(const schema::Schema& schema, const base::Text& option,
                        std::string_view name) {
  const DraftKey key = find_draft_key(schema, name);
  if (!key.field.empty()) return key.field;
  if (!key.might_be.empty()) {
    const base::Problem which = ambiguous_key({}, name, key.might_be);
    throw Error(Exit::usage, text("{}：“{}”{}", "{}: '{}' {}", option, name, which.reason),
                which.way_out);
  }
  const std::string near = nearest_draft_key(schema, name);
  throw Error(Exit::usage, text("{}：没有字段“{}”", "{}: there is no field '{}'", option, name),
              near.empty()
                  ? text("字段名称见 help import 和 schema.yaml", "fields are named in schema.yaml")
                  : text("是不是“{}”？", "did you mean '{}'?", near));
}

/// Whether one of the first `count` choices names this heading.
bool chooses(const std::vector<HeadingChoice>& choices, std::size_t count,
             std::string_view heading) {
  const std::string key = base::heading_key(heading);
  return std::any_of(
      choices.begin(), choices.begin() + static_cast<std::ptrdiff_t>(count),
      [&](const HeadingChoice& one) { return base::heading_key(one.heading) == key; });
}

}  // namespace

const schema::Profile& profile_named(const schema::Schema& schema, std::string_view name) {
  if (const schema::Profile* found = schema.match_profile(name)) return *found;
  std::vector<std::string> labels;
  for (const schema::Profile& profile : schema.profiles) labels.push_back(profile.label.zh);
  if (labels.empty()) {
    throw Error(Exit::not_found, text("规则里没有来件单位的表格", "the schema has no profiles"),
                text("写在 schema.yaml 的 profiles 下面，见 minqing-schema(5)",
                     "they stand under 'profiles' of schema.yaml, see minqing-schema(5)"));
  }
  throw Error(Exit::not_found, text("没有表格“{}”", "there is no profile '{}'", name),
              text("有：{}", "there are: {}", base::join(labels, "、")));
}

void add_columns(const schema::Schema& schema, const schema::ColumnsFile& file,
                 ImportOptions& options) {
  auto& headings = options.columns.headings;
  const std::size_t chosen = headings.size();
  for (const schema::ColumnsFile::Column& column : file.columns) {
    if (chooses(headings, chosen, column.heading)) continue;
    const std::string field = column.field.empty()
                                  ? std::string()
                                  : field_named(schema, {"--表格", "--profile"}, column.field);
    headings.push_back({column.heading, field, false});
  }
  if (!file.unknown_category.empty()) {
    options.unknown_category = category_for_unknown(schema, file.unknown_category).id;
  }
  for (const auto& [field, value] : file.set) {
    DraftValue given = read_given(schema, field + ":" + value);
    const bool is_given =
        std::any_of(options.given.begin(), options.given.end(),
                    [&](const DraftValue& other) { return other.field == given.field; });
    if (!is_given) options.given.push_back(std::move(given));
  }
}

void add_profile(const schema::Schema& schema, const schema::Profile& profile,
                 ImportOptions& options) {
  auto& headings = options.columns.headings;
  const std::size_t chosen = headings.size();
  for (const schema::ProfileColumn& column : profile.columns) {
    const bool is_chosen = chooses(headings, chosen, column.heading);
    if (is_chosen) continue;
    const schema::Field* field = schema.find_field(column.field);
    const bool is_taken = field != nullptr && is_of_registration(*field);
    headings.push_back({column.heading, is_taken ? column.field : std::string(), false});
    for (const auto& [id, word] : column.words) {
      options.words.push_back({column.field, base::fold(word), id});
    }
  }
  const bool is_given =
      profile.find("source") != nullptr ||
      std::any_of(options.given.begin(), options.given.end(),
                  [](const DraftValue& given) { return given.field == "source"; });
  if (is_given) return;
  DraftValue source{.field = "source"};
  const schema::Source* sender = schema.match_source(profile.source);
  source.cell.set(Cell::Type::text, sender != nullptr ? sender->label.zh : profile.source);
  source.place.file = kSet;
  options.given.push_back(std::move(source));
}

HeadingChoice read_heading_choice(const schema::Schema& schema, std::string_view words) {
  constexpr std::string_view kWide = "＝";
  const std::size_t narrow = words.find('=');
  const std::size_t wide = words.find(kWide);
  const std::size_t at = std::min(narrow, wide);
  if (at == std::string_view::npos || at == 0) {
    throw Error(
        Exit::usage,
        text("--对应 要写成“列名=字段”，不是“{}”", "--map takes HEADING=FIELD, not '{}'", words),
        text("例如 --对应 事由=反映内容；不要某一列写 --对应 列名=-",
             "such as --map 事由=content; --map HEADING=- leaves a column out"));
  }
  const std::string_view heading = base::trim(words.substr(0, at));
  const std::string_view field = base::trim(words.substr(at + (at == wide ? kWide.size() : 1)));
  if (field == "-") return {std::string(heading), {}};
  return {std::string(heading), field_named(schema, {"--对应", "--map"}, field)};
}

DraftValue read_given(const schema::Schema& schema, std::string_view words) {
  const auto parts = split_key(words);
  if (!parts || parts->key.empty() || base::trim(parts->value).empty()) {
    throw Error(
        Exit::usage,
        text("--设定 要写成“字段:值”，不是“{}”", "--set takes FIELD:VALUE, not '{}'", words),
        text("例如 --设定 村:热水村", "such as --set village:热水村"));
  }
  DraftValue value;
  value.field = field_named(schema, {"--设定", "--set"}, parts->key);
  value.cell.set(Cell::Type::text, base::trim(parts->value));
  value.place.file = kSet;
  return value;
}

void check_given(const schema::Schema& schema, const casework::Roster& roster, base::Date today,
                 const std::vector<DraftValue>& given) {
  for (auto it = given.begin(); it != given.end(); ++it) {
    const auto same = [&](const DraftValue& other) { return other.field == it->field; };
    if (std::any_of(given.begin(), it, same)) {
      throw Error(Exit::usage, text("--设定 给了两次同一字段：{}",
                                    "--set gives the same field twice: {}", it->field));
    }
  }
  // What is missing is for the rows to give; only the values themselves are judged here.
  DraftDates dates{today, {}, true, false};
  const DraftResult result = RegistrationMaker(schema, roster, dates).make({given, {}});
  for (const base::Problem& problem : result.problems) {
    if (problem.place.file != kSet) continue;
    throw Error(Exit::usage, text("--设定 {}：{}", "--set {}: {}", problem.field, problem.reason),
                problem.way_out);
  }
}

}  // namespace minqing::intake
