// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <set>

#include "lib/base/digest.hpp"

namespace minqing::base {

TEST_CASE("SHA-256 agrees with the published vectors") {  // FIPS 180-2, appendix B
  struct Case {
    std::string text;
    const char* hex;
  };
  const Case cases[] = {{"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
                        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
                        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
                        {std::string(1'000'000, 'a'),
                         "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"}};
  for (const Case& c : cases) CHECK(to_hex(bytes_of(sha256({c.text}))) == c.hex);
}

TEST_CASE("the parts of a digest are one after the other") {
  CHECK(sha256({"ab", "", "c"}) == sha256({"abc"}));
  CHECK(sha256({"ab", "d"}) != sha256({"abc"}));
  CHECK(hmac_sha256("k", {"ab", "c"}) == hmac_sha256("k", {"abc"}));
}

TEST_CASE("HMAC-SHA-256 agrees with RFC 4231") {
  CHECK(to_hex(bytes_of(hmac_sha256("Jefe", {"what do ya want ", "for nothing?"}))) ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  CHECK(to_hex(bytes_of(hmac_sha256(std::string(131, '\xaa'),
                                    {"Test Using Larger Than Block-Size Key - Hash Key First"}))) ==
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST_CASE("a digest comes back from its 32 bytes only") {
  Digest digest = sha256({"abc"});
  CHECK(digest_from(bytes_of(digest)) == digest);
  CHECK(digest_from(bytes_of(digest).substr(1)) == std::nullopt);
}

TEST_CASE("hex and base64 go there and back, and refuse other text") {
  std::string every;
  for (int byte = 0; byte < 256; ++byte) every += static_cast<char>(byte);
  for (std::size_t size = 0; size <= every.size(); ++size) {
    std::string bytes = every.substr(0, size);
    REQUIRE(from_hex(to_hex(bytes)) == bytes);
    REQUIRE(from_base64(to_base64(bytes)) == bytes);
  }
  CHECK(to_hex("\x0f\xa0") == "0fa0");
  CHECK(from_hex("0FA0") == "\x0f\xa0");
  CHECK(to_base64("\xfb\xff\xfe") == "-__-");
  for (const char* wrong : {"0", "0g", "0x12", "1 ", "１２"}) CHECK_FALSE(from_hex(wrong));
  for (const char* wrong :
       {"A", "AB=", "A B", "+///", "AAB", "AA\n", "=AAA", "A=AA", "AA=A", "AAA=",
        "AAAAAA\xff"
        "A"}) {
    INFO(wrong);
    CHECK_FALSE(from_base64(wrong));
  }
}

TEST_CASE("random bytes differ") {
  std::set<std::string> seen;
  for (int i = 0; i < 100; ++i) seen.insert(random_bytes(16));
  CHECK(seen.size() == 100);
  CHECK(random_bytes(0).empty());
}

TEST_CASE("a UUIDv7 carries time, version and variant") {
  std::string id = make_uuid_v7(0x0123456789AB);
  REQUIRE(id.size() == 36);
  CHECK(id.substr(0, 15) == "01234567-89ab-7");
  CHECK(id[18] == '-');
  CHECK(std::string("89ab").find(id[19]) != std::string::npos);
  CHECK(make_uuid_v7(1) < make_uuid_v7(2));
  CHECK(make_uuid_v7(1) != make_uuid_v7(1));
}

TEST_CASE("be64 is big-endian") {
  CHECK(to_hex(be64(0)) == "0000000000000000");
  CHECK(to_hex(be64(0x0102030405060708)) == "0102030405060708");
  CHECK(to_hex(be64(UINT64_MAX)) == "ffffffffffffffff");
}

}  // namespace minqing::base
