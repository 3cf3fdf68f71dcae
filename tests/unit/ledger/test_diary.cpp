// SPDX-License-Identifier: MIT
// The diary in the ledger: written with its issues in one transaction, linked both ways, nothing
// personal in plain, the same after a rebuild.

#include "lib/base/file.hpp"
#include "lib/ledger/coverage.hpp"
#include "lib/ledger/diary.hpp"
#include "lib/ledger/verify.hpp"
#include "tests/unit/ledger/sample_ledger.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace minqing::ledger {

namespace {

using namespace casework;

std::vector<Command> a_day(const std::string& on = "2026-11-16", const std::string& digest = "aa") {
  WriteDiary diary;
  diary.entry.official = kHandler;
  diary.entry.companions = {kChecker};
  diary.entry.day = day(on);
  diary.entry.visits = {
      {.area = kHotWaterVillage, .household = personal("暗号户"), .said = personal("暗号话")},
      {.place = personal("暗号地")}};
  diary.entry.remark = personal("暗号感");
  diary.digest = digest;
  Register first = water_matter();
  first.visit = 1;
  Register second = water_matter();
  second.visit = 2;
  second.answered = personal("当场说清");
  return {{.wish = diary}, {.wish = first}, {.wish = second}};
}

ListedEntry only_entry(Ledger& ledger) {
  const auto entries = select_entries(ledger.db(), {});
  REQUIRE(entries.size() == 1);
  return entries.front();
}

}  // namespace

TEST_CASE("an entry and its issues name each other") {
  SampleLedger sample;
  sample.record();  // so that numbers of entries and issues differ
  const Outcome outcome = sample.write(order_of(a_day()));
  REQUIRE(outcome.steps.size() == 3);
  CHECK(outcome.steps[2].state == State::fed_back);

  Ledger ledger = sample.read();
  const ListedEntry row = only_entry(ledger);
  CHECK(row.number == "RS2026D00001");
  CHECK(row.issues == std::vector<std::string>{"RS2026-00002", "RS2026-00003"});
  CHECK(row.areas == std::vector<std::string>{kHotWaterVillage});
  CHECK(entries_of_issue(ledger.db(), *issue_id("RS2026-00003")) ==
        std::vector<std::string>{row.number});
  CHECK(entries_of_issue(ledger.db(), *issue_id("RS2026-00001")).empty());

  const WholeEntry whole = load_entry(ledger, row);
  CHECK(whole.entry.visits.at(0).said->plain == "暗号话");
  CHECK(whole.entry.visits.at(0).household->plain == "暗号户");
  CHECK(whole.entry.remark->plain == "暗号感");
  CHECK(whole.issues == std::vector<std::vector<std::string>>{{"RS2026-00002"}, {"RS2026-00003"}});
}

TEST_CASE("nothing of a diary is on disk in plain, and a rebuild gives the same tables") {
  SampleLedger sample;
  sample.write(order_of(a_day()));
  sample.write(DiaryReviewed{"RS2026D00001", personal("暗号阅")}, {}, kClerk);
  const std::string bytes = base::read_file(sample.path(), 64 << 20);
  CHECK(bytes.find("暗号") == std::string::npos);

  Ledger ledger(sample.location(), Access::write);
  const Rebuilt rebuilt = rebuild(ledger, false);
  CHECK(rebuilt.before == rebuilt.after);
  CHECK(verify(ledger, {}).findings.empty());
}

TEST_CASE("the same entry comes in once, until it is voided") {
  SampleLedger sample;
  sample.write(order_of(a_day()));
  CHECK(exit_of([&] { sample.write(order_of(a_day())); }) == base::Exit::conflict);
  std::vector<Command> twice = a_day("2026-11-16", "bb");
  for (Command& command : a_day("2026-11-16", "bb")) twice.push_back(std::move(command));
  CHECK(exit_of([&] { sample.write(order_of(twice)); }) == base::Exit::conflict);

  sample.write(DiaryVoided{"RS2026D00001", personal("重写")}, {}, kHandler);
  sample.write(order_of(a_day()));
  Ledger ledger = sample.read();
  const ListedEntry row = only_entry(ledger);
  CHECK(row.number == "RS2026D00002");
  CHECK(load_entry(ledger, *find_entry(ledger.db(), "RS2026D00001")).void_reason->plain == "重写");
}

TEST_CASE("two entries of one order keep their issues apart") {
  SampleLedger sample;
  std::vector<Command> both = a_day("2026-11-14", "aa");
  for (Command& command : a_day("2026-11-15", "bb")) both.push_back(std::move(command));
  sample.write(order_of(both));
  Ledger ledger = sample.read();
  CHECK(issues_of_entry(ledger.db(), "RS2026D00001") ==
        std::vector<std::string>{"RS2026-00001", "RS2026-00002"});
  CHECK(issues_of_entry(ledger.db(), "RS2026D00002") ==
        std::vector<std::string>{"RS2026-00003", "RS2026-00004"});
}

TEST_CASE("the same key writes an entry once and answers the same") {
  SampleLedger sample;
  Order order = order_of(a_day());
  order.key = "k1";
  sample.write(order);
  const auto events = sample.events();
  const Outcome again = sample.write(order);
  CHECK(again.replayed);
  CHECK(sample.events() == events);
  REQUIRE(again.steps.size() == 3);
  const auto& written = std::get<DiaryWritten>(again.steps[0].events.front());
  CHECK(written.number == "RS2026D00001");
  CHECK(written.entry.visits.at(0).said->plain == "暗号话");
}

TEST_CASE("who was where: alone or in company, the last time counts") {
  SampleLedger sample;
  sample.write(order_of(a_day("2026-11-12", "aa")));
  sample.write(order_of(a_day("2026-11-15", "bb")));
  Ledger ledger = sample.read();
  for (const std::string& person : {std::string(kHandler), std::string(kChecker), std::string()}) {
    CAPTURE(person);
    const auto villages = last_visits_to_villages(ledger.db(), person);
    REQUIRE(villages.size() == 1);
    CHECK(villages[0].day == day("2026-11-15"));
    const auto households = last_visits_to_households(ledger, person);
    REQUIRE(households.size() == 1);
    CHECK(households[0].household == "暗号户");
    CHECK(households[0].day == day("2026-11-15"));
  }
  CHECK(last_visits_to_villages(ledger.db(), kClerk).empty());
  CHECK(last_visits_to_households(ledger, kClerk).empty());
}

TEST_CASE("numbers of entries") {
  CHECK(entry_id("RS2026D00017") == 20'260'000'017);
  for (const char* text : {"", "RS2026-00017", "RS2026D", "D17", "RS2026D0", "RS2026D00017x"}) {
    CAPTURE(text);
    CHECK_FALSE(entry_id(text));
  }
}

}  // namespace minqing::ledger
