// SPDX-License-Identifier: MIT
// A word of the trade: its identifier (code, YAML, machine output), its Chinese and English label,
// and the other spellings that people use for it.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/base/text.hpp"

namespace minqing::base {

struct Word {
  std::string_view id;
  std::string_view zh;
  std::string_view en;
  /// Further spellings, separated by `|`.
  std::string_view also = {};
};

/// Index of the word whose identifier, label or further spelling equals `text` (folded).
std::optional<std::size_t> find_word(std::span<const Word> words, std::string_view text);
/// The nearest known spelling, or empty.
std::string nearest_word(std::span<const Word> words, std::string_view text);
/// `不满意、满意` / `dissatisfied, satisfied`: for messages that list what is accepted.
Text list_of(std::span<const Word> words);

/// A table of words for an enumeration whose values are 0, 1, 2 … in the order of the words.
template <class E>
std::optional<E> find_value(std::span<const Word> words, std::string_view text) {
  auto index = find_word(words, text);
  if (!index) return std::nullopt;
  return static_cast<E>(*index);
}
template <class E>
const Word& word_of(std::span<const Word> words, E value) {
  return words[static_cast<std::size_t>(value)];
}
template <class E>
Text label_of(std::span<const Word> words, E value) {
  const Word& word = word_of(words, value);
  return {std::string(word.zh), std::string(word.en)};
}

}  // namespace minqing::base
