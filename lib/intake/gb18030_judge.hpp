// SPDX-License-Identifier: MIT
// Whether bytes that could be GB18030 are: nearly any two bytes are some character of it, so that
// Big5, Shift-JIS and Latin texts would come out as rare characters instead of being refused.

#pragma once

#include <cstdint>
#include <string_view>

namespace minqing::intake {

/// Counts the characters of two bytes; those of GB 2312 make up nearly all of a real text, three
/// fifths of one in traditional characters, and a quarter or less of other encodings.
class Gb18030Judge {
 public:
  void pass(std::string_view piece);
  /// At least two fifths are of GB 2312; true when there are none at all.
  bool is_likely() const { return common_ * 5 >= all_ * 2; }

 private:
  std::int64_t all_ = 0;
  std::int64_t common_ = 0;
};

}  // namespace minqing::intake
