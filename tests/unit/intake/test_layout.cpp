// SPDX-License-Identifier: MIT
// Finding the table in a sheet: header rows, the lines above, and what each row below is.

#include <catch2/catch.hpp>

#include <map>
#include <string>
#include <vector>

#include "lib/base/error.hpp"
#include "lib/base/utf8.hpp"
#include "lib/intake/byte_source.hpp"
#include "lib/intake/csv.hpp"
#include "lib/intake/layout.hpp"
#include "lib/intake/row_kind.hpp"
#include "lib/intake/row_words.hpp"
#include "lib/intake/table_reader.hpp"

using namespace minqing;
using namespace minqing::intake;

namespace {

/// A little of the glossary.
Heading judge(std::string_view heading) {
  static const std::map<std::string, Heading> kKnown = {
      {"序号", Heading::running_number}, {"姓名", Heading::known},
      {"反映人", Heading::known},        {"电话", Heading::known},
      {"联系电话", Heading::known},      {"住址", Heading::known},
      {"所属村", Heading::known},        {"登记日期", Heading::known},
      {"诉求内容", Heading::free_text},  {"承办单位", Heading::known},
      {"时限", Heading::known},          {"办理情况", Heading::free_text},
      {"结果", Heading::known},          {"时间", Heading::known},
      {"满意度", Heading::known},        {"备注", Heading::free_text},
      {"合计", Heading::known},
  };
  auto found = kKnown.find(base::heading_key(heading));
  return found == kKnown.end() ? Heading::unknown : found->second;
}

/// A row from `A1=text` words; a figure alone is a number cell.
Row row_of(std::int64_t number, const std::vector<std::string>& cells) {
  Row row;
  row.restart(number);
  for (const std::string& words : cells) {
    std::size_t equals = words.find('=');
    int column = parse_cell_name(words.substr(0, equals) + "1").column;
    std::string value = words.substr(equals + 1);
    bool figures = !value.empty() && value.find_first_not_of("0123456789") == std::string::npos;
    row.cell(column).set(figures ? Cell::Type::number : Cell::Type::text, value);
  }
  return row;
}

struct Line {
  std::int64_t number;
  std::vector<std::string> cells;
};

std::vector<Row> rows_of(const std::vector<Line>& lines) {
  std::vector<Row> rows;
  for (const Line& line : lines) rows.push_back(row_of(line.number, line.cells));
  return rows;
}

SheetInfo sheet_with(const std::vector<std::string>& merges) {
  SheetInfo sheet;
  sheet.name = "台账";
  for (const std::string& merge : merges) sheet.merges.push_back(parse_range(merge));
  return sheet;
}

std::string labels(const Layout& layout) {
  std::string out;
  for (const Column& column : layout.columns) {
    out += column_name(column.column) + ':' + column.label() + ' ';
  }
  return out;
}

/// Writes down what a TableReader finds.
class Protocol : public TableSink {
 public:
  bool on_table(const SheetInfo& sheet, const Layout& layout) override {
    out += "table " + sheet.name + " " + labels(layout) + "\n";
    columns_ = layout.columns;
    return true;
  }
  bool on_data(const Row& row) override {
    out += std::to_string(row.number) + " data";
    for (const Column& column : columns_) {
      const Cell& cell = row.at(column.column);
      if (!cell.is_empty()) out += ' ' + column_name(column.column) + '=' + cell.value;
    }
    out += '\n';
    return ++data < stop_after;
  }
  void on_set_aside(const Row& row, RowKind why, std::int64_t joined_to) override {
    out += std::to_string(row.number) + ' ' + describe(why).en;
    if (joined_to > 0) out += " -> " + std::to_string(joined_to);
    out += '\n';
  }
  void on_skipped(const SheetInfo& sheet, SheetSkipped why) override {
    out += "skipped " + sheet.name + ": " + describe(why).en + "\n";
  }

  std::string out;
  int data = 0;
  int stop_after = 1000;

