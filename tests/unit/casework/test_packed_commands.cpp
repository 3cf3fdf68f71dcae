// SPDX-License-Identifier: MIT
// What is packed comes out again: every field, and where it came from.

#include "lib/casework/packed_commands.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/casework/story.hpp"

namespace minqing::casework {

namespace {

/// A registration with something in every field.
Register full_matter() {
  Register wish = water_matter();
  Particulars& of = wish.particulars;
  of.urgency = Urgency::critical;
  of.confidential = true;
  of.village_group = "三组";
  of.grid = "";
  of.location = personal("桥头");
  of.people_count = 12;
  of.source = "12345";
  of.source_no = "GZ-7";
  of.source_due_on = day("2026-11-30");
  of.campaign = "集中走访";
  of.card = "88";
  of.registrar = "范某";
  of.residents = {{true, {}, personal("13800000001"), {}},
                  {false, personal("何田"), {}, personal("热水村")}};
  of.title = personal("自来水");
  of.remark = personal("");
  of.extra = {{"a", "甲"}, {"b", ""}};
  of.extra_personal = {{"c", personal("乙")}};
  wish.import_mark = ImportMark{"", "key", "digest", "一组!4"};
  return wish;
}

}  // namespace

TEST_CASE("packed commands come out as they went in") {
  std::vector<Command> commands;
  commands.push_back({.wish = full_matter(),
                      .at = moment("2026-11-16T09:30:00"),
                      .origin = {.file = "三月.xlsx", .sheet = "一组", .cell = "C18"}});
  commands.push_back({.wish = water_matter(),
                      .at = moment("2026-11-16"),
                      .origin = {.file = "三月.csv", .line = 7, .column = 2}});
  Register long_matter = water_matter();
  long_matter.particulars.content = personal(std::string(3 << 20, 'x'));
  commands.push_back({.wish = std::move(long_matter), .issue = "RS2026-00001"});
  commands.push_back({.wish = water_matter()});

  PackedCommands packed;
  CHECK(packed.empty());
  for (const Command& command : commands) packed.push_back(command);
  REQUIRE(packed.size() == commands.size());
  std::size_t index = 0;
  for (const Command& command : packed) {
    CAPTURE(index);
    CHECK(describe_command(command) == describe_command(commands[index]));
    CHECK(command.origin == commands[index].origin);
    CHECK(command.wish.index() == commands[index].wish.index());
    ++index;
  }
  CHECK(index == commands.size());
  CHECK(std::get<Register>(packed[0].wish).particulars == full_matter().particulars);
  CHECK_THROWS_AS(packed.push_back({.wish = Reopen{personal("又漏")}}), std::logic_error);
}

TEST_CASE("the steps of an older ledger are packed with the row that they follow") {
  const std::string just(kJustRegistered);
  Assign assign{.unit = "water_station", .handler = "chen_ping", .co_units = {"office"}};
  assign.due_on = day("2026-11-20");
  assign.limit = calendar::parse_limit("24h");
  const std::vector<Command> commands = {
      {.wish = water_matter()},
      {.wish = assign, .issue = just, .at = moment("2026-11-10"), .by = "chen_ping"},
      {.wish = SignFor{"chen_ping"}, .issue = just},
      {.wish = NoteProgress{true, personal("已联系")}, .issue = just},
      {.wish = Resolve{ResultKind::transferred, personal("已转")}, .issue = just},
      {.wish = FeedBack{.method = Method::letter}, .issue = just},
      {.wish = CallBack{.solved = true, .satisfaction = Satisfaction::satisfied}, .issue = just},
      {.wish = Close{CloseGround::recorded}, .issue = just},
      {.wish = water_matter()},
      {.wish = SignFor{}, .issue = just},
  };
  PackedCommands packed;
  for (const Command& command : commands) packed.push_back(command);
  for (std::size_t i = 0; i < commands.size(); ++i) {
    CAPTURE(i);
    CHECK(describe_command(packed[i]) == describe_command(commands[i]));
    CHECK(packed[i].by == commands[i].by);
    CHECK(packed.follows(i) == (commands[i].issue == just));
    CHECK(packed.registration_of(i) == (i < 8 ? 0U : 8U));
  }
}

TEST_CASE("many packed commands keep their places") {
  PackedCommands packed;
  for (int i = 0; i < 5000; ++i) {
    Register wish = water_matter();
    wish.particulars.content = personal(std::string(static_cast<std::size_t>(i % 700), 'x'));
    wish.particulars.source_no = std::to_string(i);
    packed.push_back({.wish = std::move(wish)});
  }
  for (const std::size_t at : {0, 1, 2499, 4999, 17}) {
    const Command command = packed[at];
    const auto& of = std::get<Register>(command.wish).particulars;
    CHECK(of.source_no == std::to_string(at));
    CHECK(of.content.plain.size() == at % 700);
  }
}

}  // namespace minqing::casework
