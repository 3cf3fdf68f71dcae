// SPDX-License-Identifier: MIT
// A cell of villages: `热水村`, `热水镇热水村`, `热水镇热水村3组`, also with the house behind it.

#include <algorithm>
#include <span>

#include "lib/base/utf8.hpp"
#include "lib/intake/draft_hints.hpp"
#include "lib/intake/draft_values.hpp"
#include "lib/intake/registration_fields.hpp"

namespace minqing::intake {
namespace {

using casework::Area;

constexpr std::string_view kFigures[] = {"0",  "1",  "2",  "3",  "4",  "5",  "6",  "7",
                                         "8",  "9",  "一", "二", "三", "四", "五", "六",
                                         "七", "八", "九", "十", "百", "零", "〇"};
/// What a village's name may be followed by, also where the name has its 村 already.
constexpr std::string_view kNameEndings[] = {"社区居民委员会", "社区居委会", "村民委员会",
                                             "民委员会",       "居民委员会", "村委会",
                                             "居委会",         "委会",       "社区"};
constexpr std::string_view kGroupEndings[] = {"村民小组", "小组", "组", "社", "队"};

/// Size of the one of `words` that `text` begins with; 0 for none.
std::size_t beginning(std::string_view text, std::span<const std::string_view> words) {
  for (std::string_view word : words) {
    if (text.starts_with(word)) return word.size();
  }
  return 0;
}

/// `3组` in `3组12号`, `第三村民小组`; or all of a named group (`张家组`). Size in bytes.
std::size_t group_size(std::string_view rest) {
  std::size_t at = rest.starts_with("第") ? std::string_view("第").size() : 0;
  const std::size_t begin = at;
  while (std::size_t size = beginning(rest.substr(at), kFigures)) at += size;
  if (at > begin) {
    const std::size_t ending = beginning(rest.substr(at), kGroupEndings);
    return ending == 0 ? 0 : at + ending;
  }
  constexpr std::size_t kLongestName = 6;
  const bool named = base::length(rest) <= kLongestName && base::length(rest) >= 2;
  const bool ends = std::any_of(std::begin(kGroupEndings), std::end(kGroupEndings),
                                [&](std::string_view ending) { return rest.ends_with(ending); });
  return named && ends ? rest.size() : 0;
}

/// How the area may stand in a cell, the longest first.
std::vector<std::string> names_of(const Area& area) {
  std::vector<std::string> names = {base::fold(area.name), base::fold(area.code)};
  for (const std::string& also : area.also) names.push_back(base::fold(also));
  const std::string stem = casework::strip_area_ending(names.front());
  names.push_back(stem + "村");
  names.push_back(stem);
  std::sort(names.begin(), names.end(),
            [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  return names;
}

/// What follows the area's name in the folded text.
std::string_view rest_after(const Area& area, std::string_view folded) {
  for (const std::string& name : names_of(area)) {
    const std::size_t at = folded.rfind(name);
    if (at == std::string_view::npos) continue;
    const std::string_view rest = folded.substr(at + name.size());
    return rest.substr(beginning(rest, kNameEndings));
  }
  return {};
}

VillageWords take_apart(const casework::Roster& roster, const std::string& words) {
  VillageWords out{roster.match_area(words).found, {}, {}};
  if (out.area == nullptr) return out;
  const std::string folded = base::fold(words);
  const std::string_view rest = rest_after(*out.area, folded);
  const std::size_t group = group_size(rest);
  out.group = rest.substr(0, group);
  out.house = rest.substr(group);
  return out;
}

void add_unmatched(Reading& reading, const Given& given, const std::string& words) {
  const casework::Roster& roster = reading.context().roster;
  const std::vector<const Area*> candidates = roster.match_area(words).candidates;
  if (candidates.empty()) {
    reading.add(given,
                base::text("名册里没有{}", "{} is not in the roster", shown(given.field, words)),
                reading.context().memory.suggestion_for(
                    given.id, words, [&] { return spellings_of_areas(roster); },
                    {"写名册里的村（社区）名", "write a village of the roster"}));
    return;
  }
  std::vector<std::string> names;
  for (const Area* area : candidates) names.push_back(full_area_name(roster, *area));
  std::sort(names.begin(), names.end());
  reading.add(
      given,
      base::text("{}有 {} 个", "{} means {} places", shown(given.field, words), names.size()),
      base::text("写明是哪一个：{}", "say which: {}", base::join(names, "、")));
}

/// What stands behind village and group is a house: it belongs to the address and is sealed there.
void keep_house(Reading& reading, const Given& given, const std::string& words,
                std::string_view house) {
  constexpr std::size_t kLongest = 20;
  const Given* address = reading.find("address");
  if (address != nullptr &&
      base::fold(address->values.front()->cell.value).find(house) != std::string::npos) {
    return;
  }
  const bool is_house =
      house.find(':') == std::string_view::npos && base::length(house) <= kLongest;
  if (address == nullptr && is_house) {
    reading.resident.address = casework::personal(words);
    return;
  }
  reading.add(given, {"村名和组名后面还有别的内容", "more follows the village and the group"},
              {"把门牌写到住址里", "put the house into the address"});
}

/// The group goes into its own field unless that one is given, and then has to agree with it.
void keep_group(Reading& reading, const Given& given, std::string_view group) {
  const Given* other = reading.find("village_group");
  if (other == nullptr) {
    reading.particulars.village_group = std::string(group);
    return;
  }
  const std::string said = base::fold(words_of(other->values.front()->cell).words);
  if (said.find(group) != std::string::npos || group.find(said) != std::string::npos) return;
  reading.add(given, {"村名后面的组与所填的村民小组不一致", "the group differs from the one given"},
              {"改成一致", "make them agree"});
}

}  // namespace

void take_village(Reading& reading, const Given& given) {
  const auto words = reading.single(given);
  if (!words) return;
  const VillageWords& village = reading.context().memory.village(
      *words,
      [&](const std::string& typed) { return take_apart(reading.context().roster, typed); });
  if (village.area == nullptr) return add_unmatched(reading, given, *words);
  reading.particulars.area = village.area->code;
  if (!village.group.empty()) keep_group(reading, given, village.group);
  if (!village.house.empty()) keep_house(reading, given, *words, village.house);
}

}  // namespace minqing::intake
