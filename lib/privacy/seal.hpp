// SPDX-License-Identifier: MIT
// Sealing: personal text is stored only as XChaCha20-Poly1305 ciphertext under a data key of its
// own (one for each identity entry of an issue, one for the text). Data keys are wrapped by
// the key file's key, which lies outside the ledger's folder. Destroying a wrapped key makes the
// text unreadable everywhere while the event chain, which hashes ciphertext, stays valid.
//
// The ciphertext is bound to the ledger, the key and the field, so a sealed value cannot be moved
// to another field or key without notice. A commitment (HMAC under the data key) in the event shows
// a swapped key row.

#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "lib/base/digest.hpp"

namespace minqing::privacy {

/// 32 secret bytes, wiped when they go out of scope.
class Key {
 public:
  Key() = default;
  explicit Key(const std::array<std::uint8_t, 32>& bytes) : bytes_(bytes) {}
  Key(const Key&) = default;
  Key& operator=(const Key&) = default;
  ~Key();
  static Key random();
  static std::optional<Key> from_bytes(std::string_view bytes);
  std::string_view bytes() const;

 private:
  std::array<std::uint8_t, 32> bytes_{};
};

/// Identifier of a data key: 16 lower-case hex digits, random.
std::string make_key_id();

/// nonce(24) ‖ ciphertext ‖ tag(16). `field` is the event's field name ("name", "content" …).
std::string seal(const Key& key, std::string_view ledger_id, std::string_view key_id,
                 std::string_view field, std::string_view plain);
/// Nothing when the bytes do not authenticate.
std::optional<std::string> unseal(const Key& key, std::string_view ledger_id,
                                  std::string_view key_id, std::string_view field,
                                  std::string_view sealed);

/// Wraps a data key under the key file's key; bound to ledger and key id.
std::string wrap(const Key& file_key, std::string_view ledger_id, std::string_view key_id,
                 const Key& key);
std::optional<Key> unwrap(const Key& file_key, std::string_view ledger_id, std::string_view key_id,
                          std::string_view wrapped);

/// 32 hex digits: HMAC of the key id under the data key.
std::string commitment(const Key& key, std::string_view ledger_id, std::string_view key_id);

/// Keyed digest for exact matches and row keys (32 hex digits); `kind` separates uses ("phone",
/// "name", "row", "request"). Never a plain digest of personal data: eleven digits are enumerable.
std::string keyed_digest(const Key& index_key, std::string_view kind, std::string_view value);

/// The same of many values one after the other, which are never held together; of one value it is
/// keyed_digest. A copy goes on where the other is.
class KeyedDigest {
 public:
  KeyedDigest(const Key& index_key, std::string_view kind);
  void add(std::string_view value);
  /// Once, after the last value.
  std::string finish();

 private:
  base::HmacSha256 hmac_;
};

/// keyed_digest under one key, many times: what the digests of a kind have in common is done once.
class KeyedDigests {
 public:
  explicit KeyedDigests(const Key& index_key) : index_key_(index_key) {}
  std::string of(std::string_view kind, std::string_view value);
  KeyedDigest begin(std::string_view kind) const { return {index_key_, kind}; }

 private:
  Key index_key_;
  std::map<std::string, KeyedDigest, std::less<>> begun_;  ///< by kind
};

}  // namespace minqing::privacy
