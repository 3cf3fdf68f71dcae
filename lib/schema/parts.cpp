// SPDX-License-Identifier: MIT
#include "lib/schema/parts.hpp"

#include "lib/base/utf8.hpp"
#include "lib/schema/words.hpp"

namespace minqing::schema {
namespace {

constexpr base::Word kParts[] = {
    {"categories", "类别", "Categories", "诉求类别|派单目录"},
    {"limits", "时限", "Limits", "办理时限"},
};
constexpr base::Word kCategoryColumns[] = {
    {"id", "代码", "Id", "编码"},
    {"label", "名称", "Name", "类别|类别名称"},
    {"label_en", "英文名称", "English name"},
    {"parent", "上级", "Parent", "上级类别"},
    {"also", "又称", "Also", "别名|其他叫法"},
    {"route", "去处", "Route", "承办单位|交给"},
    {"not_below", "不得下派", "Not below"},
    {"confidential", "保密", "Confidential"},
    {"evidence", "办结要材料", "Evidence", "办结附材料"},
};
constexpr base::Word kLimitColumns[] = {
    {"nature", "性质", "Nature", "诉求性质"},
    {"urgency", "紧急程度", "Urgency"},
    {"category", "类别", "Category"},
    {"handle", "时限", "Limit", "办理时限"},
};
constexpr base::Word kYesNo[] = {
    {"true", "是", "yes", "有|要|√|1"},
    {"false", "否", "no", "无|不要|不|×|0"},
};
constexpr base::Word kByArea[] = {
    {"by_area", "属地村（社区）", "the village", "属地|属地村|属地社区"}};

std::string yes_no(bool yes) { return std::string(kYesNo[yes ? 0 : 1].zh); }

std::string route_words(const Route& route, const UnitWord& unit_name) {
  if (route.by_area) return std::string(kByArea[0].zh);
  std::vector<std::string> names;
  for (const std::string& unit : route.units) {
    const std::string name = unit_name(unit);
    names.push_back(name.empty() ? unit : name);
  }
  return base::join(names, "、");
}

PartRow category_row(const Schema& schema, const Category& one, const UnitWord& unit_name) {
  const Category* parent = schema.find_category(one.parent);
  return {one.id,
          one.label.zh,
          one.label.en == one.label.zh ? "" : one.label.en,
          parent ? parent->label.zh : one.parent,
          base::join(one.also, "、"),
          one.route ? route_words(*one.route, unit_name) : "",
          one.route && one.route->not_below ? yes_no(true) : "",
          one.confidential ? yes_no(true) : "",
          one.evidence ? yes_no(*one.evidence) : ""};
}

std::string label_of(const std::vector<Choice>& choices, const std::string& id) {
  for (const Choice& choice : choices) {
    if (choice.id == id) return choice.label.zh;
  }
  return id;
}

std::string word_label(std::span<const base::Word> words, const std::string& id) {
  const auto index = base::find_word(words, id);
  return index ? std::string(words[*index].zh) : id;
}

PartRow limit_row(const Schema& schema, const LimitRule& rule) {
  const Category* category = schema.find_category(rule.category);
  return {label_of(schema.natures, rule.nature), word_label(urgency_words(), rule.urgency),
          category ? category->label.zh : rule.category, to_text(rule.handle).zh};
}

}  // namespace

std::span<const base::Word> part_words() { return kParts; }
std::span<const base::Word> yes_no_words() { return kYesNo; }
std::span<const base::Word> by_area_words() { return kByArea; }

std::span<const base::Word> part_columns(Part part) {
  if (part == Part::limits) return kLimitColumns;
  return kCategoryColumns;
}

std::vector<PartRow> rows_of(const Schema& schema, Part part, const UnitWord& unit_name) {
  std::vector<PartRow> rows;
  if (part == Part::categories) {
    for (const Category& one : schema.categories) {
      rows.push_back(category_row(schema, one, unit_name));
    }
  } else {
    for (const LimitRule& rule : schema.limits.rules) rows.push_back(limit_row(schema, rule));
  }
  return rows;
}

}  // namespace minqing::schema
