// SPDX-License-Identifier: MIT
#include "lib/base/digest.hpp"

#include <nettle/sha2.h>
#include <pthread.h>
#include <sodium.h>

#include <algorithm>
#include <new>
#include <stdexcept>

namespace minqing::base {
namespace {

void add_to(sha256_ctx& state, std::string_view part) {
  sha256_update(&state, part.size(), reinterpret_cast<const std::uint8_t*>(part.data()));
}

Digest finished(sha256_ctx& state) {
  Digest digest;
  sha256_digest(&state, digest.size(), digest.data());
  return digest;
}

template <std::size_t N>
sha256_ctx& state_of(std::array<std::byte, N>& bytes) {
  return *std::launder(reinterpret_cast<sha256_ctx*>(bytes.data()));
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
  sha256_ctx state;
  sha256_init(&state);
  for (std::string_view part : parts) add_to(state, part);
  return finished(state);
}

HmacSha256::HmacSha256(std::string_view key) {
  static_assert(sizeof(sha256_ctx) <= kStateSize && alignof(sha256_ctx) <= 8);
  std::array<char, SHA256_BLOCK_SIZE> block{};
  Digest digest_of_key{};
  if (key.size() > block.size()) {
    digest_of_key = sha256({key});
    key = bytes_of(digest_of_key);
  }
  std::copy(key.begin(), key.end(), block.begin());
  const auto begin = [&](auto& state, char pad) {
    std::array<char, SHA256_BLOCK_SIZE> padded;
    std::transform(block.begin(), block.end(), padded.begin(),
                   [&](char byte) { return static_cast<char>(byte ^ pad); });
    sha256_init(new (state.data()) sha256_ctx);
    add_to(state_of(state), {padded.data(), padded.size()});
    sodium_memzero(padded.data(), padded.size());
  };
  begin(inner_, 0x36);
  begin(outer_, 0x5c);
  sodium_memzero(block.data(), block.size());
  sodium_memzero(digest_of_key.data(), digest_of_key.size());
}

HmacSha256::~HmacSha256() {
  sodium_memzero(inner_.data(), inner_.size());
  sodium_memzero(outer_.data(), outer_.size());
}

void HmacSha256::add(std::string_view part) { add_to(state_of(inner_), part); }

Digest HmacSha256::finish() {
  const Digest inner = finished(state_of(inner_));
  add_to(state_of(outer_), bytes_of(inner));
  return finished(state_of(outer_));
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
