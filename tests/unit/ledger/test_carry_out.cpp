// SPDX-License-Identifier: MIT
// The only path that writes: what an order leaves in the events and the projections, and what a
// refused, repeated or rehearsed one does not.

#include "lib/casework/event.hpp"
#include "lib/ledger/load.hpp"
#include "lib/ledger/verify.hpp"
#include "tests/unit/ledger/raw_database.hpp"
#include "tests/unit/ledger/sample_ledger.hpp"

#include <sys/wait.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include <functional>
#include <string>
#include <vector>

namespace minqing::ledger {

namespace {

using namespace casework;

/// Everything that a write could leave behind.
std::string contents(const std::string& path) {
  RawDatabase db(path);
  std::string out;
  for (const char* table :
       {"event", "data_key", "issue", "issue_text", "round", "assignment", "resident_digest",
        "import_row", "unit", "person", "published_report", "fact"}) {
    out += table;
    for (const std::string& value : db.texts(std::string("SELECT * FROM ") + table)) {
      out += value + '\x1f';
    }
  }
  return out;
}

std::vector<Event> events_since(const SampleLedger& sample, std::int64_t seq) {
  std::vector<Event> out;
  Ledger ledger = sample.read();
  for_each_event(ledger.db(), seq, 0,
                 [&](const StoredEvent& stored) { out.push_back(stored.event); });
  return out;
}

Register numbered(const char* source, const char* number) {
  Register wish = water_matter();
  if (source) wish.particulars.source = source;
  wish.particulars.source_no = number;
  return wish;
}

Register row(const char* key, const char* digest) {
  Register wish = water_matter();
  wish.import_mark = ImportMark{"", key, digest, "一组!5"};
  return wish;
}

}  // namespace

TEST_CASE("a command may say for itself who did it") {
  SampleLedger sample;
  const std::string number = sample.record();
  sample.write(Assign{.automatic = true}, number);
  Order order = order_of({{.wish = SignFor{kHandler}, .issue = number, .by = kHandler},
                          {.wish = NoteProgress{false, personal("到现场")}, .issue = number}});
  order.actor = kClerk;
  const std::int64_t before = sample.events();
  sample.write(order);
  const auto events = events_since(sample, before + 1);
  REQUIRE(events.size() == 2);
  CHECK(events[0].by == kHandler);
  CHECK(events[0].actor == kClerk);
  CHECK(events[1].by == kClerk);

  // It is part of what is asked for: with another person the key means another request.
  Command sign{.wish = SignFor{kHandler}, .issue = number};
  const std::string without = describe_command(sign);
  sign.by = kHandler;
  CHECK(describe_command(sign) != without);
  CHECK(without.find("\"by\"") == std::string::npos);
}

TEST_CASE("a registration stands in the events and in every table it concerns") {
  SampleLedger sample;
  const std::int64_t before = sample.events();
  Register wish = water_matter();
  wish.particulars.title = personal("水质");
  wish.particulars.residents.push_back(
      {.name = personal("沈青"), .phone = personal("13800000002")});
  const Outcome outcome = sample.write(wish);

  REQUIRE(outcome.steps.size() == 1);
  CHECK(outcome.steps[0].issue == "RS2026-00001");
  CHECK(outcome.steps[0].state == State::registered);
  CHECK(outcome.last_seq == before + 1);
  CHECK_FALSE(outcome.replayed);
  // What happened is given back readable.
  CHECK(std::get<IssueRegistered>(outcome.steps[0].events.at(0)).particulars.content.plain ==
        "自来水浑浊三天了");

  const Event event = events_since(sample, before + 1).at(0);
  CHECK(event.transaction == outcome.transaction);
  CHECK(event.issue == "RS2026-00001");
  CHECK(event.occurred_at == moment("2026-11-16T09:01:00"));
  CHECK(event.recorded_at == instant("2026-11-16T09:01:00"));
  CHECK(event.actor == kClerk);
  CHECK(event.by == kClerk);
  CHECK(event.os == OsIdentity{1000, "liuwen", "office-1"});
  CHECK_FALSE(event.imported);
  CHECK(event.request);

  RawDatabase db(sample.path());
  CHECK(event.schema == db.text("SELECT substr(value, 1, 32) FROM fact WHERE name = 'schema'"));
  CHECK(db.texts("SELECT seq, incarnation, length(link), kind, issue, tx FROM event "
                 "ORDER BY seq DESC LIMIT 1") ==
        std::vector<std::string>{std::to_string(before + 1), "1", "32", "issue_registered",
                                 "20260000001", outcome.transaction});
  CHECK(db.texts("SELECT number, state, round, registered_at, channel, nature, category, urgency, "
                 "confidential, area, unit, last_moved_at, last_seq FROM issue") ==
        std::vector<std::string>{"RS2026-00001", "registered", "1", "2026-11-16T09:01:00", "call",
                                 "help", "water_supply", "normal", "0", kHotWaterVillage, "-",
                                 "2026-11-16T09:01:00", std::to_string(before + 1)});
  CHECK(db.number("SELECT count(*) FROM issue_text WHERE title IS NOT NULL") == 1);
  CHECK(db.number("SELECT count(*) FROM round") == 1);
  CHECK(db.number("SELECT count(*) FROM assignment") == 0);
  CHECK(db.number("SELECT count(*) FROM resident_digest") == 4);  // two names, two phones
  // A key for each resident and one for the text; another holds the index.
  CHECK(db.number("SELECT count(*) FROM data_key WHERE issue = 20260000001") == 3);
  CHECK(db.number("SELECT count(*) FROM data_key WHERE issue = 0") == 1);
}

TEST_CASE("the commands of an order are one transaction") {
  SampleLedger sample;
  const std::int64_t before = sample.events();
  Order order = order_of({{.wish = water_matter()},
                          {.wish = Assign{.automatic = true}, .issue = "RS2026-00001"},
                          {.wish = water_matter()},
                          {.wish = RosterChanged{}}});
  order.key = "batch-7";
  const Outcome outcome = sample.write(order);
  REQUIRE(outcome.steps.size() == 4);
  CHECK(outcome.transaction == "batch-7");
  CHECK(outcome.steps[1].state == State::assigned);
  CHECK(outcome.steps[2].issue == "RS2026-00002");
  CHECK(outcome.steps[3].issue.empty());
  CHECK(outcome.last_seq == before + 4);

  const auto events = events_since(sample, before + 1);
  REQUIRE(events.size() == 4);
  for (std::size_t i = 0; i < events.size(); ++i) {
    CHECK(events[i].transaction == "batch-7");
    CHECK(events[i].index == static_cast<std::int64_t>(i));
    CHECK(events[i].count == 4);
    CHECK(events[i].request.has_value() == (i == 0));
  }
  CHECK(RawDatabase(sample.path()).texts("SELECT tx FROM event ORDER BY seq DESC LIMIT 4") ==
        std::vector<std::string>{"-", "-", "-", "batch-7"});
}

TEST_CASE("who did it and when are taken from the order, or from the command itself") {
  SampleLedger sample;
  Order order = order_of(
      {{.wish = water_matter(), .at = moment("2026-11-13")}, {.wish = water_matter()}}, "");
  order.at = moment("2026-11-14T10:00:00");
  order.imported = true;
  const std::int64_t before = sample.events();
  sample.write(order);
  const auto events = events_since(sample, before + 1);
  CHECK(events[0].occurred_at == moment("2026-11-13"));
  CHECK(events[1].occurred_at == moment("2026-11-14T10:00:00"));
  for (const Event& event : events) {
    CHECK(event.by == kClerk);  // nobody else was named
    CHECK(event.recorded_at == instant("2026-11-16T09:01:00"));
    CHECK(event.imported);
  }
}

TEST_CASE("the same key with the same request writes nothing and answers the same") {
  SampleLedger sample;
  Order order = order_of(
      {{.wish = water_matter()}, {.wish = Assign{.automatic = true}, .issue = "RS2026-00001"}});
  order.key = "k-1";
  const Outcome first = sample.write(order);
  const std::string before = contents(sample.path());
  sample.set_clock("2026-11-17T10:00:00");
  const Outcome again = sample.write(order);
  CHECK(contents(sample.path()) == before);
  CHECK(again.replayed);
  CHECK(again.transaction == "k-1");
  CHECK(again.last_seq == first.last_seq);
  CHECK(again.steps.at(0).issue == "RS2026-00001");
  CHECK(again.steps.back().state == State::assigned);
  // Also when others wrote meanwhile.
  CHECK(sample.record() == "RS2026-00002");
  CHECK(sample.write(order).last_seq == first.last_seq);
}

TEST_CASE("the same key with another request is a conflict") {
  SampleLedger sample;
  Order order = order_of({{.wish = water_matter()}});
  order.key = "k-1";
  order.at = moment("2026-11-16T08:00:00");
  sample.write(order);
  const std::string before = contents(sample.path());
  const std::vector<std::function<void(Order&)>> changes = {
      [](Order& o) {
        std::get<Register>(o.commands[0].wish).particulars.content = personal("别的事");
      },
      [](Order& o) {
        std::get<Register>(o.commands[0].wish).particulars.residents[0].phone =
            personal("13800000009");
      },
      [](Order& o) { o.commands.push_back({.wish = water_matter()}); },
      [](Order& o) { o.commands.clear(); },
      [](Order& o) { o.by = kChecker; },
      [](Order& o) { o.actor = kChecker; },
      [](Order& o) { o.at = moment("2026-11-16T08:00:01"); },
      [](Order& o) { o.at.reset(); }};
  for (const auto& change : changes) {
    Order other = order;
    change(other);
    CHECK(exit_of([&] { sample.write(other); }) == base::Exit::conflict);
    CHECK(contents(sample.path()) == before);
  }
  Order free_key = order;
  free_key.key = "k-2";
  CHECK_FALSE(sample.write(free_key).replayed);
}

TEST_CASE("what the rules refuse leaves nothing behind, and every refusal is told") {
  SampleLedger sample;
  const std::string known = sample.record();
  const std::string before = contents(sample.path());
  Register bad = water_matter();
  bad.particulars.category = "weather";
  const Order order = order_of({{.wish = water_matter()},
                                {.wish = bad},
                                {.wish = SignFor{}, .issue = known},
                                {.wish = Assign{.automatic = true}, .issue = known}});
  try {
    sample.write(order);
    FAIL("not refused");
  } catch (const Refused& refused) {
    REQUIRE(refused.items().size() == 2);
    CHECK(refused.items()[0].command == 1);
    CHECK(refused.items()[1].command == 2);
    CHECK(refused.exit() == base::Exit::rejected);
    CHECK(refused.message() == refused.items()[0].refusal.reason);
    CHECK(refused.items()[1].refusal.exit == base::Exit::conflict);
  }
  CHECK(contents(sample.path()) == before);
  CHECK(sample.record() == "RS2026-00002");  // no number was lost
}

TEST_CASE("a rehearsal says what would happen and writes nothing") {
  SampleLedger sample;
  sample.record();
  const std::string before = contents(sample.path());
  Order order = order_of(
      {{.wish = water_matter()}, {.wish = Assign{.automatic = true}, .issue = "RS2026-00002"}});
  order.dry_run = true;
  order.key = "k-1";
  const Outcome outcome = sample.write(order);
  CHECK(outcome.steps.at(0).issue == "RS2026-00002");
  CHECK(outcome.steps.at(1).state == State::assigned);
  CHECK(contents(sample.path()) == before);
  // The same ledger, opened once, goes on as if nothing had been.
  {
    Ledger ledger(sample.location(), Access::write);
    carry_out(ledger, order, clock_at(sample.tick()));
    order.dry_run = false;
    CHECK(carry_out(ledger, order, clock_at(sample.tick())).steps.at(0).issue == "RS2026-00002");
    CHECK(verify(ledger, "").ok());
  }
  Order wrong = order_of({{.wish = SignFor{}, .issue = "RS2026-00001"}});
  wrong.dry_run = true;
  CHECK(exit_of([&] { sample.write(wrong); }) == base::Exit::conflict);
}

TEST_CASE("an unknown issue ends the order") {
  SampleLedger sample;
  const std::string before = contents(sample.path());
  for (const char* number :
       {"RS2026-00002", "RS2026-00000", "RS2025-00001", "17", "nonsense", "-"}) {
    CAPTURE(number);
    const Order order = order_of({{.wish = water_matter()}, {.wish = SignFor{}, .issue = number}});
    CHECK(exit_of([&] { sample.write(order); }) == base::Exit::not_found);
    CHECK(contents(sample.path()) == before);
  }
}

TEST_CASE("numbers count within the year of registration") {
  SampleLedger sample;
  sample.set_clock("2026-12-31T23:50:00");
  CHECK(sample.record() == "RS2026-00001");
  sample.set_clock("2027-01-01T00:10:00");
  CHECK(sample.record() == "RS2027-00001");
  Order late = order_of({{.wish = water_matter()}, {.wish = water_matter()}});
  late.at = moment("2026-12-31T20:00:00");
  const Outcome outcome = sample.write(late);
  CHECK(outcome.steps.at(0).issue == "RS2026-00002");
  CHECK(outcome.steps.at(1).issue == "RS2026-00003");
  CHECK(sample.record() == "RS2027-00002");
}

TEST_CASE("a clock that cannot be right stamps nothing") {
  SampleLedger sample;
  const std::string before = contents(sample.path());
  for (const char* time : {"1970-01-02T00:00:00", "2019-12-31T23:58:00", "2101-01-01T00:00:00"}) {
    sample.set_clock(time);
    CHECK(exit_of([&] { sample.record(); }) == base::Exit::other);
    CHECK(contents(sample.path()) == before);
  }
  // A clock that only went back is believed: order is by number, never by time.
  sample.set_clock("2026-11-16T12:00:00");
  sample.record();
  sample.set_clock("2026-11-15T12:00:00");
  CHECK(sample.record() == "RS2026-00002");
}

TEST_CASE("a sender's number is registered once") {
  struct Case {
    const char* source;
    const char* number;
    base::Exit exit;
  };
  SampleLedger sample;
  sample.write(numbered("county_hotline", "GD-1"));
  sample.write(numbered(nullptr, "GD-2"));
  using base::Exit;
  for (const Case& c :
       {Case{"county_hotline", "GD-1", Exit::conflict}, Case{"city_hotline", "GD-1", Exit::done},
        Case{"city_hotline", "GD-1", Exit::conflict}, Case{nullptr, "GD-1", Exit::done},
        Case{nullptr, "GD-1", Exit::conflict}, Case{nullptr, "GD-2", Exit::conflict},
        Case{"county_hotline", "GD-2", Exit::done}}) {
    CAPTURE(c.source ? c.source : "none", c.number);
    CHECK(exit_of([&] { sample.write(numbered(c.source, c.number)); }) == c.exit);
  }
  for (const char* source : {"province", static_cast<const char*>(nullptr)}) {
    const Order twice =
        order_of({{.wish = numbered(source, "GD-3")}, {.wish = numbered(source, "GD-3")}});
    CHECK(exit_of([&] { sample.write(twice); }) == Exit::conflict);
  }
}

TEST_CASE("a row is imported once, and says when it was changed") {
  SampleLedger sample;
  Order first =
      order_of({{.wish = row("a", "1")}, {.wish = row("b", "1")}, {.wish = row("a", "1")}});
  first.imported = true;
  first.key = "import-1";
  const Outcome outcome = sample.write(first);
  REQUIRE(outcome.steps.size() == 3);
  CHECK(outcome.steps[2].already);  // the second of two equal rows
  CHECK(outcome.steps[2].issue == "RS2026-00001");
  CHECK_FALSE(outcome.steps[0].already);
  RawDatabase db(sample.path());
  CHECK(db.texts("SELECT row_key, issue, row_digest, batch FROM import_row ORDER BY row_key") ==
        std::vector<std::string>{"a", "20260000001", "1", "import-1", "b", "20260000002", "1",
                                 "import-1"});

  const std::string before = contents(sample.path());
  Order again = order_of({{.wish = row("a", "1")}, {.wish = row("b", "2")}});
  again.imported = true;
  const Outcome second = sample.write(again);
  CHECK(second.last_seq == 0);
  CHECK(second.steps.at(0).already);
  CHECK_FALSE(second.steps.at(0).row_changed);
  CHECK(second.steps.at(1).already);
  CHECK(second.steps.at(1).row_changed);
  CHECK(second.steps.at(1).issue == "RS2026-00002");
  CHECK(contents(sample.path()) == before);

  again.commands.push_back({.wish = row("c", "1")});
  CHECK(sample.write(again).steps.at(2).issue == "RS2026-00003");
}

TEST_CASE("a row of an older ledger brings its later steps along, on days of their own") {
  SampleLedger sample;
  const std::string just(kJustRegistered);
  const auto told = [&](Wish wish, const char* at) {
    return Command{.wish = std::move(wish), .issue = just, .at = moment(at)};
  };
  PackedCommands rows;
  const auto add_row = [&](const char* key) {
    rows.push_back({.wish = row(key, "d"), .at = moment("2025-03-03")});
    rows.push_back(told(Assign{.unit = "water_station"}, "2025-03-04"));
    rows.push_back(told(Resolve{.result = personal("换了水管")}, "2025-03-06"));
    rows.push_back(told(CallBack{.satisfaction = Satisfaction::dissatisfied}, "2025-03-07"));
    rows.push_back(told(Close{CloseGround::recorded}, "2025-03-10"));
  };
  add_row("k1");
  rows.push_back({.wish = row("k2", "d"), .at = moment("2025-03-05")});
  add_row("k3");
  Order order;
  order.actor = kClerk;
  order.imported = true;
  order.rows = &rows;
  const Outcome outcome = sample.write(order);
  REQUIRE(outcome.steps.size() == rows.size());
  CHECK(outcome.steps[4].issue == outcome.steps[0].issue);
  CHECK(outcome.steps[4].follows);
  CHECK(outcome.steps[4].state == State::closed);
  CHECK(outcome.steps[5].state == State::registered);
  {
    Ledger ledger = sample.read();
    for (std::size_t i : {0, 6}) {
      const auto issue = load_issue(ledger.db(), *issue_id(outcome.steps[i].issue));
      REQUIRE(issue);
      CHECK(issue->state == State::closed);
      // What the older ledger does not tell is not invented: no second round, nobody's deed.
      CHECK(issue->rounds.size() == 1);
      CHECK(issue->round().resolved_at == moment("2025-03-06"));
      CHECK(issue->round().resolved_by.empty());
      CHECK(issue->round().satisfaction == Satisfaction::dissatisfied);
      CHECK(issue->round().closed_at == moment("2025-03-10"));
      CHECK(issue->rounds[0].assignments[0].assigned_at == moment("2025-03-04"));
      CHECK_FALSE(issue->rounds[0].assignments[0].signed_at);
    }
    CHECK(verify(ledger, {}).findings.empty());
  }
  // Rows that stand in the ledger bring nothing a second time.
  const std::string before = contents(sample.path());
  const Outcome again = sample.write(order);
  CHECK(again.steps[4].already);
  CHECK(contents(sample.path()) == before);
}

TEST_CASE("more rows than are composed ahead are written as they stand") {
  SampleLedger sample;
  Register known = row("known", "d");
  Order first = order_of({{.wish = known, .at = moment("2025-03-01")}});
  first.imported = true;
  REQUIRE(sample.write(first).steps.at(0).issue == "RS2025-00001");

  // Every fifth row has a later step, and one stands in the ledger already.
  PackedCommands rows;
  for (int i = 0; i < 1000; ++i) {
    const std::string key = i == 7 ? "known" : "k" + std::to_string(i);
    Register wish = row(key.c_str(), i == 7 ? "d" : "other");
    wish.particulars.content = personal("第 " + std::to_string(i) + " 行");
    wish.particulars.residents = {{false, personal("何田"), personal("13800000001"), {}}};
    rows.push_back({.wish = std::move(wish), .at = moment("2025-03-03")});
    if (i % 5 != 0) continue;
    rows.push_back({.wish = Assign{.unit = "water_station"},
                    .issue = std::string(kJustRegistered),
                    .at = moment("2025-03-04")});
  }
  Order order;
  order.actor = kClerk;
  order.imported = true;
  order.rows = &rows;
  std::vector<Step> steps;
  order.take = [&](Step step) { steps.push_back(std::move(step)); };
  CHECK(sample.write(order).steps.empty());

  REQUIRE(steps.size() == rows.size());
  std::int64_t last = 1;
  int wrong = 0, assigned = 0, already = 0;
  Ledger ledger(sample.location(), Access::write);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Command command = rows[i];
    if (steps[i].already) {
      ++already;
      wrong += steps[i].issue == "RS2025-00001" ? 0 : 1;
    } else if (steps[i].follows) {
      ++assigned;
      wrong += steps[i].issue == steps[i - 1].issue && steps[i].state == State::assigned ? 0 : 1;
    } else {
      wrong += steps[i].issue == make_number("RS", 2025, ++last, 5) ? 0 : 1;
      const std::int64_t id = *issue_id(steps[i].issue);
      const auto issue = load_issue(ledger.db(), id);
      REQUIRE(issue);
      const auto& content = std::get<Register>(command.wish).particulars.content.plain;
      wrong += ledger.keys().unseal(id, "content", issue->particulars.content) == content ? 0 : 1;
    }
  }
  CHECK(wrong == 0);
  CHECK(already == 1);
  CHECK(assigned == 200);
  CHECK(verify(ledger, {}).findings.empty());
  const Rebuilt rebuilt = rebuild(ledger, true);
  CHECK(rebuilt.before == rebuilt.after);
}

