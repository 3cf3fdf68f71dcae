// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <string>

#include "lib/base/time.hpp"

namespace minqing::base {
namespace {

Date date(const char* text) { return parse_iso_date(text).value(); }

}  // namespace

TEST_CASE("dates count days from 1970") {
  struct Case {
    const char* text;
    std::int32_t days;
    int weekday;
  };
  const Case cases[] = {{"1970-01-01", 0, 4},      {"1969-12-31", -1, 3},
                        {"2000-02-29", 11016, 2},  {"2026-11-22", 20779, 7},
                        {"2026-11-23", 20780, 1},  {"0001-01-01", -719162, 1},
                        {"9999-12-31", 2932896, 5}};
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(date(c.text).days == c.days);
    CHECK(weekday(date(c.text)) == c.weekday);
    CHECK(to_string(Date{c.days}) == c.text);
  }
}

TEST_CASE("every day of four hundred years comes back, and the week goes on") {
  Date day = date("1900-01-01");
  for (int i = 0; i < 146097; ++i, day = day + 1) {
    auto [y, m, d] = civil(day);
    REQUIRE(make_date(y, m, d) == day);
    REQUIRE(weekday(day + 1) == weekday(day) % 7 + 1);
  }
  CHECK(to_string(day) == "2300-01-01");
}

TEST_CASE("days that do not exist are refused") {
  const int wrong[][3] = {{2026, 2, 30}, {2026, 2, 29}, {1900, 2, 29}, {2026, 4, 31},
                          {2026, 13, 1}, {2026, 0, 1},  {2026, 1, 0},  {2026, 1, 32},
                          {0, 1, 1},     {10000, 1, 1}, {2026, -1, 1}, {2026, 257, 1},
                          {2026, 1, 257}};
  for (auto [y, m, d] : wrong) {
    INFO(y << "-" << m << "-" << d);
    CHECK_FALSE(make_date(y, m, d));
  }
  CHECK(make_date(2000, 2, 29));
  CHECK(make_date(2024, 2, 29));
}

TEST_CASE("ISO dates are strict") {
  for (const char* wrong :
       {"", "2026-1-05", "2026/01/05", "2026-01-05 ", " 2026-01-05", "2026-02-30", "20260105",
        "+026-01-05", "2026-01-0x", "2026-01-05T", "２０２６-01-05"}) {
    INFO(wrong);
    CHECK_FALSE(parse_iso_date(wrong));
  }
}

TEST_CASE("ISO weeks at the ends of years") {
  struct Case {
    const char* text;
    int year;
    int week;
  };
  const Case cases[] = {
      {"2026-01-01", 2026, 1},  {"2025-12-29", 2026, 1},  {"2025-12-28", 2025, 52},
      {"2026-12-31", 2026, 53}, {"2027-01-03", 2026, 53}, {"2027-01-04", 2027, 1},
      {"2021-01-03", 2020, 53}, {"2021-01-04", 2021, 1},  {"2024-12-30", 2025, 1},
      {"2024-12-29", 2024, 52}, {"2016-01-03", 2015, 53}, {"2026-11-22", 2026, 47},
      {"2026-11-23", 2026, 48}, {"9999-12-31", 9999, 52}};
  for (const Case& c : cases) {
    INFO(c.text);
    IsoWeek week = iso_week(date(c.text));
    CHECK(week.year == c.year);
    CHECK(week.week == c.week);
    auto monday = monday_of(week);
    REQUIRE(monday);
    CHECK(weekday(*monday) == 1);
    CHECK(date(c.text) - *monday == weekday(date(c.text)) - 1);
  }
}

TEST_CASE("weeks that a year does not have are refused") {
  CHECK(monday_of({2026, 53}) == date("2026-12-28"));
  CHECK(monday_of({2026, 12}) == date("2026-03-16"));
  for (IsoWeek wrong : {IsoWeek{2025, 53}, {2027, 53}, {2026, 54}, {2026, 0}, {0, 1}, {10000, 1}}) {
    INFO(wrong.year << " W" << wrong.week);
    CHECK_FALSE(monday_of(wrong));
  }
}

