// SPDX-License-Identifier: MIT
// Everything beside the main way: handing back, moving deadlines, asking and approving, putting
// right. Single rules first, then random histories of all commands together.

#include "lib/casework/amendment.hpp"
#include "tests/unit/casework/issue_words.hpp"
#include "tests/unit/casework/story.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <set>

namespace minqing::casework {

namespace {

constexpr const char* kLeader = "zhou_shan";

/// The preset with one approver and a reserve of a working day before the county's deadlines.
schema::Schema with_leader() {
  schema::Schema schema = township();
  schema.approvers = {};
  schema.approvers.people = {kLeader};
  return schema;
}

/// A matter in the hands of the water station, due on Thursday 2026-11-19.
Story in_hands(const schema::Schema& schema) {
  Story story(schema);
  story.reach(State::signed_for);
  return story;
}

std::string due_of(const Story& story) { return to_string(story.issue().assignment()->due.due_on); }

}  // namespace

TEST_CASE("a request alone moves nothing, and its approval does what was asked") {
  const schema::Schema schema = with_leader();
  Story story = in_hands(schema);
  story.at("2026-11-17T09:00:00").by(kHandler);
  const Extend wish{.to = day("2026-11-23"), .reason = personal("等配件到货")};
  const auto asked = story.tell(wish);
  REQUIRE(asked.size() == 1);
  CHECK(kind_of(asked[0]) == "request_made");
  CHECK(due_of(story) == "2026-11-19");
  CHECK(in_words(story.ask(Approve{})).rfind("refused conflict", 0) == 0);  // who asked
  story.by(kClerk);
  REQUIRE(story.ask(Approve{}).refusal);
  CHECK(story.ask(Approve{}).refusal->exit == base::Exit::permission);
  story.by(kLeader);
  const auto approved = story.tell(Approve{});
  REQUIRE(approved.size() == 2);
  CHECK(kind_of(approved[0]) == "request_approved");
  CHECK(due_of(story) == "2026-11-23");
  CHECK(story.issue().requests.empty());
  // Once, says the preset.
  story.by(kHandler);
  CHECK(story.ask(Extend{.to = day("2026-11-25"), .reason = personal("还要")}).refusal);
}

TEST_CASE("an extension counts from when it was asked for, not from when it was approved") {
  const schema::Schema schema = with_leader();
  Story story = in_hands(schema);
  story.at("2026-11-19T16:00:00").by(kHandler);
  story.tell(Extend{.to = day("2026-11-23"), .reason = personal("等配件到货")});
  story.at("2026-11-20T09:00:00").by(kLeader);
  story.tell(Approve{});
  CHECK(due_of(story) == "2026-11-23");

  Story late = in_hands(schema);
  late.at("2026-11-20T09:00:00").by(kHandler);
  CHECK(late.ask(Extend{.to = day("2026-11-24"), .reason = personal("等配件到货")}).refusal);
}

TEST_CASE("what was left of a limit is counted from the day it resumes") {
  struct Row {
    const char* suspended;
    const char* resumed;
    const char* due;
  };
  // Due 2026-11-19 (Thursday), three working days from Monday the 16th.
  const Row rows[] = {
      {"2026-11-16T15:00:00", "2026-11-23T09:00:00", "2026-11-26"},  // all three are left
      {"2026-11-17T09:00:00", "2026-11-24T09:00:00", "2026-11-26"},  // two
      {"2026-11-19T09:00:00", "2026-11-24T09:00:00", "2026-11-24"},  // none: the day itself
      {"2026-11-20T09:00:00", "2026-11-27T09:00:00", "2026-11-19"},  // a breach stays
  };
  schema::Schema schema = with_leader();
  schema.requests.suspend = false;
  for (const Row& row : rows) {
    CAPTURE(row.suspended, row.resumed);
    Story story = in_hands(schema);
    REQUIRE(due_of(story) == "2026-11-19");
    story.at(row.suspended)
        .tell(Suspend{.reason = personal("列入计划"), .review_on = day("2026-12-20")});
    story.at(row.resumed).tell(Resume{});
    CHECK(due_of(story) == row.due);
    CHECK(story.issue().state == State::signed_for);
  }
}

TEST_CASE("of a matter sent down the earlier deadline counts, less the reserve") {
  schema::Schema schema = with_leader();
  schema.sources = {{.id = "county", .label = {"县12345", "county hotline"}, .also = {}}};
  schema.sources[0].reserve = calendar::parse_limit("1wd");
  struct Row {
    const char* source_due_on;
    const char* due;
  };
  const Row rows[] = {{"2026-11-18", "2026-11-17"},  // before our own 2026-11-19
                      {"2026-11-23", "2026-11-19"},  // a Monday: the Friday before; ours is earlier
                      {"2026-11-19", "2026-11-18"},
                      {"2026-11-16", "2026-11-16"}};  // never before the hand-over itself
  for (const Row& row : rows) {
    CAPTURE(row.source_due_on);
    Story story(schema);
    Register wish = water_matter();
    wish.particulars.source = "县12345";
    wish.particulars.source_no = "GD1";
    wish.particulars.source_due_on = day(row.source_due_on);
    story.tell(wish);
    story.tell(Assign{.automatic = true});
    CHECK(due_of(story) == row.due);
    CHECK(to_string(*story.issue().assignment()->due.own_due_on) == "2026-11-19");
  }
}

TEST_CASE("returned and recalled, it waits for another assignment") {
  schema::Schema schema = with_leader();
  Story story = in_hands(schema);
  story.by(kHandler).tell(Return{personal("不归我们管")});
  CHECK(story.issue().state == State::signed_for);
  story.by(kLeader).tell(Approve{});
  CHECK(story.issue().state == State::returned);
  CHECK(story.issue().round().assignments.back().ended_by == "returned");
  story.by(kClerk).tell(Assign{.unit = "planning_office"});
  Recall recall;
  recall.words = personal("派错");
  story.tell(recall);
  CHECK(story.issue().state == State::registered);
  CHECK(story.issue().round().assignments.back().ended_by == "recalled");

  Story late = in_hands(schema);
  late.at("2026-11-19T09:00:00").by(kHandler);
  CHECK(late.ask(Return{personal("不归我们管")}).refusal);
}

TEST_CASE("a result before any hand-over is a refusal, a transfer or a withdrawal") {
  Story story(township());
  story.tell(water_matter());
  CHECK(story.ask(Resolve{ResultKind::solved, personal("修好了")}).refusal);
  CHECK(story.ask(Resolve{ResultKind::declined, personal("已诉讼")}).refusal);  // no channel
  Resolve declined{ResultKind::declined, personal("已诉讼")};
  declined.other_channel = "县人民法院";
  story.tell(declined);
  CHECK(story.issue().state == State::resolved);
}

TEST_CASE("an amendment keeps old and new, and applies to the state") {
  Story story(township());
  story.tell(water_matter());
  Particulars after = story.issue().particulars;
  after.residents[0].phone = personal("13800000009");
  after.category = "power_supply";
  const auto changes =
      amendments(story.issue().particulars, after, {"phone", "category", "title"}, 1);
  REQUIRE(changes.size() == 3);
  const auto events = story.tell(Amend{changes, personal("写错")});
  REQUIRE(events.size() == 1);
  const auto& amended = std::get<IssueAmended>(events[0]);
  REQUIRE(amended.changes.size() == 2);  // the title stays as it is
  CHECK(amended.changes[0].personal_before->plain == "13800000001");
  CHECK(story.issue().particulars.residents[0].phone->plain == "13800000009");
  CHECK(story.issue().particulars.category == "power_supply");
  const auto again = amendments(story.issue().particulars, after, {"phone", "category"}, 1);
  CHECK(story.ask(Amend{again, personal("再写一遍")}).refusal);
}

TEST_CASE("an undone transaction leaves the fold, and comes back when its undoing is undone") {
  const auto event = [](std::string transaction, Payload payload) {
    Event out;
    out.transaction = std::move(transaction);
    out.issue = "RS2026-00001";
    out.occurred_at = moment("2026-11-16T09:00:00");
    out.payload = std::move(payload);
    return out;
  };
  const Register wish = water_matter();
  std::vector<Event> events = {
      event("a", IssueRegistered{wish.particulars, {}}),
      event("b", IssueAssigned{.unit = "water_station"}),
      event("c", IssueSignedFor{}),
  };
  CHECK(fold(events)->state == State::signed_for);
  events.push_back(event("d", StepUndone{"c", {}, {}}));
  CHECK(fold(events)->state == State::assigned);
  events.push_back(event("e", StepUndone{"d", {}, {}}));
  CHECK(fold(events)->state == State::signed_for);
  CHECK(effective(events) == std::vector<bool>{true, true, true, false, true});
}

namespace {

/// Any wish at any time by anybody; whatever is allowed happens.
class Wanderer {
 public:
  explicit Wanderer(unsigned seed) : random_(seed), schema_(with_leader()) {
    schema_.requests.extend = chance(70);
    schema_.requests.suspend = chance(50);
    schema_.requests.returned = chance(50);
    schema_.requests.close = chance(50);
    schema_.steps.accept = chance(20);
    schema_.steps.check = chance(80);
  }

