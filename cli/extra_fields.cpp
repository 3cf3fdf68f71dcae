// SPDX-License-Identifier: MIT
#include "cli/extra_fields.hpp"

#include <algorithm>

#include "lib/calendar/limit.hpp"
#include "lib/privacy/mask.hpp"

namespace minqing::cli {

namespace {

using base::Text;
using schema::FieldType;

Text choice_label(const schema::Field& field, const std::string& value) {
  const auto found = std::find_if(field.choices.begin(), field.choices.end(),
                                  [&](const schema::Choice& choice) { return choice.id == value; });
  return found == field.choices.end() ? base::same(value) : found->label;
}

/// Which of the fields that a purpose may reveal this one is like.
std::string_view likeness(const schema::Field* field) {
  if (field == nullptr || field->personal == schema::Personal::text) return "content";
  if (field->type == FieldType::phone) return "phone";
  return field->type == FieldType::address ? "address" : "name";
}

std::string masked(const schema::Field* field, const std::string& plain) {
  if (field == nullptr) return privacy::mask_text(plain);
  switch (field->type) {
    case FieldType::phone:
      return privacy::mask_phone(plain);
    case FieldType::address:
      return privacy::mask_address(plain);
    case FieldType::name:
      return privacy::mask_name(plain);
    case FieldType::text:
      return field->personal == schema::Personal::identity ? privacy::mask_name(plain)
                                                           : privacy::mask_text(plain);
    default:
      return "***";  // of a date or a number each figure tells something
  }
}

base::Json open_json(const schema::Field* field, const std::string& value) {
  if (field != nullptr && field->type == FieldType::yes_no) return value == "yes";
  if (field != nullptr && ledger::is_integer_column(*field)) {
    if (const auto number = ledger::extra_integer(*field, value)) return *number;
  }
  return value;
}

}  // namespace

Text extra_label(const Names& names, const std::string& field) {
  const schema::Field* known = names.schema.find_field(field);
  return known ? known->label : base::same(field);
}

Text extra_value(const Names& names, const std::string& field, const std::string& value) {
  const schema::Field* known = names.schema.find_field(field);
  if (known == nullptr) return base::same(value);
  switch (known->type) {
    case FieldType::choice:
      return choice_label(*known, value);
    case FieldType::yes_no:
      return value == "yes" ? base::text("是", "yes") : base::text("否", "no");
    case FieldType::duration: {
      const auto limit = calendar::parse_limit(value);
      return limit ? calendar::to_text(*limit) : base::same(value);
    }
    default:
      return base::same(value);
  }
}

std::string shown_personal(const Names& names, const std::string& field, const std::string& plain) {
  const schema::Field* known = names.schema.find_field(field);
  return names.reveals(likeness(known)) ? plain : masked(known, plain);
}

ledger::ExtraValues extra_of(const casework::Particulars& of) {
  ledger::ExtraValues out{of.extra, {}};
  for (const auto& [field, value] : of.extra_personal) out.personal[field] = value.plain;
  return out;
}

base::Json extra_json(const Names& names, const ledger::ExtraValues& values) {
  base::Json out = base::Json::object();
  for (const auto& [field, value] : values.open) {
    out.set(field, open_json(names.schema.find_field(field), value));
  }
  for (const auto& [field, plain] : values.personal) {
    out.set(field, shown_personal(names, field, plain));
  }
  return out;
}

}  // namespace minqing::cli
