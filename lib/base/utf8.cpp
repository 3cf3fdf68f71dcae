// SPDX-License-Identifier: MIT
// Validity and decoding.

#include "lib/base/utf8.hpp"

#include <cstdint>
#include <cstring>

#include "lib/base/code_point.hpp"

namespace minqing::base {
namespace {

using Byte = unsigned char;

bool is_continuation(Byte byte) { return (byte & 0xC0) == 0x80; }

/// The second byte tells overlong forms, surrogates and values above U+10FFFF apart (Unicode
/// standard, table 3-7).
bool may_follow(Byte lead, Byte second) {
  switch (lead) {
    case 0xE0:
      return second >= 0xA0 && second <= 0xBF;
    case 0xED:
      return second >= 0x80 && second <= 0x9F;
    case 0xF0:
      return second >= 0x90 && second <= 0xBF;
    case 0xF4:
      return second >= 0x80 && second <= 0x8F;
    default:
      return is_continuation(second);
  }
}

std::size_t length_by_lead(Byte lead) {
  if (lead < 0xC2 || lead > 0xF4) return 0;
  return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/// Length of the well-formed sequence at the start of `left` bytes, or 0.
std::size_t sequence_length(const Byte* bytes, std::size_t left) {
  std::size_t size = length_by_lead(bytes[0]);
  if (size == 0 || size > left || !may_follow(bytes[0], bytes[1])) return 0;
  for (std::size_t i = 2; i < size; ++i) {
    if (!is_continuation(bytes[i])) return 0;
  }
  return size;
}

bool is_ascii_block(const Byte* bytes) {
  std::uint64_t block;
  std::memcpy(&block, bytes, sizeof block);
  return (block & 0x8080808080808080U) == 0;
}

/// Chinese text: three bytes with a lead that allows every continuation.
bool is_common_triple(const Byte* bytes, std::size_t left) {
  return left >= 3 && bytes[0] > 0xE0 && bytes[0] < 0xED && is_continuation(bytes[1]) &&
         is_continuation(bytes[2]);
}

}  // namespace

bool is_valid_utf8(std::string_view text, std::size_t* bad_offset) {
  const Byte* bytes = reinterpret_cast<const Byte*>(text.data());
  std::size_t at = 0;
  while (at < text.size()) {
    if (bytes[at] < 0x80) {
      while (at + 8 <= text.size() && is_ascii_block(bytes + at)) at += 8;
      while (at < text.size() && bytes[at] < 0x80) ++at;
      continue;
    }
    if (is_common_triple(bytes + at, text.size() - at)) {
      do at += 3;
      while (is_common_triple(bytes + at, text.size() - at));
      continue;
    }
    std::size_t size = sequence_length(bytes + at, text.size() - at);
    if (size == 0) {
      if (bad_offset != nullptr) *bad_offset = at;
      return false;
    }
    at += size;
  }
  return true;
}

Decoded decode_long(std::string_view text, std::size_t at) {
  const Byte* bytes = reinterpret_cast<const Byte*>(text.data()) + at;
  switch (sequence_length(bytes, text.size() - at)) {
    case 2:
      return {char32_t(bytes[0] & 0x1Fu) << 6 | (bytes[1] & 0x3Fu), 2};
    case 3:
      return {
          char32_t(bytes[0] & 0x0Fu) << 12 | char32_t(bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu),
          3};
    case 4:
      return {char32_t(bytes[0] & 0x07u) << 18 | char32_t(bytes[1] & 0x3Fu) << 12 |
                  char32_t(bytes[2] & 0x3Fu) << 6 | (bytes[3] & 0x3Fu),
              4};
    default:
      return {kBadByte, 1};
  }
}

std::u32string to_code_points(std::string_view text) {
  std::u32string points;
  points.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    auto [value, size] = decode(text, at);
    points += value == kBadByte ? kReplacement : value;
    at += size;
  }
  return points;
}

std::string to_utf8(std::u32string_view code_points) {
  std::string text;
  text.reserve(code_points.size() * 3);
  for (char32_t value : code_points) append_utf8(text, value);
  return text;
}

void append_utf8(std::string& out, char32_t value) {
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = kReplacement;
  auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((value >> shift) & 0x3F)); };
  if (value < 0x80) {
    out += static_cast<char>(value);
  } else if (value < 0x800) {
    out += static_cast<char>(0xC0 | (value >> 6));
    tail(0);
  } else if (value < 0x10000) {
    out += static_cast<char>(0xE0 | (value >> 12));
    tail(6), tail(0);
  } else {
    out += static_cast<char>(0xF0 | (value >> 18));
    tail(12), tail(6), tail(0);
  }
}

std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += decode(text, at).size) ++count;
  return count;
}

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.starts_with(prefix);
}

bool ends_with(std::string_view text, std::string_view suffix) { return text.ends_with(suffix); }

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t from = 0;
  for (std::size_t to; (to = text.find(separator, from)) != std::string_view::npos; from = to + 1) {
    parts.push_back(text.substr(from, to - from));
  }
  parts.push_back(text.substr(from));
  return parts;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string joined;
  for (const std::string& part : parts) {
    if (&part != &parts.front()) joined += separator;
    joined += part;
  }
  return joined;
}

}  // namespace minqing::base
