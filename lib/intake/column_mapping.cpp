// SPDX-License-Identifier: MIT
#include "lib/intake/column_mapping.hpp"
#include "lib/intake/rejected_rows.hpp"

#include <algorithm>

#include "lib/base/utf8.hpp"
#include "lib/intake/column_context.hpp"
#include "lib/intake/column_headings.hpp"
#include "lib/intake/row_history.hpp"

namespace minqing::intake {
namespace {

/// A heading of so few characters (内容, 地址, 备注) says nothing without its parent.
constexpr std::size_t kBareHeading = 2;

/// The column whose heading reaches over this one, too; the column itself when none does.
int first_under_heading(const SheetInfo& sheet, const Layout& layout, int column) {
  for (const Range& merge : sheet.merges) {
    const bool covers = merge.contains(layout.last_header_row, column);
    if (covers && merge.first.column < column) return merge.first.column;
  }
  return column;
}

class Mapper {
 public:
  Mapper(const schema::Schema& schema, const SheetInfo& sheet, const Layout& layout,
         std::span<const Row> first_rows, const ColumnChoices& choices)
      : schema_(schema),
        sheet_(sheet),
        layout_(layout),
        first_rows_(first_rows),
        choices_(choices) {}

  Mapping map() {
    for (const Column& column : layout_.columns) begin(column);
    if (layout_.is_form) leave_signed_days();
    decide_by_context(schema_, first_rows_, open_);
    for (std::size_t i = 0; i < open_.size(); ++i) finish(i);
    if (layout_.is_form) take_day_of_form();
    share_headings();
    check_choices();
    check_twice();
    return std::move(mapping_);
  }

 private:
  void begin(const Column& column);
  void begin_by_heading(const Column& column);
  void choose(const Column& column, const HeadingChoice& choice);
  const HeadingChoice* choice_for(const Column& column) const;
  void close(ColumnUse use, Rule rule);
  void finish(std::size_t index);
  void use_field(MappedColumn& mapped, const schema::Field& field, Rule rule);
  void finish_phone(std::size_t index);
  void ask(std::size_t index);
  bool stands_beside_unknown(std::size_t index) const;
  void leave_signed_days();
  void take_day_of_form();
  void share_headings();
  void check_choices();
  void check_twice();
  bool is_shared(std::size_t index) const;
  void add_problem(const Column& column, base::Text reason, base::Text way_out);

