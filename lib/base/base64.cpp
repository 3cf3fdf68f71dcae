// SPDX-License-Identifier: MIT
// libsodium's own takes the same time for all input, which secrets need and ciphertext does not: it
// was a tenth of the time of an import.

#include <array>

#include "lib/base/digest.hpp"

namespace minqing::base {

namespace {

constexpr std::string_view kDigits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::uint8_t kNone = 64;

constexpr auto kValues = [] {
  std::array<std::uint8_t, 256> values{};
  values.fill(kNone);
  for (std::size_t i = 0; i < kDigits.size(); ++i) {
    values[static_cast<unsigned char>(kDigits[i])] = static_cast<std::uint8_t>(i);
  }
  return values;
}();

/// kNone, and nothing else, has a bit above the six.
std::uint32_t value_of(char digit) { return kValues[static_cast<unsigned char>(digit)]; }

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

}  // namespace

std::string to_base64(std::string_view bytes) {
  std::string text((bytes.size() + 2) / 3 * 4, '\0');
  char* to = text.data();
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::uint32_t three =
        byte_at(bytes, at) << 16 | byte_at(bytes, at + 1) << 8 | byte_at(bytes, at + 2);
    for (int shift : {18, 12, 6, 0}) *to++ = kDigits[three >> shift & 63];
  }
  text.resize((bytes.size() * 4 + 2) / 3);
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  if (text.size() % 4 == 1) return std::nullopt;
  std::string bytes(text.size() * 3 / 4, '\0');
  char* to = bytes.data();
  std::size_t at = 0;
  for (; at + 4 <= text.size(); at += 4) {
    const std::uint32_t a = value_of(text[at]), b = value_of(text[at + 1]);
    const std::uint32_t c = value_of(text[at + 2]), d = value_of(text[at + 3]);
    if (((a | b | c | d) & kNone) != 0) return std::nullopt;
    const std::uint32_t three = a << 18 | b << 12 | c << 6 | d;
    for (const int shift : {16, 8, 0}) *to++ = static_cast<char>(three >> shift);
  }
  std::uint32_t held = 0;
  int bits = 0;
  for (; at < text.size(); ++at) {
    const std::uint32_t value = value_of(text[at]);
    if (value == kNone) return std::nullopt;
    held = held << 6 | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    *to++ = static_cast<char>(held >> bits);
  }
  // One text for each value: what is left of the last digit is nothing.
  if ((held & ((1u << bits) - 1)) != 0) return std::nullopt;
  return bytes;
}

}  // namespace minqing::base
