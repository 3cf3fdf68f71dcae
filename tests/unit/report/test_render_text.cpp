// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "lib/base/code_point.hpp"
#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"
#include "lib/report/render_text.hpp"
#include "tests/unit/report/hostile_texts.hpp"
#include "tests/unit/report/sample_bulletin.hpp"

using namespace minqing;
using namespace minqing::report;

namespace {

std::string golden(const std::string& name) {
  return base::read_file(std::string(MINQING_SOURCE_DIR) + "/tests/unit/report/golden/" + name,
                         1 << 20);
}

Document document_with(Block block, base::Lang language = base::Lang::zh) {
  Document document;
  document.language = language;
  document.title = "T";
  document.blocks = {std::move(block)};
  return document;
}

/// What stands below the title.
std::string body_of(const Document& document, int width) {
  const std::string text = render_text(document, width);
  return text.substr(text.find('\n') + 2);
}

bool may_stand_in_text(char32_t value) {
  if (value == '\n') return true;
  if (value < 0x20 || (value >= 0x7F && value < 0xA0)) return false;
  if (value >= 0x200B && value <= 0x200F) return false;
  if (value >= 0x2028 && value <= 0x202E) return false;
  if (value >= 0x2060 && value <= 0x206F) return false;
  return value != 0xFEFF && value != base::kBadByte;
}

void check_sound(const std::string& text, int width) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, size] = base::decode(text, at);
    if (!may_stand_in_text(value)) FAIL_CHECK("code point " << static_cast<unsigned>(value));
    at += size;
  }
  if (text.empty() || text.back() != '\n') FAIL_CHECK("no line feed at the end");
  for (const std::string_view line : base::split(text, '\n')) {
    if (base::display_width(line) > width) FAIL_CHECK("too wide: " << line);
    if (base::ends_with(line, " ") || base::ends_with(line, "　")) {
      FAIL_CHECK("blank at the end: " << line);
    }
  }
}

}  // namespace

TEST_CASE("a bulletin in Chinese and in English as plain text") {
  CHECK(render_text(sample_bulletin(base::Lang::zh)) == golden("bulletin_zh.txt"));
  CHECK(render_text(sample_bulletin(base::Lang::en), 80) == golden("bulletin_en.txt"));
}

TEST_CASE("every width is kept") {
  for (const base::Lang language : {base::Lang::zh, base::Lang::en}) {
    for (int width = 40; width <= 132; width += 4) {
      INFO("width " << width);
      check_sound(render_text(sample_bulletin(language), width), width);
    }
  }
  CHECK(render_text(sample_bulletin(base::Lang::zh), 0) ==
        render_text(sample_bulletin(base::Lang::zh), 40));
}

TEST_CASE("paragraphs are indented in Chinese and set apart in English") {
  CHECK(body_of(document_with(paragraph("甲乙丙")), 60) == "　　甲乙丙\n");
  CHECK(body_of(document_with(paragraph("甲\n乙")), 60) == "　　甲\n　　乙\n");
  Document english = document_with(paragraph("One."), base::Lang::en);
  english.blocks.push_back(paragraph("Two."));
  CHECK(body_of(english, 60) == "One.\n\nTwo.\n");
}

TEST_CASE("the indent stays when the first word is longer than the line") {
  const std::string text = body_of(document_with(paragraph(std::string(60, 'a'))), 40);
  CHECK(text == "　　" + std::string(36, 'a') + "\n" + std::string(24, 'a') + "\n");
}

TEST_CASE("a draft says so first") {
  Document document = document_with(paragraph("x"));
  document.mark = "草稿";
  CHECK(base::starts_with(base::trim(render_text(document)), "【草稿】"));
}

TEST_CASE("an empty table and an empty chart say that there is nothing") {
  Table table;
  table.columns = {{"单位"}, {"件数", CellKind::count}};
  CHECK(body_of(document_with(table), 60) ==
        "━━━━━━━━━━\n"
        "单位  件数\n"
        "──────────\n"
        "（无）\n"
        "━━━━━━━━━━\n");
  CHECK(body_of(document_with(Chart{}, base::Lang::en), 60) == "    (none)\n");
  CHECK(base::ends_with(render_text(document_with(Table{})), "T\n"));
}

TEST_CASE("rows with broken lines are set apart, numbers stay whole") {
  Table table;
  table.columns = {{"单位"}, {"原因"}, {"按时办结率", CellKind::rate}};
  table.rows = {{{"水务站", "取水口上游施工致浊度升高，已架设临时供水点", "96.55%"}},
                {{"司法所", "无", "100.00%"}}};
  table.total = Row{{"合计"}};
  CHECK(body_of(document_with(table), 40) ==
        "━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━\n"
        "                                按时办结\n"
        "单位    原因                          率\n"
        "────────────────────────────────────────\n"
        "水务站  取水口上游施工致浊度      96.55%\n"
        "        升高，已架设临时供水\n"
        "        点\n"
        "\n"
        "司法所  无                       100.00%\n"
        "────────────────────────────────────────\n"
        "合计\n"
        "━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━\n");
}

TEST_CASE("a table that is too wide continues below with its first column") {
  Table table;
  table.columns = {{"村"}};
  Row row{{"清溪村"}};
  for (int i = 0; i < 9; ++i) {
    table.columns.push_back({"列" + std::to_string(i), CellKind::count, i < 4 ? "前" : "后"});
    row.cells.push_back(std::to_string(100000 + i));
  }
  table.rows = {row};
  CHECK(body_of(document_with(table), 40) ==
        "━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━\n"
        "                      前\n"
        "        ──────────────────────────────\n"
        "村         列0     列1     列2     列3\n"
        "──────────────────────────────────────\n"
        "清溪村  100000  100001  100002  100003\n"
        "━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━\n"
        "\n"
        "━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━\n"
        "                      后\n"
        "        ──────────────────────────────\n"
        "村         列4     列5     列6     列7\n"
        "──────────────────────────────────────\n"
        "清溪村  100004  100005  100006  100007\n"
        "━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━\n"
        "\n"
        "━━━━━━━━━━━━━━\n"
        "          后\n"
        "        ──────\n"
        "村         列8\n"
        "──────────────\n"
        "清溪村  100008\n"
        "━━━━━━━━━━━━━━\n");
}

TEST_CASE("bars show eighths, and one among thousands is seen") {
  Chart chart;
  chart.layout = Chart::Layout::stacked;
  chart.bars = {{"甲", {{100000, "100000"}, {1, "1"}}}};
  const std::string text = body_of(document_with(chart), 40);
  CHECK(base::ends_with(text, "█░ 100000 + 1\n"));
  chart.layout = Chart::Layout::beside;
  chart.full = 160;
  chart.bars = {{"甲", {{80, "80"}}}, {"乙乙", {{1, "1"}}}, {"丙", {{0, "0"}}}};
  CHECK(body_of(document_with(chart), 47) ==
        "    甲    █████████████████ 80\n"
        "    乙乙  ▎ 1\n"
        "    丙    0\n");
}

TEST_CASE("nothing that residents wrote acts on a terminal") {
  for (const std::string& text : hostile_texts()) {
    INFO("text: " << base::visible(text));
    for (const base::Lang language : {base::Lang::zh, base::Lang::en}) {
      check_sound(render_text(filled_with(text, language), 40), 40);
      check_sound(render_text(filled_with(text, language), 100), 100);
    }
  }
}