  void wander(int steps) {
    for (int i = 0; i < steps; ++i) step();
  }
  const std::set<std::string>& kinds() const { return kinds_; }

 private:
  int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
  bool chance(int percent) { return pick(100) < percent; }
  std::string person() {
    static constexpr const char* kPeople[] = {kClerk, kHandler, kChecker, kLeader};
    return kPeople[pick(4)];
  }
  template <class Words>
  Wish with_words() {
    Words wish;
    if (chance(90)) wish.words = personal("说明");
    return wish;
  }
  base::Date soon() { return now_.date + pick(9); }

  Wish any_wish() {
    switch (pick(29)) {
      case 0:
      case 1:
        return Assign{.automatic = true};
      case 2:
      case 3:
        return SignFor{};
      case 4:
        return NoteProgress{true, personal("到户")};
      case 5:
      case 6:
        return Resolve{static_cast<ResultKind>(pick(2)), personal("已办")};
      case 7: {
        Resolve wish{static_cast<ResultKind>(2 + pick(3)), personal("已告知")};
        wish.other_channel = "法院";
        wish.to_body = "县水利局";
        return wish;
      }
      case 8:
      case 9:
        return Check{chance(80), personal("看过")};
      case 10:
      case 11:
        return FeedBack{};
      case 12:
      case 13:
        return CallBack{.satisfaction = static_cast<Satisfaction>(pick(5))};
      case 14:
        return Close{static_cast<CloseGround>(pick(5)), personal("理由")};
      case 15:
        return chance(20) ? Wish(Reopen{personal("责成")}) : Wish(SignFor{});
      case 16:
        return with_words<Accept>();
      case 17:
        return Return{personal("不归我们"), false};
      case 18:
        return with_words<Recall>();
      case 19:
        return Extend{.to = soon(), .reason = personal("等配件")};
      case 20:
        return Suspend{.reason = personal("列入计划"), .review_on = soon()};
      case 21:
        return with_words<Resume>();
      case 22:
        return Merge{"RS2026-00002", personal("同一件")};
      case 23:
        return with_words<Unmerge>();
      case 24:
        return Approve{};
      case 25:
        return chance(50) ? Wish(RefuseRequest{{}, personal("不同意")}) : with_words<Exclude>();
      case 26:
        return chance(10) ? Wish(Void{personal("误录")}) : with_words<Instruct>();
      case 27:
        return HandOver{person(), personal("学习三个月")};
      default:
        return undo();
    }
  }

