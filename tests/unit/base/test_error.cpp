// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <string>

#include "lib/base/error.hpp"

namespace minqing::base {

TEST_CASE("a place is written as people point at it") {
  struct Case {
    Place place;
    std::string text;
  };
  const Case cases[] = {{{"三月.xlsx", "一组", "C18"}, "三月.xlsx:一组!C18"},
                        {{"三月.xlsx", "一组", ""}, "三月.xlsx:一组"},
                        {{"三月.xlsx", "", "C18"}, "三月.xlsx:C18"},
                        {{"2026-03.csv", "", "", 118}, "2026-03.csv:118"},
                        {{"schema.yaml", "", "", 12, 5}, "schema.yaml:12:5"},
                        {{"schema.yaml", "", "", 0, 5}, "schema.yaml"},
                        {{"", "", "", 12, 5}, "12:5"},
                        {{"", "一组", "C18"}, "一组!C18"},
                        {{}, ""}};
  for (const Case& c : cases) CHECK(to_string(c.place) == c.text);
}

TEST_CASE("a problem is one line in either language") {
  Problem problem{{"2026-03.csv", "", "", 118}, "登记日期", {"不是日期", "not a date"}, {}};
  CHECK(to_line(problem, Lang::zh) == "2026-03.csv:118: 登记日期: 不是日期");
  CHECK(to_line(problem, Lang::en) == "2026-03.csv:118: 登记日期: not a date");
  problem.place = {};
  problem.field.clear();
  CHECK(to_line(problem, Lang::en) == "not a date");
}

TEST_CASE("a sentence takes its arguments in its own language") {
  Text unit{"水务站", "water station"};
  Text sentence = text("{}交给{}", "{} goes to {}", "RS2026-00017", unit);
  CHECK(sentence.in(Lang::zh) == "RS2026-00017交给水务站");
  CHECK(sentence.in(Lang::en) == "RS2026-00017 goes to water station");
  CHECK(same("12345") == Text{"12345", "12345"});
  CHECK(Text{}.empty());
}

TEST_CASE("errors carry exit code, words and way out") {
  Error error(Exit::locked, {"被占用", "locked"}, {"稍后再试", "try later"});
  CHECK(error.exit() == Exit::locked);
  CHECK(std::string(error.what()) == "locked");
  CHECK(error.way_out().zh == "稍后再试");

  Rejected one({Problem{}});
  CHECK(one.exit() == Exit::rejected);
  CHECK(one.message().en == "1 problem in the input; nothing was written");
  Rejected two({Problem{}, Problem{}});
  CHECK(two.message().en == "2 problems in the input; nothing was written");
  CHECK(two.message().zh == "输入有 2 处问题，未写入任何内容");
  CHECK(two.problems().size() == 2);

  OutcomeUnknown unknown({"结果不明", "outcome unknown"}, "0192-abc");
  CHECK(unknown.exit() == Exit::io);
  CHECK(unknown.transaction() == "0192-abc");
  CHECK(unknown.way_out().en.find("--key 0192-abc") != std::string::npos);
}

TEST_CASE("exit codes are promises") {
  const std::pair<Exit, int> promised[] = {
      {Exit::done, 0},      {Exit::other, 1},      {Exit::usage, 2},    {Exit::rejected, 3},
      {Exit::not_found, 4}, {Exit::conflict, 5},   {Exit::locked, 6},   {Exit::io, 7},
      {Exit::integrity, 8}, {Exit::permission, 9}, {Exit::version, 10}, {Exit::partly, 11}};
  for (auto [exit, number] : promised) CHECK(static_cast<int>(exit) == number);
}

}  // namespace minqing::base