TEST_CASE("a step that cannot be is refused with the row") {
  SampleLedger sample;
  PackedCommands rows;
  rows.push_back({.wish = row("k1", "d"), .at = moment("2025-03-03")});
  rows.push_back({.wish = Assign{.unit = "no_such_unit"},
                  .issue = std::string(kJustRegistered),
                  .at = moment("2025-03-04")});
  rows.push_back({.wish = Close{}, .issue = std::string(kJustRegistered)});
  Order order;
  order.actor = kClerk;
  order.imported = true;
  order.rows = &rows;
  const std::string before = contents(sample.path());
  try {
    sample.write(order);
    FAIL("it was written");
  } catch (const Refused& refused) {
    REQUIRE(refused.items().size() == 1);
    CHECK(refused.items()[0].command == 1);
  }
  CHECK(contents(sample.path()) == before);
}

TEST_CASE("a unit that joined the roster can be named by the next order") {
  SampleLedger sample;
  const std::string number = sample.record();
  const Assign wish{.unit = "reservoir"};
  Ledger ledger(sample.location(), Access::write);
  const auto order = [&](Wish of, const std::string& issue) {
    return carry_out(ledger, order_of({{.wish = std::move(of), .issue = issue}}),
                     clock_at(sample.tick()));
  };
  CHECK(exit_of([&] { order(wish, number); }) == base::Exit::not_found);
  order(RosterChanged{{{"reservoir", "水库管理所", {"水库"}, "station", {}}}, {}, {}}, {});
  CHECK(order(wish, number).steps.at(0).state == State::assigned);
  CHECK(ledger.roster().match_unit("水库").found->id == "reservoir");
}

