// SPDX-License-Identifier: MIT
// Which rows of an import are perhaps one matter with an open issue, or with each other.

#include "lib/intake/likely_pairs.hpp"
#include "tests/unit/intake/sample_office.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <string>
#include <vector>

namespace minqing::intake {

namespace {

using casework::personal;
using casework::State;

/// LikelyRows of a sheet from its second line on.
struct LikelyRows {
  ImportBatch batch;
  std::vector<NewIssue> issues;
  std::map<std::string, std::string> in_ledger;  ///< by telephone
  std::map<std::string, int> asked;

  std::string add(const char* phone, const char* category = "water_supply",
                  State state = State::registered) {
    casework::Register wish;
    wish.particulars.category = category;
    wish.particulars.residents = {{false, personal("何田"), {}, {}}};
    if (*phone != '\0') wish.particulars.residents[0].phone = personal(phone);
    const std::size_t index = batch.commands.size();
    batch.commands.push_back({.wish = wish, .origin = {.file = "三月.csv", .line = line_++}});
    const std::string number = "RS2026-0010" + std::to_string(index);
    issues.emplace_back(index, number).state = state;
    return number;
  }
  std::vector<LikelyPair> pairs() {
    return likely_pairs(sample_schema(), batch, issues,
                        [&](const casework::Likeness& likeness) -> std::optional<std::string> {
                          ++asked[likeness.category + " " + likeness.phone];
                          const auto found = in_ledger.find(likeness.phone);
                          if (found == in_ledger.end()) return std::nullopt;
                          return found->second;
                        });
  }
  /// `RS2026-00101>RS2026-00003 …`
  std::string words() {
    std::string out;
    for (const LikelyPair& pair : pairs()) {
      if (!out.empty()) out += ' ';
      out += pair.number.substr(7) + ">" + pair.into.substr(7);
    }
    return out;
  }

 private:
  std::int64_t line_ = 2;
};

}  // namespace

TEST_CASE("a new issue goes with the open one of the ledger, else with the first row") {
  LikelyRows rows;
  rows.in_ledger["13800000001"] = "RS2026-00003";
  rows.add("13800000001");
  rows.add("13800000002");
  rows.add("138 0000 0002");
  rows.add("13800000001");
  rows.add("13800000002");
  CHECK(rows.words() == "00100>00003 00102>00101 00103>00003 00104>00101");
  for (const auto& [likeness, times] : rows.asked) {
    INFO(likeness);
    CHECK(times == 1);
  }
}

TEST_CASE("another category or no telephone makes no pair") {
  LikelyRows rows;
  rows.add("13800000001");
  rows.add("13800000001", "street_lights");
  rows.add("");
  rows.add("");
  rows.add("12345");
  rows.add("12345");
  CHECK(rows.words().empty());
  CHECK(rows.asked.size() == 2);
}

TEST_CASE("what a pair says may be done as it stands") {
  LikelyRows rows;
  rows.add("13800000001", "water_supply", State::closed);
  rows.add("13800000001", "water_supply", State::resolved);  // open, nothing to merge any more
  rows.add("13800000001", "water_supply", State::in_progress);
  rows.add("13800000001", "water_supply", State::called_back);
  CHECK(rows.words() == "00102>00101");
}

TEST_CASE("who is like an issue that goes on under another number goes with that one") {
  LikelyRows rows;
  rows.in_ledger["13800000001"] = "RS2026-00003";
  rows.add("13800000001/13800000002");
  rows.add("13800000002");
  CHECK(rows.words() == "00100>00003 00101>00003");
}

TEST_CASE("likely pairs are listed as lines to type, a screenful of them") {
  LikelyRows rows;
  rows.add("13800000001");
  CHECK(describe(rows.batch, rows.pairs(), false).empty());
  rows.add("13800000001");
  auto lines = describe(rows.batch, rows.pairs(), false);
  REQUIRE(lines.size() == 2);
  CHECK(lines[1].zh == "  三月.csv:3：minqing 并案 RS2026-00101 --并入 RS2026-00100");
  CHECK(lines[1].en == "  三月.csv:3: minqing merge RS2026-00101 --into RS2026-00100");
  for (int i = 0; i < 30; ++i) rows.add("13800000001");
  const auto pairs = rows.pairs();
  lines = describe(rows.batch, pairs, false);
  CHECK(pairs.size() == 31);
  REQUIRE(lines.size() == 22);
  CHECK(lines[21].zh == "  还有 11 件没有列出；--json 列全");
  CHECK(to_json(rows.batch, pairs).as_array().size() == 31);
}

}  // namespace minqing::intake
