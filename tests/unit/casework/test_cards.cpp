// SPDX-License-Identifier: MIT
// Contact cards: given once under a number, recalled once, and what comes in through them.

#include "tests/unit/casework/story.hpp"

#include <catch2/catch.hpp>

namespace minqing::casework {

namespace {

std::string exit_of(const Verdict& verdict) {
  const std::string words = in_words(verdict);
  return words.substr(0, words.find(':'));
}

const CardGiven kCard{.no = "K-18", .official = kHandler, .area = kHotWaterVillage};

Register by_card(const std::string& no) {
  Register wish = water_matter();
  wish.particulars.card = no;
  return wish;
}

}  // namespace

TEST_CASE("a card without a number gets the next one") {
  Story story;
  story.books.next_card = 12;
  CardGiven wish = kCard;
  CHECK(std::get<CardGiven>(story.ask(wish).events.front()).no == "K-18");
  wish.no.clear();
  CHECK(std::get<CardGiven>(story.ask(wish).events.front()).no == "LK00012");
}

TEST_CASE("no number is given twice, and a household keeps one card of an official") {
  Story story;
  story.books.card = KnownCard{"K-18", kHandler, day("2026-11-01")};
  CHECK(exit_of(story.ask(kCard)) == "refused conflict");
  story.books.card.reset();
  story.books.same_card = "K-17";
  CHECK(exit_of(story.ask(kCard)) == "refused conflict");
}

TEST_CASE("what is no card is refused") {
  CardGiven wish = kCard;
  wish.official = "nobody";
  CHECK(exit_of(Story().ask(wish)) == "refused not_found");
  for (const char* no : {"第一号", "a 1", "k18", "123456789012345678901234567890"}) {
    CAPTURE(no);
    wish = kCard;
    wish.no = no;
    CHECK(exit_of(Story().ask(wish)) == "refused rejected");
  }
}

TEST_CASE("a card is recalled once, under the number that was given") {
  Story story;
  CHECK(exit_of(story.ask(CardRecalled{"k-18", {}})) == "refused not_found");
  story.books.card = KnownCard{"K-18", kHandler, {}};
  CHECK(std::get<CardRecalled>(story.ask(CardRecalled{"k-18", {}}).events.front()).no == "K-18");
  story.books.card->recalled_on = day("2026-11-01");
  CHECK(exit_of(story.ask(CardRecalled{"K-18", {}})) == "refused conflict");
}

TEST_CASE("an issue comes through a card that was given and is in use") {
  Story story;
  CHECK(exit_of(story.ask(by_card("k-18"))) == "refused not_found");
  story.books.card = KnownCard{"K-18", kHandler, {}};
  const Verdict verdict = story.ask(by_card("k-18"));
  CHECK(std::get<IssueRegistered>(verdict.events.front()).particulars.card == "K-18");
  story.books.card->recalled_on = day("2026-11-16");
  CHECK(story.ask(by_card("K-18")).events.size() == 1);  // on the last day
  story.books.card->recalled_on = day("2026-11-15");
  CHECK(exit_of(story.ask(by_card("K-18"))) == "refused conflict");
  // An old ledger tells of cards that this one never gave.
  story.books.card.reset();
  CHECK(story.imported().ask(by_card("旧-1")).events.size() == 1);
}

}  // namespace minqing::casework
