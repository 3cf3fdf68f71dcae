// SPDX-License-Identifier: MIT
// The words of a roster's sheet: spellings in one cell, ids, and the next free one.

#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/base/word.hpp"
#include "lib/casework/roster.hpp"

namespace minqing::intake {

/// Levels of areas with the words that sheets have for them.
std::span<const base::Word> area_level_spellings();

/// `水务站、供水站|自来水厂` taken apart.
std::vector<std::string> split_spellings(const std::string& words);

/// True when the name is one of the unit's spellings.
bool answers_to(const casework::Unit& unit, std::string_view name);

/// Ids stand in `key:value` words and in file names: no blanks, no punctuation of ours.
bool is_good_id(std::string_view id);

/// P0007 → 7; 0 for every id of another form.
int counter_of(std::string_view id, char letter);

/// P0008 when P0007 is the highest there is.
template <class T>
std::string next_id(casework::EntryRange<T> entries, char letter) {
  int last = 0;
  for (const T& entry : entries) last = std::max(last, counter_of(entry.id, letter));
  return fmt::format("{}{:04}", letter, last + 1);
}

}  // namespace minqing::intake
