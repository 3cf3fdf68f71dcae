// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <cstdint>
#include <limits>
#include <string>

#include "lib/report/numbers.hpp"

using namespace minqing;
using namespace minqing::report;

namespace {
constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
}

TEST_CASE("rates agree with published bulletins") {
  struct Case {
    std::int64_t numerator, denominator;
    const char* printed;
  };
  const Case cases[] = {// Tianmen 2016-12
                        {911, 972, "93.72%"},
                        {737, 972, "75.82%"},
                        {902, 956, "94.35%"},
                        {9, 16, "56.25%"},
                        {953, 996, "95.68%"},
                        {43, 996, "4.32%"},
                        // Lianyungang
                        {23974, 24932, "96.16%"},
                        {22345, 24932, "89.62%"},
                        // Daying 2016-03
                        {302, 506, "59.68%"},
                        {239, 2495, "9.58%"}};
  for (const Case& c : cases) {
    INFO(c.numerator << " / " << c.denominator);
    CHECK(format_rate(c.numerator, c.denominator) == c.printed);
  }
}

TEST_CASE("rates are rounded half up and never invented") {
  struct Case {
    std::int64_t numerator, denominator;
    const char* printed;
  };
  const Case cases[] = {{0, 5, "0.00%"},
                        {5, 5, "100.00%"},
                        {0, 0, "—"},
                        {7, 0, "—"},
                        {7, -1, "—"},
                        {1, 3, "33.33%"},
                        {2, 3, "66.67%"},
                        {1, 20000, "0.01%"},    // 0.005 exactly
                        {1, 20001, "0.00%"},    // a little less
                        {201, 20000, "1.01%"},  // 1.005: binary floating point prints 1.00
                        {6, 5, "120.00%"},
                        {-1, 20000, "-0.01%"},
                        {-1, 8, "-12.50%"},
                        {kMost, kMost, "100.00%"},
                        {kMost - 1, kMost, "100.00%"},
                        {kMost / 2, kMost, "50.00%"}};
  for (const Case& c : cases) {
    INFO(c.numerator << " / " << c.denominator);
    CHECK(format_rate(c.numerator, c.denominator) == c.printed);
  }
  CHECK(rate_of({911, 972}) == 9372);
  CHECK_FALSE(rate_of({1, 0}).has_value());
  CHECK(format_rate({kMost, 1}) == format_hundredths(kMost));
}

TEST_CASE("change of a count against the period before") {
  struct Case {
    std::int64_t now, before;
    const char *cell, *cell_en, *sentence, *sentence_en;
  };
  const Case cases[] = {{506, 420, "+20.48%", "+20.48%", "上升20.48%", "up 20.48%"},
                        {420, 506, "-17.00%", "-17.00%", "下降17.00%", "down 17.00%"},
                        {5, 5, "0.00%", "0.00%", "持平", "unchanged"},
                        {0, 5, "-100.00%", "-100.00%", "下降100.00%", "down 100.00%"},
                        {12, 0, "上期为0（+12）", "none before (+12)", "增加12件（上期为0）",
                         "up 12 (none in the period before)"},
                        {0, 0, "上期为0（0）", "none before (0)", "持平", "unchanged"},
                        {kMost, 1, nullptr, nullptr, nullptr, nullptr}};  // only: no overflow
  for (const Case& c : cases) {
    INFO(c.now << " after " << c.before);
    const base::Text cell = format_change(c.now, c.before);
    const base::Text sentence = describe_change(c.now, c.before);
    if (c.cell == nullptr) continue;
    CHECK(cell == base::Text{c.cell, c.cell_en});
    CHECK(sentence == base::Text{c.sentence, c.sentence_en});
  }
  CHECK(describe_change(3, 0, {"户", " households"}) ==
        base::Text{"增加3户（上期为0）", "up 3 households (none in the period before)"});
}

TEST_CASE("change of a rate is the difference of the printed rates in points") {
  struct Case {
    Ratio now, before;
    const char *cell, *sentence, *sentence_en;
  };
  const Case cases[] = {
      {{329, 340}, {310, 333}, "+3.67个百分点", "上升3.67个百分点", "up 3.67 percentage points"},
      {{1, 2}, {3, 4}, "-25.00个百分点", "下降25.00个百分点", "down 25.00 percentage points"},
      {{1, 2}, {2, 4}, "0.00个百分点", "持平", "unchanged"},
      {{0, 0}, {2, 4}, "—", "—", "—"},
      {{1, 2}, {0, 0}, "—", "—", "—"},
      // 33.33 and 66.67: 33.34 as a reader subtracts, though 33.333… exactly
      {{2, 3}, {1, 3}, "+33.34个百分点", "上升33.34个百分点", "up 33.34 percentage points"}};
  for (const Case& c : cases) {
    INFO(c.sentence);
    CHECK(format_ratio_points(c.now, c.before).zh == c.cell);
    CHECK(describe_ratio_points(c.now, c.before) == base::Text{c.sentence, c.sentence_en});
  }
  CHECK(format_ratio_points({1, 2}, {1, 4}).en == "+25.00 pp");
}

TEST_CASE("bars are drawn in proportion") {
  struct Case {
    std::int64_t value, full;
    int steps, drawn;
  };
  const Case cases[] = {{0, 10, 60, 0},
                        {10, 10, 60, 60},
                        {5, 10, 60, 30},
                        {1, 1000, 60, 1},  // still seen
                        {-5, 10, 60, 0},
                        {20, 10, 60, 60},
                        {5, 0, 60, 0},
                        {1, 4, 10, 3},  // half up
                        {kMost, kMost, 10000, 10000}};
  for (const Case& c : cases) {
    INFO(c.value << " of " << c.full);
    CHECK(share_of(c.value, c.full, c.steps) == c.drawn);
  }
}
