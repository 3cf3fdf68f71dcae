// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <set>
#include <string>

#include "lib/base/digest.hpp"
#include "lib/privacy/seal.hpp"

namespace minqing::privacy {
namespace {

constexpr std::string_view kSealedLedger = "0192f000-0000-7000-8000-000000000001";
constexpr std::string_view kOtherLedger = "0192f000-0000-7000-8000-000000000002";
constexpr std::string_view kId = "00112233aabbccdd";

Key numbered_key(char first) {
  std::string bytes(32, first);
  for (std::size_t i = 0; i < 32; ++i) bytes[i] = static_cast<char>(first + static_cast<char>(i));
  return *Key::from_bytes(bytes);
}

}  // namespace

TEST_CASE("what is sealed opens with the same key, ledger, key id and field") {
  Key key = Key::random();
  for (const std::string& plain :
       {std::string(), std::string("张三"), std::string("a\0b", 3), std::string(100'000, 'x')}) {
    std::string sealed = seal(key, kSealedLedger, kId, "name", plain);
    CHECK(sealed.size() == plain.size() + 24 + 16);
    CHECK(unseal(key, kSealedLedger, kId, "name", sealed) == plain);
  }
}

TEST_CASE("a sealed value opens nowhere else") {
  Key key = numbered_key(1);
  std::string sealed = seal(key, kSealedLedger, kId, "name", "张三");
  CHECK_FALSE(unseal(numbered_key(2), kSealedLedger, kId, "name", sealed));
  CHECK_FALSE(unseal(key, kOtherLedger, kId, "name", sealed));
  CHECK_FALSE(unseal(key, kSealedLedger, "00112233aabbccde", "name", sealed));
  CHECK_FALSE(unseal(key, kSealedLedger, kId, "phone", sealed));
  // Bytes do not shift between the names it is bound to.
  CHECK_FALSE(unseal(key, kSealedLedger, std::string(kId) + "n", "ame", sealed));
  CHECK(unseal(key, kSealedLedger, kId, "name", sealed) == "张三");
}

TEST_CASE("every flipped bit and every cut is noticed") {
  Key key = numbered_key(1);
  std::string sealed = seal(key, kSealedLedger, kId, "phone", "13800000001");
  for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
    std::string bent = sealed;
    bent[bit / 8] = static_cast<char>(bent[bit / 8] ^ (1 << (bit % 8)));
    REQUIRE_FALSE(unseal(key, kSealedLedger, kId, "phone", bent));
  }
  for (std::size_t size = 0; size < sealed.size(); ++size) {
    REQUIRE_FALSE(unseal(key, kSealedLedger, kId, "phone", sealed.substr(0, size)));
  }
  CHECK_FALSE(unseal(key, kSealedLedger, kId, "phone", sealed + '\0'));
}

TEST_CASE("the same text is sealed differently each time") {
  Key key = numbered_key(1);
  std::set<std::string> seen;
  for (int i = 0; i < 100; ++i)
    seen.insert(seal(key, kSealedLedger, kId, "name", "张三").substr(0, 24));
  CHECK(seen.size() == 100);
}

TEST_CASE("what was sealed by an earlier program still opens") {
  // The form is a promise: nonce, ciphertext and tag under the words of version 1.
  auto sealed = base::from_hex(
      "000102030405060708090a0b0c0d0e0f1011121314151617"
      "70997288719411a118438e892cf72dc80f618abf5bd7");
  REQUIRE(sealed);
  CHECK(unseal(numbered_key(1), kSealedLedger, kId, "name", *sealed) == "张三");
  CHECK(commitment(numbered_key(1), kSealedLedger, kId) == "9c084d19820cb9d45d95230d29425f29");
  CHECK(keyed_digest(numbered_key(1), "phone", "13800000001") ==
        "2b26b332282ee69538eb50b6dcd3f8c2");
}

TEST_CASE("data keys are wrapped for one ledger and one key id") {
  Key file_key = Key::random();
  Key key = Key::random();
  std::string wrapped = wrap(file_key, kSealedLedger, kId, key);
  auto opened = unwrap(file_key, kSealedLedger, kId, wrapped);
  REQUIRE(opened);
  CHECK(opened->bytes() == key.bytes());
  CHECK(wrapped.find(key.bytes()) == std::string::npos);
  CHECK_FALSE(unwrap(key, kSealedLedger, kId, wrapped));
  CHECK_FALSE(unwrap(file_key, kOtherLedger, kId, wrapped));
  CHECK_FALSE(unwrap(file_key, kSealedLedger, "00112233aabbccde", wrapped));
  CHECK_FALSE(unwrap(file_key, kSealedLedger, kId, wrapped.substr(1)));
  // A wrapped key is no sealed text and the other way round.
  CHECK_FALSE(unseal(file_key, kSealedLedger, kId, "", wrapped));
  CHECK_FALSE(unwrap(file_key, kSealedLedger, kId,
                     seal(file_key, kSealedLedger, kId, "", std::string(32, 'x'))));
}

TEST_CASE("commitments and keyed digests depend on everything that is named") {
  Key key = numbered_key(1);
  std::set<std::string> seen = {commitment(key, kSealedLedger, kId),
                                commitment(numbered_key(2), kSealedLedger, kId),
                                commitment(key, kOtherLedger, kId),
                                commitment(key, kSealedLedger, "00112233aabbccde"),
                                keyed_digest(key, "phone", "13800000001"),
                                keyed_digest(key, "phone", "13800000002"),
                                keyed_digest(key, "name", "13800000001"),
                                keyed_digest(key, "phone1", "3800000001"),
                                keyed_digest(numbered_key(2), "phone", "13800000001")};
  CHECK(seen.size() == 9);
  for (const std::string& digest : seen) {
    CHECK(digest.size() == 32);
    CHECK(digest.find_first_not_of("0123456789abcdef") == std::string::npos);
  }
}

TEST_CASE("keys and their ids are random and have their length") {
  CHECK(Key::random().bytes() != Key::random().bytes());
  CHECK(Key::random().bytes().size() == 32);
  CHECK_FALSE(Key::from_bytes(std::string(31, 'x')));
  CHECK_FALSE(Key::from_bytes(std::string(33, 'x')));
  CHECK(make_key_id() != make_key_id());
  CHECK(make_key_id().size() == 16);
}

}  // namespace minqing::privacy
