// SPDX-License-Identifier: MIT
#include "lib/base/word.hpp"
#include "lib/schema/schema.hpp"
#include "lib/schema/words.hpp"

#include <algorithm>

namespace minqing::schema {
namespace {

bool admits(std::string_view wanted, std::string_view given) {
  return wanted.empty() || wanted == given;
}

base::Text nature_label(const Schema& schema, const std::string& id) {
  const auto found = std::find_if(schema.natures.begin(), schema.natures.end(),
                                  [&](const Choice& choice) { return choice.id == id; });
  return found == schema.natures.end() ? base::same(id) : found->label;
}

base::Text urgency_label(const std::string& id) {
  for (const base::Word& word : urgency_words()) {
    if (word.id == id) return {std::string(word.zh), std::string(word.en)};
  }
  return base::same(id);
}

base::Text category_label(const Schema& schema, const std::string& id) {
  const Category* category = schema.find_category(id);
  return category == nullptr ? base::same(id) : category->label;
}

void add_condition(base::Text& conditions, base::Text condition) {
  conditions = conditions.empty() ? std::move(condition)
                                  : base::text("{}，{}", "{}, {}", conditions, condition);
}

/// `性质：咨询，紧急程度：紧急`
base::Text conditions_of(const LimitRule& rule, const Schema& schema) {
  base::Text conditions;
  if (!rule.nature.empty()) {
    add_condition(conditions,
                  base::text("性质：{}", "nature: {}", nature_label(schema, rule.nature)));
  }
  if (!rule.urgency.empty()) {
    add_condition(conditions,
                  base::text("紧急程度：{}", "urgency: {}", urgency_label(rule.urgency)));
  }
  if (!rule.category.empty()) {
    add_condition(conditions,
                  base::text("类别：{}", "category: {}", category_label(schema, rule.category)));
  }
  return conditions;
}

base::Text name_of(std::size_t index, const LimitRule& rule, const Schema& schema) {
  const base::Text conditions = conditions_of(rule, schema);
  if (conditions.empty()) return base::text("第{}条时限", "limit rule {}", index + 1);
  return base::text("第{}条时限（{}）", "limit rule {} ({})", index + 1, conditions);
}

}  // namespace

Schema::Chosen Schema::handling_limit(std::string_view nature, std::string_view urgency,
                                      std::string_view category) const {
  const Category* known = find_category(category);
  const std::string_view parent = known == nullptr ? std::string_view() : known->parent;
  for (std::size_t i = 0; i < limits.rules.size(); ++i) {
    const LimitRule& rule = limits.rules[i];
    const bool in_category = admits(rule.category, category) || rule.category == parent;
    if (!in_category || !admits(rule.nature, nature) || !admits(rule.urgency, urgency)) continue;
    return {rule.handle, name_of(i, rule, *this)};
  }
  return {limits.handle, {"默认办理时限", "default limit for handling"}};
}

}  // namespace minqing::schema
