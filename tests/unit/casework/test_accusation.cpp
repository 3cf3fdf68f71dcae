// SPDX-License-Identifier: MIT
// Whom a matter is about, and who is kept from it (信访工作条例 art. 30 and 46; domain §6.2).

#include "lib/casework/accusation.hpp"
#include "tests/unit/casework/story.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace minqing::casework {

namespace {

using Ids = std::vector<std::string>;

/// The office with a head who has a further name, and two namesakes.
const Roster& staffed() {
  static const Roster roster = [] {
    Roster out = office();
    RosterChanged change;
    change.people = {{"old_wang", "王庆生", {"老王"}, "water_station", "站长", {}},
                     {"li_village", "李志", {}, kHotWaterVillage, "村支书", {}},
                     {"li_finance", "李志", {}, "finance_office", {}, {}},
                     {"li_alone", "李志", {}, {}, {}, {}}};
    out.apply(change);
    return out;
  }();
  return roster;
}

Ids sorted(Ids ids) {
  std::sort(ids.begin(), ids.end());
  return ids;
}

Register about(const char* nature, const char* subject) {
  Register wish = water_matter();
  wish.particulars.nature = nature;
  wish.particulars.extra_personal[std::string(kSubjectOfReport)] = personal(subject);
  return wish;
}

Verdict decide_with(const Issue& issue, const Wish& wish, const char* by = kClerk) {
  const base::Moment at = moment("2026-11-16T18:00:00");
  const Rules rules{township(), shipped_calendar(), staffed()};
  return decide(rules, &issue, {}, {.wish = wish}, {kClerk, by, at, at, false});
}

Issue registered(const Register& wish) {
  Story story;
  story.tell(wish);
  return story.issue();
}

std::string first_words(const std::string& words) { return words.substr(0, words.find(':')); }

}  // namespace

