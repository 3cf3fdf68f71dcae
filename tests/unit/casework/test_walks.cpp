// SPDX-License-Identifier: MIT
// Random histories: whatever is wished in whatever order, the rules hold and the stored events give
// the same state. Seeds are fixed, so a failure comes back.

#include "tests/unit/casework/issue_words.hpp"
#include "tests/unit/casework/story.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <random>
#include <set>

namespace minqing::casework {

namespace {

/// Which states an event may be found in and leave behind, written down once more and independently
/// of `decide` (domain §3.8): `from from … > to`; `=` is the state before.
const std::map<std::string_view, std::string_view> kMachine = {
    {"issue_assigned", "registered reopened > assigned"},
    {"issue_signed_for", "assigned > signed_for"},
    {"progress_noted",
     "signed_for in_progress > in_progress | resolved checked fed_back called_back > ="},
    {"issue_resolved", "registered reopened assigned signed_for in_progress > resolved"},
    {"issue_checked", "resolved > checked"},
    {"issue_reopened", "resolved checked fed_back called_back closed > reopened"},
    {"issue_fed_back",
     "checked fed_back called_back > fed_back | checked fed_back called_back > ="},
    {"issue_called_back", "fed_back called_back > called_back | fed_back called_back > ="},
    {"issue_closed", "fed_back called_back > closed"},
    {"issue_voided",
     "registered assigned signed_for in_progress resolved checked fed_back called_back closed "
     "reopened > voided"},
};

bool is_in_machine(std::string_view kind, std::string_view from, std::string_view to) {
  std::string_view rules = kMachine.at(kind);
  while (!rules.empty()) {
    const std::size_t bar = rules.find(" | ");
    const std::string rule = " " + std::string(rules.substr(0, bar)) + " ";
    const std::size_t arrow = rule.find(" > ");
    const std::string target = rule.substr(arrow + 3, rule.size() - arrow - 4);
    const bool starts =
        rule.substr(0, arrow + 1).find(" " + std::string(from) + " ") != std::string::npos;
    if (starts && (target == to || (target == "=" && from == to))) return true;
    rules = bar == std::string_view::npos ? std::string_view() : rules.substr(bar + 3);
  }
  return false;
}

class Walker {
 public:
  explicit Walker(unsigned seed) : random_(seed) {
    schema_ = township();
    schema_.redo.same_unit = pick(4) != 0;
    schema_.guards.callback_attempts = 1 + pick(3);
  }

  void walk(int steps) {
    for (int i = 0; i < steps; ++i) step();
    check_stored_events();
  }
  int accepted() const { return static_cast<int>(events_.size()); }
  const std::set<std::string_view>& kinds() const { return kinds_; }

 private:
  int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
  bool chance(int percent) { return pick(100) < percent; }
  template <class E>
  E any(E last) {
    return static_cast<E>(pick(static_cast<int>(last) + 1));
  }
  std::optional<Personal> maybe_words() {
    if (chance(30)) return std::nullopt;
    return personal(chance(10) ? "" : "第" + std::to_string(pick(1000)) + "次说明");
  }
  Personal words() { return maybe_words().value_or(Personal{}); }

  Wish any_wish() {
    switch (pick(11)) {
      case 0:
        return Assign{.automatic = chance(70), .unit = chance(80) ? "planning_office" : "nowhere"};
      case 1:
        return SignFor{chance(50) ? std::optional<std::string>(person()) : std::nullopt};
      case 2:
        return NoteProgress{chance(50), maybe_words()};
      case 3:
        return Resolve{any(ResultKind::withdrawn), words()};
      case 4:
        return Check{chance(70), maybe_words()};
      case 5:
        return FeedBack{any(Recipient::office), any(Method::notice), maybe_words()};
      case 6:
      case 7: {
        CallBack wish{.satisfaction = any(Satisfaction::not_rated), .said = maybe_words()};
        if (chance(40)) wish.unreached = any(Unreached::no_contact);
        return wish;
      }
      case 8:
        return Close{any(CloseGround::withdrawn), maybe_words()};
      case 9:
        if (!chance(15)) return SignFor{};
        return Reopen{words()};
      default:
        if (!chance(3)) return Check{true, {}};
        return Void{words()};
    }
  }
  std::string person() {
    static constexpr const char* kPeople[] = {kClerk, kHandler, kChecker, "zhou_shan"};
    return kPeople[pick(4)];
  }
  base::Moment claimed() {
    base::Moment at = now_;
    if (chance(20)) at.date = at.date - pick(10);
    if (chance(20)) at.second = base::Moment::kUnknown;
    if (chance(20) && at.second >= 0) at.second = pick(86400);
    if (chance(3)) at.date = at.date + 1;
    return at;
  }
  void pass_time() {
    now_.second += pick(4 * 3600);
    if (now_.second < 86400) return;
    now_.second -= 86400;
    now_.date = now_.date + 1;
  }

