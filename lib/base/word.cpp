// SPDX-License-Identifier: MIT
#include "lib/base/word.hpp"

#include "lib/base/utf8.hpp"

#include <algorithm>

namespace minqing::base {
namespace {

/// Calls `visit(index, spelling)` for every spelling until it returns true.
template <class Visit>
void each_spelling(std::span<const Word> words, Visit visit) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (visit(i, word.id) || visit(i, word.zh) || visit(i, word.en)) return;
    for (std::string_view rest = word.also; !rest.empty();) {
      std::size_t end = std::min(rest.find('|'), rest.size());
      if (visit(i, rest.substr(0, end))) return;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
}

template <class Same>
std::optional<std::size_t> first_where(std::span<const Word> words, Same same) {
  std::optional<std::size_t> found;
  each_spelling(words, [&](std::size_t i, std::string_view spelling) {
    if (spelling.empty() || !same(spelling)) return false;
    found = i;
    return true;
  });
  return found;
}

}  // namespace

std::optional<std::size_t> find_word(std::span<const Word> words, std::string_view text) {
  std::string key = fold(text);
  if (key.empty()) return std::nullopt;
  // Most spellings are their own key; an import asks this for every cell.
  auto found = first_where(words, [&](std::string_view spelling) { return spelling == key; });
  if (found) return found;
  return first_where(words, [&](std::string_view spelling) { return fold(spelling) == key; });
}

std::string nearest_word(std::span<const Word> words, std::string_view text) {
  std::vector<std::string> spellings;
  each_spelling(words, [&](std::size_t, std::string_view spelling) {
    if (!spelling.empty()) spellings.emplace_back(spelling);
    return false;
  });
  return nearest(text, spellings);
}

Text list_of(std::span<const Word> words) {
  std::vector<std::string> zh, en;
  for (const Word& word : words) {
    zh.emplace_back(word.zh);
    en.emplace_back(word.en);
  }
  return {join(zh, "、"), join(en, ", ")};
}

}  // namespace minqing::base
