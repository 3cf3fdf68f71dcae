// SPDX-License-Identifier: MIT
#include "lib/intake/query_values.hpp"

#include <algorithm>

#include "lib/base/utf8.hpp"
#include "lib/intake/draft_hints.hpp"

namespace minqing::intake {
namespace {

using casework::Criterion;
using Ids = std::vector<std::string>;

[[noreturn]] void fail_unknown(const TypedTerm& typed, const std::string& value,
                               const std::vector<Spelling>& known, const base::Text& list) {
  const base::Text likely = suggestion(value, known);
  fail_query(base::text("{}没有“{}”", "{} has no '{}'", key_name(typed), value),
             likely.empty() ? accepted(list) : likely);
}

/// `known` gives the names of the whole roster, which only a wrong word needs; `name_of` says how a
/// candidate is called where several share the word.
template <class T, class NameOf>
const T& only(const QueryContext& context, const TypedTerm& typed, const std::string& value,
              const casework::Match<T>& match,
              std::vector<Spelling> (&known)(const casework::Roster&), NameOf name_of) {
  if (match.found != nullptr) return *match.found;
  if (match.candidates.empty()) {
    fail_unknown(typed, value, known(context.roster), {"名册里的名称", "the names of the roster"});
  }
  Ids names;
  for (const T* candidate : match.candidates) names.push_back(name_of(*candidate));
  std::sort(names.begin(), names.end());
  fail_query(base::text("{}“{}”有 {} 个", "{} '{}' means {}", key_name(typed), value, names.size()),
             base::text("写明是哪一个：{}", "say which: {}", base::join(names, "、")));
}

std::string state_id(const QueryContext& context, const TypedTerm& typed,
                     const std::string& value) {
  using casework::State;
  const auto words = casework::words(State{});
  for (const base::Word& word : words) {
    if (word.id == value) return value;
  }
  // What the office calls its states comes before what the program calls them.
  std::vector<Spelling> known = spellings_of(words);
  for (const auto& [id, label] : context.schema.state_labels) {
    const auto state = casework::parse_word<State>(id);
    if (!state) continue;
    const std::string key = base::fold(value);
    if (base::fold(label.zh) == key || base::fold(label.en) == key) return id;
    known.push_back({label.zh, label});
  }
  if (const auto state = casework::parse_word<State>(value)) {
    return std::string(casework::id_of(*state));
  }
  fail_unknown(typed, value, known, base::list_of(words));
}

/// Urgency and satisfaction: the office's own words first, then the program's.
template <class E>
std::string word_id(const QueryContext& context, const TypedTerm& typed, const std::string& value) {
  const auto words = casework::words(E{});
  const schema::Field* field = context.schema.find_field(typed.key.id);
  std::vector<Spelling> known = spellings_of(words);
  if (field != nullptr) {
    for (const Spelling& own : spellings_of(field->choices)) known.push_back(own);
    const std::string key = base::fold(value);
    for (const schema::Choice& choice : field->choices) {
      const bool is_also =
          std::any_of(choice.also.begin(), choice.also.end(),
                      [&](const std::string& also) { return base::fold(also) == key; });
      if (is_also || base::fold(choice.label.zh) == key || base::fold(choice.label.en) == key) {
        return choice.id;
      }
    }
  }
  if (const auto found = casework::parse_word<E>(value))
    return std::string(casework::id_of(*found));
  fail_unknown(typed, value, known, base::list_of(words));
}

std::string unit_id(const QueryContext& context, const TypedTerm& typed, const std::string& value) {
  if (value == "本单位" || value == "my-unit") {
    if (!context.unit.empty()) return context.unit;
    fail_query({"不知道您是哪个单位的", "your unit is not known"},
               {"用 --录入人 说明您是谁，并在名册里写上您的单位",
                "say who you are with --as; the roster says which unit you belong to"});
  }
  return only(context, typed, value, context.roster.match_unit(value), spellings_of_units,
              [](const casework::Unit& unit) { return unit.name; })
      .id;
}

std::string person_id(const QueryContext& context, const TypedTerm& typed,
                      const std::string& value) {
  if (value == "我" || value == "me") {
    if (!context.person.empty()) return context.person;
    fail_query({"不知道您是谁", "who you are is not known"},
               {"用 --录入人 说明，或在设置里写上", "say it with --as or in the settings"});
  }
  const auto name_of = [&](const casework::Person& person) {
    const casework::Unit* unit = person.unit ? context.roster.unit(*person.unit) : nullptr;
    return person.id + (unit != nullptr ? "（" + unit->name + "）" : "");
  };
  return only(context, typed, value, context.roster.match_person(value), spellings_of_people,
              name_of)
      .id;
}

Ids category_ids(const QueryContext& context, const TypedTerm& typed, const std::string& value) {
  const schema::Schema& schema = context.schema;
  const schema::Category* category = schema.match_category(value);
  if (category == nullptr) {
    fail_unknown(typed, value, spellings_of(schema.categories), list_of(schema.categories));
  }
  Ids ids = {category->id};
  for (const schema::Category& other : schema.categories) {
    if (other.parent == category->id) ids.push_back(other.id);
  }
  return ids;
}

/// Adds what became part of the entries named, so that a question about the present answers for
/// what was before.
template <class T, class IdOf>
void add_predecessors(Ids& ids, casework::EntryRange<T> entries, IdOf id_of) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    for (const T& entry : entries) {
      const bool went_there = entry.ended && entry.ended->successor == ids[i];
      const bool is_known = std::find(ids.begin(), ids.end(), id_of(entry)) != ids.end();
      if (went_there && !is_known) ids.push_back(id_of(entry));
    }
  }
}

