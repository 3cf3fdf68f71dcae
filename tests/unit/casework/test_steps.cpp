// SPDX-License-Identifier: MIT
// Which step may follow which, when, and by whom (domain §3.8, design §3 and §4).

#include "tests/unit/casework/story.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace minqing::casework {

namespace {

/// Every way to wish for a step, under a name of its own; the part before `:` is the step.
const std::vector<std::pair<std::string, Wish>>& all_wishes() {
  static const std::vector<std::pair<std::string, Wish>> wishes = {
      {"assign", Assign{.automatic = true}},
      {"sign", SignFor{}},
      {"follow-up", NoteProgress{false, personal("已联系厂家")}},
      {"resolve", Resolve{ResultKind::solved, personal("已修复")}},
      {"check", Check{true, {}}},
      {"check:failed", Check{false, personal("水仍浑浊")}},
      {"feedback", FeedBack{}},
      {"feedback:office", FeedBack{.to = Recipient::office}},
      {"callback", CallBack{.satisfaction = Satisfaction::satisfied}},
      {"callback:dissatisfied", CallBack{.satisfaction = Satisfaction::very_dissatisfied}},
      {"callback:unreached", CallBack{.unreached = Unreached::no_answer}},
      {"close", Close{CloseGround::explained, personal("已当面说明政策")}},
      {"reopen", Reopen{personal("责成重办")}},
      {"void", Void{personal("误录")}}};
  return wishes;
}

struct Step {
  State from;
  const char* wish;
  State to;
};

/// The whole state machine of the township preset; whatever is not listed is refused. The result of
/// the issue is an explanation, so that every ground of waiting can be reached.
const std::vector<Step> kSteps = {
    {State::registered, "assign", State::assigned},
    {State::registered, "void", State::voided},
    {State::assigned, "sign", State::signed_for},
    {State::assigned, "void", State::voided},
    {State::signed_for, "follow-up", State::in_progress},
    {State::signed_for, "resolve", State::resolved},
    {State::signed_for, "void", State::voided},
    {State::in_progress, "follow-up", State::in_progress},
    {State::in_progress, "resolve", State::resolved},
    {State::in_progress, "void", State::voided},
    {State::resolved, "follow-up", State::resolved},
    {State::resolved, "check", State::checked},
    {State::resolved, "check:failed", State::assigned},
    {State::resolved, "reopen", State::assigned},
    {State::resolved, "void", State::voided},
    {State::checked, "follow-up", State::checked},
    {State::checked, "feedback", State::fed_back},
    {State::checked, "feedback:office", State::checked},
    {State::checked, "reopen", State::assigned},
    {State::checked, "void", State::voided},
    {State::fed_back, "follow-up", State::fed_back},
    {State::fed_back, "feedback", State::fed_back},
    {State::fed_back, "feedback:office", State::fed_back},
    {State::fed_back, "callback", State::closed},
    {State::fed_back, "callback:dissatisfied", State::called_back},
    {State::fed_back, "callback:unreached", State::fed_back},
    {State::fed_back, "reopen", State::assigned},
    {State::fed_back, "void", State::voided},
    {State::called_back, "follow-up", State::called_back},
    {State::called_back, "feedback", State::fed_back},
    {State::called_back, "feedback:office", State::called_back},
    {State::called_back, "callback", State::closed},
    {State::called_back, "callback:dissatisfied", State::called_back},
    {State::called_back, "callback:unreached", State::called_back},
    {State::called_back, "close", State::closed},
    {State::called_back, "reopen", State::assigned},
    {State::called_back, "void", State::voided},
    {State::closed, "reopen", State::assigned},
    {State::closed, "void", State::voided},
    {State::reopened, "assign", State::assigned},
    {State::reopened, "void", State::voided},
};

constexpr State kAllStates[] = {State::registered,  State::assigned,    State::signed_for,
                                State::in_progress, State::resolved,    State::checked,
                                State::fed_back,    State::called_back, State::closed,
                                State::reopened,    State::voided};

std::string step_of(const std::string& wish) { return wish.substr(0, wish.find(':')); }

Story story_in(State state, const schema::Schema& schema = township()) {
  Story story(schema);
  story.reach(state, ResultKind::explained);
  return story.at("2026-11-17T09:00:00").by(kChecker);
}

/// The quoted words of a refusal: 'sign', 'void'.
std::set<std::string> quoted(const std::string& text) {
  std::set<std::string> out;
  for (std::size_t at = text.find("from here"); (at = text.find('\'', at)) != std::string::npos;) {
    const std::size_t end = text.find('\'', at + 1);
    out.insert(text.substr(at + 1, end - at - 1));
    at = end + 1;
  }
  return out;
}

schema::Schema township_with(const std::function<void(schema::Schema&)>& change) {
  schema::Schema schema = township();
  change(schema);
  return schema;
}

}  // namespace

