// SPDX-License-Identifier: MIT
// 回填表: marks that survive a round trip, and what becomes of a row, given what the ledger says
// since the export. All persons are invented.

#include <catch2/catch.hpp>

#include "lib/intake/returned_steps.hpp"

using namespace minqing;
using namespace minqing::intake;

namespace {

using casework::Event;
using casework::personal;
using Verdict = ReturnedSteps::Verdict;

base::Moment moment(std::string_view words) { return *base::parse_moment(words); }

casework::Roster water_station() {
  casework::RosterChanged change;
  change.units.push_back({"water_station", "水务站", {}, "station", {}});
  change.units.push_back({"power_station", "供电所", {}, "station", {}});
  change.people.push_back({.id = "wang", .name = "王庆生", .unit = "water_station"});
  change.people.push_back({.id = "zhao", .name = "赵电林", .unit = "power_station"});
  casework::Roster roster;
  roster.apply(change);
  return roster;
}

casework::Issue assigned() {
  casework::Issue issue;
  issue.number = "RS2026-00001";
  issue.state = casework::State::assigned;
  issue.last_moved_at = moment("2026-11-16 09:00");
  issue.rounds.emplace_back().assignments.emplace_back().unit = "water_station";
  return issue;
}

ReturnedRow filled() {
  ReturnedRow row;
  row.number = "RS2026-00001";
  row.mark = ReturnMark{7, "abc", "123"};
  row.signed_for_by = "王庆生";
  row.action_taken = "换了滤芯";
  row.result = casework::ResultKind::solved;
  row.resolved_at = moment("2026-11-18");
  return row;
}

Event event(casework::Payload payload, std::string_view at, const char* transaction = "other") {
  Event out;
  out.transaction = transaction;
  out.occurred_at = moment(at);
  out.payload = std::move(payload);
  return out;
}

ReturnedSteps judge(const ReturnedRow& row, std::vector<Event> since,
                    casework::Issue issue = assigned(), std::string by = {}) {
  static const casework::Roster roster = water_station();
  for (const Event& one : since) {
    if (std::holds_alternative<casework::IssueSignedFor>(one.payload)) {
      issue.round().assignments.back().signed_at = one.occurred_at;
    }
  }
  return steps_of(row, {issue, std::move(since)}, {roster, std::move(by)});
}

const casework::IssueSignedFor kSigned{"wang"};
casework::IssueResolved resolved() {
  return {casework::ResultKind::solved, personal("换了滤芯"), {}, {}, {}, {}};
}

}  // namespace

TEST_CASE("a mark reads as it is written, and nothing else does") {
  const ReturnMark mark{41, "9f2c1a3b", "8b3d2e4f6a7c"};
  CHECK(to_string(mark) == "41-9f2c1a3b-8b3d2e4f6a7c");
  CHECK(parse_mark("41-9f2c1a3b-8b3d2e4f6a7c") == mark);
  CHECK(parse_mark(" ４１－９ｆ２ｃ１ａ３ｂ－８ｂ３ｄ２ｅ４ｆ６ａ７ｃ ") == mark);
  for (const char* words : {"", "41", "41-9f", "x-9f-8b", "41--8b", "41-9f-", "4 1x-9f-8b",
                            "99999999999999999999-9f-8b", "1-2-3-4"}) {
    INFO(words);
    CHECK_FALSE(parse_mark(words));
  }
}

TEST_CASE("a row becomes the steps of the person who signs, in their order") {
  const ReturnedSteps steps = judge(filled(), {});
  REQUIRE(steps.verdict == Verdict::steps);
  REQUIRE(steps.commands.size() == 2);
  CHECK(std::get<casework::SignFor>(steps.commands[0].wish).handler == "wang");
  CHECK(std::get<casework::Resolve>(steps.commands[1].wish).result.plain == "换了滤芯");
  for (const casework::Command& command : steps.commands) {
    CHECK(command.by == "wang");
    CHECK(command.at == moment("2026-11-18"));
  }
}

TEST_CASE("what is recorded is not said again") {
  const auto at = "2026-11-18";
  CHECK(judge(filled(), {event(kSigned, at), event(resolved(), at)}).verdict == Verdict::unchanged);
  // Nor is it a conflict when the issue has gone on since.
  CHECK(judge(filled(), {event(kSigned, at), event(resolved(), at),
                         event(casework::IssueChecked{true, {}}, "2026-11-19")})
            .verdict == Verdict::unchanged);
  const ReturnedSteps rest = judge(filled(), {event(kSigned, at)});
  REQUIRE(rest.verdict == Verdict::steps);
  CHECK(rest.commands.size() == 1);
  // A result of another day is another result.
  CHECK(judge(filled(), {event(kSigned, at), event(resolved(), "2026-11-17")}).verdict ==
        Verdict::conflict);
}

TEST_CASE("what others have done since the export is in the way, what the sheet did is not") {
  const casework::ProgressNoted noted{false, personal("又去看了")};
  const ReturnedSteps conflict =
      judge(filled(), {event(kSigned, "2026-11-17"), event(noted, "2026-11-17")});
  REQUIRE(conflict.verdict == Verdict::conflict);
  CHECK(conflict.against == std::vector<std::size_t>{1});
  CHECK(conflict.commands.empty());
  CHECK(judge(filled(), {event(noted, "2026-11-17", "sheet-abc-1")}).verdict == Verdict::steps);
  CHECK(judge(filled(), {event(noted, "2026-11-17", "sheet-abd-1")}).verdict == Verdict::conflict);

  ReturnedRow untouched;
  untouched.mark = filled().mark;
  CHECK(judge(untouched, {event(noted, "2026-11-17")}).verdict == Verdict::untouched);
}

TEST_CASE("somebody of the unit has to be named") {
  ReturnedRow row = filled();
  row.signed_for_by = "赵电林";
  CHECK(judge(row, {}).verdict == Verdict::rejected);
  row.signed_for_by = "没有人";
  CHECK(judge(row, {}).verdict == Verdict::rejected);
  row.signed_for_by.clear();
  CHECK(judge(row, {}).verdict == Verdict::rejected);
  CHECK(judge(row, {}, assigned(), "zhao").verdict == Verdict::rejected);
  CHECK(judge(row, {}, assigned(), "wang").verdict == Verdict::steps);
  casework::Issue with_handler = assigned();
  with_handler.round().assignments.back().handler = "wang";
  CHECK(judge(row, {}, with_handler).verdict == Verdict::steps);
}
