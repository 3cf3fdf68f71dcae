// SPDX-License-Identifier: MIT
// Digests and their spellings. SHA-256 is nettle's, whose code follows the processor and which is
// small: libcrypto's, a tenth faster, came with two megabytes that each start had to relocate.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace minqing::base {

using Digest = std::array<std::uint8_t, 32>;

/// SHA-256 of the parts, one after the other. Callers separate parts so that bytes cannot shift
/// between them.
Digest sha256(std::initializer_list<std::string_view> parts);
/// HMAC-SHA-256 of parts that come one after the other; the key may have any length.
class HmacSha256 {
 public:
  explicit HmacSha256(std::string_view key);
  /// Goes on where the other is: many digests under one key, or with one beginning, share its cost.
  HmacSha256(const HmacSha256&) = default;
  HmacSha256& operator=(const HmacSha256&) = default;
  ~HmacSha256();
  void add(std::string_view part);
  /// Once, after the last part.
  Digest finish();

 private:
  static constexpr std::size_t kStateSize = 112;
  alignas(8) std::array<std::byte, kStateSize> inner_;
  alignas(8) std::array<std::byte, kStateSize> outer_;
};
Digest hmac_sha256(std::string_view key, std::initializer_list<std::string_view> parts);

/// The raw bytes as a view.
std::string_view bytes_of(const Digest& digest);
/// From exactly 32 raw bytes.
std::optional<Digest> digest_from(std::string_view bytes);

std::string to_hex(std::string_view bytes);
std::optional<std::string> from_hex(std::string_view hex);
/// URL-safe base64 without padding.
std::string to_base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);

/// Random bytes from the operating system.
std::string random_bytes(std::size_t count);
/// UUID version 7 (RFC 9562): time-ordered, lower-case with hyphens.
std::string make_uuid_v7(std::int64_t unix_millis);
/// Big-endian eight bytes.
std::string be64(std::uint64_t value);

}  // namespace minqing::base
