// SPDX-License-Identifier: MIT
#include "tests/unit/report/random_histories.hpp"

#include <array>
#include <random>
#include <utility>

#include "lib/casework/decide.hpp"
#include "tests/unit/report/sample_issues.hpp"

namespace minqing::report {

namespace {

using namespace casework;

constexpr int kSecondsPerDay = 24 * 60 * 60;

class Chance {
 public:
  explicit Chance(std::uint32_t seed) : engine_(seed) {}

  /// 0 … below - 1; std::uniform_int_distribution differs between libraries.
  int below(int limit) { return static_cast<int>(engine_() % static_cast<std::uint32_t>(limit)); }
  bool percent(int chance) { return below(100) < chance; }
  template <class Values>
  auto of(const Values& values) {
    return values[static_cast<std::size_t>(below(static_cast<int>(std::size(values))))];
  }

 private:
  std::mt19937 engine_;
};

class Teller {
 public:
  Teller(const schema::Schema& schema, Chance& chance, std::string number, base::Moment at)
      : rules_{schema, shipped_calendar(), sample_roster()},
        chance_(chance),
        number_(std::move(number)),
        at_(at) {}

  History tell(base::Date end) {
    wish(registration());
    while (at_.date < end && issue_->state != State::voided) {
      if (chance_.percent(4)) pass_on();
      if (chance_.percent(8)) step_aside();
      const auto steps = allowed_steps(rules_.schema, *issue_);
      take(steps[static_cast<std::size_t>(chance_.below(static_cast<int>(steps.size())))]);
      let_time_pass();
    }
    return std::move(history_);
  }

 private:
  Register registration() {
    Register wish;
    wish.particulars.category = chance_.of(std::array{"water_supply", "power_supply", "refuse"});
    wish.particulars.nature = chance_.of(std::array{"help", "complaint"});
    wish.particulars.channel = chance_.of(std::array{"call", "visit"});
    wish.particulars.content = personal("路灯不亮");
    return wish;
  }

  std::string any_unit() { return chance_.of(std::array{"water", "power", "street", "qingxi"}); }

  void take(std::string_view step) {
    if (step == "assign") wish(Assign{.unit = any_unit()});
    if (step == "sign") wish(SignFor{});
    if (step == "follow-up") wish(NoteProgress{.contacted = true});
    if (step == "resolve") wish(Resolve{any_result(), personal("已处理")});
    if (step == "check") wish(Check{.passed = chance_.percent(85)});
    if (step == "feedback") wish(FeedBack{});
    if (step == "callback") wish(call_back());
    if (step == "close") wish(Close{any_ground(), personal("已说明")});
    if (step == "reopen" && chance_.percent(30)) wish(Reopen{personal("再办")});
    if (step == "resume") wish(Resume{});
    if (step == "void" && chance_.percent(8)) wish(Void{personal("误录")});
  }

  ResultKind any_result() {
    return chance_.of(std::array{ResultKind::solved, ResultKind::solved, ResultKind::explained,
                                 ResultKind::withdrawn});
  }
  CloseGround any_ground() { return static_cast<CloseGround>(chance_.below(5)); }

  CallBack call_back() {
    if (chance_.percent(50)) return {.unreached = Unreached::no_answer};
    return {.responded = chance_.percent(90),
            .solved = chance_.percent(80),
            .satisfaction = static_cast<Satisfaction>(chance_.below(5))};
  }

  /// Off the main way: taken back, suspended, handled under another number.
  void step_aside() {
    Recall recall;
    recall.words = personal("派错单位");
    switch (chance_.below(4)) {
      case 0:
        return wish(recall);
      case 1:
        return wish(Suspend{.reason = personal("列入计划"), .review_on = at_.date + 30});
      case 2:
        return chance_.percent(30) ? wish(Merge{"RS2026-90000", {}}) : wish(SignFor{});
      default:
        return wish(Return{personal("不归我们"), false});
    }
  }

  /// To another unit within the round: the fold knows it, no command asks for it yet.
  void pass_on() {
    if (issue_->state != State::signed_for && issue_->state != State::in_progress) return;
    IssueAssigned event;
    event.round = issue_->round().no;
    event.unit = any_unit();
    event.due.due_on = at_.date + chance_.below(6);
    happen(std::move(event));
  }

  void wish(Wish what) {
    const Circumstances circumstances{
        .actor = "clerk", .by = fmt::format("p{}", history_.size()), .at = at_, .now = at_};
    static const Issue other = [] {
      Issue open;
      open.number = "RS2026-90000";
      open.rounds.emplace_back();
      return open;
    }();
    const Books books{.site = "RS", .other = &other};
    const Verdict verdict = decide(rules_, issue_ ? &*issue_ : nullptr, books,
                                   {std::move(what), number_, {}, {}}, circumstances);
    for (const Payload& payload : verdict.events) happen(payload);
  }

  void happen(Payload payload) {
    Event event;
    event.issue = number_;
    event.occurred_at = at_;
    event.by = fmt::format("p{}", history_.size());
    event.payload = std::move(payload);
    evolve(issue_, event);
    history_.push_back(std::move(event));
  }

  void let_time_pass() {
    at_.second += chance_.below(2 * kSecondsPerDay);
    at_.date = at_.date + at_.second / kSecondsPerDay;
    at_.second %= kSecondsPerDay;
  }

  Rules rules_;
  Chance& chance_;
  std::string number_;
  base::Moment at_;
  std::optional<Issue> issue_;
  History history_;
};

}  // namespace

std::vector<History> random_histories(const schema::Schema& schema, std::size_t count,
                                      base::Period span, std::uint32_t seed) {
  Chance chance(seed);
  std::vector<History> out;
  for (std::size_t i = 0; i < count; ++i) {
    const base::Moment begin = {span.from + chance.below(span.to - span.from),
                                chance.below(kSecondsPerDay)};
    out.push_back(
        Teller(schema, chance, make_number("RS", 2026, static_cast<std::int64_t>(i + 1), 5), begin)
            .tell(span.to));
  }
  return out;
}

std::optional<Issue> folded_before(const History& history, base::Date day) {
  std::optional<Issue> issue;
  for (const Event& event : history) {
    if (event.occurred_at.date < day) evolve(issue, event);
  }
  return issue;
}

}  // namespace minqing::report