  const schema::Schema& schema_;
  const SheetInfo& sheet_;
  const Layout& layout_;
  std::span<const Row> first_rows_;
  const ColumnChoices& choices_;
  std::vector<OpenColumn> open_;
  Mapping mapping_;
};

void Mapper::begin(const Column& column) {
  mapping_.columns.push_back({column, ColumnUse::unknown, {}, nullptr, {}});
  open_.push_back({&column, Part::none, {}, true, {}});
  if (column.hidden && !choices_.include_hidden) {
    return close(ColumnUse::hidden, {Basis::none, {"隐藏的列", "a hidden column"}});
  }
  if (is_reason_heading(column.name())) {
    return close(ColumnUse::put_aside,
                 {Basis::none, {"退件里写的原因", "the reason of a rejected row"}});
  }
  if (is_shared(open_.size() - 1)) return;
  const HeadingChoice* choice = choice_for(column);
  if (is_refused(schema_, column)) {
    if (choice != nullptr && !choice->field.empty()) {
      add_problem(column, {"规则不收这一列", "the schema refuses this column"},
                  {"去掉它的 --对应", "leave out its --map"});
    }
    return close(ColumnUse::refused,
                 {Basis::none, {"规则不收这样的列", "the schema refuses such columns"}});
  }
  if (choice != nullptr) return choose(column, *choice);
  begin_by_heading(column);
}

void Mapper::begin_by_heading(const Column& column) {
  OpenColumn& open = open_.back();
  Meaning meaning = meaning_of(schema_, column);
  for (std::size_t i = column.path.size() - 1; i-- > 0 && open.parent == Part::none;) {
    open.parent = part_of_heading(column.path[i]);
  }
  if (meaning.fields.empty()) return;
  const bool of_later_step = open.parent != Part::none && !is_intake_side(open.parent);
  const bool is_bare =
      !meaning.with_parent && base::length(base::heading_key(column.name())) <= kBareHeading;
  if (of_later_step && is_bare && meaning.fields.size() == 1 &&
      is_of_registration(*meaning.fields.front()) && meaning.fields.front()->id != "phone") {
    return close(ColumnUse::put_aside,
                 {Basis::parent,
                  base::text("在“{}”之下，不属于登记内容", "below '{}', no part of a registration",
                             column.path[column.path.size() - 2])});
  }
  open.may_be = std::move(meaning.fields);
  open.rule = std::move(meaning.rule);
  open.decided = open.may_be.size() == 1;
}

const HeadingChoice* Mapper::choice_for(const Column& column) const {
  const auto found =
      std::find_if(choices_.headings.begin(), choices_.headings.end(),
                   [&](const HeadingChoice& choice) { return choice.names(column); });
  return found == choices_.headings.end() ? nullptr : &*found;
}

void Mapper::choose(const Column&, const HeadingChoice& choice) {
  const Rule rule = {Basis::given, {"由你指定（--对应）", "--map"}};
  if (choice.field.empty()) return close(ColumnUse::put_aside, rule);
  const schema::Field* field = schema_.find_field(choice.field);
  if (field != nullptr) {
    open_.back().may_be = {field};
    open_.back().rule = rule;
  } else {
    mapping_.columns.back().field_id = choice.field;  // card, confidential: no field of a schema
    close(ColumnUse::taken, rule);
  }
}

void Mapper::close(ColumnUse use, Rule rule) {
  mapping_.columns.back().use = use;
  mapping_.columns.back().rule = std::move(rule);
}

void Mapper::finish(std::size_t index) {
  const OpenColumn& open = open_[index];
  const schema::Field* field = open.field();
  if (field == nullptr) {
    if (!open.decided) ask(index);
    return;
  }
  const bool by_heading = open.rule.basis != Basis::given;
  if (field->id == "phone" && by_heading) return finish_phone(index);
  use_field(mapping_.columns[index], *field, open.rule);
}

void Mapper::use_field(MappedColumn& mapped, const schema::Field& field, Rule rule) {
  mapped.field = &field;
  mapped.field_id = field.id;
  mapped.rule = std::move(rule);
  if (field.id == "row_no") {
    mapped.use = ColumnUse::running_number;
  } else {
    const bool is_taken = is_of_registration(field) || is_of_history(field.id);
    mapped.use = is_taken ? ColumnUse::taken : ColumnUse::not_taken;
  }
}

void Mapper::finish_phone(std::size_t index) {
  const OpenColumn& open = open_[index];
  MappedColumn& mapped = mapping_.columns[index];
  const PhoneOwner owner =
      stands_beside_unknown(index) ? PhoneOwner::uncertain : owner_of_phone(schema_, open_, index);
  switch (owner) {
    case PhoneOwner::resident:
      return use_field(mapped, *open.field(), open.rule);
    case PhoneOwner::official:
      mapped.use = ColumnUse::put_aside;
      mapped.rule = {
          Basis::others,
          {"工作人员的电话，不是诉求人的", "an official's telephone, not the resident's"}};
      return;
    case PhoneOwner::uncertain:
      mapped.rule = {Basis::unsure, {"看不出是谁的电话", "nobody's telephone for sure"}};
      add_problem(
          *open.column,
          {"看不出是诉求人的电话还是工作人员的", "the resident's telephone or an official's?"},
          base::text("写明：--对应 {}=电话，或 --对应 {}=-",
                     "say which: --map {}=phone, or --map {}=-", open.column->name(),
                     open.column->name()));
  }
}

void Mapper::ask(std::size_t index) {
  const Column& column = *open_[index].column;
  std::vector<std::string> zh, en, typed_zh, typed_en;
  for (const schema::Field* field : open_[index].may_be) {
    zh.push_back(field->label.zh);
    en.push_back(field->label.en);
    typed_zh.push_back("--对应 " + column.name() + "=" + field->label.zh);
    typed_en.push_back("--map " + column.name() + "=" + field->id);
  }
  const base::Text reason =
      base::text("可能是{}，看不出是哪一个", "may be {}; the sheet does not tell which",
                 base::Text{base::join(zh, "、"), base::join(en, ", ")});
  mapping_.columns[index].rule = {Basis::unsure, reason};
  add_problem(column, reason,
              base::text("写明是哪一个：{}；不要这一列：--对应 {}=-",
                         "say which: {}; to leave it out: --map {}=-",
                         base::Text{base::join(typed_zh, " | "), base::join(typed_en, " | ")},
                         column.name()));
}

/// In a form what stands to the right of an unknown label in its row may belong to that.
bool Mapper::stands_beside_unknown(std::size_t index) const {
  if (!layout_.is_form || index == 0) return false;
  const Column& own = layout_.columns[index];
  const Column& left = layout_.columns[index - 1];
  const bool same_row = own.label_at.cell.row == left.label_at.cell.row;
  const bool unknown = mapping_.columns[index - 1].use == ColumnUse::unknown &&
                       open_[index - 1].decided && open_[index - 1].may_be.empty();
  return same_row && unknown;
}

/// 村委会意见 | 同意 | 日期 | 2026-11-21: the day is that of the opinion.
void Mapper::leave_signed_days() {
  for (std::size_t i = 0; i < open_.size(); ++i) {
    OpenColumn& open = open_[i];
    const bool any_day =
        open.may_be.size() > 1 &&
        std::all_of(open.may_be.begin(), open.may_be.end(), [](const schema::Field* field) {
          return field->type == schema::FieldType::date;
        });
    if (!any_day || !stands_beside_unknown(i)) continue;
    open.may_be.clear();
    open.decided = true;
    const base::Text left = base::same(layout_.columns[i - 1].label());
    mapping_.columns[i].rule = {Basis::others, base::text("“{}”的日期", "the day of '{}'", left)};
  }
}

/// A form is of one issue, so the day on which it was filled in is the day of registration, when it
/// gives no other.
void Mapper::take_day_of_form() {
  const schema::Field* day = schema_.find_field("registered_on");
  for (MappedColumn& mapped : mapping_.columns) {
    if (mapped.use != ColumnUse::unknown || !is_sheet_date_label(mapped.column.name())) continue;
    if (day != nullptr && !mapping_.has(day->id)) {
      use_field(mapped, *day,
                {Basis::others,
                 {"填表的日期，没有别的登记日期",
                  "the day of the form, which gives no other day of registration"}});
    } else {
      mapped.use = ColumnUse::put_aside;
      mapped.rule = {Basis::others, {"填表的日期", "the day of the form"}};
    }
  }
}

/// A heading merged over several columns is one column to people: its values are read together.
bool Mapper::is_shared(std::size_t index) const {
  const int column = layout_.columns[index].column;
  return !layout_.is_form && first_under_heading(sheet_, layout_, column) != column;
}

void Mapper::share_headings() {
  for (std::size_t i = 0; i < mapping_.columns.size(); ++i) {
    MappedColumn& mapped = mapping_.columns[i];
    if (mapped.use == ColumnUse::hidden || !is_shared(i)) continue;
    const int first = first_under_heading(sheet_, layout_, mapped.column.column);
    for (const MappedColumn& other : mapping_.columns) {
      if (other.column.column != first) continue;
      mapped = {
          mapped.column,
          other.use,
          other.field_id,
          other.field,
          {other.rule.basis,
           base::text("与 {} 列同一个表头", "under the heading of column {}", column_name(first))}};
    }
  }
}

void Mapper::check_choices() {
  for (const HeadingChoice& choice : choices_.headings) {
    if (choice.field.empty()) continue;
    std::vector<std::string> letters;
    const Column* last = nullptr;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      const Column& column = *open_[i].column;
      if (is_shared(i) || choice_for(column) != &choice) continue;
      letters.push_back(column.mark());
      last = &column;
    }
    if (letters.size() < 2) continue;
    const schema::Field* field = schema_.find_field(choice.field);
    const base::Text named{field != nullptr ? field->label.zh : choice.field, choice.field};
    add_problem(*last,
                base::text("有 {} 列叫“{}”：{}", "{} columns are called '{}': {}", letters.size(),
                           choice.heading, base::join(letters, "、")),
                base::text("用列号写明：--对应 {}={}", "name it by its letter: --map {}={}",
                           letters.front(), named));
  }
}

void Mapper::check_twice() {
  for (std::size_t i = 0; i < mapping_.columns.size(); ++i) {
    const MappedColumn& mapped = mapping_.columns[i];
    if (mapped.use != ColumnUse::taken || mapped.field == nullptr || is_shared(i)) continue;
    if (takes_several(*mapped.field)) continue;
    const auto first = std::find_if(
        mapping_.columns.begin(), mapping_.columns.begin() + static_cast<long>(i),
        [&](const MappedColumn& other) {
          const bool is_filled = !layout_.is_form || other.column.value_at.cell.row > 0;
          return other.use == ColumnUse::taken && is_filled && other.field_id == mapped.field_id;
        });
    if (first == mapping_.columns.begin() + static_cast<long>(i)) continue;
    add_problem(
        mapped.column,
        base::text("与 {} 列“{}”都是{}", "is {2} as column {0} '{1}' is", first->column.mark(),
                   first->column.label(), mapped.field->label),
        base::text("只能要一列，另一列写 --对应 {}=-",
                   "only one can be taken; set the other aside: --map {}=-", mapped.column.mark()));
  }
}

void Mapper::add_problem(const Column& column, base::Text reason, base::Text way_out) {
  base::Place place;
  if (layout_.is_form) {
    // What nobody filled in needs no decision.
    if (column.value_at.cell.row == 0) return;
    place = place_of({}, sheet_, column.label_at);
  } else if (sheet_.name.empty()) {
    place.line = layout_.last_header_row;
  } else {
    place = {{}, sheet_.name, cell_name(layout_.last_header_row, column.column), 0, 0};
  }
  mapping_.problems.push_back(
      {std::move(place), column.label(), std::move(reason), std::move(way_out)});
}

}  // namespace

bool Mapping::has(std::string_view field) const {
  return std::any_of(columns.begin(), columns.end(), [&](const MappedColumn& mapped) {
    return mapped.use == ColumnUse::taken && mapped.field_id == field;
  });
}

Mapping map_columns(const schema::Schema& schema, const SheetInfo& sheet, const Layout& layout,
                    std::span<const Row> first_rows, const ColumnChoices& choices) {
  return Mapper(schema, sheet, layout, first_rows, choices).map();
}

}  // namespace minqing::intake
