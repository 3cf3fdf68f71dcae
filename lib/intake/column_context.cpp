// SPDX-License-Identifier: MIT
#include "lib/intake/column_context.hpp"

#include <algorithm>

#include "lib/base/utf8.hpp"
#include "lib/intake/draft_values.hpp"

namespace minqing::intake {
namespace {

bool all_fields(const OpenColumn& column, bool (*holds)(const schema::Field&)) {
  return std::all_of(column.may_be.begin(), column.may_be.end(),
                     [&](const schema::Field* field) { return holds(*field); });
}

bool is_date(const schema::Field& field) { return field.type == schema::FieldType::date; }

class Decider {
 public:
  Decider(const schema::Schema& schema, std::span<const Row> first_rows,
          std::vector<OpenColumn>& columns)
      : schema_(schema), first_rows_(first_rows), columns_(columns) {}

  void decide_all() {
    for (OpenColumn& column : columns_) {
      if (is_open(column)) decide_by_parent(column);
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (is_open(columns_[i])) decide_by_others(i);
    }
    for (OpenColumn& column : columns_) {
      if (is_open(column)) decide_by_label(column);
    }
  }

 private:
  static bool is_open(const OpenColumn& column) { return !column.decided; }
  static const schema::Field* among(const OpenColumn& column, std::string_view id);
  bool may_be(const OpenColumn& column, std::string_view a, std::string_view b) const {
    return among(column, a) != nullptr && among(column, b) != nullptr;
  }
  void decide(OpenColumn& column, const schema::Field* field, Rule rule);
  void decide(OpenColumn& column, std::string_view id, Rule rule) {
    if (const schema::Field* field = among(column, id)) decide(column, field, std::move(rule));
  }

  void decide_by_parent(OpenColumn& column);
  void decide_by_others(std::size_t index);
  void decide_number(OpenColumn& column);
  void decide_person(std::size_t index);
  void decide_date(std::size_t index);
  void decide_kind(OpenColumn& column);
  void decide_pair(OpenColumn& column, std::string_view usual, std::string_view other);
  void decide_by_label(OpenColumn& column);

  bool is_given(std::string_view id) const;
  Rule given(std::string_view id) const;
  Part left_of(std::size_t index) const;
  template <class Holds>
  bool all_values(const OpenColumn& column, Holds holds) const;