TEST_CASE("each state allows exactly its steps and refuses all others by name") {
  const State from = GENERATE(from_range(std::begin(kAllStates), std::end(kAllStates)));
  const Story story = story_in(from);
  CAPTURE(id_of(from));
  std::set<std::string> expected;
  std::map<std::string, State> leads_to;
  for (const Step& step : kSteps) {
    if (step.from != from) continue;
    expected.insert(step_of(step.wish));
    leads_to[step.wish] = step.to;
  }
  // Closing as explained waits for the resident's answer, which a story that was only fed back has
  // not got: the step is allowed, its ground is not.
  if (from == State::fed_back) expected.insert("close");

  const auto allowed = allowed_steps(township(), story.issue());
  CHECK(std::set<std::string>(allowed.begin(), allowed.end()) == expected);
  for (const auto& [name, wish] : all_wishes()) {
    CAPTURE(name);
    Story attempt = story;
    const auto known = leads_to.find(name);
    const Verdict verdict = attempt.ask(wish);
    INFO(in_words(verdict));
    CHECK(verdict.events.empty() == verdict.refusal.has_value());
    if (known != leads_to.end()) {
      attempt.tell(wish);
      CHECK(id_of(attempt.issue().state) == id_of(known->second));
      continue;
    }
    REQUIRE(verdict.refusal);
    CHECK(verdict.refusal->exit == base::Exit::conflict);
    CHECK(verdict.refusal->reason.en.find("RS2026-00001") == 0);
    if (!expected.contains(step_of(name))) CHECK(quoted(verdict.refusal->reason.en) == expected);
  }
}

TEST_CASE("a refusal names the steps in both languages") {
  const Verdict verdict = story_in(State::assigned).ask(Check{});
  CHECK(verdict.refusal->reason.en ==
        "RS2026-00001 is 'assigned'; steps allowed from here: 'sign', 'void'");
  CHECK(verdict.refusal->reason.zh ==
        "RS2026-00001 现为“已交办”；现在可以做：'sign' 签收、'void' 作废");
  CHECK(story_in(State::voided).ask(Check{}).refusal->reason.en ==
        "RS2026-00001 is 'voided'; nothing can follow");
  for (const auto& [name, wish] : all_wishes()) {
    CHECK(step_label(step_of(name)).zh != step_of(name));
  }
  CHECK(step_label("nonsense") == base::same("nonsense"));
}

TEST_CASE("a schema chooses which steps are required") {
  struct Case {
    const char* what;
    std::function<void(schema::Schema&)> change;
    State in;
    const char* wish;
    bool allowed;
  };
  const auto no_sign = [](schema::Schema& s) { s.steps.sign = false; };
  const auto no_check = [](schema::Schema& s) { s.steps.check = false; };
  const auto as_is = [](schema::Schema&) {};
  const std::vector<Case> cases = {
      {"signing required", as_is, State::assigned, "resolve", false},
      {"signing required", as_is, State::assigned, "follow-up", false},
      {"signing optional", no_sign, State::assigned, "resolve", true},
      {"signing optional", no_sign, State::assigned, "follow-up", true},
      {"signing optional", no_sign, State::assigned, "sign", true},
      {"check required", as_is, State::resolved, "feedback", false},
      {"check optional", no_check, State::resolved, "feedback", true},
      {"check optional", no_check, State::resolved, "check", true},
      {"contact not required", as_is, State::signed_for, "resolve", true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what, id_of(c.in), c.wish);
    const schema::Schema schema = township_with(c.change);
    const Story story = story_in(c.in, schema);
    const auto wish = std::find_if(all_wishes().begin(), all_wishes().end(),
                                   [&](const auto& known) { return known.first == c.wish; });
    const Verdict verdict = story.ask(wish->second);
    INFO(in_words(verdict));
    CHECK(verdict.refusal.has_value() != c.allowed);
  }
}

TEST_CASE("a result waits for the first contact where the schema requires it") {
  const schema::Schema schema =
      township_with([](schema::Schema& s) { s.steps.first_contact = true; });
  Story story(schema);
  story.reach(State::signed_for).at("2026-11-17T09:00:00").by(kHandler);
  const Resolve result{ResultKind::solved, personal("已修复")};
  story.tell(NoteProgress{false, personal("已派人")});
  CHECK(in_words(story.ask(result)) ==
        "refused conflict: RS2026-00001: the resident has not been contacted yet");
  story.tell(NoteProgress{true, {}});
  CHECK(story.issue().assignment()->contacted_at == moment("2026-11-17T09:00:00"));
  CHECK(in_words(story.ask(result)) == "issue_resolved");
}

