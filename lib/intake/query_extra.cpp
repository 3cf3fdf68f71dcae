// SPDX-License-Identifier: MIT
// Terms about the schema's own fields. A word that is a key of the program stays that key.

#include <algorithm>

#include "lib/base/utf8.hpp"
#include "lib/calendar/limit.hpp"
#include "lib/intake/draft_hints.hpp"
#include "lib/intake/query_values.hpp"

namespace minqing::intake {
namespace {

base::Text name_of(const schema::Field& field) { return {field.label.zh, field.id}; }

std::string choice_id(const QueryContext& context, const schema::Field& field,
                      const std::string& value) {
  if (const schema::Choice* choice = context.schema.match_choice(field, value)) return choice->id;
  const base::Text likely = suggestion(value, spellings_of(field.choices));
  fail_query(base::text("{}没有“{}”", "{} has no '{}'", name_of(field), value),
             likely.empty() ? accepted(list_of(field.choices)) : likely);
}

std::string limit_text(const schema::Field& field, const std::string& value) {
  if (const auto limit = calendar::parse_limit(value)) return calendar::to_string(*limit);
  fail_query(base::text("{}：“{}”不是时限", "{}: '{}' is no time limit", name_of(field), value),
             {"写成 5个工作日、15日、24小时", "write it as 5wd, 15d or 24h"});
}

/// As the ledger keeps it.
std::string stored_value(const QueryContext& context, const schema::Field& field,
                         const std::string& value) {
  switch (field.type) {
    case schema::FieldType::choice:
      return choice_id(context, field, value);
    case schema::FieldType::duration:
      return limit_text(field, value);
    default:
      return value;
  }
}

void fill_texts(const QueryContext& context, const schema::Field& field, const TypedTerm& typed,
                casework::Term& term) {
  for (const std::string& value : typed.values) {
    std::string stored = stored_value(context, field, value);
    const bool is_new =
        std::find(term.any_of.begin(), term.any_of.end(), stored) == term.any_of.end();
    if (is_new) term.any_of.push_back(std::move(stored));
  }
}

/// One day of a sealed date is found by its digest, which knows no ranges.
void fill_sealed_day(const QueryContext& context, const TypedTerm& typed, casework::Term& term) {
  casework::Term days;
  fill_dates(context, typed, days);
  if (days.from && days.to && *days.from == *days.to) {
    term.any_of = {base::to_string(*days.from)};
    return;
  }
  fail_query(base::text("{}加密保存，只能查某一天", "{} is sealed: only a single day can be found",
                        base::Text{std::string(typed.key.zh), std::string(typed.key.id)}));
}

}  // namespace

const schema::Field* find_extra_field(const schema::Schema& schema, std::string_view key) {
  const bool has_any = std::any_of(schema.fields.begin(), schema.fields.end(),
                                   [](const schema::Field& field) { return field.extra; });
  if (!has_any) return nullptr;  // then no table of headings need be made
  const auto fields = schema.match_heading(key);
  return fields.size() == 1 && fields.front()->extra ? fields.front() : nullptr;
}

void fill_extra(const QueryContext& context, const schema::Field& field, const TypedTerm& typed,
                casework::Term& term) {
  const bool is_sealed = field.personal != schema::Personal::none;
  switch (field.type) {
    case schema::FieldType::date:
      return is_sealed ? fill_sealed_day(context, typed, term) : fill_dates(context, typed, term);
    case schema::FieldType::integer:
      return is_sealed ? fill_texts(context, field, typed, term) : fill_numbers(typed, term);
    case schema::FieldType::yes_no:
      fill_flag(typed, term);
      if (is_sealed) term.any_of = {*term.at_least == 1 ? "yes" : "no"};
      return;
    default:
      return fill_texts(context, field, typed, term);
  }
}

}  // namespace minqing::intake
