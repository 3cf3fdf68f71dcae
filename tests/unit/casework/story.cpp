// SPDX-License-Identifier: MIT
#include "tests/unit/casework/story.hpp"

#include "lib/base/file.hpp"

#include <catch2/catch.hpp>

#include <utility>

namespace minqing::casework {

namespace {

constexpr const char* kPresets = MINQING_SOURCE_DIR "/schemas";
constexpr const char* kCalendar = MINQING_SOURCE_DIR "/schemas/calendar/cn-holidays.csv";

Roster make_office() {
  RosterChanged change;
  for (const schema::Area& area : township().areas) {
    std::optional<std::string> parent;
    if (!area.parent.empty()) parent = area.parent;
    change.areas.push_back({area.code, area.name, area.also, parent, area.level});
  }
  for (const schema::Unit& unit : township().units) {
    std::optional<std::string> area;
    if (!unit.area.empty()) area = unit.area;
    change.units.push_back({unit.id, unit.name, unit.also, unit.kind, area});
  }
  change.people = {{kClerk, "刘文", {}, "party_affairs_office", "办事员", "liuwen"},
                   {kHandler, "陈平", {}, "water_station", "站长", {}},
                   {kChecker, "赵敏", {}, "party_affairs_office", {}, {}},
                   {"zhou_shan", "周山", {}, "planning_office", {}, {}}};
  Roster roster;
  roster.apply(change);
  return roster;
}

const char* exit_word(base::Exit exit) {
  switch (exit) {
    case base::Exit::usage:
      return "usage";
    case base::Exit::rejected:
      return "rejected";
    case base::Exit::not_found:
      return "not_found";
    case base::Exit::conflict:
      return "conflict";
    default:
      return "other";
  }
}

}  // namespace

const schema::Schema& township() {
  static const schema::Schema schema = schema::load_schema("township", kPresets).schema;
  return schema;
}

const calendar::Calendar& shipped_calendar() {
  static const calendar::Calendar calendar =
      calendar::Calendar::parse(base::read_file(kCalendar, 1 << 20), kCalendar);
  return calendar;
}

const Roster& office() {
  static const Roster roster = make_office();
  return roster;
}

base::Moment moment(std::string_view text) { return base::parse_moment(text).value(); }

base::Date day(std::string_view text) { return base::parse_iso_date(text).value(); }

Register water_matter() {
  Register wish;
  wish.particulars.channel = "call";
  wish.particulars.nature = "help";
  wish.particulars.category = "water_supply";
  wish.particulars.area = kHotWaterVillage;
  wish.particulars.residents = {{.name = personal("何田"), .phone = personal("13800000001")}};
  wish.particulars.content = personal("自来水浑浊三天了");
  return wish;
}

Story& Story::at(std::string_view time, std::string_view now) {
  at_ = moment(time);
  now_ = now.empty() ? at_ : moment(now);
  return *this;
}

Story& Story::by(std::string_view person) {
  by_ = person;
  return *this;
}

Story& Story::imported(bool yes) {
  imported_ = yes;
  return *this;
}

Story& Story::under(const schema::Schema& schema) {
  schema_ = &schema;
  return *this;
}

Verdict Story::ask(const Wish& wish) const {
  const Rules rules{*schema_, shipped_calendar(), office()};
  return decide(rules, issue_ ? &*issue_ : nullptr, books, {.wish = wish},
                {kClerk, by_, at_, now_, imported_});
}

std::vector<Payload> Story::tell(const Wish& wish) {
  const Verdict verdict = ask(wish);
  INFO(in_words(verdict));
  REQUIRE_FALSE(verdict.refusal);
  for (const Payload& payload : verdict.events) {
    Event event;
    event.transaction = "t-" + std::to_string(events_.size());
    event.issue = "RS2026-00001";
    event.occurred_at = at_;
    event.actor = kClerk;
    event.by = by_;
    event.imported = imported_;
    event.payload = payload;
    evolve(issue_, event);
    events_.push_back(std::move(event));
  }
  return verdict.events;
}

Story& Story::next_hour() {
  at_.second += 3600;
  now_ = at_;
  return *this;
}

Story& Story::reach(State state, ResultKind kind) {
  tell(water_matter());
  const auto there = [&] { return issue_->state == state; };
  if (there()) return *this;
  if (state == State::voided) {
    tell(Void{personal("误录")});
    return *this;
  }
  next_hour().tell(Assign{.automatic = true, .handler = kHandler});
  if (there()) return *this;
  next_hour().by(kHandler).tell(SignFor{});
  if (there()) return *this;
  next_hour().tell(NoteProgress{true, personal("已到现场")});
  if (there()) return *this;
  Resolve result{kind, personal("更换了滤料")};
  if (kind == ResultKind::declined) result.other_channel = "县人民法院";
  if (kind == ResultKind::transferred) result.to_body = "县水利局";
  next_hour().tell(result);
  if (there()) return *this;
  if (state == State::reopened) {
    schema::Schema free_choice = *schema_;
    free_choice.redo.same_unit = false;
    const schema::Schema* before = std::exchange(schema_, &free_choice);
    next_hour().by(kClerk).tell(Reopen{personal("换单位办理")});
    schema_ = before;
    return *this;
  }
  next_hour().by(kChecker).tell(Check{true, {}});
  if (there()) return *this;
  next_hour().by(kHandler).tell(FeedBack{});
  if (there()) return *this;
  next_hour().by(kChecker);
  // A call-back that leaves the issue called back: an explanation that did not satisfy.
  if (state == State::called_back) REQUIRE(kind != ResultKind::solved);
  tell(CallBack{.responded = true,
                .solved = state == State::closed,
                .satisfaction =
                    state == State::closed ? Satisfaction::satisfied : Satisfaction::dissatisfied});
  REQUIRE(there());
  return *this;
}

std::string in_words(const Verdict& verdict) {
  if (verdict.refusal) {
    return std::string("refused ") + exit_word(verdict.refusal->exit) + ": " +
           verdict.refusal->reason.en;
  }
  if (verdict.already)
    return "already " + *verdict.already + (verdict.row_changed ? " changed" : "");
  std::string out;
  for (const Payload& payload : verdict.events) {
    if (!out.empty()) out += ' ';
    out += kind_of(payload);
  }
  return out;
}

}  // namespace minqing::casework
