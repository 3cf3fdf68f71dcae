// SPDX-License-Identifier: MIT

#include "lib/calendar/due.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "lib/calendar/derivation.hpp"
#include "tests/unit/calendar/shipped_calendar.hpp"

namespace minqing::calendar {
namespace {

Due due(const char* start, const char* limit, const Rules& rules = {}) {
  return due_date(shipped(), base::parse_moment(start).value(), parse_limit(limit).value(), rules);
}

std::string shown(const char* start, const char* limit, const Rules& rules = {}) {
  return to_text(due(start, limit, rules)).en;
}

constexpr bool kNoRoll = false;
constexpr bool kDeem = true;

Rules with_hours(const char* hours) { return {true, false, OfficeHours::parse(hours).value()}; }

std::vector<std::string> explained(const char* start, const char* limit, base::Lang lang,
                                   const Rules& rules = {}) {
  const auto derivation =
      derive(shipped(), base::parse_moment(start).value(), parse_limit(limit).value(), rules);
  std::vector<std::string> lines;
  for (const base::Text& line : to_lines(derivation)) lines.push_back(line.in(lang));
  return lines;
}

}  // namespace

TEST_CASE("the worked examples of the rules on counting time") {
  struct Case {
    const char *start, *limit, *on, *unrolled;
    bool provisional;
  };
  const std::vector<Case> cases = {{"2026-02-13", "5wd", "2026-02-27", "2026-02-27", false},
                                   {"2026-04-30", "1wd", "2026-05-06", "2026-05-06", false},
                                   {"2026-05-09", "3wd", "2026-05-13", "2026-05-13", false},
                                   {"2026-09-19", "5wd", "2026-09-24", "2026-09-24", false},
                                   {"2026-09-30", "2wd", "2026-10-09", "2026-10-09", false},
                                   {"2025-01-24", "5wd", "2025-02-07", "2025-02-07", false},
                                   {"2025-09-30", "5wd", "2025-10-14", "2025-10-14", false},
                                   {"2024-02-09", "3wd", "2024-02-20", "2024-02-20", false},
                                   {"2020-01-23", "5wd", "2020-02-07", "2020-02-07", false},
                                   {"2026-08-03", "60d", "2026-10-08", "2026-10-02", false},
                                   {"2026-04-20", "15d", "2026-05-06", "2026-05-05", false},
                                   {"2026-01-31", "15d", "2026-02-24", "2026-02-15", false},
                                   {"2026-07-27", "60d", "2026-09-28", "2026-09-25", false},
                                   {"2026-12-31", "2wd", "2027-01-04", "2027-01-04", true}};
  for (const Case& c : cases) {
    CAPTURE(c.start, c.limit);
    const Due found = due(c.start, c.limit);
    CHECK(found == Due{on(c.on), std::nullopt, c.provisional, on(c.unrolled)});
    CHECK(found.rolled() == (std::string(c.on) != c.unrolled));
    // The time of day makes no difference to a limit in days unless late receipt is deemed.
    CHECK(due((std::string(c.start) + "T23:59:59").c_str(), c.limit) == found);
  }
}

TEST_CASE("rolling forward is a switch and concerns calendar days only") {
  const Rules stay{kNoRoll, false, {}};
  CHECK(shown("2026-08-03", "60d") == "2026-10-08 (rolled from 2026-10-02)");
  CHECK(shown("2026-08-03", "60d", stay) == "2026-10-02");
  CHECK(shown("2026-02-13", "5wd", stay) == "2026-02-27");
  CHECK(shown("2026-03-02", "5d") == "2026-03-09 (rolled from 2026-03-07)");
  CHECK(shown("2026-02-09", "5d") == "2026-02-14");
  CHECK(shown("2026-03-06 16:00", "24h") == "2026-03-07 16:00");
}

TEST_CASE("receipt on a rest day or after closing may be deemed receipt on the next working day") {
  struct Case {
    const char *start, *limit, *plain, *deemed;
  };
  const std::vector<Case> cases = {{"2026-09-19", "5wd", "2026-09-24", "2026-09-28"},
                                   {"2026-09-19", "1wd", "2026-09-20", "2026-09-21"},
                                   {"2026-03-07", "1wd", "2026-03-09", "2026-03-10"},
                                   {"2026-03-06", "1wd", "2026-03-09", "2026-03-09"},
                                   {"2026-03-06 17:29", "1wd", "2026-03-09", "2026-03-09"},
                                   {"2026-03-06 17:30", "1wd", "2026-03-09", "2026-03-10"},
                                   {"2026-03-06 17:29:01", "1wd", "2026-03-09", "2026-03-10"},
                                   {"2026-03-06 12:30", "1wd", "2026-03-09", "2026-03-09"},
                                   {"2026-02-15", "1wd", "2026-02-24", "2026-02-25"},
                                   {"2026-03-07", "3d", "2026-03-10", "2026-03-12"},
                                   {"2026-03-07", "24h", "2026-03-08 24:00", "2026-03-08 24:00"},
                                   {"2026-03-07", "1wh", "2026-03-09 09:30", "2026-03-09 09:30"}};
  for (const Case& c : cases) {
    CAPTURE(c.start, c.limit);
    CHECK(shown(c.start, c.limit) == c.plain);
    CHECK(shown(c.start, c.limit, {true, kDeem, {}}) == c.deemed);
  }
}

TEST_CASE("clock hours run through nights and rest days") {
  struct Case {
    const char *start, *limit, *due;
  };
  const std::vector<Case> cases = {{"2026-03-06 16:00", "2h", "2026-03-06 18:00"},
                                   {"2026-03-06 16:00", "24h", "2026-03-07 16:00"},
                                   {"2026-03-06 16:00:00", "72h", "2026-03-09 16:00"},
                                   {"2026-03-06 16:00:01", "2h", "2026-03-06 18:01"},
                                   {"2026-03-06 16:00:59", "2h", "2026-03-06 18:01"},
                                   {"2026-03-06 22:00", "2h", "2026-03-06 24:00"},
                                   {"2026-03-06 22:01", "2h", "2026-03-07 00:01"},
                                   {"2026-03-06 00:00", "24h", "2026-03-06 24:00"},
                                   {"2026-03-06 23:59:59", "24h", "2026-03-07 24:00"},
                                   {"2026-03-06", "1h", "2026-03-07 01:00"},
                                   {"2026-03-06", "24h", "2026-03-07 24:00"},
                                   {"2026-12-31 12:00", "24h", "2027-01-01 12:00"}};
  for (const Case& c : cases) {
    CAPTURE(c.start, c.limit);
    CHECK(to_string(due(c.start, c.limit)) == c.due);
    CHECK_FALSE(due(c.start, c.limit).provisional);
    CHECK_FALSE(due(c.start, c.limit).rolled());
  }
}

TEST_CASE("working hours stop at lunch, at night and on rest days") {
  struct Case {
    const char *start, *limit, *due;
  };
  const std::vector<Case> cases = {{"2026-03-05 09:00", "2wh", "2026-03-05 11:00"},
                                   {"2026-03-05 09:00", "3wh", "2026-03-05 12:00"},
                                   {"2026-03-05 09:00", "4wh", "2026-03-05 15:30"},
                                   {"2026-03-05 11:30", "1wh", "2026-03-05 15:00"},
                                   {"2026-03-05 13:00", "1wh", "2026-03-05 15:30"},
                                   {"2026-03-05 06:00", "1wh", "2026-03-05 09:30"},
                                   {"2026-03-05 16:30", "1wh", "2026-03-05 17:30"},
                                   {"2026-03-05 16:30:30", "1wh", "2026-03-06 08:31"},
                                   {"2026-03-05 17:30", "1wh", "2026-03-06 09:30"},
                                   {"2026-03-05 20:00", "1wh", "2026-03-06 09:30"},
                                   {"2026-03-05", "1wh", "2026-03-06 09:30"},
                                   {"2026-03-06 16:00", "8wh", "2026-03-09 17:30"},
                                   {"2026-03-06 17:00", "1wh", "2026-03-09 09:00"},
                                   {"2026-03-07 10:00", "1wh", "2026-03-09 09:30"},
                                   {"2026-02-14 17:00", "1wh", "2026-02-24 09:00"},
                                   {"2026-02-28 09:00", "1wh", "2026-02-28 10:00"},
                                   {"2026-03-05 08:30", "13wh", "2026-03-06 17:30"}};
  for (const Case& c : cases) {
    CAPTURE(c.start, c.limit);
    CHECK(to_string(due(c.start, c.limit)) == c.due);
    CHECK_FALSE(due(c.start, c.limit).provisional);
  }
  CHECK(to_string(due("2026-03-05 16:00", "8wh", with_hours("09:00-17:00"))) == "2026-03-06 16:00");
  CHECK(to_string(due("2026-03-05 23:00", "2wh", with_hours("00:00-24:00"))) == "2026-03-06 01:00");
  CHECK(to_string(due("2026-03-05 22:00", "2wh", with_hours("00:00-24:00"))) == "2026-03-05 24:00");
}

TEST_CASE("a result is provisional when a day that decides it lies in a year without data") {
  struct Case {
    const char *start, *limit, *due;
    bool roll, deem, provisional;
  };
  const std::vector<Case> cases = {{"2026-12-30", "1wd", "2026-12-31", true, false, false},
                                   {"2026-12-30", "2wd", "2027-01-01", true, false, true},
                                   {"2026-12-31", "1wh", "2027-01-01 09:30", true, false, true},
                                   {"2026-12-31", "7d", "2027-01-07", true, false, true},
                                   {"2026-12-31", "9d", "2027-01-11", true, false, true},
                                   {"2026-12-31", "9d", "2027-01-09", false, false, false},
                                   {"2027-03-06", "3d", "2027-03-11", false, true, true},
                                   {"2027-03-01", "3d", "2027-03-04", false, false, false},
                                   {"2027-03-01", "24h", "2027-03-02 24:00", true, true, false},
                                   {"2006-12-20", "30d", "2007-01-19", true, false, false},
                                   {"2006-12-31", "1wd", "2007-01-04", true, false, false},
                                   {"2006-12-29", "1wd", "2007-01-04", true, false, true},
                                   {"2006-12-27", "2wd", "2006-12-29", true, false, true}};
  for (const Case& c : cases) {
    CAPTURE(c.start, c.limit, c.roll);
    const Due found = due(c.start, c.limit, {c.roll, c.deem, {}});
    CHECK(to_string(found) == c.due);
    CHECK(found.provisional == c.provisional);
  }
  CHECK(to_text(due("2026-12-31", "9d")) ==
        base::Text{"2027-01-11（自2027-01-09顺延，暂定）",
                   "2027-01-11 (rolled from 2027-01-09, provisional)"});
  CHECK(to_text(due("2026-12-31", "2wd")) ==
        base::Text{"2027-01-04（暂定）", "2027-01-04 (provisional)"});
}

TEST_CASE("a due date on working days equals counting the days one by one") {
  std::mt19937 random(20260313);
  std::uniform_int_distribution<int> any_day(on("2007-01-01").days, on("2026-06-30").days);
  std::uniform_int_distribution<int> any_amount(1, 90);
  for (int i = 0; i < 3000; ++i) {
    const base::Date start{any_day(random)};
    const int amount = any_amount(random);
    base::Date expected = start;
    for (int left = amount; left > 0;) {
      expected = expected + 1;
      const auto& rows = shipped().rows();
      const auto row = std::find_if(rows.begin(), rows.end(),
                                    [&](const CalendarRow& r) { return r.date == expected; });
      const bool works =
          row != rows.end() ? row->kind == DayKind::makeup_workday : base::weekday(expected) <= 5;
      left -= works ? 1 : 0;
    }
    CAPTURE(base::to_string(start), amount);
    const Due found = due_date(shipped(), {start}, {amount, LimitClock::working_day}, {});
    REQUIRE(found == Due{expected, std::nullopt, false, expected});
    REQUIRE(shipped().working_days_between(start, found.on).days == amount);
  }
}

TEST_CASE("working hours equal counting open minutes one by one") {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> any_day(on("2026-01-01").days, on("2026-10-31").days);
  std::uniform_int_distribution<int> any_minute(0, kMinutesPerDay - 1);
  std::uniform_int_distribution<int> any_amount(1, 30);
  const Rules rules;
  for (int i = 0; i < 500; ++i) {
    const base::Date start{any_day(random)};
    const int minute = any_minute(random);
    const int amount = any_amount(random);
    base::Date date = start;
    int now = minute;
    for (int left = amount * kMinutesPerHour; left > 0;) {
      if (now == kMinutesPerDay) {
        date = date + 1;
        now = 0;
      }
      const auto& spans = rules.hours.spans();
      const bool open = std::any_of(spans.begin(), spans.end(), [now](const Span& span) {
        return span.from <= now && now < span.to;
      });
      left -= open && shipped().is_working_day(date) ? 1 : 0;
      ++now;
    }
    CAPTURE(base::to_string(start), minute, amount);
    REQUIRE(due_date(shipped(), {start, minute * 60}, {amount, LimitClock::working_hour}, rules) ==
            Due{date, now, false, date});
  }
}

TEST_CASE("the earlier end sorts first and a day ends at midnight") {
  const std::vector<Due> ascending = {due("2026-03-05 09:00", "1wh"),
                                      due("2026-03-05 09:00", "2wh"), due("2026-03-04", "1wd"),
                                      due("2026-03-05 09:00", "24h"), due("2026-03-05", "1wd")};
  CHECK(std::is_sorted(ascending.begin(), ascending.end()));
  CHECK(ascending[2] > ascending[1]);
  CHECK(ascending[2] < ascending[3]);
  CHECK(ascending[3] < ascending[4]);
  CHECK(due("2026-03-05", "1wd") == due("2026-03-05 12:00", "1wd"));
}

TEST_CASE("an end has passed only when that is certain") {
  struct Case {
    const char *start, *limit, *now;
    bool passed;
  };
  const std::vector<Case> cases = {{"2026-03-04", "1wd", "2026-03-04", false},
                                   {"2026-03-04", "1wd", "2026-03-05", false},
                                   {"2026-03-04", "1wd", "2026-03-05 23:59:59", false},
                                   {"2026-03-04", "1wd", "2026-03-06", true},
                                   {"2026-03-04", "1wd", "2026-03-06 00:00", true},
                                   {"2026-03-05 09:00", "2h", "2026-03-05 11:00:00", false},
                                   {"2026-03-05 09:00", "2h", "2026-03-05 11:00:01", true},
                                   {"2026-03-05 09:00", "2h", "2026-03-05", false},
                                   {"2026-03-05 09:00", "2h", "2026-03-06", true},
                                   {"2026-03-05 22:00", "2h", "2026-03-05 23:59:59", false},
                                   {"2026-03-05 22:00", "2h", "2026-03-06 00:00", true}};
  for (const Case& c : cases) {
    CAPTURE(c.start, c.limit, c.now);
    CHECK(has_passed(due(c.start, c.limit), base::parse_moment(c.now).value()) == c.passed);
  }
}

TEST_CASE("every day of a deadline is explained") {
  CHECK(explained("2026-02-13", "5wd", base::Lang::zh) ==
        std::vector<std::string>{
            "2026-02-13  周五  工作日            起算日，不计入",
            "2026-02-14  周六  调休上班（春节）  第1个工作日",
            "2026-02-15  周日  春节放假          不计", "2026-02-16  周一  春节放假          不计",
            "2026-02-17  周二  春节放假          不计", "2026-02-18  周三  春节放假          不计",
            "2026-02-19  周四  春节放假          不计", "2026-02-20  周五  春节放假          不计",
            "2026-02-21  周六  春节放假          不计", "2026-02-22  周日  春节放假          不计",
            "2026-02-23  周一  春节放假          不计",
            "2026-02-24  周二  工作日            第2个工作日",
            "2026-02-25  周三  工作日            第3个工作日",
            "2026-02-26  周四  工作日            第4个工作日",
            "2026-02-27  周五  工作日            第5个工作日", "到期：2026-02-27  周五"});
  CHECK(explained("2026-09-23", "2d", base::Lang::en) ==
        std::vector<std::string>{"2026-09-23  Wed  working day                  day 0, not counted",
                                 "2026-09-24  Thu  working day                  day 1",
                                 "2026-09-25  Fri  Mid-Autumn Festival holiday  day 2",
                                 "2026-09-26  Sat  Mid-Autumn Festival holiday  rolled over",
                                 "2026-09-27  Sun  Mid-Autumn Festival holiday  rolled over",
                                 "2026-09-28  Mon  working day                  rolled to this day",
                                 "due: 2026-09-28 (rolled from 2026-09-25)  Mon"});
}

TEST_CASE("hours, deemed receipt and missing years are explained too") {
  CHECK(explained("2026-03-06 16:00", "8wh", base::Lang::zh) ==
        std::vector<std::string>{
            "2026-03-06  周五  工作日    起算日，计1小时30分", "2026-03-07  周六  周六休息  不计",
            "2026-03-08  周日  周日休息  不计", "2026-03-09  周一  工作日    计6小时30分",
            "到期：2026-03-09 17:30  周一"});
  CHECK(explained("2026-03-06", "24h", base::Lang::en) ==
        std::vector<std::string>{"2026-03-06  Fri  working day  start, no time counted",
                                 "2026-03-07  Sat  Sat rest     24 h counted",
                                 "due: 2026-03-07 24:00  Sat"});
  CHECK(explained("2026-03-07", "1wd", base::Lang::zh, {true, kDeem, {}}) ==
        std::vector<std::string>{
            "2026-03-07  周六  周六休息  收到，视为下一工作日收到",
            "2026-03-08  周日  周日休息  不计", "2026-03-09  周一  工作日    起算日，不计入",
            "2026-03-10  周二  工作日    第1个工作日", "到期：2026-03-10  周二"});
  CHECK(explained("2026-12-31", "1wd", base::Lang::zh) ==
        std::vector<std::string>{"2026-12-31  周四  工作日                    起算日，不计入",
                                 "2027-01-01  周五  工作日（2027年尚无日历）  第1个工作日",
                                 "到期：2027-01-01（暂定）  周五"});
}

}  // namespace minqing::calendar