  Wish undo() {
    if (events_.empty()) return NoteProgress{};
    const bool last = chance(70);
    return Undo{
        last
            ? events_.back().transaction
            : events_[static_cast<std::size_t>(pick(static_cast<int>(events_.size())))].transaction,
        personal("记错")};
  }

  Books books() {
    Books out;
    out.other = &other_;
    const std::vector<bool> counts = effective(events_);
    for (std::size_t i = 0; i < events_.size(); ++i) {
      if (out.past.empty() || out.past.back().transaction != events_[i].transaction) {
        out.past.push_back({.transaction = events_[i].transaction,
                            .kinds = {},
                            .by = events_[i].by,
                            .recorded = events_[i].occurred_at,
                            .counts = counts[i]});
      }
      out.past.back().kinds.push_back(kind_of(events_[i].payload));
    }
    return out;
  }

  void step() {
    now_.second += pick(3 * 3600);
    if (now_.second >= 86400) {
      now_.second -= 86400;
      now_.date = now_.date + 1;
    }
    const Wish wish = issue_ ? any_wish() : Wish(water_matter());
    const Circumstances who{kClerk, person(), now_, now_, false};
    const Rules rules{schema_, shipped_calendar(), office()};
    const Verdict verdict =
        decide(rules, issue_ ? &*issue_ : nullptr, books(), {.wish = wish}, who);
    if (verdict.refusal) {
      REQUIRE_FALSE(verdict.refusal->reason.zh.empty());
      REQUIRE_FALSE(verdict.refusal->reason.en.empty());
      return;
    }
    check_verdict(verdict, who);
    const std::string before = issue_ ? in_words(*issue_) : "";
    const State state = issue_ ? issue_->state : State::registered;
    const std::string transaction = std::to_string(events_.size());
    for (const Payload& payload : verdict.events) happen(payload, transaction, who);
    if (verdict.events.size() == 1 && kind_of(verdict.events[0]) == RequestMade::kKind) {
      REQUIRE(issue_->state == state);
    }
    check_state();
  }

