// SPDX-License-Identifier: MIT
#include "lib/intake/registration_reading.hpp"

#include "lib/base/utf8.hpp"
#include "lib/intake/draft_values.hpp"
#include "lib/privacy/mask.hpp"
#include "lib/schema/words.hpp"

namespace minqing::intake {
namespace {

/// A cell of the wrong column may hold a whole page.
constexpr int kShownColumns = 40;

base::Text quoted(std::string_view words) {
  const std::string line = base::fit(base::visible(words), kShownColumns);
  return base::text("“{}”", "'{}'", line);
}

base::Text unshown() { return {"这个值", "the value"}; }

base::Text masked(schema::FieldType type, std::string_view words) {
  switch (type) {
    case schema::FieldType::name:
      return quoted(privacy::mask_name(words));
    case schema::FieldType::phone:
      return quoted(privacy::mask_phone(words));
    case schema::FieldType::address:
      return quoted(privacy::mask_address(words));
    default:
      return unshown();
  }
}

/// Fields of a registration that are typed and never a column of a sheet.
base::Text label_of_unlisted(std::string_view id) {
  if (id == "card") return {"联系卡", "Contact card"};
  if (id == "confidential") return {"保密", "Confidential"};
  if (const schema::FieldWord* known = schema::find_program_field(id)) {
    return {std::string(known->word.zh), std::string(known->word.en)};
  }
  return base::same(id);
}

}  // namespace

base::Text shown(const schema::Field* field, std::string_view words) {
  if (field == nullptr || field->personal == schema::Personal::none) {
    // A row whose cells have slipped by one column has a telephone number anywhere.
    return quoted(privacy::mask_text(words));
  }
  if (field->personal == schema::Personal::text) return unshown();
  return masked(field->type, words);
}

Reading::Reading(const RegistrationContext& context, const Draft& draft)
    : context_(context), draft_(draft) {
  given_.reserve(draft.values.size());
  for (const DraftValue& value : draft.values) {
    if (!is_blank_cell(value.cell)) give(value).values.push_back(&value);
  }
}

Given& Reading::give(const DraftValue& value) {
  for (Given& known : given_) {
    if (known.id == value.field) return known;
  }
  return given_.emplace_back(Given{value.field, context_.schema.find_field(value.field), {}});
}

const Given* Reading::find(std::string_view id) const {
  for (const Given& known : given_) {
    if (known.id == id) return &known;
  }
  return nullptr;
}

std::optional<std::string> Reading::checked(const Given& given, const DraftValue& value) {
  CellWords cell = words_of(value.cell);
  if (!cell.fault.empty()) {
    add(given, cell.fault);
    return std::nullopt;
  }
  if (given.field == nullptr || given.field->pattern.empty()) return cell.words;
  const schema::Pattern& pattern = context_.memory.pattern(given.field->pattern);
  if (pattern.fits(base::to_half_width(cell.words))) return cell.words;
  add(given, base::text("{}的格式不对", "{} has the wrong form", shown(given.field, cell.words)),
      base::text("应符合 {}", "it must match {}", given.field->pattern));
  return std::nullopt;
}

std::optional<std::string> Reading::single(const Given& given) {
  const auto first = checked(given, *given.values.front());
  if (!first) return std::nullopt;
  for (std::size_t i = 1; i < given.values.size(); ++i) {
    if (base::fold(words_of(given.values[i]->cell).words) == base::fold(*first)) continue;
    add(given, {"给了几个不同的值", "several different values are given"},
        {"只留一个", "leave one of them"});
    return std::nullopt;
  }
  return first;
}

std::optional<std::string> Reading::joined(const Given& given) {
  std::string all;
  for (const DraftValue* value : given.values) {
    const auto words = checked(given, *value);
    if (!words) return std::nullopt;
    if (!all.empty()) all += '\n';
    all += *words;
  }
  return all;
}

std::string Reading::label(std::string_view id) const {
  const schema::Field* field = context_.schema.find_field(id);
  const base::Text name = field != nullptr ? field->label : label_of_unlisted(id);
  return name.in(context_.language);
}

void Reading::add(const Given& given, base::Text reason, base::Text way_out) {
  problems.push_back(
      {given.values.front()->place, label(given.id), std::move(reason), std::move(way_out)});
}

void Reading::add_missing(std::string_view id, base::Text way_out) {
  problems.push_back({draft_.place, label(id), {"没有填写", "is missing"}, std::move(way_out)});
}

}  // namespace minqing::intake
