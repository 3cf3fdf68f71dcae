// SPDX-License-Identifier: MIT
// Words with `*` for any characters at their ends, as a schema writes them: `性别` is that word,
// `*收入*` any with 收入 in it, `*镇长` any that ends so.

#pragma once

#include <string>
#include <string_view>

namespace minqing::schema {

struct Starred {
  std::string key;  ///< folded as a heading, without the stars
  bool open_start = false;
  bool open_end = false;

  explicit Starred(std::string_view written);
  /// `folded` is a heading_key.
  bool matches(std::string_view folded) const;
};

}  // namespace minqing::schema
