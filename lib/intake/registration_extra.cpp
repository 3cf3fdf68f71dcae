// SPDX-License-Identifier: MIT
// The schema's own fields, by type. Stored are dates as 2026-03-05, limits as 5wd, choices as ids,
// yes and no as those words; what is personal goes to the sealed part.

#include "lib/calendar/limit.hpp"
#include "lib/intake/draft_values.hpp"
#include "lib/intake/phone_notation.hpp"
#include "lib/intake/registration_fields.hpp"

namespace minqing::intake {
namespace {

using Kept = std::optional<std::string>;

Kept limit_value(Reading& reading, const Given& given) {
  const auto words = reading.single(given);
  if (!words) return std::nullopt;
  if (const auto limit = calendar::parse_limit(*words)) return calendar::to_string(*limit);
  reading.add(given, base::text("{}不是时限", "{} is no time limit", shown(given.field, *words)),
              {"写成 5个工作日、15日、24小时", "write it as 5wd, 15d or 24h"});
  return std::nullopt;
}

Kept integer_value(Reading& reading, const Given& given) {
  const auto words = reading.single(given);
  if (!words) return std::nullopt;
  if (const auto count = parse_count(*words)) return std::to_string(*count);
  reading.add(given, base::text("{}不是整数", "{} is no whole number", shown(given.field, *words)),
              {"只写数字，如 12", "write figures only, as 12"});
  return std::nullopt;
}

Kept phone_value(Reading& reading, const Given& given) {
  const auto words = reading.single(given);
  if (!words) return std::nullopt;
  const PhoneValue phone = parse_phone_cell(given.values.front()->cell);
  if (phone.kind == PhoneValue::Kind::numbers) return words;
  if (phone.kind == PhoneValue::Kind::problem) {
    reading.add(given, base::text("{}：{}", "{}: {}", shown(given.field, *words), phone.reason));
  }
  return std::nullopt;
}

Kept date_value(Reading& reading, const Given& given) {
  const auto day = day_of(reading, given, false);
  return day ? Kept(base::to_string(*day)) : std::nullopt;
}

Kept yes_no_value(Reading& reading, const Given& given) {
  const auto yes = yes_no_of(reading, given);
  return yes ? Kept(*yes ? "yes" : "no") : std::nullopt;
}

Kept value_of(Reading& reading, const Given& given) {
  switch (given.field->type) {
    case schema::FieldType::date:
      return date_value(reading, given);
    case schema::FieldType::duration:
      return limit_value(reading, given);
    case schema::FieldType::integer:
      return integer_value(reading, given);
    case schema::FieldType::choice:
      return choice_of(reading, given, given.field->choices);
    case schema::FieldType::yes_no:
      return yes_no_value(reading, given);
    case schema::FieldType::phone:
      return phone_value(reading, given);
    case schema::FieldType::text:
      return reading.joined(given);
    default:
      return reading.single(given);
  }
}

}  // namespace

void take_extra(Reading& reading, const Given& given) {
  Kept value = value_of(reading, given);
  if (!value) return;
  if (given.field->personal == schema::Personal::none) {
    reading.particulars.extra[given.id] = std::move(*value);
  } else {
    reading.particulars.extra_personal[given.id] = casework::personal(std::move(*value));
  }
}

}  // namespace minqing::intake
