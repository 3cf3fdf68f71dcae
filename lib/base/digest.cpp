// SPDX-License-Identifier: MIT
#include "lib/base/digest.hpp"

// The functions of SHA-256 alone, without the set-up of the library that EVP needs at each start.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
#include <pthread.h>
#include <sodium.h>

#include <algorithm>
#include <new>
#include <stdexcept>

namespace minqing::base {
namespace {

const unsigned char* raw(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

template <std::size_t N>
SHA256_CTX* state_of(std::array<std::byte, N>& bytes) {
  return std::launder(reinterpret_cast<SHA256_CTX*>(bytes.data()));
}

/// Digests need no initialisation, randomness does: commands that only read do not pay for it.
void need_sodium() {
  static const int ready = sodium_init();
  if (ready < 0) throw std::runtime_error("libsodium cannot be initialised");
}

/// How often this process was forked from another: a child must not repeat what its parent has in
/// store.
class Forks {
 public:
  static unsigned count() {
    static const int watched = pthread_atfork(nullptr, nullptr, [] { ++count_; });
    if (watched != 0) throw std::bad_alloc();
    return count_;
  }

 private:
  inline static unsigned count_ = 0;
};

/// Random bytes of the operating system, fetched some at a time. What was given out is wiped here.
class Randomness {
 public:
  Randomness() { need_sodium(); }
  ~Randomness() { sodium_memzero(bytes_.data(), bytes_.size()); }
  Randomness(const Randomness&) = delete;

  std::string take(std::size_t count) {
    std::string out(count, '\0');
    if (count > bytes_.size()) {
      randombytes_buf(out.data(), out.size());
      return out;
    }
    if (left_ < count || forks_ != Forks::count()) refill();
    left_ -= count;
    std::copy_n(bytes_.data() + left_, count, out.data());
    sodium_memzero(bytes_.data() + left_, count);
    return out;
  }

 private:
  void refill() {
    randombytes_buf(bytes_.data(), bytes_.size());
    left_ = bytes_.size();
    forks_ = Forks::count();
  }

  std::array<char, 512> bytes_{};
  std::size_t left_ = 0;
  unsigned forks_ = 0;
};

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

}  // namespace

Digest sha256(std::initializer_list<std::string_view> parts) {
  SHA256_CTX state;
  SHA256_Init(&state);
  for (std::string_view part : parts) SHA256_Update(&state, part.data(), part.size());
  Digest digest;
  SHA256_Final(digest.data(), &state);
  return digest;
}

HmacSha256::HmacSha256(std::string_view key) {
  static_assert(sizeof(SHA256_CTX) <= kStateSize && alignof(SHA256_CTX) <= 8);
  std::array<unsigned char, SHA256_CBLOCK> block{};
  if (key.size() > block.size()) {
    SHA256(raw(key), key.size(), block.data());
  } else {
    std::copy(key.begin(), key.end(), block.begin());
  }
  const auto begin = [&](auto& state, unsigned char pad) {
    std::array<unsigned char, SHA256_CBLOCK> padded;
    std::transform(block.begin(), block.end(), padded.begin(),
                   [&](unsigned char byte) { return static_cast<unsigned char>(byte ^ pad); });
    SHA256_Init(new (state.data()) SHA256_CTX);
    SHA256_Update(state_of(state), padded.data(), padded.size());
    sodium_memzero(padded.data(), padded.size());
  };
  begin(inner_, 0x36);
  begin(outer_, 0x5c);
  sodium_memzero(block.data(), block.size());
}

HmacSha256::~HmacSha256() {
  sodium_memzero(inner_.data(), inner_.size());
  sodium_memzero(outer_.data(), outer_.size());
}

void HmacSha256::add(std::string_view part) {
  SHA256_Update(state_of(inner_), part.data(), part.size());
}

Digest HmacSha256::finish() {
  Digest digest;
  SHA256_Final(digest.data(), state_of(inner_));
  SHA256_Update(state_of(outer_), digest.data(), digest.size());
  SHA256_Final(digest.data(), state_of(outer_));
  return digest;
}

Digest hmac_sha256(std::string_view key, std::initializer_list<std::string_view> parts) {
  HmacSha256 hmac(key);
  for (std::string_view part : parts) hmac.add(part);
  return hmac.finish();
}

std::string_view bytes_of(const Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

std::optional<Digest> digest_from(std::string_view bytes) {
  Digest digest;
  if (bytes.size() != digest.size()) return std::nullopt;
  std::copy(bytes.begin(), bytes.end(), digest.begin());
  return digest;
}

std::string to_hex(std::string_view bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string hex(bytes.size() * 2, '\0');
  auto digit = hex.begin();
  for (char byte : bytes) {
    *digit++ = kDigits[static_cast<unsigned char>(byte) >> 4];
    *digit++ = kDigits[static_cast<unsigned char>(byte) & 15];
  }
  return hex;
}

std::optional<std::string> from_hex(std::string_view hex) {
  if (hex.size() % 2 != 0) return std::nullopt;
  std::string bytes;
  bytes.reserve(hex.size() / 2);
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    int high = hex_value(hex[i]);
    int low = hex_value(hex[i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes += static_cast<char>(high * 16 + low);
  }
  return bytes;
}

std::string random_bytes(std::size_t count) {
  // Asking the kernel for each key and nonce took an import more time than using them.
  thread_local Randomness source;
  return source.take(count);
}

std::string make_uuid_v7(std::int64_t unix_millis) {
  std::string bytes = be64(static_cast<std::uint64_t>(unix_millis) << 16) + random_bytes(8);
  std::string noise = random_bytes(2);
  bytes[6] = static_cast<char>(0x70 | (noise[0] & 0x0F));
  bytes[7] = noise[1];
  bytes[8] = static_cast<char>(0x80 | (bytes[8] & 0x3F));
  std::string hex = to_hex(bytes);
  for (std::size_t hyphen : {8, 13, 18, 23}) hex.insert(hyphen, 1, '-');
  return hex;
}

std::string be64(std::uint64_t value) {
  std::string bytes(8, '\0');
  for (std::size_t i = 0; i < 8; ++i) bytes[i] = static_cast<char>(value >> (56 - 8 * i));
  return bytes;
}

}  // namespace minqing::base
