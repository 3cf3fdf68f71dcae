// SPDX-License-Identifier: MIT
// How far a text stands for itself in a JSON string. Most texts do to their end, and every body of
// an event is read and written: so eight bytes are looked at together.

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace minqing::base {

/// A quote, a backslash or a control character: what JSON escapes.
constexpr bool is_escaped_in_json(char byte) {
  return static_cast<unsigned char>(byte) < 0x20 || byte == '"' || byte == '\\';
}

/// How many bytes at the beginning need no escape.
inline std::size_t plain_json_length(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHighs = kOnes << 7;
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + at, 8);
    // Subtracting borrows into the high bit of a byte that is smaller. (A borrow from the byte
    // below may mark a plain one as well: then the bytes are looked at singly.)
    const std::uint64_t quotes = eight ^ (kOnes * '"'), slashes = eight ^ (kOnes * '\\');
    const std::uint64_t found = ((eight - kOnes * 0x20) & ~eight) | ((quotes - kOnes) & ~quotes) |
                                ((slashes - kOnes) & ~slashes);
    if ((found & kHighs) != 0) break;
  }
  while (at < text.size() && !is_escaped_in_json(text[at])) ++at;
  return at;
}

}  // namespace minqing::base