TEST_CASE("words are asked for where a step means nothing without them") {
  struct Case {
    State in;
    Wish wish;
    const char* verdict;
  };
  const std::vector<Case> cases = {
      {State::signed_for, NoteProgress{}, "refused usage: there is no progress to record"},
      {State::signed_for, NoteProgress{false, personal("")},
       "refused usage: there is no progress to record"},
      {State::signed_for, NoteProgress{true, {}}, "progress_noted"},
      {State::in_progress, Resolve{}, "refused usage: there is no result"},
      {State::checked, Reopen{}, "refused usage: reopening needs a reason"},
      {State::registered, Void{}, "refused usage: voiding needs a reason"},
      {State::fed_back, CallBack{}, "refused usage: there is no satisfaction"},
  };
  for (const Case& c : cases) {
    const Verdict verdict = story_in(c.in).ask(c.wish);
    CHECK(in_words(verdict) == c.verdict);
    if (verdict.refusal) CHECK_FALSE(verdict.refusal->way_out.zh.empty());
  }
}

TEST_CASE("a claimed time is neither in the future nor too old nor before the last step") {
  // The issue was assigned on 2026-11-16 at 10:00; the machine says 2026-11-20 09:30.
  struct Case {
    const char* at;
    const char* step;  ///< of a wish that moves the issue
    const char* note;  ///< of a progress note
    bool imported = false;
  };
  const char* const future = "refused rejected";
  const char* const old = "refused rejected";
  const char* const before = "refused conflict";
  const std::vector<Case> cases = {
      {"2026-11-20T09:30:00", "ok", "ok"},
      {"2026-11-20T09:30:01", future, future},
      {"2026-11-21", future, future},
      {"2026-11-20", "ok", "ok"},  // today, at a time not known
      {"2026-11-16T10:00:00", "ok", "ok"},
      {"2026-11-16", "ok", "ok"},  // the day of the last step: before or after nothing
      {"2026-11-16T09:59:59", before, "ok"},
      {"2026-11-15", before, "ok"},
      {"2026-11-13T08:00:00", before, "ok"},  // seven days back
      {"2026-11-12T23:59:59", old, old},      // eight
      {"2026-11-12T23:59:59", before, "ok", true},
      {"2019-05-01", before, "ok", true},
      {"1948-12-31", "refused rejected", "refused rejected", true},
  };
  // Signing is optional here so that a step and a note are both allowed.
  const schema::Schema schema = township_with([](schema::Schema& s) { s.steps.sign = false; });
  for (const Case& c : cases) {
    CAPTURE(c.at, c.imported);
    Story story(schema);
    story.reach(State::assigned).imported(c.imported).at(c.at, "2026-11-20T09:30:00");
    const auto outcome = [&](const Wish& wish) {
      const std::string words = in_words(story.ask(wish));
      return words.find("refused") == 0 ? words.substr(0, words.find(':')) : std::string("ok");
    };
    CHECK(outcome(SignFor{}) == c.step);
    CHECK(outcome(Resolve{ResultKind::solved, personal("已修复")}) == c.step);
    CHECK(outcome(Void{personal("误录")}) == c.step);
    CHECK(outcome(NoteProgress{true, {}}) == c.note);
  }
}

TEST_CASE("a note found later leaves the time of the last step alone") {
  Story story;
  story.reach(State::signed_for);
  const base::Moment last = story.issue().last_moved_at;
  story.at("2026-11-16T09:30:00", "2026-11-18T09:00:00").tell(NoteProgress{true, {}});
  CHECK(story.issue().state == State::in_progress);
  CHECK(story.issue().last_moved_at == last);
  CHECK(story.issue().assignment()->contacted_at == moment("2026-11-16T09:30:00"));
}

TEST_CASE("a step known only to the day does not open the way back to the morning") {
  Story story;
  story.reach(State::signed_for);  // at 11:00
  story.by(kHandler).at("2026-11-16", "2026-11-18T09:00:00");
  story.tell(Resolve{ResultKind::solved, personal("已修复")});
  CHECK(story.issue().round().resolved_at == moment("2026-11-16"));
  story.by(kChecker).at("2026-11-16T08:00:00", "2026-11-18T09:00:00");
  CHECK(in_words(story.ask(Check{})).find("refused conflict") == 0);
  story.at("2026-11-16T11:00:00", "2026-11-18T09:00:00");
  CHECK(in_words(story.ask(Check{})) == "issue_checked");
}