  void step() {
    pass_time();
    const Wish wish = issue_ ? any_wish() : Wish(water_matter());
    const Circumstances circumstances{kClerk, person(), claimed(), now_, chance(5)};
    const Rules rules{schema_, shipped_calendar(), office()};
    const Verdict verdict =
        decide(rules, issue_ ? &*issue_ : nullptr, {}, {.wish = wish}, circumstances);
    INFO(in_words(verdict));
    REQUIRE(verdict.events.empty() == verdict.refusal.has_value());
    if (verdict.refusal) {
      REQUIRE_FALSE(verdict.refusal->reason.zh.empty());
      REQUIRE_FALSE(verdict.refusal->reason.en.empty());
    }
    for (const Payload& payload : verdict.events) happen(payload, circumstances);
  }

  void happen(Payload payload, const Circumstances& circumstances) {
    // As the ledger does: sealed before it is stored, plain beside it meanwhile.
    const auto seal = [&](std::string_view, Personal& text) {
      text.key_id = "0011223344556677";
      text.sealed = "sealed " + std::to_string(pick(1 << 30));
    };
    std::visit([&](auto& data) { for_each_personal(data, seal); }, payload);
    Event event;
    event.transaction = std::to_string(events_.size());
    event.issue = "RS2026-00001";
    event.occurred_at = circumstances.at;
    event.actor = circumstances.actor;
    event.by = circumstances.by;
    event.imported = circumstances.imported;
    event.payload = std::move(payload);
    const std::string_view kind = kind_of(event.payload);
    const std::string_view from = issue_ ? id_of(issue_->state) : std::string_view("nothing");
    const base::Moment before = issue_ ? issue_->last_moved_at : event.occurred_at;

    if (kind == "issue_checked" || kind == "issue_called_back" || kind == "issue_closed") {
      const Assignment* held = issue_->assignment();
      // Who brings an older ledger in did none of it.
      const bool names_nobody = event.imported && event.by == event.actor;
      if (!names_nobody) REQUIRE(event.by != issue_->round().resolved_by);
      if (held && !names_nobody) REQUIRE(held->handler != event.by);
    }
    REQUIRE_NOTHROW(evolve(issue_, event));
    CAPTURE(kind, from, id_of(issue_->state));
    if (from != "nothing")  // An older ledger may leave steps out.
      REQUIRE((event.imported || is_in_machine(kind, from, id_of(issue_->state))));
    // Never back, not even over several steps: what is known of the last step only grows.
    latest_ = std::max(latest_, earliest(issue_->last_moved_at));
    REQUIRE_FALSE(certainly_before(issue_->last_moved_at, before));
    REQUIRE(earliest(issue_->last_moved_at) >= latest_);
    kinds_.insert(kind);
    events_.push_back(encode_body(event));
  }

  /// Seconds since the epoch of the first moment it can have been.
  static std::int64_t earliest(const base::Moment& moment) {
    return std::int64_t{moment.date.days} * 86400 + std::max(moment.second, 0);
  }

  void check_stored_events() {
    std::optional<Issue> stored;
    for (const std::string& body : events_) {
      const Event event = decode_body(body);
      REQUIRE(encode_body(event) == body);
      evolve(stored, event);
    }
    REQUIRE(in_words(*stored) == in_words(*issue_));
  }

  std::mt19937 random_;
  schema::Schema schema_;
  std::optional<Issue> issue_;
  std::vector<std::string> events_;
  std::set<std::string_view> kinds_;
  base::Moment now_ = moment("2026-03-02T09:00:00");
  std::int64_t latest_ = 0;
};

}  // namespace

TEST_CASE("no sequence of wishes leaves the state machine") {
  std::set<std::string_view> kinds;
  int accepted = 0;
  for (unsigned seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    Walker walker(seed);
    walker.walk(400);
    accepted += walker.accepted();
    kinds.insert(walker.kinds().begin(), walker.kinds().end());
  }
  // The walks went somewhere: every kind of event of an issue happened.
  CHECK(kinds.size() == 11);
  CHECK(accepted > 60 * 20);
}

}  // namespace minqing::casework
