// SPDX-License-Identifier: MIT
// The shipped SQL views (schemas/sql/views.sql): their words are the program's, and nothing sealed
// comes through.

#include "lib/base/file.hpp"
#include "tests/unit/ledger/raw_database.hpp"
#include "tests/unit/ledger/sample_ledger.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace minqing::ledger {

namespace {

using namespace casework;

void attach(RawDatabase& db, const SampleLedger& sample) {
  db.run("ATTACH '" + sample.path() + "' AS ledger");
  db.run(base::read_file(MINQING_SOURCE_DIR "/schemas/sql/views.sql", 1 << 20));
}

template <class E>
void check_words(RawDatabase& db, const std::string& kind) {
  std::vector<std::string> expected;
  for (const base::Word& word : words(E{})) {
    expected.emplace_back(word.id);
    expected.emplace_back(word.zh);
  }
  INFO(kind);
  CHECK(db.texts("SELECT id, label FROM program_words WHERE kind = '" + kind + "'") == expected);
}

/// A household that holds a card and was visited.
void give_a_card_and_visit(SampleLedger& sample) {
  RosterChanged change;
  change.people = {{kHandler, "陈平", {}, {}, {}, {}}};
  sample.write(change);
  sample.write(CardGiven{
      .no = {}, .official = kHandler, .area = kHotWaterVillage, .household = personal("暗号户")});
  WriteDiary diary;
  diary.entry = {.official = kHandler, .day = day("2026-11-16")};
  diary.entry.visits = {{.area = kHotWaterVillage, .household = personal("暗号户")}};
  diary.digest = "digest of the day";
  sample.write(diary);
}

/// What is kept for exact matches and tells a person to who can guess.
constexpr const char* kDigests =
    "SELECT digest FROM ledger.resident_digest UNION SELECT digest FROM ledger.diary_entry "
    "UNION SELECT household FROM ledger.visit UNION SELECT household FROM ledger.contact_card";

}  // namespace

TEST_CASE("the words of the views are the program's") {
  SampleLedger sample(Preset::small);
  RawDatabase db(":memory:");
  attach(db, sample);
  check_words<State>(db, "state");
  check_words<Urgency>(db, "urgency");
  check_words<ResultKind>(db, "result");
  check_words<Satisfaction>(db, "satisfaction");
  check_words<CloseGround>(db, "ground");
  check_words<ReopenCause>(db, "cause");
  check_words<AssignmentBasis>(db, "basis");
  check_words<RequestKind>(db, "request");
  check_words<Method>(db, "method");
}

TEST_CASE("the views show every issue once and nothing sealed") {
  SampleLedger sample;
  live(sample, 7, 60);
  give_a_card_and_visit(sample);
  RawDatabase db(":memory:");
  attach(db, sample);
  const std::string issues = db.text("SELECT count(*) FROM ledger.issue");
  for (const char* view : {"issues", "诉求"}) {
    CHECK(db.text("SELECT count(*) FROM " + std::string(view)) == issues);
  }
  for (const char* view : {"diary_entries", "visits", "contact_cards", "日记", "走访", "联系卡"}) {
    CHECK(db.number("SELECT count(*) FROM " + std::string(view)) == 1);
  }
  const auto views = db.texts("SELECT name FROM temp.sqlite_master WHERE type = 'view'");
  CHECK(views.size() == 28);
  for (const std::string& view : views) {
    for (const std::string& column :
         db.texts("SELECT name FROM pragma_table_info('" + view + "')")) {
      INFO(view << "." << column);
      CHECK(db.number("SELECT count(*) FROM \"" + view + "\" WHERE typeof(\"" + column +
                      "\") = 'blob' OR \"" + column + "\" IN (" + kDigests + ")") == 0);
    }
  }
}

}  // namespace minqing::ledger
