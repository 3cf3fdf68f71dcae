// SPDX-License-Identifier: MIT
// Registration, routing and deadlines: what `decide` writes into the first events of an issue.

#include "lib/casework/routing.hpp"
#include "tests/unit/casework/story.hpp"

#include <catch2/catch.hpp>

#include <functional>
#include <string>
#include <vector>

namespace minqing::casework {

namespace {

Particulars particulars_of(const Register& wish) {
  const Verdict verdict = Story().ask(wish);
  INFO(in_words(verdict));
  REQUIRE(verdict.events.size() == 1);
  return std::get<IssueRegistered>(verdict.events.front()).particulars;
}

IssueAssigned assigned(Story& story, const Assign& wish) {
  return std::get<IssueAssigned>(story.tell(wish).at(0));
}

}  // namespace

TEST_CASE("numbers carry site, year and a counter of the schema's width") {
  CHECK(make_number("RS", 2026, 17, 5) == "RS2026-00017");
  CHECK(make_number("RS", 2026, 99999, 5) == "RS2026-99999");
  CHECK(make_number("RS", 2026, 123456, 5) == "RS2026-123456");
  CHECK(make_number("ABCDEF", 2030, 1, 3) == "ABCDEF2030-001");
}

TEST_CASE("a registration is complete and speaks the schema's words") {
  struct Case {
    const char* what;
    std::function<void(Particulars&)> change;
    const char* verdict;
  };
  const std::vector<Case> cases = {
      {"complete", [](Particulars&) {}, "issue_registered"},
      {"no resident", [](Particulars& p) { p.residents.clear(); }, "issue_registered"},
      {"no area", [](Particulars& p) { p.area.reset(); }, "issue_registered"},
      {"a township as area", [](Particulars& p) { p.area = "431026102"; }, "issue_registered"},
      {"no content", [](Particulars& p) { p.content = {}; },
       "refused rejected: there is no content"},
      {"unknown category", [](Particulars& p) { p.category = "weather"; },
       "refused rejected: category 'weather' is not in the schema"},
      {"a category's label is no id", [](Particulars& p) { p.category = "供水"; },
       "refused rejected: category '供水' is not in the schema"},
      {"unknown nature", [](Particulars& p) { p.nature = "wish"; },
       "refused rejected: nature 'wish' is not in the schema"},
      {"a nature's label is no id", [](Particulars& p) { p.nature = "举报"; },
       "refused rejected: nature '举报' is not in the schema"},
      {"unknown channel", [](Particulars& p) { p.channel = "drum"; },
       "refused rejected: channel 'drum' is not in the schema"},
      {"a channel's label is no id", [](Particulars& p) { p.channel = "来电"; },
       "refused rejected: channel '来电' is not in the schema"},
      {"unknown village", [](Particulars& p) { p.area = "431026102999"; },
       "refused rejected: village '431026102999' is not in the schema"},
      {"one person", [](Particulars& p) { p.people_count = 1; }, "issue_registered"},
      {"nobody", [](Particulars& p) { p.people_count = 0; },
       "refused rejected: people_count must be a positive number"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    Register wish = water_matter();
    c.change(wish.particulars);
    CHECK(in_words(Story().ask(wish)) == c.verdict);
  }
}

TEST_CASE("a registration has a time that may be claimed") {
  struct Case {
    const char* at;
    bool imported;
    const char* verdict;
  };
  const std::vector<Case> cases = {
      {"2026-11-20T09:30:00", false, "issue_registered"}, {"2026-11-13", false, "issue_registered"},
      {"2026-11-12", false, "refused rejected"},          {"2026-11-12", true, "issue_registered"},
      {"2026-11-20T09:31:00", false, "refused rejected"}, {"2026-11-21", true, "refused rejected"},
      {"1948-10-01", true, "refused rejected"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.at, c.imported);
    Story story;
    story.imported(c.imported).at(c.at, "2026-11-20T09:30:00");
    const std::string words = in_words(story.ask(water_matter()));
    CHECK(words.substr(0, words.find(':')) == c.verdict);
  }
}

TEST_CASE("accusations and confidential categories are confidential whatever was typed") {
  struct Case {
    const char* nature;
    const char* category;
    bool typed;
    bool confidential;
  };
  for (const Case& c :
       {Case{"help", "water_supply", false, false}, Case{"help", "water_supply", true, true},
        Case{"accusation", "water_supply", false, true}, Case{"accusation", "other", false, true},
        Case{"complaint", "official_conduct", false, true},
        Case{"complaint", "village_affairs", false, false}}) {
    CAPTURE(c.nature, c.category);
    Register wish = water_matter();
    wish.particulars.nature = c.nature;
    wish.particulars.category = c.category;
    wish.particulars.confidential = c.typed;
    CHECK(particulars_of(wish).confidential == c.confidential);
  }
}

TEST_CASE("a row or a sender's number that is known is not registered twice") {
  Register wish = water_matter();
  wish.particulars.source = "county_hotline";
  wish.particulars.source_no = "GD20261115001";
  wish.import_mark = ImportMark{"batch", "row-key", "digest-1", "一组!5"};
  Story story;
  CHECK(in_words(story.ask(wish)) == "issue_registered");

  story.books.source_holder = "RS2026-00007";
  CHECK(in_words(story.ask(wish)) ==
        "refused conflict: sender's number GD20261115001 is registered as RS2026-00007");
  // The same row again is no conflict, although its number is known as well.
  story.books.row_holder = "RS2026-00007";
  story.books.row_digest = "digest-1";
  CHECK(in_words(story.ask(wish)) == "already RS2026-00007");
  CHECK(story.ask(wish).events.empty());
  story.books.row_digest = "digest-0";
  CHECK(in_words(story.ask(wish)) == "already RS2026-00007 changed");
}

TEST_CASE("a registration begins the first round") {
  Story story;
  story.tell(water_matter());
  const Issue& issue = story.issue();
  CHECK(issue.number == "RS2026-00001");
  CHECK(issue.registered_by == kClerk);
  CHECK(issue.registered_at == moment("2026-11-16T09:00:00"));
  CHECK(issue.last_moved_at == issue.registered_at);
  REQUIRE(issue.rounds.size() == 1);
  CHECK(issue.round().no == 1);
  CHECK(issue.round().opened_at == issue.registered_at);
  CHECK_FALSE(issue.round().cause);
  CHECK(issue.assignment() == nullptr);
}

TEST_CASE("the routing table decides by function, by area, or not at all") {
  struct Case {
    const char* category;
    const char* area;  ///< null: not known
    const char* unit;
    std::vector<std::string> co_units;
    AssignmentBasis basis;
    const char* rule;
  };
  using B = AssignmentBasis;
  const std::vector<Case> cases = {
      {"water_supply",
       kHotWaterVillage,
       "water_station",
       {},
       B::category,
       "category 'Water supply' by function → 水务站"},
      {"water_supply",
       nullptr,
       "water_station",
       {},
       B::category,
       "category 'Water supply' by function → 水务站"},
      {"farm_water",
       nullptr,
       "water_station",
       {"agriculture_office"},
       B::category,
       "category 'Farm irrigation' by function → 水务站"},
      {"official_conduct",
       kHotWaterVillage,
       "discipline_office",
       {},
       B::category,
       "category 'Conduct of officials' by function → 纪检监察办公室"},
      {"sanitation",
       kHotWaterVillage,
       kHotWaterVillage,
       {},
       B::area,
       "category 'Sanitation' goes by area → 热水村村民委员会"},
      {"neighbour_disputes",
       "431026102001",
       "431026102001",
       {},
       B::area,
       "category 'Disputes of neighbours and families' goes by area → 热水汤河居民委员会"},
      {"sanitation",
       nullptr,
       "party_affairs_office",
       {},
       B::default_unit,
       "handled by area, but no village is known; 党政综合办公室 decides"},
      {"sanitation",
       "431026102",
       "party_affairs_office",
       {},
       B::default_unit,
       "handled by area, but no village is known; 党政综合办公室 decides"},
      {"other",
       kHotWaterVillage,
       "party_affairs_office",
       {},
       B::default_unit,
       "the category has no route; 党政综合办公室 decides"},
      {"utilities",
       nullptr,
       "party_affairs_office",
       {},
       B::default_unit,
       "the category has no route; 党政综合办公室 decides"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.category);
    std::optional<std::string> area;
    if (c.area) area = c.area;
    const Routed routed = route(township(), office(), c.category, area, day("2026-11-16"));
    CHECK(routed.unit == c.unit);
    CHECK(routed.co_units == c.co_units);
    CHECK(routed.basis == c.basis);
    CHECK(routed.rule.en == c.rule);
    CHECK_FALSE(routed.rule.zh.empty());

    Story story;
    Register wish = water_matter();
    wish.particulars.category = c.category;
    wish.particulars.area = area;
    story.tell(wish);
    const IssueAssigned event = assigned(story, Assign{.automatic = true});
    CHECK(event.unit == c.unit);
    CHECK(event.co_units == c.co_units);
    CHECK(event.basis == c.basis);
    CHECK(event.rule == routed.rule);
  }
}

TEST_CASE("an assignment names units of the roster, and a co-unit that is another one") {
  struct Case {
    Assign wish;
    const char* verdict;
  };
  const std::vector<Case> cases = {
      {{.unit = "planning_office"}, "issue_assigned"},
      {{.unit = "moon_office"},
       "refused not_found: the roster has no unit 'moon_office' (chosen when assigned)"},
      {{.unit = ""}, "refused not_found: the roster has no unit '' (chosen when assigned)"},
      {{.unit = "planning_office", .co_units = {"water_station"}}, "issue_assigned"},
      {{.unit = "planning_office", .co_units = {"water_station", "planning_office"}},
       "refused usage: the co-unit is the handling unit itself"},
      // The same when the routing table names the unit.
      {{.automatic = true, .co_units = {"water_station"}},
       "refused usage: the co-unit is the handling unit itself"},
      {{.automatic = true, .co_units = {"planning_office"}}, "issue_assigned"},
      {{.unit = "planning_office", .due_on = day("2026-11-15")},
       "refused rejected: the due date 2026-11-15 is before the assignment"},
      {{.unit = "planning_office", .due_on = day("2026-11-16")}, "issue_assigned"},
  };
  for (const Case& c : cases) {
    Story story;
    story.reach(State::registered);
    CHECK(in_words(story.ask(c.wish)) == c.verdict);
  }
}

TEST_CASE("what was chosen stands in the event") {
  Story story;
  story.reach(State::registered);
  const IssueAssigned event = assigned(story, {.unit = "planning_office",
                                               .handler = kHandler,
                                               .co_units = {"water_station"},
                                               .leader = "zhou_shan"});
  CHECK(event.round == 1);
  CHECK(event.unit == "planning_office");
  CHECK(event.handler == kHandler);
  CHECK(event.co_units == std::vector<std::string>{"water_station"});
  CHECK(event.leader == "zhou_shan");
  CHECK(event.basis == AssignmentBasis::explicit_choice);
  CHECK(event.rule.en == "chosen when assigned");
  const Assignment& held = *story.issue().assignment();
  CHECK(held.unit == event.unit);
  CHECK(held.due == event.due);
  CHECK(held.assigned_at == moment("2026-11-16T09:00:00"));
  CHECK(held.ended_by.empty());

  // Cooperating units of the route give way to those that were named.
  Story routed;
  Register wish = water_matter();
  wish.particulars.category = "farm_water";
  routed.tell(wish);
  CHECK(assigned(routed, {.automatic = true, .co_units = {"planning_office"}}).co_units ==
        std::vector<std::string>{"planning_office"});
}

TEST_CASE("the due date follows nature, urgency and calendar") {
  struct Case {
    const char* at;
    const char* nature;
    Urgency urgency;
    const char* limit;  ///< expected
    const char* due_on;
  };
  using U = Urgency;
  // 2026-11-16 is a Monday; before the Spring Festival 02-14 is worked and 02-15 to 02-23 are free.
  const std::vector<Case> cases = {
      {"2026-11-16T09:00:00", "inquiry", U::normal, "1wd", "2026-11-17"},
      {"2026-11-16T09:00:00", "help", U::normal, "3wd", "2026-11-19"},
      {"2026-11-16T09:00:00", "complaint", U::normal, "5wd", "2026-11-23"},
      {"2026-11-16T09:00:00", "suggestion", U::normal, "5wd", "2026-11-23"},
      {"2026-11-16T09:00:00", "accusation", U::normal, "5wd", "2026-11-23"},
      {"2026-11-16T09:00:00", "complaint", U::urgent, "5wd", "2026-11-23"},
      {"2026-11-16T09:00:00", "complaint", U::critical, "1wd", "2026-11-17"},
      {"2026-11-16T09:00:00", "help", U::critical, "1wd", "2026-11-17"},
      {"2026-02-13", "complaint", U::normal, "5wd", "2026-02-27"},
      {"2026-02-13T16:00:00", "help", U::normal, "3wd", "2026-02-25"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.at, c.nature, id_of(c.urgency));
    Story story;
    Register wish = water_matter();
    wish.particulars.nature = c.nature;
    wish.particulars.urgency = c.urgency;
    story.at(c.at).tell(wish);
    const DueBy due = assigned(story, {.automatic = true}).due;
    CHECK(calendar::to_string(due.limit.value()) == c.limit);
    CHECK(base::to_string(due.due_on) == c.due_on);
    CHECK(due.clock_start == moment(c.at));
    CHECK_FALSE(due.provisional);
    CHECK_FALSE(due.due_minute);
    CHECK_FALSE(due.limit_rule.empty());
  }
}

TEST_CASE("a limit or a date given when assigning goes before the schema's") {
  Story story;
  story.at("2026-04-20T16:00:00").tell(water_matter());
  const auto due = [&](const Assign& wish) {
    return std::get<IssueAssigned>(story.ask(wish).events.at(0)).due;
  };
  const DueBy rolled = due({.automatic = true, .limit = calendar::parse_limit("15d")});
  CHECK(base::to_string(rolled.due_on) == "2026-05-06");
  CHECK(rolled.unrolled_on == day("2026-05-05"));
  CHECK(rolled.limit_rule.en == "limit given when assigned");

  const DueBy hours = due({.automatic = true, .limit = calendar::parse_limit("24h")});
  CHECK(base::to_string(hours.due_on) == "2026-04-21");
  CHECK(hours.due_minute == 16 * 60);
  CHECK_FALSE(hours.unrolled_on);

  const DueBy date = due({.automatic = true,
                          .due_on = day("2026-05-02"),  // a holiday, as it was typed
                          .limit = calendar::parse_limit("15d")});
  CHECK(base::to_string(date.due_on) == "2026-05-02");
  CHECK_FALSE(date.limit);
  CHECK_FALSE(date.unrolled_on);
  CHECK_FALSE(date.provisional);
  CHECK(date.limit_rule.en == "date given when assigned");
  CHECK(date.clock_start == moment("2026-04-20T16:00:00"));
}

TEST_CASE("a year without calendar gives a provisional date that says so") {
  Story story;
  story.at("2026-12-31T10:00:00").tell(water_matter());
  const DueBy due = assigned(story, {.automatic = true}).due;
  CHECK(due.provisional);
  CHECK(year_of(due.due_on) == 2027);
  CHECK(story.issue().assignment()->due.provisional);
}

TEST_CASE("the clock starts where the schema says") {
  schema::Schema schema = township();
  schema.limits.starts = schema::ClockStart::registered;
  Story story(schema);
  story.tell(water_matter());
  const DueBy due = assigned(story.at("2026-11-18T09:00:00"), {.automatic = true}).due;
  CHECK(due.clock_start == moment("2026-11-16T09:00:00"));
  CHECK(due.due_on == day("2026-11-19"));
  // A new round has a clock of its own all the same.
  story.by(kHandler).tell(SignFor{});
  story.tell(Resolve{ResultKind::solved, personal("已修复")});
  story.by(kChecker).at("2026-11-20T09:00:00").tell(Check{false, {}});
  CHECK(story.issue().assignment()->due.clock_start == moment("2026-11-20T09:00:00"));
}

}  // namespace minqing::casework
