// SPDX-License-Identifier: MIT
#include "cli/searching.hpp"

#include "lib/base/error.hpp"
#include "lib/base/utf8.hpp"
#include "lib/privacy/mask.hpp"

#include <algorithm>

namespace minqing::cli {

namespace {

using base::text;

/// A Chinese character, or two letters or figures: one of those stands in nearly every text.
constexpr std::size_t kFewestBytes = 2;
/// Characters shown before and after the word.
constexpr std::size_t kAround = 14;

/// Where the word begins and ends, in code points of the text as it is written: blanks within it
/// and the width of its letters do not count. The beginning when only composing would show it.
std::pair<std::size_t, std::size_t> place_of(const std::u32string& points,
                                             const std::string& folded_word) {
  for (std::size_t begin = 0; begin < points.size(); ++begin) {
    std::string seen;
    for (std::size_t end = begin; end < points.size() && seen.size() < folded_word.size(); ++end) {
      const std::string one = base::fold(base::to_utf8({&points[end], 1}));
      if (seen.empty() && one.empty()) break;  // does not begin with a blank
      seen += one;
      if (seen == folded_word) return {begin, end + 1};
      if (!base::starts_with(folded_word, seen)) break;
    }
  }
  return {0, 0};
}

}  // namespace

std::vector<std::string> searched_words(const std::vector<std::string>& typed) {
  std::vector<std::string> out;
  for (const std::string& argument : typed) {
    const std::string narrow = base::to_half_width(argument);
    for (std::string_view word : base::split(narrow, ' ')) {
      if (base::trim(word).empty()) continue;
      out.push_back(base::fold(word));
      if (out.back().size() >= kFewestBytes) continue;
      throw base::Error(base::Exit::usage, text("“{}”太短", "'{}' is too short", word),
                        text("至少写一个汉字，或两个字母、数字；几个词用空格隔开，都要有",
                             "write a Chinese character, or two letters or figures; several words "
                             "must all occur"));
    }
  }
  if (!out.empty()) return out;
  throw base::Error(base::Exit::usage, text("没有写要找什么", "there is nothing to search for"),
                    text("例如：minqing 查找 水管", "for example: minqing search 水管"));
}

SearchedText::SearchedText(std::string_view plain)
    : masked_(privacy::mask_text(plain)), folded_(base::fold(masked_)) {}

bool SearchedText::holds(const std::string& folded_word) const {
  return folded_.find(folded_word) != std::string::npos;
}

std::string SearchedText::around(const std::string& folded_word) const {
  const std::u32string points = base::to_code_points(masked_);
  const auto [begin, end] = place_of(points, folded_word);
  const std::size_t from = begin > kAround ? begin - kAround : 0;
  const std::size_t to = std::min(points.size(), end + kAround);
  std::string line;
  for (char32_t point : points.substr(from, to - from)) {
    base::append_utf8(line, point == U'\n' || point == U'\r' || point == U'\t' ? U' ' : point);
  }
  return (from > 0 ? "…" : "") + std::string(base::trim(line)) + (to < points.size() ? "…" : "");
}

}  // namespace minqing::cli