 private:
  std::vector<Column> columns_;
};

std::string protocol_of(const SheetInfo& sheet, const std::vector<Row>& rows,
                        const TableOptions& options = {}) {
  Protocol protocol;
  TableReader reader(protocol, judge, options);
  if (reader.on_sheet(sheet)) {
    for (const Row& row : rows) {
      if (!reader.on_row(row)) break;
    }
  }
  reader.on_sheet_end();
  return protocol.out;
}

/// The header of the following cases, in row 1.
const Line kHeader = {1, {"A=序号", "B=所属村", "C=姓名", "D=诉求内容", "E=办理情况", "F=备注"}};

std::string below_header(std::vector<Line> lines, const std::vector<std::string>& merges = {}) {
  lines.insert(lines.begin(), kHeader);
  std::string out = protocol_of(sheet_with(merges), rows_of(lines));
  return out.substr(out.find('\n') + 1);
}

}  // namespace

TEST_CASE("the header is the block of rows with most known headings") {
  struct Case {
    std::string name;
    std::vector<Line> lines;
    std::vector<std::string> merges;
    std::int64_t first, last;
    std::string labels;
  };
  const Case cases[] = {
      {"one row",
       {{1, {"A=序号", "B=姓名", "C=电话"}}, {2, {"A=1", "B=张某"}}},
       {},
       1,
       1,
       "A:序号 B:姓名 C:电话 "},
      {"not in column A, unknown headings kept",
       {{4, {"C=序号", "D=姓名", "E=家中人口"}}, {5, {"C=1"}}},
       {},
       4,
       4,
       "C:序号 D:姓名 E:家中人口 "},
      {"two rows with merged parents",
       {{1, {"A=××镇民情台账"}},
        {3, {"A=序号", "B=诉求人信息", "E=诉求内容", "F=交办情况", "H=备注"}},
        {4, {"B=姓名", "C=电话", "D=住址", "F=承办单位", "G=时限"}},
        {5, {"A=1", "B=张某", "C=无", "E=水压不足", "F=水务站"}}},
       {"A1:H1", "A3:A4", "B3:D3", "E3:E4", "F3:G3", "H3:H4"},
       3,
       4,
       "A:序号 B:诉求人信息/姓名 C:诉求人信息/电话 D:诉求人信息/住址 E:诉求内容 "
       "F:交办情况/承办单位 "
       "G:交办情况/时限 H:备注 "},
      {"a known parent over known headings counts once",
       {{1, {"A=序号", "B=办理情况", "D=备注"}},
        {2, {"B=承办单位", "C=时限"}},
        {3, {"A=1", "B=水务站"}}},
       {"A1:A2", "B1:C1", "D1:D2"},
       1,
       2,
       "A:序号 B:办理情况/承办单位 C:办理情况/时限 D:备注 "},
      {"two rows in a text file",
       {{1, {"A=序号", "B=诉求人信息", "E=诉求内容"}},
        {2, {"B=姓名", "C=电话", "D=住址"}},
        {3, {"A=1", "B=张某"}}},
       {},
       1,
       2,
       "A:序号 B:诉求人信息/姓名 C:诉求人信息/电话 D:诉求人信息/住址 E:诉求内容 "},
      {"three rows",
       {{1, {"A=序号", "B=办理"}},
        {2, {"B=交办", "D=回访"}},
        {3, {"B=承办单位", "C=时限", "D=时间"}},
        {4, {"A=1", "B=水务站"}}},
       {"A1:A3", "B1:D1", "B2:C2"},
       1,
       3,
       "A:序号 B:办理/交办/承办单位 C:办理/交办/时限 D:办理/回访/时间 "},
      {"line breaks, colons and notes in headings",
       {{1, {"A=序 号", "B=姓\n名：", "C=联系电话（手机）"}}, {2, {"A=1"}}},
       {},
       1,
       1,
       "A:序 号 B:姓\n名： C:联系电话（手机） "},
      {"a data row that says headings does not win",
       {{1, {"A=序号", "B=姓名", "C=诉求内容"}}, {2, {"A=1", "B=姓名", "C=备注"}}},
       {},
       1,
       1,
       "A:序号 B:姓名 C:诉求内容 "},
      {"one known heading is no header", {{1, {"A=姓名", "B=甲", "C=乙"}}}, {}, 0, 0, ""},
      {"nothing", {}, {}, 0, 0, ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Layout layout = find_layout(rows_of(c.lines), sheet_with(c.merges), judge);
    CHECK(layout.first_header_row == c.first);
    CHECK(layout.last_header_row == c.last);
    CHECK(labels(layout) == c.labels);
  }
}

TEST_CASE("a header below the thirtieth row is not looked for, a wide one is bounded") {
  std::vector<Line> lines;
  for (int i = 1; i <= 30; ++i) lines.push_back({i, {"A=说明"}});
  lines.push_back(kHeader);
  lines.back().number = 31;
  CHECK_THAT(protocol_of(sheet_with({}), rows_of(lines)), Catch::Contains("no known header"));

  Row wide = row_of(1, {"A=序号", "B=姓名", "XFD=备注"});
  Layout layout = find_layout(std::vector<Row>{wide}, sheet_with({"A1:A1", "C1:XFD1"}), judge);
  CHECK(layout.columns.size() == 2);
}

TEST_CASE("hidden columns of the table are marked") {
  SheetInfo sheet = sheet_with({});
  sheet.hidden_columns.push_back({{0, 2}, {0, 3}});
  Layout layout = find_layout(rows_of({kHeader}), sheet, judge);
  std::string hidden;
  for (const Column& column : layout.columns) hidden += column.hidden ? "h" : ".";
  CHECK(hidden == ".hh...");
}

TEST_CASE("title, unit and date come from the lines above the header") {
  struct Case {
    std::string name;
    std::vector<Line> above;
    std::string title, unit, date;
  };
  const Case cases[] = {
      {"nothing", {}, "", "", "none"},
      {"one line of labels in one cell",
       {{1, {"A=××镇2026年11月民情台账"}},
        {2, {"A=填报单位（盖章）：××村委会        填报日期：2026年11月20日"}}},
       "××镇2026年11月民情台账",
       "××村委会",
       "2026-11-20"},
      {"labels in their own cells",
       {{1, {"A=民情台账"}}, {2, {"A=填报单位：", "B=甲村", "D=填报时间:", "E=2026.11.20"}}},
       "民情台账",
       "甲村",
       "2026-11-20"},
      {"ideographic blanks between",
       {{2, {"A=单位：甲村　　　截止时间：2026年11月20日　　填表人：张某"}}},
       "",
       "甲村",
       "2026-11-20"},
      {"the date from the title",
       {{1, {"A=甲镇2026年11月民情台账"}}, {2, {"A=填报单位：甲村"}}},
       "甲镇2026年11月民情台账",
       "甲村",
       "2026-11-30"},
      {"the year from the title",
       {{1, {"A=甲镇2026年民情台账"}}, {2, {"A=填报日期：11月20日"}}},
       "甲镇2026年民情台账",
       "",
       "2026-11-20"},
      {"no date where none is said",
       {{1, {"A=民情台账"}}, {2, {"A=联系电话：0735-8220001"}}},
       "民情台账",
       "",
       "none"},
      {"empty labels", {{1, {"A=填报单位：        填报日期：  年  月  日"}}}, "", "", "none"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    std::vector<Line> lines = c.above;
    lines.push_back(kHeader);
    lines.back().number = 5;
    Layout layout = find_layout(rows_of(lines), sheet_with({}), judge);
    CHECK(layout.title == c.title);
    CHECK(layout.reporting_unit == c.unit);
    CHECK((layout.sheet_date ? base::to_string(*layout.sheet_date) : "none") == c.date);
  }
}

TEST_CASE("rows that are no data are set aside with their reason") {
  CHECK(below_header({{2, {"A=1", "B=2", "C=3", "D=4", "E=5", "F=6"}},
                      {3, {"A=1", "B=甲村", "C=张某", "D=水压不足"}},
                      {4, {"B= ", "C=\u3000"}},
                      {5, {"A=小计", "D=1"}},
                      {6, {"A=2", "B=合计村", "C=李某", "D=路灯不亮"}},
                      {7, {"A=序号", "B=所属村", "C=姓名", "D=诉求内容"}},
                      {8, {"A=3", "C=王某", "D=噪音"}},
                      {9, {"B=本页合计", "C=3"}},
                      {10, {"A=总计：3件"}},
                      {11, {"H=此处另记"}},
                      {12, {"A=注：1.本表按月报送"}},
                      {13, {"A=2.逾期不候"}},
                      {14, {"A=填表人：", "B=张某", "D=审核人：李某"}}}) ==
        "2 numbers of the columns\n"
        "3 data A=1 B=甲村 C=张某 D=水压不足\n"
        "4 blank row\n"
        "5 row of totals\n"
        "6 data A=2 B=合计村 C=李某 D=路灯不亮\n"
        "7 repeated header\n"
        "8 data A=3 C=王某 D=噪音\n"
        "9 row of totals\n"
        "10 row of totals\n"
        "11 cells beside the table\n"
        "12 footer or note\n"
        "13 footer or note\n"
        "14 footer or note\n");
}

TEST_CASE("totals, footers and data are told apart by what their first cell says") {
  struct Case {
    std::string_view text;
    bool total, footer;
  };
  const Case cases[] = {
      {"合计", true, false},
      {"合 计", true, false},
      {"小计：", true, false},
      {"总计12件", true, false},
      {"一组小计", true, false},
      {"共计(件)", true, false},
      {"合计村", false, false},
      {"本月合计：1起", true, false},
      {"一季度累计：12件", true, false},
      {"反映三次累计：无人来", false, false},
      {"本月合计村", false, false},
      {"填表人：张某", false, true},
      {"审核人", false, true},
      {"注：1.…", false, true},
      {"注1", false, true},
      {"备注：无", false, true},
      {"说明：", false, true},
      {"负责人（签字）：", false, true},
      {"注意安全", false, false},
      {"审核通过的低保户", false, false},
      {"联系电话：0735-8220001", false, true},
      {"张某", false, false},
      {"", false, false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(is_total_word(c.text) == c.total);
    CHECK(is_footer_text(c.text) == c.footer);
  }
}

TEST_CASE("continuation rows are joined to the row above, other rows without a number are data") {
  CHECK(below_header({{2, {"A=1", "B=甲村", "C=张某", "D=水压不足"}},
                      {3, {"D=晚上尤甚"}},
                      {4, {"E=已派人查看", "F=待复"}},
                      {5, {"B=乙村", "C=李某", "D=路灯不亮"}},
                      {6, {"C=王某", "D=噪音"}},
                      {7, {"D=\n"}},
                      {8, {"D=没有上一行"}}}) ==
        "3 continuation, joined to the row above -> 2\n"
        "4 continuation, joined to the row above -> 2\n"
        "2 data A=1 B=甲村 C=张某 D=水压不足\n晚上尤甚 E=已派人查看 F=待复\n"
        "5 data B=乙村 C=李某 D=路灯不亮\n"
        "6 data C=王某 D=噪音\n"
        "7 blank row\n"
        "8 data D=没有上一行\n");

  // Without a column of running numbers nothing tells a continuation from a row.
  std::string out = protocol_of(
      sheet_with({}),
      rows_of({{1, {"A=姓名", "B=诉求内容"}}, {2, {"A=张某", "B=噪音"}}, {3, {"B=路灯"}}}));
  CHECK_THAT(out, Catch::Contains("3 data B=路灯"));
}

TEST_CASE("vertically merged cells are filled down, captions over the table are set aside") {
  CHECK(below_header({{2, {"A=一、供水"}},
                      {3, {"A=1", "B=甲村", "C=张某", "D=水压不足"}},
                      {4, {"A=2", "C=李某", "D=路灯不亮"}},
                      {5, {"D=夜里"}},
                      {6, {"A=3", "B=乙村", "C=王某", "D=噪音"}},
                      {7, {"C=赵某"}},
                      {8, {"A=乙组"}},
                      {9, {"A=4", "D=路"}}},
                     {"A2:F2", "B3:B5", "A6:A7", "B6:B8", "D3:E3", "C100:C200"}) ==
        "2 caption of a group\n"
        "3 data A=1 B=甲村 C=张某 D=水压不足\n"
        "5 continuation, joined to the row above -> 4\n"
        "4 data A=2 B=甲村 C=李某 D=路灯不亮\n夜里\n"
        "6 data A=3 B=乙村 C=王某 D=噪音\n"
        "7 data A=3 B=乙村 C=赵某\n"
        "8 caption of a group\n"
        "9 data A=4 D=路\n");
}

TEST_CASE("同上 takes the value of the row above") {
  CHECK(below_header({{2, {"A=1", "B=甲村", "C=张某", "D=水压不足"}},
                      {3, {"A=2", "B=同上", "C=〃", "D=\""}},
                      {4, {"A=合计", "C=2"}},
                      {5, {"A=3", "B=同 上", "C=李某", "D=情况同上", "F=同上"}}}) ==
        "2 data A=1 B=甲村 C=张某 D=水压不足\n"
        "3 data A=2 B=甲村 C=张某 D=水压不足\n"
        "4 row of totals\n"
        "5 data A=3 B=甲村 C=李某 D=情况同上\n");
}

TEST_CASE("hints below the header, the title again, hidden rows") {
  std::vector<Row> rows = rows_of({{1, {"A=民情台账"}},
                                   {2, {"A=序号", "B=姓名", "C=电话"}},
                                   {3, {"B=必填", "C=格式：11位数字"}},
                                   {4, {"A=示例", "B=张某", "C=无"}},
                                   {5, {"A=1", "B=张某"}},
                                   {6, {"A=民情台账"}},
                                   {7, {"A=2", "B=李某"}}});
  rows[6].hidden = true;
  const std::string until_hidden =
      "table 台账 A:序号 B:姓名 C:电话 \n1 above the header\n3 hints for filling it in\n"
      "4 hints for filling it in\n5 data A=1 B=张某\n6 repeated header\n";
  CHECK(protocol_of(sheet_with({}), rows) == until_hidden + "7 hidden row\n");
  CHECK(protocol_of(sheet_with({}), rows, {true, ""}) == until_hidden + "7 data A=2 B=李某\n");
}

TEST_CASE("sheets without a table are told and passed over") {
  SheetInfo hidden = sheet_with({});
  hidden.visibility = Visibility::very_hidden;
  SheetInfo chart = sheet_with({});
  chart.kind = SheetKind::chart;
  auto rows = rows_of({kHeader, {2, {"A=1"}}});
  CHECK(protocol_of(hidden, rows) == "skipped 台账: a hidden sheet, not read\n");
  CHECK_THAT(protocol_of(hidden, rows, {true, ""}), Catch::Contains("2 data"));
  CHECK_THAT(protocol_of(hidden, rows, {false, "台账"}), Catch::Contains("2 data"));
  CHECK_THAT(protocol_of(chart, rows), Catch::Contains("chart"));
  CHECK_THAT(protocol_of(sheet_with({}), {}), Catch::Contains("an empty sheet"));
  CHECK_THAT(protocol_of(sheet_with({}), rows, {false, "另一张"}),
             Catch::Contains("not the sheet"));
  CHECK_THAT(protocol_of(sheet_with({}), rows_of({{1, {"A=x", "B=y"}}})),
             Catch::Contains("no known header"));
}

TEST_CASE("a sink that has enough gets no more") {
  Protocol protocol;
  protocol.stop_after = 1;
  TableReader reader(protocol, judge);
  reader.on_sheet(sheet_with({}));
  bool wanted = true;
  std::int64_t number = 1;
  reader.on_row(row_of(number, kHeader.cells));
  while (wanted && number < 100) {
    ++number;
    wanted = reader.on_row(row_of(number, {"A=" + std::to_string(number), "C=张某"}));
  }
  reader.on_sheet_end();
  CHECK(number < 100);
  CHECK(protocol.data == 1);
}

TEST_CASE("a messy sheet as a text file") {
  auto source = open_bytes(
      "××镇2026年11月民情台账,,,,\n"
      "填报单位（盖章）：甲村委会,,,填报日期：2026年11月20日,\n"
      "序号,诉求人信息,,诉求内容,备注\n"
      ",姓名,电话,,\n"
      "1,张某,无,水压不足,\n"
      ",,,晚上尤甚,\n"
      "\n"
      "2,李某,同上,\"路灯不亮\n第二行\",急\n"
      "合计,2,,,\n"
      "填表人：王某,,审核人：赵某,,\n",
      "t.csv");
  Protocol protocol;
  TableReader reader(protocol, judge);
  read_csv_sheet(*source, {}, reader);
  CHECK(protocol.out ==
        "table  A:序号 B:诉求人信息/姓名 C:诉求人信息/电话 D:诉求内容 E:备注 \n"
        "1 above the header\n2 above the header\n"
        "6 continuation, joined to the row above -> 5\n"
        "5 data A=1 B=张某 C=无 D=水压不足\n晚上尤甚\n"
        "8 data A=2 B=李某 C=无 D=路灯不亮\n第二行 E=急\n"
        "9 row of totals\n"
        "10 footer or note\n");
}
