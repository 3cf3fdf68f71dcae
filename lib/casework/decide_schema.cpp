// SPDX-License-Identifier: MIT
#include <algorithm>

#include "lib/base/utf8.hpp"
#include "lib/casework/decide_parts.hpp"

namespace minqing::casework {

namespace {

using base::Exit;
using base::Text;
using base::text;
using schema::Schema;

template <class List>
bool has_id(const List& list, std::string_view id) {
  return std::any_of(list.begin(), list.end(), [&](const auto& one) { return one.id == id; });
}

bool knows(const Schema& schema, const WordInUse& word) {
  if (word.field == "category") return has_id(schema.categories, word.id);
  if (word.field == "nature") return has_id(schema.natures, word.id);
  if (word.field == "channel") return has_id(schema.channels, word.id);
  return has_id(schema.sources, word.id);
}

/// `诉求类别 供水 water_supply`
Text name_of(const Schema& schema, const WordInUse& word) {
  const schema::Field* field = schema.find_field(word.field);
  const schema::Category* category =
      word.field == "category" ? schema.find_category(word.id) : nullptr;
  const Text label = category ? category->label : Text{};
  return text("{} {} {}", "{} {} {}", field ? field->label : base::same(std::string(word.field)),
              label, word.id);
}

/// Numbers, bulletins and histories name these words for good: they may be called otherwise, but
/// not be gone.
std::optional<Verdict> refuse_lost_words(const Case& c, const Schema& next) {
  std::vector<std::string> zh, en;
  for (const WordInUse& word : c.books.in_use) {
    // What was typed as it came (the name of a sender) is no id and cannot be lost.
    if (knows(next, word) || !knows(c.schema(), word)) continue;
    const Text one = text("{}：{} 件（{}）", "{}: {} ({})", name_of(c.schema(), word), word.issues,
                          word.example);
    zh.push_back(one.zh);
    en.push_back(one.en);
  }
  if (zh.empty()) return std::nullopt;
  return refuse(
      Exit::conflict,
      text("新规则里没有了诉求用着的词：{}", "the new schema lacks words that issues bear: {}",
           Text{base::join(zh, "；"), base::join(en, "; ")}),
      text("代码留在规则里，名称可以改", "keep their ids; the labels may change"));
}

/// A unit that is dissolved, and nothing took over.
bool is_gone(const Roster& roster, const std::string& id, base::Date day) {
  return roster.unit(id) && !roster.acting_unit(id, day);
}

std::optional<Verdict> refuse_gone_units(const Case& c, const Schema& next) {
  std::vector<std::string> gone;
  const auto look_at = [&](const std::string& id, const std::string& where) {
    if (!is_gone(c.rules.roster, id, c.at().date)) return;
    gone.push_back(where + " → " + c.rules.roster.unit(id)->name);
  };
  for (const schema::Category& category : next.categories) {
    if (!category.route) continue;
    for (const std::string& id : category.route->units) look_at(id, category.label.zh);
  }
  look_at(next.default_unit, "default_unit");
  if (gone.empty()) return std::nullopt;
  return refuse(
      Exit::conflict,
      text("新规则把诉求派给已经撤销的单位：{}",
           "the new schema routes to units that are dissolved: {}", base::join(gone, "; ")),
      text("在规则里改派给接手的单位", "route to the unit that took over"));
}

bool may_stand_in_the_way(const Case& c) {
  const auto& units = c.rules.roster.units();
  return !c.books.in_use.empty() ||
         std::any_of(units.begin(), units.end(), [](const Unit& unit) { return unit.ended; });
}

}  // namespace

Verdict decide_schema(const Case& c, const SchemaApplied& wish) {
  // The first one has nothing before it, and is read by whoever opens the ledger.
  if (!may_stand_in_the_way(c)) return {.events = {wish}};
  const Schema next = schema::schema_from_text(wish.text);
  if (next.utc_offset_minutes != c.schema().utc_offset_minutes) {
    return refuse(Exit::conflict,
                  text("utc_offset 在开账时就定了，不能改",
                       "utc_offset was fixed when the ledger was opened"),
                  text("把它改回原来的值", "put it back"));
  }
  if (auto refusal = refuse_lost_words(c, next)) return *refusal;
  if (auto refusal = refuse_gone_units(c, next)) return *refusal;
  return {.events = {wish}};
}

}  // namespace minqing::casework
