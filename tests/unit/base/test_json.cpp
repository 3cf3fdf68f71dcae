// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <limits>
#include <string>

#include "lib/base/file.hpp"
#include "lib/base/json.hpp"
#include "lib/base/json_plain.hpp"
#include "lib/base/utf8.hpp"

namespace minqing::base {
namespace {

std::string nested(int levels) { return std::string(levels, '[') + std::string(levels, ']'); }

}  // namespace

TEST_CASE("the same value always gives the same bytes") {
  struct Case {
    std::string text;
    std::string canonical;
  };
  const Case cases[] = {
      {" null ", "null"},
      {"true", "true"},
      {"\tfalse\r\n", "false"},
      {"0", "0"},
      {"-0", "0"},
      {"-12", "-12"},
      {"9223372036854775807", "9223372036854775807"},
      {"-9223372036854775808", "-9223372036854775808"},
      {"[]", "[]"},
      {"{ }", "{}"},
      {"[1, 2 ,[ ] ]", "[1,2,[]]"},
      {R"({"b":1,"a":2})", R"({"a":2,"b":1})"},
      {R"({"a_":1,"aB":2,"ab":3,"a":4,"Z":5,"":6})", R"({"":6,"Z":5,"a":4,"aB":2,"a_":1,"ab":3})"},
      {R"("\u4e2d\u6587")", R"("中文")"},
      {R"("\ud83d\ude00")", R"("😀")"},
      {R"("\/\b\f\n\r\t\"\\")", R"("/\b\f\n\r\t\"\\")"},
      {R"("\u0000\u001F\u007f")", "\"\\u0000\\u001f\x7f\""},
      {"\"\xe2\x80\xa8\"", "\"\xe2\x80\xa8\""},
      {nested(64), nested(64)}};
  for (const Case& c : cases) {
    INFO(c.text);
    Json value = parse_json(c.text);
    CHECK(value.dump() == c.canonical);
    CHECK(parse_canonical_json(c.canonical) == value);
    if (c.text != c.canonical) CHECK_THROWS_AS(parse_canonical_json(c.text), JsonError);
  }
}

TEST_CASE("what is no JSON of ours is refused with its offset") {
  struct Case {
    std::string text;
    std::string message;
  };
  const Case cases[] = {{"", "byte 0: the text ends here"},
                        {"  ", "byte 2: the text ends here"},
                        {"{} {}", "byte 3: something follows the value"},
                        {"1.0", "byte 0: number is no integer"},
                        {"[1e3]", "byte 1: number is no integer"},
                        {"-", "byte 0: the text ends here"},
                        {"[-]", "byte 1: no JSON value"},
                        {"+1", "byte 0: no JSON value"},
                        {"01", "byte 0: number with a leading zero"},
                        {"-01", "byte 0: number with a leading zero"},
                        {"NaN", "byte 0: no JSON value"},
                        {"nul", "byte 0: unknown word"},
                        {"9223372036854775808", "byte 0: integer does not fit into 64 bits"},
                        {"-9223372036854775809", "byte 0: integer does not fit into 64 bits"},
                        {"[1,]", "byte 3: no JSON value"},
                        {"[1 2]", "byte 3: ']' is missing"},
                        {"[1", "byte 2: ']' is missing"},
                        {"{\"a\":1,}", "byte 7: a key is missing"},
                        {"{a:1}", "byte 1: a key is missing"},
                        {"{\"a\" 1}", "byte 5: ':' is missing"},
                        {R"({"a":1,"a":2})", "byte 7: key occurs twice"},
                        {R"({"b":1,"a":2,"b":3})", "byte 13: key occurs twice"},
                        {R"({"a":1,"\u0061":2})", "byte 7: key occurs twice"},
                        {"\"a", "byte 2: a string is not closed"},
                        {"\"a\n\"", "byte 2: control character in a string"},
                        {std::string("\"\0\"", 3), "byte 1: control character in a string"},
                        {std::string("1\0", 2), "byte 1: something follows the value"},
                        {R"("\x41")", "byte 2: unknown escape"},
                        {"\"\\", "byte 2: unknown escape"},
                        {R"("\u12")", "byte 3: \\u needs four hex digits"},
                        {R"("\u+123")", "byte 3: \\u needs four hex digits"},
                        {R"("\u 123")", "byte 3: \\u needs four hex digits"},
                        {R"("\ud83d")", "byte 3: lone surrogate"},
                        {R"("\ud83dx")", "byte 3: lone surrogate"},
                        {R"("\ud83d\n")", "byte 3: lone surrogate"},
                        {R"("\ud83d\u0041")", "byte 3: lone surrogate"},
                        {R"("\ude00\ud83d")", "byte 3: lone surrogate"},
                        {R"("\ude00\ude00")", "byte 3: lone surrogate"},
                        {"\"\xff\"", "byte 1: not valid UTF-8"},
                        {"\"\xed\xa0\x80\"", "byte 1: not valid UTF-8"},
                        {"\xef\xbb\xbf{}", "byte 0: no JSON value"},
                        {"'a'", "byte 0: no JSON value"},
                        {"[1]//", "byte 3: something follows the value"},
                        {nested(65), "byte 65: more than 64 levels"},
                        {std::string(1'000'000, '['), "byte 65: more than 64 levels"}};
  for (const Case& c : cases) {
    INFO(c.text.substr(0, 60));
    CHECK_THROWS_WITH(parse_json(c.text), c.message);
  }
}

TEST_CASE("objects are built, asked and compared") {
  Json issue = Json::object();
  issue.set("number", "RS2026-00017").set("count", 3).set("open", true).set("note", nullptr);
  issue.set("count", std::int64_t{4});
  Json rounds = Json::array();
  rounds.push(1);
  rounds.push("二");
  issue.set("rounds", rounds);
  CHECK(issue.dump() ==
        R"({"count":4,"note":null,"number":"RS2026-00017","open":true,"rounds":[1,"二"]})");
  CHECK(issue.at("number").as_string() == "RS2026-00017");
  CHECK(issue.at("count").as_int() == 4);
  CHECK(issue.at("open").as_bool());
  CHECK(issue.at("note").is_null());
  CHECK(issue.at("rounds").as_array().size() == 2);
  CHECK(issue.find("missing") == nullptr);
  CHECK_THROWS_WITH(issue.at("missing"), "JSON object has no key 'missing'");
  CHECK_THROWS_WITH(issue.at("count").as_string(), "JSON value is not a string");
  CHECK_THROWS_AS(rounds.find("a"), JsonError);
  CHECK_THROWS_AS(issue.push(1), JsonError);
  CHECK(parse_json(issue.dump()) == issue);
  CHECK_FALSE(Json(1) == Json(true));
}

TEST_CASE("what could not be read again is not written") {
  CHECK_THROWS_WITH(Json("\xff").dump(), "text is not valid UTF-8");
  CHECK_THROWS_WITH(Json::object().set("\xff", 1).dump(), "text is not valid UTF-8");
  Json deep = Json::array();
  for (int i = 1; i < 64; ++i) deep = Json(Json::Array{deep});
  CHECK(parse_json(deep.dump()) == deep);
  CHECK_THROWS_AS(Json(Json::Array{deep}).dump(), JsonError);
}

TEST_CASE("text is plain up to the first byte that JSON escapes, wherever that stands") {
  for (std::size_t size = 0; size <= 20; ++size) {
    const std::string plain = std::string(size / 2, '!') + std::string(size - size / 2, '\xe6');
    CHECK(plain_json_length(plain) == size);
    for (std::size_t at = 0; at < size; ++at) {
      for (int byte = 0; byte < 256; ++byte) {
        std::string text = plain;
        text[at] = static_cast<char>(byte);
        const bool is_escaped = byte < 0x20 || byte == '"' || byte == '\\';
        REQUIRE(plain_json_length(text) == (is_escaped ? at : size));
      }
    }
  }
}

TEST_CASE("every code point survives as text") {
  std::string text;
  for (char32_t point = 0; point <= 0x10FFFF; point += point < 0x3000 ? 1 : 37) {
    if (point < 0xD800 || point > 0xDFFF) append_utf8(text, point);
  }
  CHECK(parse_canonical_json(Json(text).dump()).as_string() == text);
}

TEST_CASE("naughty strings survive as text") {
  const std::string path =
      std::string(MINQING_SOURCE_DIR) + "/../shared/data/text/naughty-strings/blns.json";
  if (!file_exists(path)) {
    WARN("no naughty strings here: " << path);
    return;
  }
  Json strings = parse_json(read_file(path, 1'000'000));
  REQUIRE(strings.as_array().size() > 400);
  CHECK(parse_canonical_json(strings.dump()) == strings);
}

}  // namespace minqing::base
