// SPDX-License-Identifier: MIT
// The text of one file, checked before any parser sees it, and positions in it.

#pragma once

#include "lib/schema/problems.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace minqing::schema {

/// Control, bidirectional and zero-width characters other than line ends and tabs. In a file of
/// rules what is not seen must not count.
bool is_unseen(char32_t value);
/// The first unseen character of valid UTF-8, or 0.
char32_t find_unseen(std::string_view text);

/// Bytes with their line ends; line ends are LF or CR LF, a byte order mark is left out.
class SourceText {
 public:
  SourceText(std::string_view bytes, int file);

  /// Size, UTF-8, no unseen characters. False when the text must not be parsed; the problem is
  /// added.
  bool check(Problems& problems) const;

  std::string_view bytes() const { return bytes_; }
  int file() const { return file_; }
  std::size_t line_count() const { return starts_.size(); }
  /// A line (from 0) without its end.
  std::string_view line(std::size_t index) const;
  Position position_of(std::size_t offset) const;
  /// The offset of a byte column in a line, both from 0, within the text.
  std::size_t offset_of(std::size_t line, std::size_t column) const;

 private:
  bool check_size(Problems& problems) const;
  bool check_encoding(Problems& problems) const;
  bool check_characters(Problems& problems) const;

  std::string_view bytes_;
  int file_;
  std::vector<std::size_t> starts_;
};

}  // namespace minqing::schema
