// SPDX-License-Identifier: MIT

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "lib/calendar/limit.hpp"
#include "lib/calendar/office_hours.hpp"

namespace minqing::calendar {

TEST_CASE("limits are read in every notation") {
  struct Case {
    const char* words;
    Limit limit;
  };
  constexpr auto d = LimitClock::calendar_day;
  constexpr auto wd = LimitClock::working_day;
  constexpr auto h = LimitClock::clock_hour;
  constexpr auto wh = LimitClock::working_hour;
  const std::vector<Case> cases = {{"15d", {15, d}},
                                   {"5wd", {5, wd}},
                                   {"24h", {24, h}},
                                   {"8wh", {8, wh}},
                                   {" 5 WD ", {5, wd}},
                                   {"15日", {15, d}},
                                   {"15天", {15, d}},
                                   {"15个自然日", {15, d}},
                                   {"15自然日", {15, d}},
                                   {"１５日", {15, d}},
                                   {"１５ 个 自然日", {15, d}},
                                   {"15日内", {15, d}},
                                   {"15日以内", {15, d}},
                                   {"十五日", {15, d}},
                                   {"三十日", {30, d}},
                                   {"六十日之内", {60, d}},
                                   {"九十九天", {99, d}},
                                   {"1周", {7, d}},
                                   {"一周内", {7, d}},
                                   {"两周", {14, d}},
                                   {"1个星期", {7, d}},
                                   {"5个工作日", {5, wd}},
                                   {"5工作日", {5, wd}},
                                   {"5工作天", {5, wd}},
                                   {"５个工作日", {5, wd}},
                                   {"五个工作日内", {5, wd}},
                                   {"24小时", {24, h}},
                                   {"24个小时", {24, h}},
                                   {"24小时内", {24, h}},
                                   {"3个紧急工作时", {3, h}},
                                   {"8个工作时", {8, wh}},
                                   {"8工作小时", {8, wh}},
                                   {"8个工作小时", {8, wh}},
                                   {"15 days", {15, d}},
                                   {"1 working day", {1, wd}},
                                   {"5 working days", {5, wd}},
                                   {"24 hours", {24, h}},
                                   {"8 working hours", {8, wh}},
                                   {"9999wd", {9999, wd}},
                                   {"005wd", {5, wd}}};
  for (const Case& c : cases) {
    CAPTURE(c.words);
    REQUIRE(parse_limit(c.words));
    CHECK(*parse_limit(c.words) == c.limit);
  }
}

TEST_CASE("what is not a limit is not guessed") {
  for (const char* words : {"",           "5",
                            "wd",         "5x",
                            "0d",         "0个工作日",
                            "零日",       "-5d",
                            "5.5d",       "1.5天",
                            "5wd5",       "1个月",
                            "2w",         "半天",
                            "立即",       "即办",
                            "长期坚持",   "月底前",
                            "2026-03-05", "10000wd",
                            "1429周",     "99999999999999999999d",
                            "5wd 3wd",    "十十日",
                            "两十日",     "\xB9\xFA"}) {
    CAPTURE(words);
    CHECK_FALSE(parse_limit(words));
  }
}

TEST_CASE("a limit in words reads back as the same limit") {
  struct Case {
    Limit limit;
    const char *brief, *zh, *en;
  };
  const std::vector<Case> cases = {
      {{15, LimitClock::calendar_day}, "15d", "15日", "15 days"},
      {{1, LimitClock::calendar_day}, "1d", "1日", "1 day"},
      {{5, LimitClock::working_day}, "5wd", "5个工作日", "5 working days"},
      {{1, LimitClock::working_day}, "1wd", "1个工作日", "1 working day"},
      {{24, LimitClock::clock_hour}, "24h", "24小时", "24 hours"},
      {{8, LimitClock::working_hour}, "8wh", "8个工作时", "8 working hours"}};
  for (const Case& c : cases) {
    CAPTURE(c.brief);
    CHECK(to_string(c.limit) == c.brief);
    CHECK(to_text(c.limit) == base::Text{c.zh, c.en});
    CHECK(parse_limit(c.brief) == c.limit);
    CHECK(parse_limit(c.zh) == c.limit);
    CHECK(parse_limit(c.en) == c.limit);
  }
}

TEST_CASE("office hours are read as people write them") {
  struct Case {
    const char *words, *uniform;
  };
  const std::vector<Case> cases = {
      {"08:30-12:00 14:30-17:30", "08:30-12:00 14:30-17:30"},
      {"8:30-12:00,14:30-17:30", "08:30-12:00 14:30-17:30"},
      {"８：３０—１２：００、１４：３０——１７：３０", "08:30-12:00 14:30-17:30"},
      {"9:00至17:00", "09:00-17:00"},
      {"00:00-24:00", "00:00-24:00"},
      {"08:00-12:00; 12:00-18:00", "08:00-12:00 12:00-18:00"}};
  for (const Case& c : cases) {
    CAPTURE(c.words);
    const auto hours = OfficeHours::parse(c.words);
    REQUIRE(hours);
    CHECK(to_string(*hours) == c.uniform);
  }
  CHECK(to_string(OfficeHours()) == "08:30-12:00 14:30-17:30");
  CHECK(OfficeHours::parse("8:30-12:00 14:30-17:30") == OfficeHours());
}

TEST_CASE("office hours that are empty, overlap or run backwards are refused") {
  for (const char* words :
       {"", "8:30", "8:30-", "-12:00", "12:00-08:30", "08:30-08:30", "8-12", "08:30-25:00",
        "08:60-12:00", "08:30-24:01", "08:30-12:00 11:00-17:00", "14:30-17:30 08:30-12:00",
        "8:3-12:00", "a:30-12:00", "08:30-12:00-14:00", "\xB9\xFA"}) {
    CAPTURE(words);
    CHECK_FALSE(OfficeHours::parse(words));
  }
  CHECK_FALSE(OfficeHours::from_spans({}));
  CHECK_FALSE(OfficeHours::from_spans({{-1, 5}}));
}

}  // namespace minqing::calendar
