// SPDX-License-Identifier: MIT
// Numbers as the old binary formats store them, lowest byte first. Beyond the end of the bytes they
// are 0: callers that care look at the size before.

#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

namespace minqing::intake {

inline std::uint8_t u8_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<std::uint8_t>(bytes[at]) : std::uint8_t{0};
}

inline std::uint16_t u16_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint16_t>(u8_at(bytes, at) | u8_at(bytes, at + 1) << 8);
}

inline std::uint32_t u32_at(std::string_view bytes, std::size_t at) {
  return u16_at(bytes, at) | static_cast<std::uint32_t>(u16_at(bytes, at + 2)) << 16;
}

inline std::uint64_t u64_at(std::string_view bytes, std::size_t at) {
  return u32_at(bytes, at) | static_cast<std::uint64_t>(u32_at(bytes, at + 4)) << 32;
}

inline double double_at(std::string_view bytes, std::size_t at) {
  return std::bit_cast<double>(u64_at(bytes, at));
}

}  // namespace minqing::intake