  const schema::Schema& schema_;
  std::span<const Row> first_rows_;
  std::vector<OpenColumn>& columns_;
};

const schema::Field* Decider::among(const OpenColumn& column, std::string_view id) {
  const auto found = std::find_if(column.may_be.begin(), column.may_be.end(),
                                  [&](const schema::Field* field) { return field->id == id; });
  return found == column.may_be.end() ? nullptr : *found;
}

void Decider::decide(OpenColumn& column, const schema::Field* field, Rule rule) {
  column.may_be = {field};
  column.decided = true;
  column.rule = std::move(rule);
}

void Decider::decide_by_parent(OpenColumn& column) {
  if (column.column->path.size() < 2) return;
  const std::string& parent = column.column->path[column.column->path.size() - 2];
  const Rule rule = {Basis::parent, base::text("上级表头“{}”", "parent heading '{}'", parent)};
  // 接待人 over 姓名.
  const auto whole = schema_.match_heading(parent);
  const bool names_person = whole.size() == 1 && is_person(*whole.front());
  if (names_person && all_fields(column, is_person)) return decide(column, whole.front(), rule);
  if (column.parent == Part::none) return;

  std::vector<const schema::Field*> same_part, same_side;
  for (const schema::Field* field : column.may_be) {
    const Part part = part_of_field(field->id);
    if (part == column.parent) same_part.push_back(field);
    if (is_intake_side(part) == is_intake_side(column.parent)) same_side.push_back(field);
  }
  if (same_part.size() == 1) return decide(column, same_part.front(), rule);
  if (same_side.size() == 1) return decide(column, same_side.front(), rule);
}

void Decider::decide_by_others(std::size_t index) {
  OpenColumn& column = columns_[index];
  if (all_fields(column, is_date)) return decide_date(index);
  if (may_be(column, "row_no", "number")) return decide_number(column);
  if (may_be(column, "resident", "handler")) return decide_person(index);
  if (may_be(column, "category", "nature")) return decide_kind(column);
  if (may_be(column, "handler", "leader_in_charge")) {
    return decide_pair(column, "handler", "leader_in_charge");
  }
  if (may_be(column, "handler_unit", "source")) decide_pair(column, "handler_unit", "source");
}

void Decider::decide_number(OpenColumn& column) {
  if (is_given("row_no")) return decide(column, "number", given("row_no"));
  if (is_given("number")) return decide(column, "row_no", given("number"));
  const bool counts = all_values(column, [](const std::string& words) {
    constexpr std::size_t kMostFigures = 4;
    return words.size() <= kMostFigures &&
           std::all_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
  });
  decide(column, counts ? "row_no" : "number", {Basis::values, {"看列里的值", "by its values"}});
}

void Decider::decide_person(std::size_t index) {
  OpenColumn& column = columns_[index];
  const std::string key = base::heading_key(column.column->name());
  std::size_t before = 0, namesakes = 0;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (base::heading_key(columns_[i].column->name()) != key) continue;
    ++namesakes;
    if (i < index) ++before;
  }
  if (namesakes == 2) {
    return decide(column, before == 0 ? "resident" : "handler",
                  {Basis::others,
                   {"同名的两列，前一列是诉求人的",
                    "of two columns of one name the first is the resident's"}});
  }
  const bool after_handling = left_of(index) == Part::handling;
  if (is_given("resident") && is_given("handler")) return;
  if (is_given("handler") && !after_handling) return decide(column, "resident", given("handler"));
  if (is_given("resident") && after_handling) return decide(column, "handler", given("resident"));
  const bool alone = namesakes == 1 && !is_given("resident") && !is_given("handler");
  if (alone && !after_handling) {
    decide(column, "resident",
           {Basis::others, {"没有别的诉求人列", "no other column names the resident"}});
  }
}

void Decider::decide_date(std::size_t index) {
  OpenColumn& column = columns_[index];
  const Part left = left_of(index);
  const bool first = left == Part::none || is_intake_side(left);
  if (first && !is_given("registered_on")) {
    return decide(
        column, "registered_on",
        {Basis::others, {"没有别的登记日期", "no other column gives the day of registration"}});
  }
  const Rule rule = {Basis::others, {"看左边的列", "by the column to its left"}};
  if (left == Part::callback) return decide(column, "called_back_on", rule);
  if (left == Part::feedback) return decide(column, "fed_back_on", rule);
  if (left == Part::handling) return decide(column, "resolved_on", rule);
}

void Decider::decide_kind(OpenColumn& column) {
  const bool categories = all_values(
      column, [&](const std::string& words) { return schema_.match_category(words) != nullptr; });
  const bool natures = all_values(
      column, [&](const std::string& words) { return schema_.match_nature(words) != nullptr; });
  if (categories != natures) {
    return decide(column, categories ? "category" : "nature",
                  {Basis::values, {"看列里的值", "by its values"}});
  }
  if (is_given("category") != is_given("nature")) {
    const bool category = is_given("category");
    decide(column, category ? "nature" : "category", given(category ? "category" : "nature"));
  }
}

/// `usual`, unless another column is that already.
void Decider::decide_pair(OpenColumn& column, std::string_view usual, std::string_view other) {
  if (!is_given(usual)) {
    const Rule by_custom = {Basis::others, {"通常的含义", "its usual meaning"}};
    decide(column, usual, is_given(other) ? given(other) : by_custom);
  } else if (!is_given(other)) {
    decide(column, other, given(usual));
  }
}

void Decider::decide_by_label(OpenColumn& column) {
  const std::string key = base::heading_key(column.column->name());
  for (const schema::Field* field : column.may_be) {
    const bool is_label =
        base::heading_key(field->label.zh) == key || base::heading_key(field->label.en) == key;
    if (is_label) {
      return decide(column, field, {Basis::others, {"与字段同名", "the field of that name"}});
    }
  }
}

bool Decider::is_given(std::string_view id) const {
  return std::any_of(columns_.begin(), columns_.end(), [&](const OpenColumn& column) {
    return column.field() != nullptr && column.field()->id == id;
  });
}

Rule Decider::given(std::string_view id) const {
  const schema::Field* field = schema_.find_field(id);
  return {Basis::others, base::text("另有一列是{}", "another column is {}",
                                    field != nullptr ? field->label : base::same(id))};
}

/// Part of the nearest decided column to the left.
Part Decider::left_of(std::size_t index) const {
  while (index-- > 0) {
    const schema::Field* field = columns_[index].field();
    const Part part = field == nullptr ? Part::none : part_of_field(field->id);
    if (part != Part::none) return part;
  }
  return Part::none;
}

template <class Holds>
bool Decider::all_values(const OpenColumn& column, Holds holds) const {
  return std::all_of(first_rows_.begin(), first_rows_.end(), [&](const Row& row) {
    const Cell& cell = row.at(column.column->column);
    return is_blank_cell(cell) || holds(base::fold(words_of(cell).words));
  });
}

}  // namespace

void decide_by_context(const schema::Schema& schema, std::span<const Row> first_rows,
                       std::vector<OpenColumn>& columns) {
  Decider(schema, first_rows, columns).decide_all();
}

}  // namespace minqing::intake
