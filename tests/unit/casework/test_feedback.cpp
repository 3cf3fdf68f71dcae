// SPDX-License-Identifier: MIT
// Feedback, call-back and closing: the loop closes on satisfaction, or on a documented ground
// (domain §3.8).

#include "tests/unit/casework/story.hpp"

#include <catch2/catch.hpp>

namespace minqing::casework {

namespace {

CallBack answered(Satisfaction satisfaction) {
  return {.responded = true,
          .solved = true,
          .satisfaction = satisfaction,
          .said = personal("师傅来过了")};
}

const CallBack kUnreachable{.unreached = Unreached::switched_off};

Story fed_back(ResultKind kind) {
  Story story;
  story.reach(State::fed_back, kind);
  return story.by(kChecker).at("2026-11-18T09:00:00");
}

}  // namespace

TEST_CASE("what the resident answers decides what follows") {
  struct Case {
    ResultKind kind;
    Satisfaction satisfaction;
    const char* events;
    State state;
  };
  const char* const closes = "issue_called_back issue_closed";
  const char* const again = "issue_called_back issue_reopened issue_assigned";
  const char* const waits = "issue_called_back";
  const std::vector<Case> cases = {
      {ResultKind::solved, Satisfaction::very_satisfied, closes, State::closed},
      {ResultKind::solved, Satisfaction::satisfied, closes, State::closed},
      {ResultKind::solved, Satisfaction::fairly_satisfied, closes, State::closed},
      {ResultKind::solved, Satisfaction::dissatisfied, again, State::assigned},
      {ResultKind::solved, Satisfaction::very_dissatisfied, again, State::assigned},
      {ResultKind::explained, Satisfaction::satisfied, closes, State::closed},
      // Explaining once more helps nobody: it waits for a decision.
      {ResultKind::explained, Satisfaction::dissatisfied, waits, State::called_back},
      {ResultKind::declined, Satisfaction::dissatisfied, waits, State::called_back},
      {ResultKind::transferred, Satisfaction::very_dissatisfied, waits, State::called_back},
      {ResultKind::withdrawn, Satisfaction::dissatisfied, waits, State::called_back},
  };
  for (const Case& c : cases) {
    CAPTURE(id_of(c.kind), id_of(c.satisfaction));
    Story story = fed_back(c.kind);
    CHECK(in_words(story.ask(answered(c.satisfaction))) == c.events);
    story.tell(answered(c.satisfaction));
    CHECK(story.issue().state == c.state);
    const Round& asked = story.issue().rounds.front();
    CHECK(asked.called_back_at == moment("2026-11-18T09:00:00"));
    CHECK(asked.satisfaction == c.satisfaction);
    CHECK(asked.responded == true);
    CHECK(asked.solved == true);
    CHECK((asked.closed_on == CloseGround::satisfied) == (c.state == State::closed));
  }
}

TEST_CASE("dissatisfaction hands the issue to the same unit under the same limit") {
  Story story = fed_back(ResultKind::solved);
  const Assignment before = *story.issue().assignment();
  story.tell(answered(Satisfaction::dissatisfied));
  const Assignment& now = *story.issue().assignment();
  CHECK(story.issue().round().no == 2);
  CHECK(story.issue().round().cause == ReopenCause::dissatisfied);
  CHECK(now.unit == before.unit);
  CHECK(now.handler == before.handler);
  CHECK(now.due.limit == before.due.limit);
  CHECK(now.due.limit_rule == before.due.limit_rule);
  CHECK(now.due.clock_start == moment("2026-11-18T09:00:00"));
  CHECK(now.basis == AssignmentBasis::same_unit);
  // What the resident said is the reason.
  const auto& reopened = std::get<IssueReopened>(story.events()[story.events().size() - 2].payload);
  CHECK(reopened.reason == personal("师傅来过了"));
}

TEST_CASE("an attempt that reaches nobody is counted and rates nothing") {
  Story story = fed_back(ResultKind::solved);
  CallBack attempt = kUnreachable;
  attempt.satisfaction = Satisfaction::satisfied;  // what was not asked cannot be answered
  for (int expected = 1; expected <= 3; ++expected) {
    const auto events = story.tell(attempt);
    CHECK(std::get<IssueCalledBack>(events.at(0)).satisfaction == Satisfaction::not_rated);
    CHECK(story.issue().round().attempts == expected);
    CHECK(story.issue().state == State::fed_back);
    CHECK_FALSE(story.issue().round().called_back_at);
  }
  // Reached after all.
  story.tell(answered(Satisfaction::satisfied));
  CHECK(story.issue().state == State::closed);
  CHECK(story.issue().round().attempts == 3);
}

TEST_CASE("each ground of closing has its condition") {
  struct Case {
    const char* what;
    ResultKind kind;
    int attempts;
    bool answered;  ///< dissatisfied
    CloseGround ground;
    bool reason;
    const char* verdict;
  };
  const char* const ok = "issue_closed";
  const char* const no = "refused conflict";
  const char* const why = "refused usage";
  using G = CloseGround;
  using K = ResultKind;
  const std::vector<Case> cases = {
      {"nobody asked", K::solved, 0, false, G::satisfied, true, no},
      {"the resident is not satisfied", K::explained, 0, true, G::satisfied, true, no},

      {"explained and answered", K::explained, 0, true, G::explained, true, ok},
      {"without a reason", K::explained, 0, true, G::explained, false, why},
      {"declined is an explanation too", K::declined, 0, true, G::explained, true, ok},
      {"explained, three attempts", K::explained, 3, false, G::explained, true, ok},
      {"explained, two attempts", K::explained, 2, false, G::explained, true, no},
      {"explained, not asked", K::explained, 0, false, G::explained, true, no},
      {"the result is no explanation", K::solved, 3, false, G::explained, true, no},

      {"three attempts", K::solved, 3, false, G::unreached, false, ok},
      {"four attempts", K::solved, 4, false, G::unreached, true, ok},
      {"two attempts", K::solved, 2, false, G::unreached, true, no},
      {"no attempt", K::solved, 0, false, G::unreached, true, no},
      {"reached after three attempts", K::explained, 3, true, G::unreached, true, no},

      {"concluded and answered", K::explained, 0, true, G::concluded, true, ok},
      {"concluded without a reason", K::explained, 0, true, G::concluded, false, why},
      {"concluded, three attempts", K::solved, 3, false, G::concluded, true, ok},
      {"concluded, not asked", K::solved, 0, false, G::concluded, true, no},

      {"withdrawn", K::withdrawn, 0, false, G::withdrawn, true, ok},
      {"withdrawn without a reason", K::withdrawn, 0, false, G::withdrawn, false, why},
      {"nothing was withdrawn", K::solved, 0, false, G::withdrawn, true, no},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    Story story = fed_back(c.kind);
    for (int i = 0; i < c.attempts; ++i) story.tell(kUnreachable);
    if (c.answered) story.tell(answered(Satisfaction::dissatisfied));
    Close wish{c.ground, {}};
    if (c.reason) wish.reason = personal("按程序终结");
    const std::string words = in_words(story.ask(wish));
    CHECK(words.substr(0, words.find(':')) == c.verdict);
    if (words != ok) {
      CHECK_FALSE(story.ask(wish).refusal->way_out.zh.empty());
      continue;
    }
    story.tell(wish);
    CHECK(story.issue().state == State::closed);
    CHECK(story.issue().round().closed_on == c.ground);
    CHECK(story.issue().round().closed_at == moment("2026-11-18T09:00:00"));
  }
}

TEST_CASE("what counts as satisfied and how many attempts are enough is the schema's") {
  schema::Schema strict = township();
  strict.guards.satisfied = {"satisfied", "very_satisfied"};
  strict.guards.callback_attempts = 1;
  Story story(strict);
  story.reach(State::fed_back, ResultKind::explained).by(kChecker);
  CHECK(in_words(story.ask(answered(Satisfaction::fairly_satisfied))) == "issue_called_back");
  story.tell(answered(Satisfaction::fairly_satisfied));
  CHECK(in_words(story.ask(Close{})).find("refused conflict") == 0);
  // Under the milder rules the recorded answer is enough to close.
  CHECK(in_words(story.under(township()).ask(Close{})) == "issue_closed");

  Story once(strict);
  once.reach(State::fed_back).by(kChecker).tell(kUnreachable);
  CHECK(in_words(once.ask(Close{CloseGround::unreached, {}})) == "issue_closed");
}

TEST_CASE("without the call-back step, satisfaction still has to be on record") {
  schema::Schema schema = township();
  schema.steps.callback = false;
  Story story(schema);
  story.reach(State::fed_back).by(kChecker);
  const Verdict verdict = story.ask(Close{});
  REQUIRE(verdict.refusal);
  CHECK(in_words(verdict) ==
        "refused conflict: RS2026-00001 cannot be closed as satisfied: what the resident thinks is "
        "not recorded");
  // The way out does not ask for a step that the schema has not.
  CHECK(verdict.refusal->way_out.en.find("without asking for it") != std::string::npos);
  // A documented reason does without the resident's answer.
  CHECK(in_words(story.ask(Close{CloseGround::concluded, {}})).find("refused usage") == 0);
  CHECK(in_words(story.ask(Close{CloseGround::concluded, personal("按程序终结")})) ==
        "issue_closed");
  // An answer that was recorded counts, good or bad.
  CHECK(in_words(story.ask(answered(Satisfaction::satisfied))) == "issue_called_back issue_closed");
  Story explained(schema);
  explained.reach(State::fed_back, ResultKind::explained).by(kChecker);
  CHECK(in_words(explained.ask(Close{CloseGround::explained, personal("政策不支持")})) ==
        "issue_closed");
  explained.tell(answered(Satisfaction::dissatisfied));
  CHECK(explained.ask(Close{}).refusal->reason.en.find("no call-back records satisfaction") !=
        std::string::npos);
}

TEST_CASE("attempts and answers belong to their round") {
  Story story = fed_back(ResultKind::explained);
  for (int i = 0; i < 3; ++i) story.tell(kUnreachable);
  story.tell(Reopen{personal("另有诉求")});
  CHECK(story.issue().round().attempts == 0);
  story.by(kHandler).tell(SignFor{});
  story.tell(Resolve{ResultKind::solved, personal("已修复")});
  story.by(kChecker).tell(Check{});
  story.tell(FeedBack{});
  CHECK(in_words(story.ask(Close{CloseGround::unreached, {}})).find("refused conflict") == 0);
}

TEST_CASE("a result is told to the resident and to the office") {
  Story story;
  story.reach(State::checked).by(kHandler).at("2026-11-17T09:00:00");
  story.tell(FeedBack{Recipient::office, Method::meeting, {}});
  CHECK(story.issue().round().fed_back_office_at == moment("2026-11-17T09:00:00"));
  CHECK_FALSE(story.issue().round().fed_back_at);
  CHECK(story.issue().state == State::checked);
  story.at("2026-11-17T10:00:00").tell(FeedBack{Recipient::resident, Method::visit, {}});
  CHECK(story.issue().round().fed_back_at == moment("2026-11-17T10:00:00"));
  CHECK(story.issue().state == State::fed_back);
}

TEST_CASE("a confidential issue is not answered by public notice") {
  for (const bool confidential : {false, true}) {
    Story story;
    Register wish = water_matter();
    wish.particulars.confidential = confidential;
    story.tell(wish);
    story.tell(Assign{.automatic = true});
    story.tell(SignFor{});
    story.tell(Resolve{ResultKind::solved, personal("已修复")});
    story.by(kChecker).tell(Check{});
    const auto refused = [&](Recipient to, Method method) {
      return story.ask(FeedBack{to, method, {}}).refusal.has_value();
    };
    CHECK(refused(Recipient::resident, Method::notice) == confidential);
    CHECK_FALSE(refused(Recipient::resident, Method::phone));
    CHECK_FALSE(refused(Recipient::office, Method::notice));
  }
}

}  // namespace minqing::casework
