// SPDX-License-Identifier: MIT

#include "lib/calendar/calendar.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

#include "lib/base/error.hpp"
#include "tests/unit/calendar/shipped_calendar.hpp"

namespace minqing::calendar {
namespace {

std::vector<base::Problem> problems_of(const std::string& csv) {
  try {
    Calendar::parse(csv, "c.csv");
  } catch (const base::Rejected& rejected) {
    return rejected.problems();
  }
  return {};
}

std::vector<std::string> lines_of(const std::vector<base::Problem>& problems) {
  std::vector<std::string> lines;
  for (const base::Problem& problem : problems) {
    lines.push_back(base::to_line(problem, base::Lang::en));
    CHECK_FALSE(problem.reason.zh.empty());
    CHECK_FALSE(problem.way_out.zh.empty());
    CHECK_FALSE(problem.way_out.en.empty());
  }
  return lines;
}

}  // namespace

TEST_CASE("the shipped calendar has the working days of every year 2007 to 2026") {
  struct Case {
    int year, working_days;
  };
  const std::vector<Case> cases = {{2007, 249}, {2008, 251}, {2009, 250}, {2010, 250}, {2011, 250},
                                   {2012, 249}, {2013, 250}, {2014, 250}, {2015, 249}, {2016, 250},
                                   {2017, 249}, {2018, 250}, {2019, 250}, {2020, 249}, {2021, 250},
                                   {2022, 249}, {2023, 249}, {2024, 251}, {2025, 248}, {2026, 248}};
  for (const Case& c : cases) {
    CAPTURE(c.year);
    const auto new_year = base::make_date(c.year, 1, 1).value();
    const auto last = base::make_date(c.year, 12, 31).value();
    const DayCount count = shipped().working_days_between(new_year - 1, last);
    CHECK(count.days == c.working_days);
    CHECK(count.provisional == false);
    CHECK(shipped().has_year(c.year));
  }
}

TEST_CASE("the shipped calendar is whole and canonical") {
  CHECK(shipped().rows().size() == 675);
  CHECK(shipped().years() == std::vector<YearRange>{{2007, 2026}});
  CHECK(to_csv(shipped()) == base::read_file(kShippedFile, 1 << 20));
  CHECK_FALSE(shipped().has_year(2006));
  CHECK_FALSE(shipped().has_year(2027));
  CHECK_FALSE(shipped().has_year(0));
  CHECK_FALSE(shipped().has_year(10000));
}

TEST_CASE("the shipped calendar is the shared data, unchanged") {
  const std::string shared = MINQING_SOURCE_DIR "/../shared/data/cn-holidays.csv";
  if (!base::file_exists(shared)) {
    WARN("no shared data here; skipped");
    return;
  }
  CHECK(base::read_file(shared, 1 << 20) == base::read_file(kShippedFile, 1 << 20));
}

TEST_CASE("a day is what the notice says, else what the week says") {
  struct Case {
    const char *date, *zh, *en;
    bool worked;
  };
  const std::vector<Case> cases = {
      {"2026-02-13", "工作日", "working day", true},
      {"2026-02-14", "调休上班（春节）", "make-up working day (Spring Festival)", true},
      {"2026-02-15", "春节放假", "Spring Festival holiday", false},
      {"2026-03-07", "周六休息", "Sat rest", false},
      {"2026-03-08", "周日休息", "Sun rest", false},
      {"2015-09-02", "工作日", "working day", true},
      {"2015-09-03", "抗日战争暨世界反法西斯战争胜利70周年纪念日放假",
       "抗日战争暨世界反法西斯战争胜利70周年纪念日 holiday", false},
      {"2015-09-05", "抗日战争暨世界反法西斯战争胜利70周年纪念日放假",
       "抗日战争暨世界反法西斯战争胜利70周年纪念日 holiday", false},
      {"2015-09-06", "调休上班（抗日战争暨世界反法西斯战争胜利70周年纪念日）",
       "make-up working day (抗日战争暨世界反法西斯战争胜利70周年纪念日)", true},
      {"2019-05-01", "劳动节放假", "Labour Day holiday", false},
      {"2019-05-03", "劳动节放假", "Labour Day holiday", false},
      {"2019-05-05", "调休上班（劳动节）", "make-up working day (Labour Day)", true},
      {"2020-01-31", "春节放假", "Spring Festival holiday", false},
      {"2020-02-01", "春节放假", "Spring Festival holiday", false},
      {"2020-02-03", "工作日", "working day", true},
      {"2020-10-01", "国庆节、中秋节放假", "National Day / Mid-Autumn Festival holiday", false},
      {"2025-01-28", "春节放假", "Spring Festival holiday", false},
      {"2025-05-02", "劳动节放假", "Labour Day holiday", false},
      {"2018-12-31", "元旦放假", "New Year holiday", false},
      {"2027-01-01", "工作日（2027年尚无日历）", "working day (no calendar for 2027)", true},
      {"2027-01-02", "周六休息（2027年尚无日历）", "Sat rest (no calendar for 2027)", false},
      {"2006-12-29", "工作日（2006年尚无日历）", "working day (no calendar for 2006)", true}};
  for (const Case& c : cases) {
    CAPTURE(c.date);
    const Day day = shipped().day(on(c.date));
    CHECK(day.date == on(c.date));
    CHECK(day.worked() == c.worked);
    CHECK(shipped().is_working_day(on(c.date)) == c.worked);
    CHECK(describe(day) == base::Text{c.zh, c.en});
    CHECK(day.known == shipped().knows(on(c.date)));
  }
}

TEST_CASE("the next working day lies strictly after, over holidays and make-up days") {
  struct Case {
    const char *after, *next;
    bool provisional;
  };
  const std::vector<Case> cases = {
      {"2026-02-13", "2026-02-14", false}, {"2026-02-14", "2026-02-24", false},
      {"2026-03-06", "2026-03-09", false}, {"2026-03-09", "2026-03-10", false},
      {"2026-09-30", "2026-10-08", false}, {"2026-12-30", "2026-12-31", false},
      {"2026-12-31", "2027-01-01", true},  {"2027-01-01", "2027-01-04", true}};
  for (const Case& c : cases) {
    CAPTURE(c.after);
    CHECK(shipped().next_working_day(on(c.after)) == DayFound{on(c.next), c.provisional});
  }
}

TEST_CASE("working days between two dates count the second and not the first") {
  struct Case {
    const char *a, *b;
    int days;
    bool provisional;
  };
  const std::vector<Case> cases = {
      {"2026-02-13", "2026-02-27", 5, false}, {"2026-02-27", "2026-02-13", -5, false},
      {"2026-03-06", "2026-03-06", 0, false}, {"2026-03-06", "2026-03-08", 0, false},
      {"2026-03-06", "2026-03-09", 1, false}, {"2026-03-07", "2026-03-09", 1, false},
      {"2026-12-30", "2026-12-31", 1, false}, {"2026-12-30", "2027-01-04", 3, true},
      {"2027-01-04", "2026-12-30", -3, true}};
  for (const Case& c : cases) {
    CAPTURE(c.a, c.b);
    CHECK(shipped().working_days_between(on(c.a), on(c.b)) == DayCount{c.days, c.provisional});
  }
}

TEST_CASE("a year is known by its National Day, not by rows of its neighbours") {
  struct Case {
    const char* about;
    const char* rows;
    std::vector<YearRange> years;
  };
  const std::vector<Case> cases = {
      {"no rows", "", {}},
      {"a New Year break that begins in the December before",
       "2007-12-29,元旦,workday\n2007-12-30,元旦,holiday\n2007-12-31,元旦,holiday\n"
       "2008-01-01,元旦,holiday\n2008-10-01,国庆节,holiday\n",
       {{2008, 2008}}},
      {"the first months only",
       "2027-01-01,元旦,holiday\n2027-02-05,春节,holiday\n2027-02-08,春节,holiday\n"
       "2027-05-03,劳动节,holiday\n",
       {}},
      {"weekend days left out: 1 and 2 October 2027 are Friday and Saturday",
       "2027-10-01,国庆节,holiday\n",
       {{2027, 2027}}},
      {"weekend days left out: 1 and 2 October 2022 are Saturday and Sunday",
       "2022-10-03,国庆节,holiday\n",
       {{2022, 2022}}},
      {"a make-up day in October is no National Day", "2027-10-02,国庆节,workday\n", {}},
      {"a year missing in between",
       "2024-10-01,国庆节,holiday\n2026-10-01,国庆节,holiday\n2027-10-01,国庆节,holiday\n",
       {{2024, 2024}, {2026, 2027}}}};
  for (const Case& c : cases) {
    CAPTURE(c.about);
    const auto calendar = Calendar::parse("date,name,kind\n" + std::string(c.rows), "c.csv");
    CHECK(calendar.years() == c.years);
  }
}

TEST_CASE("a listed day is known although its year is not") {
  const Calendar calendar({{on("2027-12-31"), "元旦", DayKind::public_holiday},
                           {on("2028-10-02"), "国庆节", DayKind::public_holiday}});
  CHECK_FALSE(calendar.has_year(2027));
  CHECK(calendar.knows(on("2027-12-31")));
  CHECK_FALSE(calendar.is_working_day(on("2027-12-31")));
  CHECK_FALSE(calendar.knows(on("2027-12-30")));
  CHECK(calendar.is_working_day(on("2027-12-30")));
  CHECK(calendar.knows(on("2028-01-03")));
}

TEST_CASE("an empty calendar knows nothing") {
  const Calendar calendar;
  CHECK(calendar.years().empty());
  CHECK_FALSE(calendar.knows(on("2026-03-06")));
  CHECK(calendar.next_working_day(on("2026-03-06")) == DayFound{on("2026-03-09"), true});
  CHECK(to_csv(calendar) == "date,name,kind\n");
}

TEST_CASE("a calendar file is read with or without byte order mark, CR and a last line end") {
  const Calendar plain({{on("2026-02-14"), "春节", DayKind::makeup_workday},
                        {on("2026-10-01"), "国庆节", DayKind::public_holiday}});
  const std::vector<std::string> files = {
      "date,name,kind\n2026-02-14,春节,workday\n2026-10-01,国庆节,holiday\n",
      "date,name,kind\n2026-02-14,春节,workday\n2026-10-01,国庆节,holiday",
      "\xEF\xBB\xBF"
      "date,name,kind\r\n2026-02-14,春节,workday\r\n2026-10-01,国庆节,holiday\r\n",
      "date,name,kind\n\n2026-02-14,春节,workday\n2026-10-01,国庆节,holiday\n\n\n"};
  for (const std::string& file : files) {
    const Calendar read = Calendar::parse(file, "c.csv");
    CHECK(read == plain);
    CHECK(to_csv(read) == files.front());
  }
}

TEST_CASE("every fault of a calendar file is named with its line") {
  const std::string header = "date,name,kind\n";
  const std::vector<std::pair<std::string, std::vector<std::string>>> cases = {
      {"", {"c.csv:1: the first line is not `date,name,kind`"}},
      {"日期,名称,类型\n2026-10-01,国庆节,holiday\n",
       {"c.csv:1: the first line is not `date,name,kind`"}},
      {header + "2026-10-01,国庆节\n", {"c.csv:2: this line does not have three columns"}},
      {header + "2026-10-01,国庆节,holiday,\n", {"c.csv:2: this line does not have three columns"}},
      {header + "2026-02-30,春节,holiday\n", {"c.csv:2: date: '2026-02-30' is not a date"}},
      {header + "2026/10/1,国庆节,holiday\n", {"c.csv:2: date: '2026/10/1' is not a date"}},
      {header + "2026-10-01,国庆节,rest\n",
       {"c.csv:2: kind: 'rest' is neither holiday nor workday"}},
      {header + "2026-10-01,,holiday\n",
       {"c.csv:2: name: 2026-10-01 has an empty holiday name, or one with a comma, a quotation "
        "mark "
        "or a control character"}},
      {header + "2026-10-01,\xB9\xFA\xC7\xEC,holiday\n", {"c.csv:2: name: the name is not UTF-8"}},
      {header + "2026-10-01,国庆节,holiday\n2026-10-01,国庆节,holiday\n",
       {"c.csv:3: date: date 2026-10-01 stands twice"}},
      {header + "2026-10-02,国庆节,holiday\n2026-10-01,国庆节,holiday\n",
       {"c.csv:3: date: date 2026-10-01 stands after 2026-10-02"}},
      {header + "2026-10-09,国庆节,workday\n",
       {"c.csv:2: kind: 2026-10-09 is a Fri; a make-up working day falls on a Saturday or Sunday"}},
      {header + "x,国庆节,y\n\n2026-10-01,国庆节,holiday\n2026-09-30,国庆节,workday\n",
       {"c.csv:2: date: 'x' is not a date", "c.csv:2: kind: 'y' is neither holiday nor workday",
        "c.csv:5: date: date 2026-09-30 stands after 2026-10-01",
        "c.csv:5: kind: 2026-09-30 is a Wed; a make-up working day falls on a Saturday or "
        "Sunday"}}};
  for (const auto& [csv, lines] : cases) {
    CAPTURE(csv);
    CHECK(lines_of(problems_of(csv)) == lines);
  }
}

TEST_CASE("rows made in memory obey the same rules") {
  const auto holiday = [](const char* date) {
    return CalendarRow{on(date), "国庆节", DayKind::public_holiday};
  };
  CHECK_THROWS_AS(Calendar({holiday("2026-10-02"), holiday("2026-10-01")}), base::Rejected);
  CHECK_THROWS_AS(Calendar({holiday("2026-10-01"), holiday("2026-10-01")}), base::Rejected);
  CHECK_THROWS_AS(Calendar({{on("2026-10-09"), "国庆节", DayKind::makeup_workday}}),
                  base::Rejected);
  CHECK_THROWS_AS(Calendar({{on("2026-10-01"), "国庆节,", DayKind::public_holiday}}),
                  base::Rejected);
  CHECK(Calendar(shipped().rows()) == shipped());
}

}  // namespace minqing::calendar
