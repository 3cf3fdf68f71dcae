// SPDX-License-Identifier: MIT
// Cards in the ledger: the register, what came in through them, nothing personal in plain, the same
// after a rebuild.

#include "lib/base/file.hpp"
#include "lib/ledger/cards.hpp"
#include "lib/ledger/coverage.hpp"
#include "lib/ledger/diary.hpp"
#include "lib/ledger/verify.hpp"
#include "tests/unit/ledger/sample_ledger.hpp"

#include <catch2/catch.hpp>

namespace minqing::ledger {

namespace {

using namespace casework;

void bring_people(SampleLedger& sample) {
  RosterChanged change;
  change.people = {{kClerk, "刘文", {}, {}, {}, {}}, {kHandler, "陈平", {}, {}, {}, {}}};
  sample.write(change);
}

Command card(const std::string& household, const std::string& no = {}) {
  return {.wish = CardGiven{.no = no,
                            .official = kHandler,
                            .area = kHotWaterVillage,
                            .household = personal(household)}};
}

std::vector<std::string> numbers_of(const std::vector<ListedCard>& cards) {
  std::vector<std::string> out;
  for (const ListedCard& one : cards) out.push_back(one.no);
  return out;
}

}  // namespace

TEST_CASE("numbers go on where the program gives them, beside those that stand on cards") {
  SampleLedger sample;
  bring_people(sample);
  sample.write(order_of({card("甲"), card("乙", "K-18"), card("丙")}));
  sample.write(order_of({card("丁")}));
  Ledger ledger = sample.read();
  CHECK(numbers_of(select_cards(ledger, {})) ==
        std::vector<std::string>{"LK00001", "K-18", "LK00002", "LK00003"});
  CHECK(select_cards(ledger, {.numbers = {"k-18"}}).at(0).household == "乙");
  CHECK(find_card(ledger.db(), "lk00002")->official == kHandler);
}

TEST_CASE("a household of one order or of an earlier one keeps its card") {
  SampleLedger sample;
  bring_people(sample);
  CHECK(exit_of([&] {
          sample.write(order_of({card("甲"), card(" 甲 ")}));
        }) == base::Exit::conflict);
  CHECK(exit_of([&] {
          sample.write(order_of({card("甲", "K-1"), card("乙", "K-1")}));
        }) == base::Exit::conflict);
  sample.write(order_of({card("甲")}));
  CHECK(exit_of([&] { sample.write(order_of({card("甲")})); }) == base::Exit::conflict);
  sample.write(CardRecalled{"lk00001", personal("暗号由")});
  sample.write(order_of({card("甲")}));
  Ledger ledger = sample.read();
  CHECK(numbers_of(select_cards(ledger, {})) == std::vector<std::string>{"LK00002"});
  CHECK(select_cards(ledger, {.with_recalled = true}).size() == 2);
}

TEST_CASE("issues are counted by the card through which they came") {
  SampleLedger sample;
  bring_people(sample);
  sample.write(order_of({card("甲"), card("乙")}));
  Register wish = water_matter();
  wish.particulars.card = "lk00001";
  const std::string first = sample.record(wish);
  sample.record(wish);
  sample.write(Void{personal("重复")}, first);
  Ledger ledger = sample.read();
  const auto cards = select_cards(ledger, {});
  CHECK(cards.at(0).issues == 1);
  CHECK(cards.at(0).open == 1);
  CHECK(cards.at(1).issues == 0);
  CHECK(select_cards(ledger, {.from = day("2026-11-17")}).at(0).issues == 0);
  CHECK(select_cards(ledger, {.to = day("2026-11-16")}).at(0).issues == 1);
}

TEST_CASE("a household that holds a card and was never visited is to be visited") {
  SampleLedger sample;
  bring_people(sample);
  sample.write(order_of({card("甲"), card("乙")}));
  WriteDiary diary;
  diary.entry = {.official = kHandler, .day = day("2026-11-16")};
  diary.entry.visits = {{.area = kHotWaterVillage, .household = personal("甲")}};
  diary.digest = "aa";
  sample.write(diary);
  Ledger ledger = sample.read();
  const auto households = last_visits_to_households(ledger, kHandler);
  REQUIRE(households.size() == 2);
  CHECK(households[0].household == "甲");
  CHECK(households[0].day == day("2026-11-16"));
  CHECK(households[1].household == "乙");
  CHECK_FALSE(households[1].day);
  CHECK(households[1].area == kHotWaterVillage);
}

TEST_CASE("nothing of a card's household is on disk in plain, and a rebuild gives the same") {
  SampleLedger sample;
  bring_people(sample);
  sample.write(order_of({card("暗号户")}));
  sample.write(CardRecalled{"LK00001", personal("暗号由")});
  CHECK(base::read_file(sample.path(), 64 << 20).find("暗号") == std::string::npos);
  Ledger ledger(sample.location(), Access::write);
  const Rebuilt rebuilt = rebuild(ledger, false);
  CHECK(rebuilt.before == rebuilt.after);
}

}  // namespace minqing::ledger