TEST_CASE("who handled an issue can neither check nor call back nor close it") {
  struct Case {
    const char* who;
    State in;
    Wish wish;
    const char* verdict;
  };
  const Wish check = Check{true, {}};
  const Wish ask_resident = CallBack{.satisfaction = Satisfaction::satisfied};
  const Wish failed_call = CallBack{.unreached = Unreached::switched_off};
  const Wish close = Close{CloseGround::explained, personal("已说明")};
  const std::string name = "RS2026-00001: who handled it cannot ";
  const std::vector<Case> cases = {
      {kHandler, State::resolved, check, "check it"},
      {kChecker, State::resolved, check, nullptr},
      {kHandler, State::fed_back, ask_resident, "record the call-back"},
      {kHandler, State::fed_back, failed_call, "record the call-back"},
      {kChecker, State::fed_back, ask_resident, nullptr},
      {kHandler, State::called_back, close, "close it"},
      {kChecker, State::called_back, close, nullptr},
      {kHandler, State::checked, Wish(FeedBack{}), nullptr},
  };
  for (const Case& c : cases) {
    CAPTURE(c.who, id_of(c.in));
    Story story = story_in(c.in);
    const Verdict verdict = story.by(c.who).ask(c.wish);
    if (!c.verdict) {
      CHECK_FALSE(verdict.refusal);
      continue;
    }
    REQUIRE(verdict.refusal);
    CHECK(verdict.refusal->reason.en == name + c.verdict);
    CHECK(verdict.refusal->way_out.en.find("--by") != std::string::npos);
    // The guard is the schema's to lift.
    const schema::Schema lenient = township_with([](schema::Schema& s) {
      s.guards.checker_not_handler = false;
      s.guards.caller_not_handler = false;
    });
    CHECK_FALSE(story.under(lenient).ask(c.wish).refusal);
  }
}

TEST_CASE("a handler is who resolved, who was named, or who was named when signing") {
  Story named;  // the named handler, although somebody else reported the result
  named.tell(water_matter());
  named.tell(Assign{.automatic = true, .handler = "zhou_shan"});
  named.tell(SignFor{});
  named.by(kHandler).tell(Resolve{ResultKind::solved, personal("已修复")});
  CHECK(named.by("zhou_shan").ask(Check{}).refusal);
  CHECK(named.by(kHandler).ask(Check{}).refusal);
  CHECK_FALSE(named.by(kChecker).ask(Check{}).refusal);

  Story signing;  // the name given when signing takes the place of the first
  signing.tell(water_matter());
  signing.tell(Assign{.automatic = true, .handler = "zhou_shan"});
  signing.tell(SignFor{kHandler});
  signing.by(kClerk).tell(Resolve{ResultKind::solved, personal("已修复")});
  CHECK(signing.issue().assignment()->handler == kHandler);
  CHECK(signing.by(kHandler).ask(Check{}).refusal);
  CHECK_FALSE(signing.by("zhou_shan").ask(Check{}).refusal);
}

TEST_CASE("a failed check begins a new round with the same unit, persons and limit") {
  Story story;
  story.tell(water_matter());
  story.tell(Assign{.unit = "water_station",
                    .handler = kHandler,
                    .co_units = {"planning_office"},
                    .leader = "zhou_shan",
                    .limit = calendar::parse_limit("2wd")});
  story.by(kHandler).tell(SignFor{});
  story.tell(Resolve{ResultKind::solved, personal("已修复")});
  story.by(kChecker).at("2026-11-20T15:00:00");
  const auto events = story.tell(Check{false, personal("水仍浑浊")});

  REQUIRE(events.size() == 3);
  CHECK_FALSE(std::get<IssueChecked>(events[0]).passed);
  CHECK(std::get<IssueReopened>(events[1]) ==
        IssueReopened{2, ReopenCause::check_failed, personal("水仍浑浊")});
  const auto& again = std::get<IssueAssigned>(events[2]);
  CHECK(again.round == 2);
  CHECK(again.unit == "water_station");
  CHECK(again.handler == kHandler);
  CHECK(again.co_units == std::vector<std::string>{"planning_office"});
  CHECK(again.leader == "zhou_shan");
  CHECK(again.basis == AssignmentBasis::same_unit);
  CHECK(calendar::to_string(again.due.limit.value()) == "2wd");
  CHECK(again.due.clock_start == moment("2026-11-20T15:00:00"));
  CHECK(again.due.due_on == day("2026-11-24"));  // Friday, then Monday and Tuesday

  const Issue& issue = story.issue();
  CHECK(issue.state == State::assigned);
  REQUIRE(issue.rounds.size() == 2);
  CHECK(issue.rounds[0].check_passed == false);
  CHECK(issue.rounds[0].assignments[0].ended_by == "resolved");
  CHECK(issue.round().cause == ReopenCause::check_failed);
  CHECK_FALSE(issue.round().reopened_from_closed);
  // The new round starts clean: it is signed for again, and its handler is judged anew.
  CHECK_FALSE(issue.assignment()->signed_at);
  CHECK(in_words(story.ask(Resolve{ResultKind::solved, personal("已修复")})).find("refused") == 0);
}

