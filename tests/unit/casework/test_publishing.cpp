// SPDX-License-Identifier: MIT
// What may be published, and when.

#include "tests/unit/casework/story.hpp"

#include <catch2/catch.hpp>

namespace minqing::casework {

namespace {

ReportPublished week_of_november() {
  ReportPublished wish;
  wish.report = "weekly";
  wish.from = day("2026-11-16");
  wish.to = day("2026-11-23");
  return wish;
}

}  // namespace

TEST_CASE("a week is published when it is over") {
  struct Case {
    const char* now;
    const char* verdict;
  };
  const char* const no =
      "refused conflict: the week ends on 2026-11-22; it cannot be published yet";
  for (const Case& c :
       {Case{"2026-11-16T08:00:00", no}, Case{"2026-11-22T23:59:59", no},
        Case{"2026-11-23", "report_published"}, Case{"2027-01-04T09:00:00", "report_published"}}) {
    CAPTURE(c.now);
    CHECK(in_words(Story().at(c.now).ask(week_of_november())) == c.verdict);
    // Days count, whatever business time is claimed.
    CHECK(in_words(Story().at("2026-11-24", c.now).ask(week_of_november())) == c.verdict);
  }
}

TEST_CASE("no number of a person is published for good") {
  struct Case {
    std::vector<std::string> next_steps;
    bool refused;
  };
  const std::vector<Case> cases = {{{}, false},
                                   {{"水务站本周内查清水源", "12345热线每日通报"}, false},
                                   {{"水务站本周内查清水源", "找李小满，电话13800000001"}, true}};
  for (const Case& c : cases) {
    ReportPublished wish = week_of_november();
    wish.next_steps = c.next_steps;
    const Verdict verdict = Story().at("2026-11-23").ask(wish);
    CHECK(verdict.refusal.has_value() == c.refused);
    if (c.refused) CHECK(verdict.refusal->reason.zh.find("13800000001") == std::string::npos);
  }
}

}  // namespace minqing::casework
