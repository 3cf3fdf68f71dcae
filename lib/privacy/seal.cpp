// SPDX-License-Identifier: MIT
#include "lib/privacy/seal.hpp"

#include <sodium.h>

#include <algorithm>

#include "lib/base/digest.hpp"

namespace minqing::privacy {
namespace {

constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kShort = 16;  // bytes of a shortened HMAC

// DO NOT CHANGE: what was sealed under these words opens only with them.
constexpr std::string_view kSealDomain = "minqing.seal.v1";
constexpr std::string_view kWrapDomain = "minqing.wrap.v1";
constexpr std::string_view kCommitmentDomain = "minqing.commitment.v1";
constexpr std::string_view kIndexDomain = "minqing.index.v1";

const unsigned char* raw(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* raw(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

/// The parts with their lengths, so that no byte can shift from one to the next.
std::string bound(std::initializer_list<std::string_view> parts) {
  std::string bytes;
  for (std::string_view part : parts) {
    bytes += base::be64(part.size());
    bytes += part;
  }
  return bytes;
}

std::string encrypt(const Key& key, std::string_view context, std::string_view plain) {
  std::string sealed = base::random_bytes(kNonce);
  sealed.resize(kNonce + plain.size() + kTag);
  crypto_aead_xchacha20poly1305_ietf_encrypt(raw(sealed) + kNonce, nullptr, raw(plain),
                                             plain.size(), raw(context), context.size(), nullptr,
                                             raw(sealed), raw(key.bytes()));
  return sealed;
}

std::optional<std::string> decrypt(const Key& key, std::string_view context,
                                   std::string_view sealed) {
  if (sealed.size() < kNonce + kTag) return std::nullopt;
  std::string plain(sealed.size() - kNonce - kTag, '\0');
  int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
      raw(plain), nullptr, nullptr, raw(sealed) + kNonce, sealed.size() - kNonce, raw(context),
      context.size(), raw(sealed), raw(key.bytes()));
  if (failed) return std::nullopt;
  return plain;
}

std::string short_hmac(const Key& key, std::string_view context) {
  base::Digest digest = base::hmac_sha256(key.bytes(), {context});
  return base::to_hex(base::bytes_of(digest).substr(0, kShort));
}

}  // namespace

Key::~Key() { sodium_memzero(bytes_.data(), bytes_.size()); }

Key Key::random() {
  std::string bytes = base::random_bytes(32);
  Key key = *from_bytes(bytes);
  sodium_memzero(bytes.data(), bytes.size());
  return key;
}

std::optional<Key> Key::from_bytes(std::string_view bytes) {
  Key key;
  if (bytes.size() != key.bytes_.size()) return std::nullopt;
  std::copy(bytes.begin(), bytes.end(), key.bytes_.begin());
  return key;
}

std::string_view Key::bytes() const {
  return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()};
}

std::string make_key_id() { return base::to_hex(base::random_bytes(8)); }

std::string seal(const Key& key, std::string_view ledger_id, std::string_view key_id,
                 std::string_view field, std::string_view plain) {
  return encrypt(key, bound({kSealDomain, ledger_id, key_id, field}), plain);
}

std::optional<std::string> unseal(const Key& key, std::string_view ledger_id,
                                  std::string_view key_id, std::string_view field,
                                  std::string_view sealed) {
  return decrypt(key, bound({kSealDomain, ledger_id, key_id, field}), sealed);
}

std::string wrap(const Key& file_key, std::string_view ledger_id, std::string_view key_id,
                 const Key& key) {
  return encrypt(file_key, bound({kWrapDomain, ledger_id, key_id}), key.bytes());
}

std::optional<Key> unwrap(const Key& file_key, std::string_view ledger_id, std::string_view key_id,
                          std::string_view wrapped) {
  auto bytes = decrypt(file_key, bound({kWrapDomain, ledger_id, key_id}), wrapped);
  if (!bytes) return std::nullopt;
  auto key = Key::from_bytes(*bytes);
  sodium_memzero(bytes->data(), bytes->size());
  return key;
}

std::string commitment(const Key& key, std::string_view ledger_id, std::string_view key_id) {
  return short_hmac(key, bound({kCommitmentDomain, ledger_id, key_id}));
}

std::string keyed_digest(const Key& index_key, std::string_view kind, std::string_view value) {
  return short_hmac(index_key, bound({kIndexDomain, kind, value}));
}

KeyedDigest::KeyedDigest(const Key& index_key, std::string_view kind) : hmac_(index_key.bytes()) {
  hmac_.add(bound({kIndexDomain, kind}));
}

void KeyedDigest::add(std::string_view value) {
  hmac_.add(base::be64(value.size()));
  hmac_.add(value);
}

std::string KeyedDigest::finish() {
  return base::to_hex(base::bytes_of(hmac_.finish()).substr(0, kShort));
}

std::string KeyedDigests::of(std::string_view kind, std::string_view value) {
  auto known = begun_.find(kind);
  if (known == begun_.end()) known = begun_.emplace(kind, begin(kind)).first;
  KeyedDigest digest = known->second;
  digest.add(value);
  return digest.finish();
}

}  // namespace minqing::privacy
