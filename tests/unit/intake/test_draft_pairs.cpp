// SPDX-License-Identifier: MIT
// A registration written down field by field: a form, a YAML map.

#include <catch2/catch.hpp>

#include "lib/intake/draft_pairs.hpp"
#include "tests/unit/intake/sample_office.hpp"

namespace minqing::intake {
namespace {

/// `field=value@line` of every value, then `!line:column` of every problem.
std::string shown(const TypedWords& typed) {
  std::string out;
  for (const DraftValue& value : typed.draft.values) {
    out += value.field + "=" + value.cell.value + "@" + std::to_string(value.place.line) + " ";
  }
  for (const base::Problem& problem : typed.problems) {
    out +=
        "!" + std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column) + " ";
  }
  return out;
}

struct Case {
  std::string text;
  std::string expected;
};

TEST_CASE("a form is read line by line") {
  const schema::Schema schema = sample_schema();
  const auto [text, expected] = GENERATE(values<Case>({
      {"# 说明\n村: 热水村\n类别：供水\n姓名: \n内容: 停水\n",
       "village=热水村@2 category=供水@3 content=停水@5 "},
      // The content takes all that follows, whatever it looks like; comments are none of it.
      {"内容: 停水\n电话: 不通\n# 说明\n\n两天了\n\n", "content=停水\n电话: 不通\n\n两天了@1 "},
      {"内容:\r\n停水\r\n类别: 供水\r\n", "content=停水\n类别: 供水@1 "},
      {"村 热水村\n类刑: 供水\n内容: \n", "!1:0 !2:0 "},
      {"", ""},
      {"\xFF", "!0:0 "},
  }));
  CAPTURE(text);
  CHECK(shown(read_form(schema, text, "登记.txt")) == expected);
}

TEST_CASE("a YAML map is read with its places") {
  const schema::Schema schema = sample_schema();
  const auto [text, expected] = GENERATE(values<Case>({
      {"村: 热水村\n电话: 010\n内容: |\n  停水\n  两天了\n",
       "village=热水村@1 phone=010@2 content=停水\n两天了@3 "},
      {"类刑: 供水\n内容: [停水]\n姓名:\n", "!1:1 !2:5 !3:1 "},
      {"- 停水\n", "!1:1 "},
      {"村: &a 热水村\n内容: *a\n", "!1:4 !2:5 "},
      {"村: 热水村\n村: 长塘村\n", "!2:1 "},
      {"", "!0:0 "},
  }));
  CAPTURE(text);
  CHECK(shown(read_yaml(schema, text, "一件.yaml")) == expected);
}

}  // namespace
}  // namespace minqing::intake
