// SPDX-License-Identifier: MIT
// Canonical JSON in order, without the tree: it must write and accept exactly what the tree does.

#include "lib/base/json_stream.hpp"

#include <catch2/catch.hpp>

namespace minqing::base {

namespace {

/// What reading `{"text":…,"whole":…,"yes":…}` gives: `text|whole|yes`, or the fault.
std::string reading(std::string_view bytes) {
  try {
    JsonReader in(bytes);
    std::string out;
    in.begin_object();
    if (in.take_key("text")) out += in.string() + "|";
    if (in.take_key("whole")) out += std::to_string(in.integer()) + "|";
    if (in.take_key("yes")) out += in.boolean() ? "yes" : "no";
    in.end_object();
    in.end();
    return out;
  } catch (const JsonError&) {
    return "refused";
  }
}

}  // namespace

TEST_CASE("values written in order are the bytes of the tree") {
  Json tree = Json::object();
  tree.set("empty", Json::object());
  tree.set("list", Json::Array{std::string("甲\n\"\\\x01"), -7, true, Json::Array{}, false});
  tree.set("z", std::int64_t{9223372036854775807});

  JsonWriter out;
  out.begin_object();
  out.key("empty");
  out.begin_object();
  out.end_object();
  out.key("list");
  out.begin_array();
  out.string("甲\n\"\\\x01");
  out.integer(-7);
  out.boolean(true);
  out.begin_array();
  out.end_array();
  out.boolean(false);
  out.end_array();
  out.key("z");
  out.integer(9223372036854775807);
  out.end_object();
  CHECK(out.take() == tree.dump());
}

TEST_CASE("what could not be read again is not written in order either") {
  JsonWriter out;
  out.begin_object();
  out.key("b");
  out.integer(1);
  CHECK_THROWS_AS(out.key("a"), JsonError);
  CHECK_THROWS_AS(out.key("b"), JsonError);
  CHECK_THROWS_AS(out.string("\xff"), JsonError);
}

TEST_CASE("only canonical bytes are read in order, as the tree reads them") {
  for (const std::string_view bytes :
       {R"({"text":"甲","whole":-7,"yes":true})", R"({"text":"\"\\\b\f\n\r\t\u0001\u001f"})", "{}",
        R"({"whole":0})", R"({"yes":false})", R"({"text":"a/b"})"}) {
    CAPTURE(bytes);
    CHECK(reading(bytes) != "refused");
    CHECK_NOTHROW(parse_canonical_json(bytes));
  }
  for (const std::string_view bytes : {"",
                                       "{",
                                       R"({"text":"甲)",
                                       R"({"text":"甲"} )",
                                       R"( {"text":"甲"})",
                                       R"({"text": "甲"})",
                                       R"({"text":"\/"})",
                                       R"({"text":"\u0041"})",
                                       R"({"text":"\u001F"})",
                                       R"({"text":"\u000a"})",
                                       R"({"text":"\u00"})",
                                       R"({"text":"\x"})",
                                       "{\"text\":\"\n\"}",
                                       "{\"text\":\"\xff\"}",
                                       R"({"whole":-0})",
                                       R"({"whole":01})",
                                       R"({"whole":1.0})",
                                       R"({"whole":+1})",
                                       R"({"whole":9223372036854775808})",
                                       R"({"whole":""})",
                                       R"({"yes":1})",
                                       R"({"yes":True})",
                                       R"({"whole":1,"text":"甲"})",
                                       R"({"text":"甲","text":"甲"})",
                                       R"({"text":"甲",})",
                                       R"({"text":"甲""yes":true})",
                                       R"({"text":"甲"}{})"}) {
    CAPTURE(bytes);
    CHECK(reading(bytes) == "refused");
  }
}

TEST_CASE("a value is passed over and read later") {
  JsonReader in(R"({"a":{"b":["]}",{"c":"\""}],"d":1},"e":[2,3]})");
  in.begin_object();
  REQUIRE(in.take_key("a"));
  CHECK(in.skip() == R"({"b":["]}",{"c":"\""}],"d":1})");
  CHECK_FALSE(in.take_key("b"));
  CHECK(in.peek_key() == "e");
  REQUIRE(in.take_key("e"));
  in.begin_array();
  std::vector<std::int64_t> items;
  while (in.next_item()) items.push_back(in.integer());
  CHECK(items == std::vector<std::int64_t>{2, 3});
  CHECK(in.peek_key().empty());
  in.end_object();
  in.end();
}

TEST_CASE("an object of any keys is read key by key") {
  JsonReader in(R"({"甲":1,"乙":2})");
  in.begin_object();
  std::string keys;
  while (auto key = in.next_key()) keys += *key + std::to_string(in.integer());
  CHECK(keys == "甲1乙2");
  in.end();
}

}  // namespace minqing::base