TEST_CASE("the schema says who handles a new round and how long") {
  struct Case {
    std::function<void(schema::Schema&)> change;
    std::optional<base::Date> given_date;  ///< when assigned, instead of a limit
    const char* limit;                     ///< of the new round; none: nobody holds it yet
  };
  const std::vector<Case> cases = {
      {[](schema::Schema&) {}, {}, "3wd"},                 // as before: help
      {[](schema::Schema&) {}, day("2026-11-30"), "3wd"},  // a date is no limit: the rule's
      {[](schema::Schema& s) { s.redo.limit = calendar::parse_limit("1wd"); }, {}, "1wd"},
      {[](schema::Schema& s) { s.redo.same_unit = false; }, {}, nullptr},
  };
  for (const Case& c : cases) {
    const schema::Schema schema = township_with(c.change);
    Story story(schema);
    story.tell(water_matter());
    story.tell(Assign{.automatic = true, .due_on = c.given_date});
    story.tell(SignFor{});
    story.tell(Resolve{ResultKind::solved, personal("已修复")});
    story.at("2026-11-17T09:00:00").tell(Reopen{personal("管网未改造")});
    CHECK(story.issue().round().cause == ReopenCause::ordered);
    if (c.limit) {
      CHECK(story.issue().state == State::assigned);
      CHECK(calendar::to_string(story.issue().assignment()->due.limit.value()) == c.limit);
    } else {
      CHECK(story.issue().state == State::reopened);
      CHECK(story.issue().assignment() == nullptr);
      story.tell(Assign{.unit = "planning_office"});
      CHECK(story.issue().assignment()->unit == "planning_office");
    }
  }
}

TEST_CASE("a closed issue can be reopened, and says so") {
  Story story;
  story.reach(State::closed).at("2026-11-18T09:00:00");
  story.tell(Reopen{personal("复发")});
  CHECK(story.issue().state == State::assigned);
  CHECK(story.issue().round().reopened_from_closed);
  CHECK(story.issue().rounds.front().closed_on == CloseGround::satisfied);
  CHECK(story.issue().is_open());
}

TEST_CASE("voiding ends the hand-over and everything else") {
  Story story;
  story.reach(State::assigned).at("2026-11-17T09:00:00").tell(Void{personal("误录")});
  CHECK(story.issue().voided_at == moment("2026-11-17T09:00:00"));
  CHECK(story.issue().assignment()->ended_by == "voided");
  CHECK(story.issue().assignment()->ended_at == moment("2026-11-17T09:00:00"));
  CHECK_FALSE(story.issue().is_open());
  CHECK(allowed_steps(township(), story.issue()).empty());
}

TEST_CASE("events that do not fit are a programmer's mistake") {
  std::optional<Issue> none;
  Event event;
  event.payload = IssueSignedFor{};
  CHECK_THROWS_AS(evolve(none, event), std::logic_error);
  Story story;
  story.reach(State::registered);
  std::optional<Issue> registered = story.issue();
  event.payload = IssueRegistered{};
  CHECK_THROWS_AS(evolve(registered, event), std::logic_error);
  event.payload = IssueSignedFor{};  // nobody holds it
  CHECK_THROWS_AS(evolve(registered, event), std::logic_error);
}

TEST_CASE("events of the ledger itself happen as wished and change no issue") {
  const std::vector<Wish> wishes = {LedgerOpened{.name = "热水镇"},     SchemaApplied{.name = "a"},
                                    CalendarApplied{.digest = "d"},     RosterChanged{},
                                    IdentityRevealed{.reason = "回访"}, ReportPublished{}};
  for (const Wish& wish : wishes) {
    const Verdict verdict = Story().ask(wish);
    REQUIRE(verdict.events.size() == 1);
    Story story = story_in(State::assigned);
    std::optional<Issue> issue = story.issue();
    Event event;
    event.payload = verdict.events.front();
    evolve(issue, event);
    CHECK(issue->state == State::assigned);
    CHECK(issue->last_moved_at == story.issue().last_moved_at);
  }
}

}  // namespace minqing::casework
