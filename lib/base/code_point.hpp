// SPDX-License-Identifier: MIT
// One code point at a time: what the functions of utf8.hpp are made of, and what other rooms use
// when they walk through text. Bytes that are no UTF-8 are met one by one as kBadByte, so that a
// loop always advances and never reads beyond the end.
//
//   for (std::size_t at = 0; at < text.size();) {
//     auto [value, size] = decode(text, at);
//     at += size;
//   }

#pragma once

#include <cstddef>
#include <string_view>

namespace minqing::base {

constexpr char32_t kBadByte = 0xFFFFFFFF;
constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
  char32_t value;
  std::size_t size;
};

/// The code point of two to four bytes that starts at `at`, or kBadByte.
Decoded decode_long(std::string_view text, std::size_t at);

/// The code point that starts at `at`, which lies inside the text.
inline Decoded decode(std::string_view text, std::size_t at) {
  auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {byte, 1};
  return decode_long(text, at);
}

/// The ideographs of everyday Chinese: assigned, wide, unchanged by any normalisation.
constexpr bool is_common_ideograph(char32_t value) { return value >= 0x4E00 && value <= 0x9FFF; }

/// Any ideograph, with the rare ones that occur in names. The whole of planes 2 and 3 is set aside
/// for ideographs, so that an addition to Unicode that is newer than our tables counts as one.
constexpr bool is_ideograph(char32_t value) {
  return is_common_ideograph(value) || (value >= 0x3400 && value <= 0x4DBF) ||
         (value >= 0x20000 && value <= 0x3FFFD && (value & 0xFFFE) != 0xFFFE) ||
         (value >= 0xF900 && value <= 0xFAFF) || value == 0x3007;
}

/// White space of every kind, and the marks without width that copied text carries along: U+200B–F,
/// U+2060–2064, U+FEFF and the directional marks around numbers taken from an address book.
bool is_blank(char32_t value);

/// Columns on a terminal: 0, 1 or 2.
int column_width(char32_t value);

}  // namespace minqing::base