  void check_verdict(const Verdict& verdict, const Circumstances& who) {
    for (const Payload& payload : verdict.events) {
      const auto* approved = std::get_if<RequestApproved>(&payload);
      if (!approved) continue;
      REQUIRE(who.by == kLeader);
      REQUIRE(issue_->find_request(approved->request));
      REQUIRE(issue_->find_request(approved->request)->made_by != who.by);
    }
  }

  void happen(const Payload& payload, const std::string& transaction, const Circumstances& who) {
    Event event;
    event.transaction = transaction;
    event.issue = "RS2026-00001";
    event.occurred_at = who.at;
    event.actor = who.actor;
    event.by = who.by;
    event.payload = payload;
    kinds_.insert(std::string(kind_of(payload)));
    events_.push_back(event);
    if (std::holds_alternative<StepUndone>(payload)) {
      REQUIRE_NOTHROW(issue_ = fold(events_));
    } else {
      REQUIRE_NOTHROW(evolve(issue_, event));
    }
  }

  void check_state() {
    REQUIRE(issue_);
    REQUIRE(in_words(*fold(events_)) == in_words(*issue_));
    const bool is_paused = !issue_->round().pauses.empty() && !issue_->round().pauses.back().to;
    REQUIRE((issue_->state == State::suspended) == is_paused);
    REQUIRE((issue_->state == State::merged) == issue_->merged_into.has_value());
    for (const Round& round : issue_->rounds) {
      for (std::size_t i = 0; i + 1 < round.assignments.size(); ++i) {
        REQUIRE(round.assignments[i].ended_at);
      }
      for (const Assignment& held : round.assignments) {
        REQUIRE(held.extensions <= schema_.limits.extension.times);
      }
    }
    // Whatever may be done next is known by name.
    for (std::string_view next : allowed_steps(schema_, *issue_)) {
      REQUIRE(step_label(next).zh != next);
    }
  }

  std::mt19937 random_;
  schema::Schema schema_;
  std::optional<Issue> issue_;
  Issue other_ = [] {
    Issue out;
    out.number = "RS2026-00002";
    out.rounds.emplace_back();
    return out;
  }();
  std::vector<Event> events_;
  std::set<std::string> kinds_;
  base::Moment now_ = moment("2026-03-02T09:00:00");
};

}  // namespace

TEST_CASE("no history of all commands reaches a forbidden state") {
  std::set<std::string> kinds;
  for (unsigned seed = 1; seed <= 80; ++seed) {
    CAPTURE(seed);
    Wanderer wanderer(seed);
    wanderer.wander(250);
    kinds.insert(wanderer.kinds().begin(), wanderer.kinds().end());
  }
  for (const char* kind :
       {"issue_accepted", "issue_returned", "assignment_recalled", "deadline_extended",
        "issue_suspended", "issue_resumed", "step_undone", "issue_merged", "issue_unmerged",
        "issue_excluded", "request_made", "request_approved", "request_refused", "issue_instructed",
        "issue_closed", "issue_reopened", "issue_voided"}) {
    CAPTURE(kind);
    CHECK(kinds.count(kind) == 1);
  }
}

}  // namespace minqing::casework