TEST_CASE("a period contains its first day and not its last") {
  Period week{date("2026-11-16"), date("2026-11-23")};
  CHECK(week.contains(date("2026-11-16")));
  CHECK(week.contains(date("2026-11-22")));
  CHECK_FALSE(week.contains(date("2026-11-23")));
  CHECK_FALSE(week.contains(date("2026-11-15")));
}

TEST_CASE("moments are read as they are written") {
  struct Case {
    const char* text;
    const char* written;  ///< null: refused
    const char* shown;
  };
  const Case cases[] = {{"2026-11-22", "2026-11-22", "2026-11-22"},
                        {"2026-11-22T09:30:00", "2026-11-22T09:30:00", "2026-11-22 09:30"},
                        {"2026-11-22 09:30:59", "2026-11-22T09:30:59", "2026-11-22 09:30"},
                        {"2026-11-22 09:30", "2026-11-22T09:30:00", "2026-11-22 09:30"},
                        {"2026-11-22T00:00", "2026-11-22T00:00:00", "2026-11-22 00:00"},
                        {"2026-11-22T23:59:59", "2026-11-22T23:59:59", "2026-11-22 23:59"},
                        {"2026-11-22T24:00", nullptr, ""},
                        {"2026-11-22T09:60", nullptr, ""},
                        {"2026-11-22T09:30:60", nullptr, ""},
                        {"2026-11-22T9:30", nullptr, ""},
                        {"2026-11-22T09:30:00Z", nullptr, ""},
                        {"2026-11-22T09-30", nullptr, ""},
                        {"2026-11-22T09:30-00", nullptr, ""},
                        {"2026-11-22T-1:30", nullptr, ""},
                        {"2026-11-22T", nullptr, ""},
                        {"2026-02-30T09:30", nullptr, ""},
                        {"2026-11", nullptr, ""},
                        {"", nullptr, ""}};
  for (const Case& c : cases) {
    INFO(c.text);
    auto moment = parse_moment(c.text);
    REQUIRE(moment.has_value() == (c.written != nullptr));
    if (!moment) continue;
    CHECK(to_string(*moment) == c.written);
    CHECK(to_display(*moment) == c.shown);
    CHECK(parse_moment(to_string(*moment)) == moment);
  }
}

TEST_CASE("a day without a time is neither before nor after a time on it") {
  Moment day{date("2026-11-22")};
  Moment morning{date("2026-11-22"), 9 * 3600};
  Moment noon{date("2026-11-22"), 12 * 3600};
  Moment next{date("2026-11-23")};
  CHECK(certainly_before(morning, noon));
  CHECK_FALSE(certainly_before(noon, morning));
  CHECK_FALSE(certainly_before(noon, noon));
  CHECK_FALSE(certainly_before(day, noon));
  CHECK_FALSE(certainly_before(noon, day));
  CHECK_FALSE(certainly_before(day, day));
  CHECK(certainly_before(noon, next));
  CHECK_FALSE(certainly_before(next, day));
}

TEST_CASE("instants are shown in UTC and on the ledger's clock") {
  struct Case {
    std::int64_t micros;
    const char* utc;
    const char* china;
  };
  const Case cases[] = {
      {0, "1970-01-01T00:00:00.000000Z", "1970-01-01T08:00:00"},
      {-1, "1969-12-31T23:59:59.999999Z", "1970-01-01T07:59:59"},
      {-86'400'000'000, "1969-12-31T00:00:00.000000Z", "1969-12-31T08:00:00"},
      {1'795'311'000'123'456, "2026-11-22T01:30:00.123456Z", "2026-11-22T09:30:00"},
      {1'795'363'199'999'999, "2026-11-22T15:59:59.999999Z", "2026-11-22T23:59:59"},
      {1'795'363'200'000'000, "2026-11-22T16:00:00.000000Z", "2026-11-23T00:00:00"}};
  for (const Case& c : cases) {
    CHECK(to_string(Instant{c.micros}) == c.utc);
    CHECK(to_string(local_moment(Instant{c.micros}, 480)) == c.china);
  }
  CHECK(to_string(local_moment(Instant{0}, -330)) == "1969-12-31T18:30:00");
}

TEST_CASE("the machine's clock goes on") {
  Instant before = machine_now();
  CHECK(before.micros > 1'500'000'000'000'000);
  CHECK(machine_now() >= before);
}

}  // namespace minqing::base
