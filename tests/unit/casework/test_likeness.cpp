// SPDX-License-Identifier: MIT
// By what two matters are perhaps one.

#include "lib/casework/likeness.hpp"
#include "tests/unit/casework/story.hpp"

#include <catch2/catch.hpp>

namespace minqing::casework {

namespace {

Particulars water_of(const std::vector<std::string>& phones) {
  Particulars of;
  of.category = "water_supply";
  for (const std::string& phone : phones) {
    Resident resident;
    resident.name = personal("周小满");
    if (!phone.empty()) resident.phone = personal(phone);
    of.residents.push_back(resident);
  }
  return of;
}

}  // namespace

TEST_CASE("matters are likened by each telephone, in one notation, within their category") {
  struct Case {
    std::vector<std::string> phones;
    std::vector<std::string> likened;
  };
  const Case cases[] = {
      {{"13800000001"}, {"13800000001"}},
      {{"+86 138-0000-0001"}, {"13800000001"}},
      {{"１３８０００００００１"}, {"13800000001"}},
      {{"13800000001/13800000002"}, {"13800000001", "13800000002"}},
      {{"13800000001", "", "13800000002", "138 0000 0001"}, {"13800000001", "13800000002"}},
      {{"6221234"}, {"6221234"}},
  };
  for (const Case& one : cases) {
    std::vector<Likeness> expected;
    for (const std::string& phone : one.likened) expected.push_back({"water_supply", phone});
    CHECK(likenesses(water_of(one.phones)) == expected);
  }
}

TEST_CASE("a matter without a resident's telephone is like no other") {
  for (const char* phone : {"", "无", "-", "12345", "110", "00000000000", "1111111"}) {
    INFO(phone);
    CHECK(likenesses(water_of({phone})).empty());
  }
  CHECK(likenesses(water_of({})).empty());
}

}  // namespace minqing::casework
