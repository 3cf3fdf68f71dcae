// SPDX-License-Identifier: MIT
// What may be published, and when; which papers get a number.

#include "lib/casework/paper.hpp"
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

namespace {

using schema::FormNeeds;

IssuePaper slip(FormNeeds needs) {
  return {.form = "dispatch_slip",
          .issue = "RS2026-00001",
          .title = {"交办单", "Dispatch slip"},
          .mark = "民情交〔{year}〕{number}号",
          .needs = needs};
}

/// What comes of asking for a paper about the issue of another story.
Verdict ask_for_paper(const Story& about, FormNeeds needs, const char* now) {
  Story story;
  story.at(now);
  story.books.concerned = {about.issue()};
  story.books.next_paper = 7;
  return story.ask(slip(needs));
}

Story reached(State state) {
  Story story;
  if (state != State::returned && state != State::suspended) return story.reach(state);
  story.reach(State::assigned);
  story.issue().state = state;
  Assignment& held = story.issue().round().assignments.back();
  if (state == State::returned) held.ended_at = held.assigned_at;
  if (state == State::returned) held.ended_by = "returned";
  return story;
}

}  // namespace

TEST_CASE("a paper gets the next number of its form and year") {
  const Verdict verdict =
      ask_for_paper(reached(State::assigned), FormNeeds::assigned, "2027-01-05");
  REQUIRE(verdict.events.size() == 1);
  const auto& paper = std::get<PaperIssued>(verdict.events.front());
  CHECK(paper.mark == "民情交〔2027〕7号");
  CHECK(paper.number == 7);
  CHECK(paper.year == 2027);
  CHECK(paper.issue == "RS2026-00001");
}

TEST_CASE("a paper is issued when what it says has happened") {
  struct Case {
    FormNeeds needs;
    State state;
    const char* refusal;  ///< empty: none
  };
  for (const Case& c : {Case{FormNeeds::nothing, State::registered, ""},
                        Case{FormNeeds::nothing, State::voided, "it is void"},
                        Case{FormNeeds::accepted, State::registered, ""},
                        Case{FormNeeds::assigned, State::registered, "no unit has it"},
                        Case{FormNeeds::assigned, State::assigned, ""},
                        Case{FormNeeds::assigned, State::closed, ""},
                        Case{FormNeeds::assigned, State::returned, "no unit has it"},
                        Case{FormNeeds::unfinished, State::in_progress, ""},
                        Case{FormNeeds::unfinished, State::resolved, "no unit is at work on it"},
                        Case{FormNeeds::unfinished, State::suspended, "no unit is at work on it"},
                        Case{FormNeeds::extended, State::assigned, "its deadline was not extended"},
                        Case{FormNeeds::resolved, State::in_progress, "it has no result yet"},
                        Case{FormNeeds::resolved, State::closed, ""},
                        Case{FormNeeds::resolved, State::reopened, "it has no result yet"}}) {
    const Verdict verdict = ask_for_paper(reached(c.state), c.needs, "2026-11-30");
    CAPTURE(static_cast<int>(c.needs), label_of(c.state).en);
    REQUIRE(verdict.refusal.has_value() == (c.refusal[0] != '\0'));
    if (verdict.refusal) {
      CHECK(verdict.refusal->exit == base::Exit::conflict);
      CHECK(verdict.refusal->reason.en ==
            std::string("RS2026-00001: no 'Dispatch slip': ") + c.refusal);
    }
  }
}

TEST_CASE("a paper is not dated before what it tells of") {
  Story story;
  story.at("2026-11-16T09:30:00", "2026-11-18T09:00:00");
  story.books.concerned = {reached(State::assigned).issue()};  // at 10:00
  CHECK(story.ask(slip(FormNeeds::assigned)).refusal->exit == base::Exit::conflict);
  story.at("2026-11-16", "2026-11-18T09:00:00");
  CHECK_FALSE(story.ask(slip(FormNeeds::assigned)).refusal);
}

TEST_CASE("a paper is not issued ahead of time, nor of an issue that is not there") {
  Story story;
  story.at("2026-12-01T09:00:00", "2026-11-30T09:00:00");
  story.books.concerned = {reached(State::assigned).issue()};
  CHECK(story.ask(slip(FormNeeds::assigned)).refusal->exit == base::Exit::rejected);
  story.books.concerned.clear();
  CHECK(story.ask(slip(FormNeeds::assigned)).refusal->exit == base::Exit::not_found);
}

TEST_CASE("where accepting is a step, nothing is acknowledged before it") {
  const Issue registered = reached(State::registered).issue();
  schema::Steps steps;
  CHECK_FALSE(why_no_occasion(FormNeeds::accepted, registered, steps));
  steps.accept = true;
  CHECK(why_no_occasion(FormNeeds::accepted, registered, steps)->en == "it is not accepted yet");
  Issue accepted = registered;
  accepted.accepted_at = moment("2026-11-16T10:00:00");
  CHECK_FALSE(why_no_occasion(FormNeeds::accepted, accepted, steps));
}

TEST_CASE("two papers are about the same while what they need stays the same") {
  const Issue assigned = reached(State::assigned).issue();
  const Issue working = reached(State::in_progress).issue();
  CHECK(is_same_occasion(FormNeeds::assigned, assigned, working));
  CHECK(is_same_occasion(FormNeeds::accepted, reached(State::registered).issue(), working));

  Issue later = working;
  later.round().assignments.back().due.due_on = day("2026-12-01");
  CHECK(is_same_occasion(FormNeeds::assigned, assigned, later));
  CHECK_FALSE(is_same_occasion(FormNeeds::extended, assigned, later));
  CHECK_FALSE(is_same_occasion(FormNeeds::unfinished, assigned, later));

  Issue elsewhere = working;
  elsewhere.round().assignments.push_back(elsewhere.round().assignments.back());
  elsewhere.round().assignments.back().unit = "power_station";
  CHECK_FALSE(is_same_occasion(FormNeeds::assigned, assigned, elsewhere));

  const Issue resolved = reached(State::resolved).issue();
  Issue again = resolved;
  again.rounds.push_back(again.rounds.back());
  again.round().no = 2;
  CHECK(is_same_occasion(FormNeeds::resolved, resolved, reached(State::closed).issue()));
  CHECK_FALSE(is_same_occasion(FormNeeds::resolved, resolved, again));
}

TEST_CASE("an accusation hides who spoke up, whether marked confidential or not") {
  Issue issue = reached(State::registered).issue();
  CHECK_FALSE(hides_identity(issue));
  issue.particulars.confidential = true;
  CHECK(hides_identity(issue));
  issue.particulars.confidential = false;
  issue.particulars.nature = "accusation";
  CHECK(hides_identity(issue));
}

}  // namespace minqing::casework
