// SPDX-License-Identifier: MIT
// Names and addresses; mask_phone.cpp and mask_text.cpp have the numbers.

#include "lib/privacy/mask.hpp"

#include <algorithm>
#include <array>

#include "lib/base/code_point.hpp"
#include "lib/base/utf8.hpp"
#include "lib/privacy/placeholder.hpp"
#include "lib/privacy/surname.hpp"

namespace minqing::privacy {
namespace {

bool is_middle_dot(char32_t value) {
  return value == 0xB7 || value == 0x2022 || value == 0x2027 || value == 0x30FB || value == 0x22C5;
}

bool is_latin(char32_t value) {
  return (value >= 'A' && value <= 'Z') || (value >= 'a' && value <= 'z') ||
         (value >= 0xC0 && value < 0x250);
}

bool separates_names(char32_t value) {
  return std::u32string_view(U"、,，;；/／\n").find(value) != std::u32string_view::npos;
}

/// The characters of the name at the start, without blanks inside (张　三); a note behind it is
/// left out, since it may say more than the name.
std::u32string leading_name(std::u32string_view text) {
  std::u32string name;
  for (char32_t value : text) {
    if (base::is_blank(value)) continue;
    if (!base::is_ideograph(value) && !is_middle_dot(value)) break;
    name += value;
  }
  return name;
}

/// How many characters of a Chinese name are shown. Four and more without a double surname are
/// shown by two (阿依**), but by one behind a common surname: 张三儿子 would show all of 张三.
std::size_t shown_length(std::u32string_view name) {
  if (name.size() <= 2) return 1;
  std::size_t surname = surname_length(name);
  if (surname == 2) return 2;
  return name.size() == 3 || surname == 1 ? 1 : 2;
}

std::string mask_chinese(std::u32string_view name) {
  std::size_t shown = shown_length(name);
  return base::to_utf8(name.substr(0, shown)) + (name.size() <= 2 ? "*" : "**");
}

/// 张*, 张**, 欧阳**: what this file writes. 张三* is not, it shows a whole name.
bool is_masked(std::u32string_view text) {
  std::size_t shown = std::min(text.find(U'*'), text.size());
  std::u32string_view stars = text.substr(shown);
  return (shown == 1 && (stars == U"*" || stars == U"**")) || (shown == 2 && stars == U"**");
}

std::string mask_one_name(std::u32string_view text) {
  if (is_masked(text)) return base::to_utf8(text);
  std::u32string name = leading_name(text);
  if (!name.empty()) {
    if (stands_for_nobody(name)) return base::to_utf8(name);
    std::size_t title = title_length(name);
    std::u32string_view person = std::u32string_view(name).substr(0, name.size() - title);
    return mask_chinese(person) + base::to_utf8(name.substr(person.size()));
  }
  auto first = std::find_if_not(text.begin(), text.end(), base::is_blank);
  if (first == text.end()) return {};
  if (!is_latin(*first)) return "*";
  return base::to_utf8(text.substr(static_cast<std::size_t>(first - text.begin()), 1)) + "***";
}

/// True when nothing in the text could be part of a name.
bool has_no_letters(std::u32string_view text) {
  return std::none_of(text.begin(), text.end(), [](char32_t value) {
    bool is_sign = value < 0x80 && !is_latin(value) && !(value >= '0' && value <= '9');
    bool is_wide_sign =
        (value >= 0x2000 && value <= 0x206F) || (value >= 0x3001 && value <= 0x3003) ||
        (value >= 0xFF01 && value <= 0xFF0F) || (value >= 0xFF1A && value <= 0xFF20);
    return !is_sign && !is_wide_sign && !base::is_blank(value);
  });
}

/// End of the village in an address, or npos: 热水村, 城关社区, 热水村委会, 幸福小区. 村 in the
/// name of a town (东村镇) is none.
std::size_t village_end(std::string_view address) {
  static constexpr std::array<std::string_view, 8> kSuffixes = {
      "村民委员会", "居民委员会", "村委会", "居委会", "社区", "小区", "嘎查", "村"};
  for (std::size_t at = 0; at < address.size(); at += base::decode(address, at).size) {
    std::string_view rest = address.substr(at);
    for (std::string_view suffix : kSuffixes) {
      if (at == 0 || !rest.starts_with(suffix)) continue;
      std::string_view behind = rest.substr(suffix.size());
      bool is_town =
          behind.starts_with("镇") || behind.starts_with("乡") || behind.starts_with("街道");
      if (!is_town) return at + suffix.size();
      break;
    }
  }
  return std::string_view::npos;
}

bool is_number(char32_t value) {
  return (value >= '0' && value <= '9') || (value >= 0xFF10 && value <= 0xFF19);
}

/// The first three characters, up to a digit: 3组5号 is a house already.
std::size_t three_characters(std::string_view address) {
  std::size_t at = 0;
  for (int taken = 0; taken < 3 && at < address.size(); ++taken) {
    auto [value, size] = base::decode(address, at);
    if (is_number(value)) break;
    at += size;
  }
  return at;
}

bool has_number(std::string_view text) {
  for (char32_t value : base::to_code_points(text)) {
    if (is_number(value)) return true;
  }
  return false;
}

}  // namespace

std::string mask_name(std::string_view name) {
  std::u32string text = base::to_code_points(base::trim(name));
  if (has_no_letters(text) || stands_for_nobody(text)) return std::string(base::trim(name));
  std::string out;
  for (std::size_t from = 0; from <= text.size();) {
    auto end =
        std::find_if(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), separates_names);
    auto to = static_cast<std::size_t>(end - text.begin());
    out += mask_one_name(std::u32string_view(text).substr(from, to - from));
    if (to < text.size()) base::append_utf8(out, text[to]);
    from = to + 1;
  }
  return out;
}

std::string mask_address(std::string_view address) {
  std::string_view place = base::trim(address);
  if (stands_for_nobody(base::to_code_points(place))) return std::string(place);
  std::size_t shown = village_end(place);
  // A house before the village (解放路12号阳光社区) would be shown with it.
  if (shown == std::string_view::npos || has_number(place.substr(0, shown))) {
    shown = three_characters(place);
  }
  if (shown == place.size()) return std::string(place);
  return std::string(place.substr(0, shown)) + "****";
}

std::string normal_name(std::string_view name) {
  std::string key;
  for (char32_t value : base::to_code_points(base::fold(name))) {
    if (!is_middle_dot(value)) base::append_utf8(key, value);
  }
  return key;
}

}  // namespace minqing::privacy
