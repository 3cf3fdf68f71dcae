// SPDX-License-Identifier: MIT
// The resident and who wrote the matter down. What is personal is kept as typed and sealed later;
// messages show it masked.

#include <algorithm>
#include <iterator>
#include <string_view>

#include "lib/base/utf8.hpp"
#include "lib/intake/phone_notation.hpp"
#include "lib/intake/registration_fields.hpp"

namespace minqing::intake {
namespace {

/// What stands in the column of names when no name was given.
constexpr std::string_view kNoName[] = {
    "匿名",         "匿名者",   "匿名人员", "匿名群众", "某",     "某某",       "某某某",
    "某先生",       "某女士",   "某同志",   "某群众",   "某村民", "某居民",     "不愿透露",
    "不愿透露姓名", "不愿提供", "未留名",   "未留姓名", "未提供", "未提供姓名", "无名氏",
    "不详",         "热心市民", "热心群众", "群众",     "网民",   "网友",       "anonymous"};
constexpr std::string_view kNobody = "无";

bool is_anonymous(std::string_view name) {
  const std::string key = base::heading_key(name);  // without a note in brackets
  return key == kNobody ||
         std::find(std::begin(kNoName), std::end(kNoName), key) != std::end(kNoName);
}

}  // namespace

void take_resident(Reading& reading, const Given& given) {
  if (auto name = reading.single(given)) {
    reading.resident.anonymous = is_anonymous(*name);
    reading.resident.name = casework::personal(std::move(*name));
  }
}

void take_phone(Reading& reading, const Given& given) {
  std::string all;
  for (const DraftValue* value : given.values) {
    const PhoneValue phone = parse_phone_cell(value->cell);
    if (phone.kind == PhoneValue::Kind::none) continue;
    const auto words = reading.checked(given, *value);
    if (!words) return;
    if (phone.kind == PhoneValue::Kind::problem) {
      return reading.add(given,
                         base::text("{}：{}", "{}: {}", shown(given.field, *words), phone.reason));
    }
    if (!all.empty()) all += "、";
    all += *words;
  }
  if (!all.empty()) reading.resident.phone = casework::personal(std::move(all));
}

void take_address(Reading& reading, const Given& given) {
  if (auto address = reading.single(given)) {
    reading.resident.address = casework::personal(std::move(*address));
  }
}

/// People who left long ago are on no roster: their names are kept as they stand.
void take_registrar(Reading& reading, const Given& given) {
  const auto words = reading.single(given);
  if (!words) return;
  const casework::Person* person = reading.context().roster.match_person(*words).found;
  reading.particulars.registrar = person != nullptr ? person->id : *words;
}

}  // namespace minqing::intake
