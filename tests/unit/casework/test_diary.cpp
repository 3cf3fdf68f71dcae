// SPDX-License-Identifier: MIT
// The field diary: what may be written, reviewed and taken back, and how an issue names the visit
// in which it came up.

#include "tests/unit/casework/story.hpp"

#include <catch2/catch.hpp>

#include <functional>

namespace minqing::casework {

namespace {

WriteDiary a_day() {
  WriteDiary wish;
  wish.entry.official = kHandler;
  wish.entry.day = day("2026-11-16");
  wish.entry.weather = "晴";
  wish.entry.visits = {{.area = kHotWaterVillage, .household = personal("RS-03-012")}};
  wish.digest = "aa";
  return wish;
}

Story at_work() {
  Story story;
  story.books.site = "RS";
  return story;
}

std::string exit_code_of(const Verdict& verdict) {
  const std::string words = in_words(verdict);
  return words.substr(0, words.find(':'));
}

}  // namespace

TEST_CASE("an entry gets the next number of its year, which no issue can have") {
  Story story = at_work();
  story.books.next_entry = 17;
  const Verdict verdict = story.ask(a_day());
  REQUIRE(verdict.events.size() == 1);
  const auto& written = std::get<DiaryWritten>(verdict.events.front());
  CHECK(written.number == "RS2026D00017");
  CHECK(written.entry == a_day().entry);
  CHECK(written.digest == "aa");
}

TEST_CASE("what is no entry is refused") {
  struct Slip {
    const char* what;
    std::function<void(WriteDiary&)> make;
    const char* exit;
  };
  const std::vector<Slip> slips = {
      {"nobody of the roster", [](auto& wish) { wish.entry.official = "nobody"; },
       "refused rejected"},
      {"a stranger in company", [](auto& wish) { wish.entry.companions = {"nobody"}; },
       "refused rejected"},
      {"no visit", [](auto& wish) { wish.entry.visits.clear(); }, "refused rejected"},
      {"a visit to nowhere", [](auto& wish) { wish.entry.visits.push_back({}); },
       "refused rejected"},
      {"an unknown village", [](auto& wish) { wish.entry.visits[0].area = "0"; },
       "refused rejected"},
      {"a number in the weather", [](auto& wish) { wish.entry.weather = "晴，打 13800000001"; },
       "refused rejected"},
      {"an issue that is not there",
       [](auto& wish) { wish.entry.visits[0].issues = {"RS2026-00099"}; }, "refused not_found"}};
  for (const Slip& slip : slips) {
    CAPTURE(slip.what);
    WriteDiary wish = a_day();
    slip.make(wish);
    CHECK(exit_code_of(at_work().ask(wish)) == slip.exit);
  }
}

TEST_CASE("the same entry is not written twice, and none of a day to come or long past") {
  Story story = at_work();
  story.books.same_entry = "RS2026D00003";
  CHECK(exit_code_of(story.ask(a_day())) == "refused conflict");
  CHECK(exit_code_of(at_work().at("2026-11-17", "2026-11-16T09:00:00").ask(a_day())) ==
        "refused rejected");
  CHECK(exit_code_of(at_work().at("2026-10-01", "2026-11-16T09:00:00").ask(a_day())) ==
        "refused rejected");
  CHECK(at_work().at("2026-10-01", "2026-11-16T09:00:00").imported().ask(a_day()).events.size() ==
        1);
}

TEST_CASE("an issue names the entry and the visit in which it came up") {
  Story story = at_work();
  story.books.last_entry = "RS2026D00001";
  Register wish = water_matter();
  wish.visit = 2;
  const Verdict verdict = story.ask(wish);
  const auto& of = std::get<IssueRegistered>(verdict.events.front()).particulars;
  CHECK(of.diary_entry == "RS2026D00001");
  CHECK(of.diary_visit == 2);
  const Verdict without = story.ask(water_matter());
  CHECK_FALSE(std::get<IssueRegistered>(without.events.front()).particulars.diary_entry);
}

TEST_CASE("a review is a leader's, of another's entry, in words") {
  schema::Schema schema = township();
  Story story(schema);
  const DiaryReviewed review{"RS2026D00001", personal("盯住")};
  CHECK(exit_code_of(story.ask(review)) == "refused not_found");
  story.books.entry = KnownEntry{kHandler, false};
  const bool clerk_may = story.by(kClerk).ask(review).events.size() == 1;
  const bool official_may = story.by(kHandler).ask(review).events.size() == 1;
  CHECK_FALSE(official_may);
  CHECK(clerk_may == schema.approvers.admit(kClerk, "办事员", "party_affairs_office"));
  story.books.entry = KnownEntry{kHandler, true};
  CHECK(exit_code_of(story.by(kClerk).ask(review)) == "refused conflict");
}

TEST_CASE("an entry is taken back by whose it is, with a reason") {
  Story story = at_work();
  story.books.entry = KnownEntry{kHandler, false};
  CHECK(story.by(kHandler).ask(DiaryVoided{"RS2026D00001", personal("重了")}).events.size() == 1);
  CHECK(exit_code_of(story.by(kHandler).ask(DiaryVoided{"RS2026D00001", personal("")})) ==
        "refused usage");
  CHECK(story.by("zhou_shan").ask(DiaryVoided{"RS2026D00001", personal("重了")}).refusal);
}

}  // namespace minqing::casework