TEST_CASE("eight processes at once lose nothing and leave no gap") {
  constexpr int kProcesses = 8;
  constexpr int kEach = 25;
  SampleLedger sample(Preset::small);
  const std::int64_t before = sample.events();
  std::vector<pid_t> children;
  for (int process = 0; process < kProcesses; ++process) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      int failures = 0;
      for (int i = 0; i < kEach; ++i) {
        const auto code = exit_of([&] {
          Ledger ledger(sample.location(), Access::write);
          carry_out(ledger, order_of({{.wish = water_matter()}}), clock_at(sample.tick()));
        });
        if (code != base::Exit::done) ++failures;
      }
      _exit(failures);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
  }
  RawDatabase db(sample.path());
  CHECK(db.number("SELECT count(*) FROM issue") == kProcesses * kEach);
  CHECK(db.number("SELECT count(DISTINCT number) FROM issue") == kProcesses * kEach);
  CHECK(db.text("SELECT max(number) FROM issue") == "RS2026-00200");
  CHECK(db.number("SELECT max(seq) FROM event") == before + kProcesses * kEach);
  CHECK(db.number("SELECT count(*) FROM event") == before + kProcesses * kEach);
  Ledger ledger = sample.read();
  CHECK(verify(ledger, "").ok());
}

}  // namespace minqing::ledger
