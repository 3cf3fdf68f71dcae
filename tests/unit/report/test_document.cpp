// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <limits>
#include <string>
#include <vector>

#include "lib/report/document.hpp"
#include "lib/report/outline.hpp"
#include "lib/report/table_layout.hpp"

using namespace minqing;
using namespace minqing::report;

TEST_CASE("Chinese numerals") {
  const std::pair<int, const char*> cases[] = {{1, "一"},      {9, "九"},    {10, "十"},
                                               {11, "十一"},   {20, "二十"}, {47, "四十七"},
                                               {99, "九十九"}, {100, "100"}, {0, "0"}};
  for (const auto& [number, printed] : cases) CHECK(chinese_numeral(number) == printed);
}

TEST_CASE("headings are numbered by level and start anew below a higher one") {
  struct Step {
    Heading heading;
    const char *zh, *en;
  };
  const Step steps[] = {{{1, "A"}, "一、A", "1. A"},       {{2, "B"}, "（一）B", "1.1 B"},
                        {{2, "C"}, "（二）C", "1.2 C"},    {{3, "D"}, "1.D", "1.2.1 D"},
                        {{4, "E"}, "（1）E", "1.2.1.1 E"}, {{1, "F", false}, "F", "F"},
                        {{1, "G"}, "二、G", "2. G"},       {{2, "H"}, "（一）H", "2.1 H"},
                        {{9, "I"}, "（1）I", "2.1.0.1 I"}, {{0, "J"}, "三、J", "3. J"}};
  Document chinese;
  Document english;
  english.language = base::Lang::en;
  Outline zh(chinese);
  Outline en(english);
  for (const Step& step : steps) {
    CHECK(zh.heading(step.heading) == step.zh);
    CHECK(en.heading(step.heading) == step.en);
  }
}

TEST_CASE("attachments are numbered when there are several, and restart the headings") {
  Document document;
  document.blocks = {Heading{1, "A"}, AttachmentList{}, report::Attachment{"甲表"}};
  SECTION("one") {
    Outline outline(document);
    CHECK(outline.attachment_names().word == "附件：");
    CHECK(outline.attachment_names().names == std::vector<std::string>{"甲表"});
    CHECK(outline.heading({1, "A"}) == "一、A");
    CHECK(outline.attachment() == "附件");
    CHECK(outline.heading({1, "B"}) == "一、B");
  }
  SECTION("two") {
    document.blocks.push_back(report::Attachment{"乙表"});
    Outline outline(document);
    CHECK(outline.attachment_names().names == std::vector<std::string>{"1.甲表", "2.乙表"});
    CHECK(outline.attachment() == "附件1");
    CHECK(outline.attachment() == "附件2");
  }
  SECTION("none") { CHECK(Outline(Document{}).attachment_names().names.empty()); }
}

TEST_CASE("cells that a row does not have are empty") {
  const Row row{{"a"}};
  CHECK(cell(row, 0) == "a");
  CHECK(cell(row, 7).empty());
}

TEST_CASE("alignment follows the kind unless it is given") {
  CHECK(align_of({"x"}) == Align::left);
  CHECK(align_of({"x", CellKind::count}) == Align::right);
  CHECK(align_of({"x", CellKind::rate}) == Align::right);
  CHECK(align_of({"x", CellKind::rate, "", Align::center}) == Align::center);
}

TEST_CASE("tables of many columns are for landscape pages") {
  Table table;
  table.columns.resize(10);
  CHECK_FALSE(is_landscape(table));
  table.columns.resize(11);
  CHECK(is_landscape(table));
  table.columns.resize(2);
  table.landscape = true;
  CHECK(is_landscape(table));
}

TEST_CASE("a full bar is the longest one") {
  const auto most = std::numeric_limits<std::int64_t>::max();
  Chart chart;
  CHECK(full_scale(chart) == 1);
  chart.bars = {{"a", {{3, "3"}, {9, "9"}}}, {"b", {{7, "7"}, {-4, "-4"}}}};
  CHECK(full_scale(chart) == 9);
  chart.layout = Chart::Layout::stacked;
  CHECK(full_scale(chart) == 12);
  chart.full = 10000;
  CHECK(full_scale(chart) == 10000);
  chart.full = 0;
  chart.bars = {{"a", {{most, ""}, {most, ""}}}};
  CHECK(full_scale(chart) == most);
}

TEST_CASE("neighbouring columns of one group share a heading") {
  Table table;
  table.columns = {{"u"},
                   {"a", CellKind::count, "X"},
                   {"b", CellKind::count, "X"},
                   {"c", CellKind::count, "Y"},
                   {"d"},
                   {"e"},
                   {"f", CellKind::count, "X"}};
  CHECK(has_groups(table));
  const std::vector<HeaderSpan> expected = {{"", 0, 1}, {"X", 1, 2}, {"Y", 3, 1},
                                            {"", 4, 1}, {"", 5, 1},  {"X", 6, 1}};
  CHECK(header_spans(table, all_columns(table)) == expected);
  CHECK(header_spans(table, {0, 2, 3}) ==
        std::vector<HeaderSpan>{{"", 0, 1}, {"X", 1, 1}, {"Y", 2, 1}});
}

TEST_CASE("columns know how wide they want to be and how narrow they may become") {
  Table table;
  table.columns = {
      {"编号"}, {"未办结原因"}, {"率", CellKind::rate}, {"很长的标题", CellKind::count}};
  table.rows = {{{"RS2026-00417", "取水口上游施工致浊度升高", "100.00%", "3"}}};
  table.total = Row{{"", "一\n二三四五六七", "", "1234567"}};
  const auto extents = measure_columns(table);
  REQUIRE(extents.size() == 4);
  CHECK(extents[0].wished == 12);
  CHECK(extents[0].least == 12);  // an identifier is not broken
  CHECK(extents[1].wished == 24);
  CHECK(extents[1].least == 10);
  CHECK(extents[2].least == 7);  // nor is a number
  CHECK(extents[3].wished == 10);
  CHECK(extents[3].least == 7);  // a heading may be
}

TEST_CASE("a wished width is met unless it would break a word") {
  Table table;
  table.columns = {{"内容", CellKind::text, "", {}, 16}, {"编号", CellKind::text, "", {}, 4}};
  table.rows = {{{"一二三四五六七八九十一二三四五", "RS2026-00417"}}};
  const auto extents = measure_columns(table);
  CHECK(extents[0].wished == 16);
  CHECK(extents[1].wished == 12);
}

TEST_CASE("room goes to the column with the most lines") {
  struct Case {
    std::vector<Extent> extents;
    int available;
    std::vector<int> widths;
  };
  const Case cases[] = {{{{10, 5}, {20, 5}}, 100, {10, 20}},  // all fits: nobody is widened
                        {{{10, 10}, {100, 10}}, 40, {10, 30}},
                        {{{10, 4}, {10, 4}}, 16, {10, 6}},  // one whole column, not two broken ones
                        {{{10, 8}, {10, 8}}, 12, {8, 8}},   // the least is kept
                        {{}, 10, {}}};
  for (const Case& c : cases) CHECK(fit_widths(c.extents, c.available) == c.widths);
}