TEST_CASE("a text about whom a matter is names units and officials") {
  struct Case {
    const char* text;
    Ids units;
    Ids people;
  };
  const std::vector<Case> cases = {
      {"", {}, {}},
      {"水务站", {"water_station"}, {}},
      {"供水站", {"water_station"}, {}},  // a further spelling
      {" 水 务 站 ", {"water_station"}, {}},
      {"热水镇水务站站长", {"water_station"}, {}},  // 热水镇 is not 热水村
      {"水务站、供电所", {"power_station", "water_station"}, {}},
      {"社会事务", {"social_affairs_office"}, {}},  // without its ending, alone
      {"热水村", {kHotWaterVillage}, {}},
      {"热水镇热水村村委会", {kHotWaterVillage}, {}},
      {"热水镇", {}, {}},
      {"王庆生", {}, {"old_wang"}},
      {"老王", {}, {"old_wang"}},
      {"水务站王庆生", {"water_station"}, {"old_wang"}},
      {"陈平和周山", {}, {kHandler, "zhou_shan"}},
      // Namesakes all count, unless the unit of one is named with them.
      {"李志", {}, {"li_alone", "li_finance", "li_village"}},
      {"热水村支书李志", {kHotWaterVillage}, {"li_village"}},
      {"财政所的李志", {"finance_office"}, {"li_finance"}},
      {"水务站李志", {"water_station"}, {"li_alone", "li_finance", "li_village"}},
      // Nobody of the roster.
      {"王站长", {}, {}},
      {"某某公司", {}, {}},
      {"站", {}, {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Subjects found = find_subjects(staffed(), c.text);
    CHECK(sorted(found.units) == sorted(c.units));
    CHECK(sorted(found.people) == sorted(c.people));
  }
}

TEST_CASE("a name within a longer one is not meant") {
  Roster roster;
  RosterChanged change;
  change.units = {{"a", "热水村村委会", {"热水村"}, "committee", {}},
                  {"b", "上热水村村委会", {"上热水村"}, "committee", {}}};
  change.people = {{"p", "王庆", {}, {}, {}, {}}, {"q", "王庆生", {}, {}, {}, {}}};
  roster.apply(change);
  CHECK(find_subjects(roster, "上热水村").units == Ids{"b"});
  CHECK(find_subjects(roster, "热水村").units == Ids{"a"});
  CHECK(sorted(find_subjects(roster, "上热水村和热水村").units) == Ids{"a", "b"});
  CHECK(find_subjects(roster, "王庆生").people == Ids{"q"});
  CHECK(find_subjects(roster, "王庆").people == Ids{"p"});
}

TEST_CASE("an accusation is not handed to those it accuses") {
  struct Case {
    const char* nature;
    const char* subject;
    Assign wish;
    const char* verdict;
  };
  const char* const no = "refused conflict";
  const char* const ok = "issue_assigned";
  const std::vector<Case> cases = {
      {"accusation", "水务站", {.unit = "water_station"}, no},
      {"accusation", "供水站工作人员", {.unit = "water_station"}, no},
      {"accusation", "水务站", {.automatic = true}, no},  // 供水 goes there by the table
      {"accusation", "水务站", {.unit = "discipline_office"}, ok},
      {"accusation", "水务站", {.unit = "planning_office", .co_units = {"water_station"}}, no},
      {"accusation", "某某公司", {.automatic = true}, ok},
      // The unit of an official who is accused, and the official elsewhere.
      {"accusation", "王庆生", {.unit = "water_station"}, no},
      {"accusation", "王庆生", {.unit = "planning_office"}, ok},
      {"accusation", "王庆生", {.unit = "planning_office", .handler = "old_wang"}, no},
      {"accusation", "王庆生", {.unit = "planning_office", .leader = "old_wang"}, no},
      {"accusation", "周山", {.unit = "water_station", .handler = kHandler}, ok},
      {"accusation", "李志", {.unit = kHotWaterVillage}, no},
      {"accusation", "李志", {.unit = "finance_office"}, no},
      {"accusation", "热水村李志", {.unit = "finance_office"}, ok},
      // A complaint goes to the unit, not to the official.
      {"complaint", "水务站", {.automatic = true}, ok},
      {"complaint", "水务站王庆生", {.automatic = true}, ok},
      {"complaint", "王庆生", {.automatic = true, .handler = kHandler}, ok},
      {"complaint", "王庆生", {.automatic = true, .handler = "old_wang"}, no},
  };
  for (const Case& c : cases) {
    CAPTURE(c.nature, c.subject, c.wish.unit);
    const Verdict verdict = decide_with(registered(about(c.nature, c.subject)), c.wish);
    CHECK(first_words(in_words(verdict)) == c.verdict);
    if (verdict.refusal) CHECK_FALSE(verdict.refusal->way_out.zh.empty());
  }
}

TEST_CASE("what is confidential is kept like an accusation") {
  Register wish = about("complaint", "水务站");
  CHECK(in_words(decide_with(registered(wish), Assign{.automatic = true})) == "issue_assigned");
  wish.particulars.confidential = true;
  CHECK(decide_with(registered(wish), Assign{.automatic = true}).refusal);
}

TEST_CASE("the way out is a unit that the matter is not about") {
  const auto way_out = [](const char* subject) {
    Register wish = about("accusation", subject);
    wish.particulars.category = "official_conduct";
    return decide_with(registered(wish), Assign{.unit = "water_station"}).refusal->way_out.zh;
  };
  const auto names = [](const std::string& words, const char* name) {
    return words.find(name) != std::string::npos;
  };
  CHECK(names(way_out("水务站"), "纪检监察办公室"));
  CHECK(names(way_out("水务站、纪委"), "党政综合办公室"));
  CHECK_FALSE(names(way_out("水务站、纪委、党政办"), "办公室"));
}

TEST_CASE("the official a matter is about neither signs as handler nor reports the result") {
  Issue issue = registered(about("complaint", "王庆生"));
  Story story;
  story.tell(about("complaint", "王庆生"));
  story.tell(Assign{.automatic = true});
  CHECK(decide_with(story.issue(), SignFor{.handler = "old_wang"}).refusal);
  // The head signs for the station, somebody else handles it.
  CHECK_FALSE(decide_with(story.issue(), SignFor{}, "old_wang").refusal);
  CHECK_FALSE(decide_with(story.issue(), SignFor{.handler = kHandler}, "old_wang").refusal);
  story.tell(SignFor{});
  const Resolve result{ResultKind::solved, personal("已道歉")};
  CHECK(decide_with(story.issue(), result, "old_wang").refusal);
  CHECK_FALSE(decide_with(story.issue(), result, kHandler).refusal);
}

TEST_CASE("a new round does not go back to a unit that is accused meanwhile") {
  Story story;
  story.reach(State::resolved);
  story.issue().particulars.confidential = true;
  story.issue().particulars.extra_personal[std::string(kSubjectOfReport)] = personal("水务站");
  CHECK(in_words(decide_with(story.issue(), Reopen{personal("不实")})) == "issue_reopened");
}

TEST_CASE("nothing is revealed to those a confidential matter is about") {
  struct Case {
    const char* nature;
    const char* subject;
    const char* reader;
    bool refused;
  };
  const std::vector<Case> cases = {
      {"accusation", "水务站", "old_wang", true},  {"accusation", "水务站", kHandler, true},
      {"accusation", "水务站", kChecker, false},   {"accusation", "王庆生", "old_wang", true},
      {"accusation", "王庆生", kHandler, true},    {"accusation", "陈平", "zhou_shan", false},
      {"accusation", "某某公司", kHandler, false}, {"accusation", "水务站", "os:root", false},
      {"complaint", "水务站", kHandler, false},    {"complaint", "王庆生", "old_wang", false},
      {"accusation", "李志", "li_alone", true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.nature, c.subject, c.reader);
    Books books;
    books.concerned = {registered(water_matter()), registered(about(c.nature, c.subject))};
    const base::Moment at = moment("2026-11-16T18:00:00");
    const Rules rules{township(), shipped_calendar(), staffed()};
    const Command command{.wish = IdentityRevealed{.issues = {"RS2026-00001"}, .reason = "核对"}};
    const Verdict typed = decide(rules, nullptr, books, command, {c.reader, kClerk, at, at, false});
    const Verdict done = decide(rules, nullptr, books, command, {kClerk, c.reader, at, at, false});
    CHECK(typed.refusal.has_value() == c.refused);
    CHECK(done.refusal.has_value() == c.refused);
    if (!c.refused) continue;
    CHECK(typed.refusal->exit == base::Exit::permission);
    // Not even that it is about them.
    CHECK(typed.refusal->reason.zh.find("反映") == std::string::npos);
    CHECK(typed.refusal->reason.zh.find("水务站") == std::string::npos);
  }
}

}  // namespace minqing::casework
