// SPDX-License-Identifier: MIT
#include "lib/intake/roster_sheet_words.hpp"

#include <charconv>

#include "lib/base/utf8.hpp"

namespace minqing::intake {

namespace {

constexpr base::Word kLevels[] = {
    {"county", "县", "County", "县级|区|市|县（市、区）"},
    {"township", "乡镇（街道）", "Township", "乡镇|镇|乡|街道|镇级|乡级|乡镇级"},
    {"village", "村（社区）", "Village", "村|社区|村级|居委会|村居"},
    {"group", "村民小组", "Group", "组|小组|屯|自然村"},
    {"grid", "网格", "Grid", "微网格"},
    {"household", "户", "Household", "联系户|门牌"},
    {"place", "场所", "Place", "地点|公共场所"},
};

}  // namespace

std::span<const base::Word> area_level_spellings() { return kLevels; }

std::vector<std::string> split_spellings(const std::string& words) {
  std::string line = base::to_half_width(words);
  for (std::string_view separator : {"、", "|", ";", "/", "\n"}) {
    for (std::size_t at; (at = line.find(separator)) != std::string::npos;) {
      line.replace(at, separator.size(), ",");
    }
  }
  std::vector<std::string> out;
  for (std::string_view part : base::split(line, ',')) {
    if (!base::trim(part).empty()) out.emplace_back(base::trim(part));
  }
  return out;
}

bool answers_to(const casework::Unit& unit, std::string_view name) {
  const std::string key = base::fold(name);
  const auto is_key = [&](const std::string& spelling) { return base::fold(spelling) == key; };
  return is_key(unit.name) || std::any_of(unit.also.begin(), unit.also.end(), is_key);
}

bool is_good_id(std::string_view id) {
  constexpr std::size_t kLongest = 64;
  const std::string key = base::fold(id);
  return id.size() <= kLongest && key.size() == id.size() &&
         key.find_first_of(",:;|/\\\"'") == std::string::npos;
}

int counter_of(std::string_view id, char letter) {
  if (id.size() < 2 || id.front() != letter) return 0;
  int value = 0;
  const auto [end, fault] = std::from_chars(id.data() + 1, id.data() + id.size(), value);
  return fault == std::errc() && end == id.data() + id.size() ? value : 0;
}

}  // namespace minqing::intake
