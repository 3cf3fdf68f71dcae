// SPDX-License-Identifier: MIT
// Rows without a known category: which go to the category that the caller names, and what is kept.

#include "lib/intake/unknown_category.hpp"
#include "tests/unit/intake/sample_office.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace minqing::intake {

namespace {

Draft row_with(const std::vector<std::string>& categories, const std::string& remark = {}) {
  Draft draft;
  const auto add = [&](const char* field, const std::string& words) {
    DraftValue& value = draft.values.emplace_back();
    value.field = field;
    value.cell.set(Cell::Type::text, words);
  };
  for (const std::string& category : categories) add("category", category);
  if (!remark.empty()) add("remark", remark);
  return draft;
}

/// `category: … / remark: …` of a draft.
std::vector<std::string> values_in(const Draft& draft) {
  std::vector<std::string> out;
  for (const DraftValue& value : draft.values) {
    out.push_back(value.field + ":" + value.cell.value + (value.for_all ? "*" : ""));
  }
  return out;
}

using ValuesInDraft = std::vector<std::string>;

}  // namespace

TEST_CASE("a row without a known category goes where the caller says, its words into the remark") {
  const schema::Schema schema = sample_schema();
  UnknownCategories unknown(schema, "other");
  struct Case {
    Draft row;
    ValuesInDraft becomes;
  };
  const Case cases[] = {
      {row_with({"五花八门"}), {"remark:原类别：五花八门", "category:other*"}},
      {row_with({"五花八门"}, "已告知"),
       {"remark:已告知", "remark:原类别：五花八门", "category:other*"}},
      {row_with({" 五花八门 ", "乱七八糟", "五花八门"}),
       {"remark:原类别：五花八门、乱七八糟", "category:other*"}},
      {row_with({}), {"category:other*"}},
      {row_with({"／"}, "已告知"), {"remark:已告知", "category:other*"}},
  };
  for (const Case& one : cases) {
    Draft draft = one.row;
    REQUIRE(unknown.keep_words(draft));
    unknown.send(draft);
    CHECK(values_in(draft) == one.becomes);
  }
}

TEST_CASE("known words, near ones and faults are left as they are") {
  const schema::Schema schema = sample_schema();
  UnknownCategories unknown(schema, "other");
  const std::vector<std::vector<std::string>> rows = {
      {"供水"}, {"供氺"}, {"供水问题"}, {"五花八门", "供水"}, {"供氺", "五花八门"}};
  for (const auto& categories : rows) {
    Draft draft = row_with(categories);
    const ValuesInDraft before = values_in(draft);
    INFO(categories.front());
    CHECK_FALSE(unknown.keep_words(draft));
    CHECK(values_in(draft) == before);
  }
  Draft fault = row_with({"五花八门"});
  fault.values.front().cell.set(Cell::Type::error, "#REF!");
  CHECK_FALSE(unknown.keep_words(fault));

  UnknownCategories none(schema, "");
  Draft draft = row_with({"五花八门"});
  CHECK_FALSE(none.keep_words(draft));
  CHECK(none.report().words.empty());
}

TEST_CASE("words are counted, masked and listed by their rows") {
  const schema::Schema schema = sample_schema();
  UnknownCategories unknown(schema, "other");
  const std::vector<std::string> rows[] = {{"13800000001"}, {"五花八门"}, {}, {"五花八门"}, {}, {}};
  for (const auto& categories : rows) {
    Draft draft = row_with(categories);
    const auto words = unknown.keep_words(draft);
    REQUIRE(words);
    unknown.count(*words);
  }
  std::string listed;
  for (const auto& one : unknown.report().words) {
    listed += one.words + " " + std::to_string(one.rows) + "\n";
  }
  CHECK(listed == " 3\n五花八门 2\n138****0001 1\n");
  CHECK(unknown.report().label.zh == "其他");
}

TEST_CASE("a column with ever other words is none of categories") {
  const schema::Schema schema = sample_schema();
  UnknownCategories unknown(schema, "other");
  const auto is_sent = [&](int number) {
    Draft draft = row_with({"甲" + std::to_string(number) + "乙"});
    return unknown.keep_words(draft).has_value();
  };
  for (int number = 0; number < 500; ++number) REQUIRE(is_sent(number));
  CHECK_FALSE(is_sent(500));
  CHECK(is_sent(499));
}

TEST_CASE("the category for unknown ones has to be one") {
  const schema::Schema schema = sample_schema();
  CHECK(category_for_unknown(schema, "其他").id == "other");
  CHECK_THROWS_AS(category_for_unknown(schema, "五花八门"), base::Error);
}

}  // namespace minqing::intake
