// SPDX-License-Identifier: MIT
// Words looked for in masked text, and the piece of text around them. What a mask hides is not
// found by its parts: whole names and numbers are looked up with `姓名:` and `电话:`.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minqing::cli {

/// The words of a search, folded. Error(usage) when one is a single letter or figure: it would be
/// found nearly everywhere.
std::vector<std::string> searched_words(const std::vector<std::string>& typed);

/// A text of an issue as people may see it.
class SearchedText {
 public:
  explicit SearchedText(std::string_view plain);

  bool holds(const std::string& folded_word) const;
  /// The word with a few characters on both sides, in one line.
  std::string around(const std::string& folded_word) const;

 private:
  std::string masked_;
  std::string folded_;
};

}  // namespace minqing::cli
