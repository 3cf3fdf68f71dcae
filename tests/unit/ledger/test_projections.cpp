// SPDX-License-Identifier: MIT
// The projections are a fold of the events: rebuilt they are the same, and the issues they give are
// those that a fold in memory gives.

#include "lib/ledger/load.hpp"
#include "lib/ledger/published.hpp"
#include "lib/ledger/roster_table.hpp"
#include "lib/ledger/verify.hpp"
#include "tests/unit/casework/issue_words.hpp"
#include "tests/unit/ledger/raw_database.hpp"
#include "tests/unit/ledger/sample_ledger.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

namespace minqing::ledger {

namespace {

using namespace casework;

Rebuilt rebuild_of(const SampleLedger& sample, bool dry_run) {
  Ledger ledger(sample.location(), Access::rebuild);
  return rebuild(ledger, dry_run);
}

std::string digest_of(const SampleLedger& sample) {
  Ledger ledger = sample.read();
  return projection_digest(ledger.db());
}

/// The issue without what the projections do not carry: sealed text, and how a date was derived.
Issue as_carried(Issue issue) {
  issue.registered_by.clear();
  issue.import_mark.reset();
  Particulars carried;
  const Particulars& of = issue.particulars;
  carried.channel = of.channel;
  carried.nature = of.nature;
  carried.category = of.category;
  carried.urgency = of.urgency;
  carried.confidential = of.confidential;
  carried.area = of.area;
  carried.source = of.source;
  carried.source_no = of.source_no;
  issue.particulars = carried;
  for (Round& round : issue.rounds) {
    round.result.reset();
    for (Assignment& held : round.assignments) {
      held.co_units.clear();
      held.leader.reset();
      held.rule = {};
      held.due.limit_rule = {};
      held.due.clock_start = {};
      held.due.unrolled_on.reset();
      held.due.own_due_on.reset();
      held.due.source_due_on.reset();
      held.due.reserve.reset();
      held.due_changes.clear();
    }
  }
  return issue;
}

std::vector<std::string> as_of(const SampleLedger& sample, std::int64_t seq) {
  std::vector<std::string> out;
  Ledger ledger = sample.read();
  for_each_issue_as_of(ledger.db(), seq,
                       [&](const Issue& issue) { out.push_back(in_words(issue)); });
  return out;
}

std::string numbers_since(const SampleLedger& sample, const char* since) {
  std::string out;
  Ledger ledger = sample.read();
  for_each_issue(ledger.db(), day(since), [&](const Issue& issue) {
    if (!out.empty()) out += ' ';
    out += issue.number.substr(issue.number.size() - 1);
  });
  return out;
}

}  // namespace

TEST_CASE("a rebuild after any history gives the same rows") {
  const unsigned seed = GENERATE(2U, 3U);
  CAPTURE(seed);
  SampleLedger sample;
  live(sample, seed, 70);
  RawDatabase db(sample.path());
  REQUIRE(db.number("SELECT count(*) FROM event") > 100);
  REQUIRE(db.number("SELECT max(no) FROM round") >= 3);
  const std::string before = digest_of(sample);
  const Rebuilt rebuilt = rebuild_of(sample, false);
  CHECK(rebuilt.before == before);
  CHECK(rebuilt.after == before);
  CHECK(rebuilt.events == db.number("SELECT count(*) FROM event"));
  CHECK(digest_of(sample) == before);
  Ledger ledger = sample.read();
  CHECK(verify(ledger, "").ok());
}

TEST_CASE("the projections give the issues that the events give") {
  const unsigned seed = GENERATE(4U, 5U);
  CAPTURE(seed);
  SampleLedger sample;
  live(sample, seed, 60);
  Ledger ledger = sample.read();
  std::vector<std::string> folded;
  std::vector<std::string> read;
  for_each_issue_as_of(ledger.db(), 0, [&](const Issue&) { FAIL("nothing had happened"); });
  for_each_issue_as_of(ledger.db(), ledger.head().seq, [&](const Issue& issue) {
    folded.push_back(in_words(as_carried(issue)));
    // One by one they are the same, too.
    CHECK(in_words(load_issue(ledger.db(), *issue_id(issue.number)).value()) == in_words(issue));
    CHECK(number_of(ledger.db(), *issue_id(issue.number)) == issue.number);
  });
  for_each_issue(ledger.db(), day("1949-10-01"),
                 [&](const Issue& issue) { read.push_back(in_words(issue)); });
  REQUIRE(folded.size() > 15);
  REQUIRE(read.size() == folded.size());
  for (std::size_t i = 0; i < read.size(); ++i) CHECK(read[i] == folded[i]);
}

TEST_CASE("the past stays what it was") {
  SampleLedger sample;
  std::vector<std::pair<std::int64_t, std::vector<std::string>>> moments;
  for (unsigned i = 0; i < 6; ++i) {
    live(sample, 60 + i, 10);
    const std::int64_t seq = sample.events();
    moments.emplace_back(seq, as_of(sample, seq));
  }
  for (const auto& [seq, issues] : moments) {
    CAPTURE(seq);
    CHECK(as_of(sample, seq) == issues);
  }
}

TEST_CASE("a damaged projection is repaired, and the rebuild says that it was damaged") {
  SampleLedger sample;
  live(sample, 7, 60);
  sample.write(ReportPublished{"weekly", "〔2026〕99号", 2026, 99, day("2026-11-09"),
                               day("2026-11-16"), 4, "aa", "bb", "html"});
  sample.write(RosterChanged{{}, {{"li_chen", "李晨", {}, "water_station", {}, {}}}, {}});
  const std::string sound = digest_of(sample);
  for (const char* damage :
       {"UPDATE issue SET state = 'resolved' WHERE state = 'registered'",
        "UPDATE issue SET grid = '' WHERE grid IS NULL", "DELETE FROM issue WHERE id % 2 = 0",
        "DELETE FROM issue_text WHERE issue % 2 = 0", "UPDATE issue_text SET residents = '[]'",
        "UPDATE round SET attempts = attempts + 1", "DELETE FROM round WHERE no > 1",
        "UPDATE assignment SET unit = 'finance_office'",
        "UPDATE assignment SET due_on = '2026-12-31'", "DELETE FROM resident_digest",
        "INSERT INTO import_row VALUES ('x', 1, 'y', 'z')",
        "DELETE FROM unit WHERE id = 'water_station'", "UPDATE person SET name = '李辰'",
        "UPDATE area SET name = '冷水村' WHERE name = '热水村'", "DELETE FROM published_report",
        "UPDATE fact SET value = '冷水镇' WHERE name = 'name'",
        "DELETE FROM fact WHERE name = 'schema'"}) {
    CAPTURE(damage);
    RawDatabase(sample.path()).run(damage);
    const std::string damaged = digest_of(sample);
    REQUIRE(damaged != sound);
    const Rebuilt rehearsed = rebuild_of(sample, true);
    CHECK(rehearsed.before == damaged);
    CHECK(rehearsed.after == sound);
    CHECK(digest_of(sample) == damaged);
    const Rebuilt rebuilt = rebuild_of(sample, false);
    CHECK(rebuilt.before != rebuilt.after);
    CHECK(digest_of(sample) == sound);
  }
}

TEST_CASE("a number whose row was lost is not given again") {
  SampleLedger sample;
  CHECK(sample.record() == "RS2026-00001");
  RawDatabase(sample.path()).run("DELETE FROM issue");
  CHECK(sample.record() == "RS2026-00002");
  Ledger ledger = sample.read();
  CHECK(years_with_numbers(ledger.db()) == std::vector<int>{2026});
  CHECK(last_number(ledger.db(), 2026) == 2);
  CHECK(last_number(ledger.db(), 2027) == 0);
  CHECK(last_number(ledger.db(), 2025) == 0);
}

TEST_CASE("tables of another version are made anew from the events") {
  SampleLedger sample;
  sample.record_fed_back();
  const std::string sound = digest_of(sample);
  for (const char* change :
       {"CREATE TABLE counter (year INTEGER PRIMARY KEY)", "DROP TABLE round",
        "CREATE TABLE notes (issue REFERENCES issue (id)); INSERT INTO notes SELECT id FROM issue",
        "CREATE TABLE sqlitenotes (text)",
        "CREATE TABLE x (y); CREATE TABLE \"x\"\"; DROP TABLE "
        "event; --\" (z)",
        "ALTER TABLE issue ADD COLUMN more TEXT", "DROP TABLE compiled", "DROP INDEX issue_state",
        "CREATE INDEX i ON issue (grid)",
        "DROP TABLE fact; CREATE TABLE fact (name TEXT PRIMARY KEY)"}) {
    CAPTURE(change);
    RawDatabase(sample.path()).run(change);
    CHECK(exit_of([&] { sample.read(); }) == base::Exit::version);
    CHECK(rebuild_of(sample, true).before.empty());
    CHECK(exit_of([&] { sample.read(); }) == base::Exit::version);
    const Rebuilt rebuilt = rebuild_of(sample, false);
    CHECK(rebuilt.before.empty());
    CHECK(rebuilt.after == sound);
    CHECK(digest_of(sample) == sound);
    CHECK(rebuild_of(sample, false).before == sound);
  }
  Ledger ledger = sample.read();
  CHECK(verify(ledger, "").ok());
}

TEST_CASE("after a rebuild work goes on where it was") {
  SampleLedger sample;
  sample.record_fed_back();
  rebuild_of(sample, false);
  CHECK(sample.record() == "RS2026-00002");
  sample.write(CallBack{.satisfaction = Satisfaction::satisfied}, "RS2026-00001", kChecker);
  const Rebuilt rebuilt = rebuild_of(sample, false);
  CHECK(rebuilt.before == rebuilt.after);
}

TEST_CASE("a report is given the issues that concern its period") {
  SampleLedger sample;
  const auto closed = [&] {
    const std::string number = sample.record_fed_back();
    sample.write(CallBack{.satisfaction = Satisfaction::satisfied}, number, kChecker);
    return number;
  };
  closed();         // 1: everything on 2026-11-16, due on 2026-11-19
  sample.record();  // 2: open
  sample.set_clock("2026-11-25T09:00:00");
  closed();                                               // 3: due on 2026-11-30
  sample.write(Void{personal("误录")}, sample.record());  // 4
  CHECK(numbers_since(sample, "2026-11-01") == "1 2 3 4");
  CHECK(numbers_since(sample, "2026-11-16") == "1 2 3 4");
  CHECK(numbers_since(sample, "2026-11-19") == "1 2 3 4");  // 1 fell due
  CHECK(numbers_since(sample, "2026-11-20") == "2 3 4");
  CHECK(numbers_since(sample, "2026-11-25") == "2 3 4");
  CHECK(numbers_since(sample, "2026-11-30") == "2 3");
  CHECK(numbers_since(sample, "2026-12-01") == "2");
}

TEST_CASE("events are read in order, from anywhere, as many as asked for") {
  SampleLedger sample;
  sample.record_fed_back();
  Ledger ledger = sample.read();
  const auto seqs = [&](std::int64_t from, std::int64_t limit) {
    std::vector<std::int64_t> out;
    for_each_event(ledger.db(), from, limit,
                   [&](const StoredEvent& stored) { out.push_back(stored.seq); });
    return out;
  };
  CHECK(seqs(1, 0).size() == 11);
  CHECK(seqs(3, 3) == std::vector<std::int64_t>{3, 4, 5});
  CHECK(seqs(11, 5) == std::vector<std::int64_t>{11});
  CHECK(seqs(12, 0).empty());
  CHECK(events_of(ledger.db(), *issue_id("RS2026-00001")).size() == 7);
  CHECK(events_of(ledger.db(), 20260000099).empty());
  CHECK_FALSE(load_issue(ledger.db(), 20260000099));
  CHECK(number_of(ledger.db(), 20260000099).empty());
}

TEST_CASE("a damaged event is named when it is needed") {
  SampleLedger sample;
  sample.record();
  tamper(sample.path(), "UPDATE event SET body = x'7b7d' WHERE seq = 5");
  Ledger ledger = sample.read();
  try {
    load_issue(ledger.db(), *issue_id("RS2026-00001"));
    FAIL("read");
  } catch (const base::Error& error) {
    CHECK(error.exit() == base::Exit::integrity);
    CHECK(error.message().en == "event 5 is damaged");
  }
}

TEST_CASE("published reports are numbered within their year and found by their period") {
  SampleLedger sample;
  sample.set_clock("2026-12-01T09:00:00");
  const auto publish = [&](const char* report, std::int64_t year, std::int64_t number,
                           const char* from, const char* to, std::int64_t seq) {
    sample.write(
        ReportPublished{report, "m", year, number, day(from), day(to), seq, "a", "b", "html"});
  };
  publish("weekly", 2026, 1, "2026-11-09", "2026-11-16", 4);
  publish("weekly", 2026, 2, "2026-11-16", "2026-11-23", 5);
  publish("monthly", 2026, 1, "2026-11-01", "2026-12-01", 6);
  publish("weekly", 2026, 3, "2026-11-16", "2026-11-23", 7);  // the same week once more
  Ledger ledger = sample.read();
  Database& db = ledger.db();
  CHECK(next_report_number(db, "weekly", 2026) == 4);
  CHECK(next_report_number(db, "weekly", 2027) == 1);
  CHECK(next_report_number(db, "monthly", 2026) == 2);
  CHECK(next_report_number(db, "yearly", 2026) == 1);
  const auto found = find_published(db, "weekly", {day("2026-11-16"), day("2026-11-23")});
  REQUIRE(found);
  CHECK(found->year == 2026);
  CHECK(found->number == 3);
  CHECK(found->as_of == 7);
  CHECK_FALSE(find_published(db, "weekly", {day("2026-11-16"), day("2026-11-24")}));
  CHECK_FALSE(find_published(db, "monthly", {day("2026-11-16"), day("2026-11-23")}));
}

TEST_CASE("what stood on a published paper is found again") {
  SampleLedger sample;
  ReportPublished report{"weekly",          "m", 2026, 1,   day("2026-11-09"),
                         day("2026-11-16"), 4,   "a",  "b", "html"};
  report.issuer = "热水镇";
  report.next_steps = {"查清水源", ""};
  sample.write(report);
  Ledger ledger = sample.read();
  CHECK(find_published(ledger.db(), "weekly", {report.from, report.to}) == report);
}

TEST_CASE("a voided registration frees the sender's number and the imported row") {
  SampleLedger sample;
  Register wish = water_matter();
  wish.particulars.source = "county";
  wish.particulars.source_no = "GD1";
  wish.import_mark = ImportMark{{}, "row", "digest", "一组!5"};
  CHECK(sample.record(wish) == "RS2026-00001");
  CHECK(sample.write(wish).steps.at(0).already);
  sample.write(Void{personal("误录")}, "RS2026-00001");
  const Outcome again = sample.write(wish);
  CHECK_FALSE(again.steps.at(0).already);
  CHECK(again.steps.at(0).issue == "RS2026-00002");
  CHECK(sample.write(wish).steps.at(0).issue == "RS2026-00002");  // in the ledger once more
  // Twice voided, and with a number of an earlier year: whatever the order, a rebuild says the
  // same.
  sample.write(Void{personal("再误录")}, "RS2026-00002");
  Order late = order_of({{.wish = wish, .at = moment("2025-11-16T09:00:00")}});
  late.imported = true;
  CHECK(sample.write(late).steps.at(0).issue == "RS2025-00001");
  CHECK(sample.write(wish).steps.at(0).issue == "RS2025-00001");
  const Rebuilt rebuilt = rebuild_of(sample, false);
  CHECK(rebuilt.before == rebuilt.after);
  CHECK(sample.write(wish).steps.at(0).issue == "RS2025-00001");
  // Without the mark of a row the number decides.
  wish.import_mark.reset();
  CHECK_THROWS_AS(sample.write(wish), Refused);
}

TEST_CASE("a report's number is given once") {
  SampleLedger sample;
  const ReportPublished report{"weekly",          "m", 2026, 1,   day("2026-11-09"),
                               day("2026-11-16"), 4,   "a",  "b", "html"};
  sample.write(report);
  const std::int64_t before = sample.events();
  CHECK_THROWS_AS(sample.write(report), base::Error);
  CHECK(sample.events() == before);
}

TEST_CASE("what stood in the ledger at the end of a day is counted by its own clock") {
  SampleLedger sample;  // opened on 2026-11-16 at 09:00 (+08:00)
  sample.set_clock("2026-11-16T23:58:00");
  sample.record();  // 5, at 23:59
  sample.record();  // 6, at 00:00 of the 17th
  sample.set_clock("2026-11-15T10:00:00");
  sample.record();  // 7, by a clock that went back
  Ledger ledger = sample.read();
  const auto last = [&](const char* text) { return last_seq_until(ledger.db(), day(text), 480); };
  CHECK(last("2026-11-14") == 0);
  CHECK(last("2026-11-15") == 7);
  CHECK(last("2026-11-17") == 7);
  CHECK(link_hex(ledger.db(), 7).size() == 64);
  CHECK(link_hex(ledger.db(), 8).empty());
}

TEST_CASE("the roster keeps the order of its entries when they change") {
  SampleLedger sample;
  const auto names = [&] {
    Ledger ledger = sample.read();
    std::string out;
    const Roster roster = read_roster_tables(ledger.db());
    for (const Person& person : roster.people()) out += person.name + " ";
    return out;
  };
  sample.write(RosterChanged{{},
                             {{"a", "甲", {"阿甲"}, "water_station", "站长", "jia"},
                              {"b", "乙", {}, {}, {}, {}},
                              {"c", "丙", {}, {}, {}, {}}},
                             {}});
  CHECK(names() == "甲 乙 丙 ");
  sample.write(RosterChanged{{}, {{"b", "乙二", {}, {}, {}, {}}, {"d", "丁", {}, {}, {}, {}}}, {}});
  CHECK(names() == "甲 乙二 丙 丁 ");
  Ledger ledger = sample.read();
  const Roster& roster = ledger.roster();
  REQUIRE(roster.person("a"));
  CHECK(*roster.person("a") == Person{"a", "甲", {"阿甲"}, "water_station", "站长", "jia"});
  CHECK(roster.person_of_login("jia") == roster.person("a"));
  CHECK(*roster.area(kHotWaterVillage) ==
        Area{kHotWaterVillage, "热水村", {}, "431026102", "village"});
}

}  // namespace minqing::ledger