Ids unit_ids(const QueryContext& context, const TypedTerm& typed, const std::string& value) {
  Ids ids = {unit_id(context, typed, value)};
  add_predecessors(ids, context.roster.units(), [](const casework::Unit& unit) { return unit.id; });
  return ids;
}

/// The area and all below it: county, townships, villages.
Ids area_codes(const QueryContext& context, const TypedTerm& typed, const std::string& value) {
  const casework::Roster& roster = context.roster;
  const auto name_of = [&](const casework::Area& area) { return full_area_name(roster, area); };
  const casework::Area& top =
      only(context, typed, value, roster.match_area(value), spellings_of_areas, name_of);
  Ids codes = {top.code};
  for (std::size_t i = 0; i < codes.size() && top.level != "village"; ++i) {
    for (const casework::Area& area : roster.areas()) {
      if (area.parent == codes[i]) codes.push_back(area.code);
    }
  }
  add_predecessors(codes, roster.areas(), [](const casework::Area& area) { return area.code; });
  return codes;
}

std::string choice_id(const TypedTerm& typed, const std::string& value,
                      const schema::Choice* choice, const std::vector<schema::Choice>& among) {
  if (choice != nullptr) return choice->id;
  fail_unknown(typed, value, spellings_of(among), list_of(among));
}

std::string issue_number(const QueryContext& context, const std::string& value) {
  if (auto number = parse_issue_number(value, context.today)) return *number;
  fail_query(base::text("“{}”不是诉求编号", "'{}' is no issue number", value),
             {"写成 17、26-17 或 RS2026-00017", "write 17, 26-17 or RS2026-00017"});
}

Ids ids_of(const QueryContext& context, const TypedTerm& typed, Criterion criterion,
           const std::string& value) {
  const schema::Schema& schema = context.schema;
  switch (criterion) {
    case Criterion::number:
      return {issue_number(context, value)};
    case Criterion::state:
      return {state_id(context, typed, value)};
    case Criterion::unit:
      return unit_ids(context, typed, value);
    case Criterion::handler:
      return {person_id(context, typed, value)};
    case Criterion::category:
      return category_ids(context, typed, value);
    case Criterion::nature:
      return {choice_id(typed, value, schema.match_nature(value), schema.natures)};
    case Criterion::channel:
      return {choice_id(typed, value, schema.match_channel(value), schema.channels)};
    case Criterion::area:
      return area_codes(context, typed, value);
    case Criterion::urgency:
      return {word_id<casework::Urgency>(context, typed, value)};
    case Criterion::satisfaction:
      return {word_id<casework::Satisfaction>(context, typed, value)};
    case Criterion::result:
      return {word_id<casework::ResultKind>(context, typed, value)};
    case Criterion::source_no:
      return {base::to_half_width(value)};  // as registrations keep it
    default:
      return {value};
  }
}

void fill_ids(const QueryContext& context, const TypedTerm& typed, casework::Term& term) {
  for (const std::string& value : typed.values) {
    for (std::string& id : ids_of(context, typed, term.criterion, value)) {
      const bool is_new =
          std::find(term.any_of.begin(), term.any_of.end(), id) == term.any_of.end();
      if (is_new) term.any_of.push_back(std::move(id));
    }
  }
}

}  // namespace

base::Text key_name(const TypedTerm& typed) {
  return {std::string(typed.key.zh), std::string(typed.key.id)};
}

void fail_query(base::Text message, base::Text way_out) {
  throw base::Error(base::Exit::usage, std::move(message), std::move(way_out));
}

void fill_values(const QueryContext& context, const TypedTerm& typed, casework::Term& term) {
  switch (term.criterion) {
    case Criterion::registered_on:
    case Criterion::due_on:
    case Criterion::resolved_on:
    case Criterion::closed_on:
      return fill_dates(context, typed, term);
    case Criterion::age_days:
      return fill_days(typed, term);
    case Criterion::overdue:
    case Criterion::open:
    case Criterion::confidential:
    case Criterion::requested:
    case Criterion::sent:
    case Criterion::answered:
      return fill_yes_no(typed, term);
    default:
      return fill_ids(context, typed, term);
  }
}

}  // namespace minqing::intake
