// SPDX-License-Identifier: MIT
// OOXML workbooks made for the purpose: every kind of cell, and everything that must be refused.

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "lib/base/error.hpp"
#include "lib/intake/cells_csv.hpp"
#include "lib/intake/workbook/number_format.hpp"
#include "lib/intake/workbook/ooxml_package.hpp"
#include "lib/intake/workbook/ooxml_text.hpp"
#include "lib/intake/workbook/shared_strings.hpp"
#include "lib/intake/workbook/workbook.hpp"
#include "tests/unit/intake/workbook_maker.hpp"

using namespace minqing;
using namespace minqing::intake;
using test::make_ole;
using test::make_workbook;
using test::make_zip;
using test::Parts;
using test::workbook_parts;
using test::WorkbookPieces;

namespace {

/// The cells of a workbook as CSV lines without the heading line and the sheet's own line.
std::string cells_of(std::string_view bytes, const ZipLimits& limits = {}) {
  std::string out;
  CellsCsv cells([&](std::string_view piece) { out += piece; });
  read_workbook_bytes(bytes, "t.xlsx", cells, limits);
  out.erase(0, out.find('\n') + 1);
  out.erase(0, out.find('\n') + 1);
  return out;
}

std::string cells_of(const WorkbookPieces& pieces) { return cells_of(make_workbook(pieces)); }

base::Problem problem_of(std::string_view bytes, const ZipLimits& limits = {}) {
  try {
    cells_of(bytes, limits);
  } catch (const base::Rejected& rejected) {
    REQUIRE(rejected.problems().size() == 1);
    CHECK_FALSE(rejected.problems()[0].way_out.empty());
    return rejected.problems()[0];
  }
  return {{}, {}, {"读成了", "it was read"}, {}};
}

/// One row of cells, and what comes out of it.
struct CellCase {
  std::string xml;
  std::string line;
};

const std::string kTestedStyles =
    "<numFmts><numFmt numFmtId=\"176\" "
    "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
    "<numFmt numFmtId=\"177\" formatCode=\"[h]:mm\"/></numFmts>"
    "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"176\"/><xf numFmtId=\"177\"/>"
    "<xf numFmtId=\"31\"/><xf numFmtId=\"2\"/></cellXfs>"
    "<dxfs><dxf><numFmt numFmtId=\"2\" formatCode=\"yyyy\"/></dxf></dxfs>";

const std::string kStrings =
    "<si><t>甲村</t></si><si><r><t>红</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> "
    "色</t></r>"
    "<rPh sb=\"0\" eb=\"1\"><t>hong</t></rPh><phoneticPr fontId=\"1\"/></si>"
    "<si><t>a_x000D_\nb_x005F_x000D_ _xD83D__xDE00_ _xD83D_ _x0000_ "
    "&lt;&amp;</t></si><si><t/></si>";

class Collect : public SheetSink {
 public:
  bool on_sheet(const SheetInfo& sheet) override {
    sheets.push_back(sheet);
    return want_rows;
  }
  bool on_row(const Row& row) override {
    rows.push_back(row);
    return rows.size() < most_rows;
  }

  bool want_rows = true;
  std::size_t most_rows = 1000000;
  std::vector<SheetInfo> sheets;
  std::vector<Row> rows;
};

std::string sheet_data(const std::string& rows) { return "<sheetData>" + rows + "</sheetData>"; }

}  // namespace

TEST_CASE("cells are typed as they are stored") {
  const CellCase cases[] = {
      {"<c><v>46348</v></c>", "n,46348"},
      {"<c t=\"n\"><v>-3</v></c>", "n,-3"},
      {"<c><v> 3.10\n</v></c>", "n,3.1"},
      {"<c><v>0.30000000000000004</v></c>", "n,0.30000000000000004"},
      {"<c><v>1.3800000001E10</v></c>", "n,13800000001"},
      {"<c><v>3.20102199001011E+17</v></c>", "n,320102199001011000"},
      {"<c><v>320102199001011234</v></c>", "n,320102199001011234"},
      {"<c><v>1e300</v></c>", "n,1e+300"},
      {"<c><v>007</v></c>", "n,7"},
      {"<c s=\"1\"><v>46348</v></c>", "d,2026-11-22T00:00:00"},
      {"<c s=\"2\"><v>46348.5</v></c>", "d,2026-11-22T12:00:00"},
      {"<c s=\"4\"><v>46348</v></c>", "d,2026-11-22T00:00:00"},
      {"<c s=\"3\"><v>1.25</v></c>", "d,\"1 day, 6:00:00\""},
      {"<c s=\"1\"><v>0.5</v></c>", "d,12:00:00"},
      {"<c s=\"1\"><v>-5</v></c>", "n,-5"},
      {"<c s=\"5\"><v>46348</v></c>", "n,46348"},
      {"<c s=\"99\"><v>46348</v></c>", "n,46348"},
      {"<c t=\"b\"><v>1</v></c>", "b,TRUE"},
      {"<c t=\"b\"><v>false</v></c>", "b,FALSE"},
      {"<c t=\"e\"><v>#REF!</v></c>", "e,#REF!"},
      {"<c t=\"d\"><v>2026-11-22T09:30:00</v></c>", "d,2026-11-22T09:30:00"},
      {"<c t=\"d\"><v>2026-11-22</v></c>", "d,2026-11-22"},
      {"<c t=\"d\"><v>2026-11-22T09:29:59.9999997Z</v></c>", "d,2026-11-22T09:30:00"},
      {"<c t=\"d\"><v>09:29:59.99999999999797200</v></c>", "d,09:30:00"},
      {"<c t=\"d\"><v>08:30</v></c>", "d,08:30:00"},
      {"<c t=\"d\"><v>PT1464H12M0.000S</v></c>", "d,\"61 days, 0:12:00\""},
      {"<c t=\"d\"><f>A1</f><v></v></c>", "e,公式没有存储结果 (formula without a stored value)"},
      {"<c t=\"s\"><v>0</v></c>", "s,甲村"},
      {"<c t=\"s\"><v>1</v></c>", "s,红 色"},
      {"<c t=\"s\"><v>2</v></c>", "s,\"a\r\nb_x000D_ 😀 _xD83D_ _x0000_ <&\""},
      {"<c t=\"s\"><v>3</v></c>", ""},
      {"<c t=\"str\"><f>A1</f><v>013800000001</v></c>", "s,013800000001"},
      {"<c t=\"str\"><f>A1</f><v></v></c>", ""},
      {"<c t=\"inlineStr\"><is><t>甲</t></is></c>", "s,甲"},
      {"<c t=\"inlineStr\"><is><r><t>甲</t></r><r><t>乙</t></r><rPh><t>jia</t></rPh></is></c>",
       "s,甲乙"},
      {"<c t=\"inlineStr\"><is/></c>", ""},
      {"<c><f>SUM(A1)</f><v>12</v></c>", "n,12"},
      {"<c><f>SUM(A1)</f></c>", "e,公式没有存储结果 (formula without a stored value)"},
      {"<c t=\"str\"><f>A1</f></c>", "e,公式没有存储结果 (formula without a stored value)"},
      {"<c s=\"1\"/>", ""},
      {"<c><v/></c>", ""},
      {"<c><v><![CDATA[5]]></v><extLst><ext><x:v xmlns:x=\"u\">9</x:v></ext></extLst></c>", "n,5"},
  };
  for (const CellCase& c : cases) {
    CAPTURE(c.xml);
    std::string want = c.line.empty() ? "" : "台账,1,1," + c.line + "\n";
    CHECK(cells_of({sheet_data("<row>" + c.xml + "</row>"), kStrings, kTestedStyles, {}, {}}) ==
          want);
  }
}

TEST_CASE("numbers beyond fifteen figures are marked") {
  Collect sink;
  read_workbook_bytes(
      make_workbook({sheet_data("<row><c><v>999999999999999</v></c><c><v>1000000000000000</v></c>"
                                "<c><v>3.2E+17</v></c><c><v>0.30000000000000004</v></c></row>"),
                     {},
                     {},
                     {},
                     {}}),
      "t.xlsx", sink);
  std::string lost;
  for (const auto& placed : sink.rows.at(0).cells()) lost += placed.cell.precision_lost ? "L" : ".";
  CHECK(lost == ".LL.");
}

TEST_CASE("rows and cells without references are counted, with references placed") {
  CHECK(
      cells_of({sheet_data("<row><c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v></c></row>"
                           "<row r=\"5\"><c r=\"B5\"><v>4</v></c></row><row><c><v>5</v></c></row>"),
                {},
                {},
                {},
                {}}) == "台账,1,1,n,1\n台账,1,4,n,2\n台账,1,5,n,3\n台账,5,2,n,4\n台账,6,1,n,5\n");
}

TEST_CASE("a row begun anew for every cell is one row") {
  WorkbookPieces pieces;
  pieces.sheet = sheet_data(
      "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"2\"><c r=\"C2\"/></row>"
      "<row r=\"2\"><c r=\"C2\"><v>2</v></c></row>"
      "<row r=\"3\"><c r=\"A3\"><v>3</v></c></row><row r=\"3\"/>");
  Collect sink;
  read_workbook_bytes(make_workbook(pieces), "t.xlsx", sink);
  REQUIRE(sink.rows.size() == 2);
  CHECK(sink.rows[0].number == 2);
  CHECK(sink.rows[0].at(3).value == "2");
  CHECK(sink.rows[1].at(1).value == "3");
}

TEST_CASE("the sheet is announced with all that is known of it before its rows") {
  WorkbookPieces pieces;
  pieces.sheet =
      "<dimension ref=\"A1:XFE99999999\"/>"
      "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"5\" max=\"5\" width=\"9\"/></cols>" +
      sheet_data(
          "<row r=\"1\" hidden=\"1\"><c><v>1</v></c></row><row r=\"2\"><c><v>0</v></c></row>") +
      "<mergeCells count=\"7\"><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A3:A4\"/></mergeCells>";
  pieces.workbook_properties = "<workbookPr date1904=\"1\"/>";
  pieces.sheet_attributes = "state=\"veryHidden\"";
  Collect sink;
  read_workbook_bytes(make_workbook(pieces), "t.xlsx", sink);
  REQUIRE(sink.sheets.size() == 1);
  const SheetInfo& sheet = sink.sheets[0];
  CHECK(sheet.name == "台账");
  CHECK(sheet.visibility == Visibility::very_hidden);
  CHECK(sheet.date1904);
  CHECK(sheet.is_hidden_column(2));
  CHECK_FALSE(sheet.is_hidden_column(5));
  REQUIRE(sheet.merges.size() == 2);
  CHECK(to_string(sheet.merges[1]) == "A3:A4");
  REQUIRE(sink.rows.size() == 2);
  CHECK(sink.rows[0].hidden);
  CHECK_FALSE(sink.rows[1].hidden);

  Collect no_rows;
  no_rows.want_rows = false;
  read_workbook_bytes(make_workbook(pieces), "t.xlsx", no_rows);
  CHECK(no_rows.rows.empty());
  Collect one_row;
  one_row.most_rows = 1;
  read_workbook_bytes(make_workbook(pieces), "t.xlsx", one_row);
  CHECK(one_row.rows.size() == 1);
}

TEST_CASE("merged ranges are found behind any number of rows, with a prefix, and across pieces") {
  for (int rows : {0, 1, 3000, 9000}) {
    WorkbookPieces pieces;
    for (int i = 0; i < rows; ++i) {
      pieces.sheet += "<row><c t=\"inlineStr\"><is><t>mergeCells of a text</t></is></c></row>";
    }
    pieces.sheet = sheet_data(pieces.sheet) + "<x:mergeCells xmlns:x=\"" + std::string(30, 'u') +
                   "\"><x:mergeCell ref=\"A1:C1\"></x:mergeCell></x:mergeCells>";
    Collect sink;
    read_workbook_bytes(make_workbook(pieces), "t.xlsx", sink);
    CHECK(sink.sheets.at(0).merges.size() == 1);
    CHECK(sink.rows.size() == static_cast<std::size_t>(rows));
  }
}

TEST_CASE("faults of a sheet are named by sheet and cell") {
  struct Case {
    std::string sheet;
    std::string cell;
    std::string words;
  };
  const Case cases[] = {
      {sheet_data("<row r=\"18\"><c r=\"C18\" t=\"s\"><v>4</v></c></row>"), "C18", "shared text"},
      {sheet_data("<row><c t=\"s\"><v>-1</v></c></row>"), "A1", "shared text"},
      {sheet_data("<row><c t=\"s\"><v>99999999999999999999</v></c></row>"), "A1", "shared text"},
      {sheet_data("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>"), "XFE1", "XFD1048576"},
      {sheet_data("<row r=\"1\"><c r=\"&lt;b&gt;\"><v>1</v></c></row>"), "?b?", "XFD1048576"},
      {sheet_data("<row r=\"1\"><c r=\"XFD1\"/><c><v>1</v></c></row>"), "", "XFD1048576"},
      {sheet_data("<row r=\"99999999\"><c><v>1</v></c></row>"), "", "99999999"},
      {sheet_data("<row r=\"1048576\"/><row><c><v>1</v></c></row>"), "", "1048576"},
      {sheet_data("<row r=\"x\"/>"), "", "row number"},
      {sheet_data("<row r=\"0\"/>"), "", "row number"},
      {sheet_data("<row r=\"5\"/><row r=\"4\"/>"), "", "out of order"},
      {sheet_data("<row r=\"1\"><c r=\"B1\"/></row><row r=\"1\"><c r=\"A1\"/></row>"), "A1",
       "out of order"},
      {sheet_data("<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"><v>1</v></c></row>"), "A1",
       "out of order"},
      {sheet_data("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>"), "A1",
       "out of order"},
      {sheet_data("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>"), "A2", "out of order"},
      {sheet_data("<row><c><v>abc</v></c></row>"), "A1", "number"},
      {sheet_data("<row><c><v>1,5</v></c></row>"), "A1", "number"},
      {sheet_data("<row><c><v>1e999</v></c></row>"), "A1", "number"},
      {sheet_data("<row><c><v>NaN</v></c></row>"), "A1", "number"},
      {sheet_data("<row><c t=\"b\"><v>2</v></c></row>"), "A1", "truth"},
      {sheet_data("<row><c t=\"zz\"><v>2</v></c></row>"), "A1", "type"},
      {sheet_data("<row><c t=\"d\"><v>2026-02-30</v></c></row>"), "A1", "date or time"},
      {sheet_data("<row><c t=\"d\"><v>2026-11-22T09:30:00+08:00</v></c></row>"), "A1",
       "date or time"},
      {sheet_data("<row><c t=\"d\"><v>46348</v></c></row>"), "A1", "date or time"},
      {sheet_data("<row><c t=\"inlineStr\"><is><t>" + std::string(2 << 20, 'x') +
                  "</t></is></c></row>"),
       "A1", "KB"},
      {sheet_data("") + "<mergeCells><mergeCell ref=\"A1:\"/></mergeCells>", "", "merged range"},
      {sheet_data("") + "<mergeCell ref=\"A1:B1\"/><!-- <mergeCells> -->", "", ""},
      {sheet_data("<row><c></row>"), "", "not well formed"},
      {sheet_data("<row><c t=\"inlineStr\"><is><t>&nbsp;</t></is></c></row>"), "",
       "not well formed"},
      {sheet_data("<row><c t=\"inlineStr\"><is><t>\x01</t></is></c></row>"), "", "not well formed"},
      {sheet_data("<row><c t=\"inlineStr\"><is><t>\xFF</t></is></c></row>"), "", "not well formed"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.sheet.substr(0, 200));
    base::Problem problem = problem_of(make_workbook({c.sheet, kStrings, {}, {}, {}}));
    CHECK(problem.place.file == "t.xlsx");
    CHECK(problem.place.sheet == "台账");
    CHECK(problem.place.cell == c.cell);
    CHECK_THAT(problem.reason.en, Catch::Contains(c.words));
    CHECK(problem.reason.en != "it was read");
  }
}

TEST_CASE("hostile XML is refused with little work") {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<a>";
  std::string xml = "<?xml version=\"1.0\"?>";
  std::string doctype = "<!DOCTYPE x [<!ENTITY a \"b\">]>";
  std::string external = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">";
  struct Case {
    std::string part;
    std::string bytes;
    std::string words;
  };
  const Case cases[] = {
      {"xl/worksheets/sheet1.xml", xml + doctype + "<worksheet>&a;</worksheet>", "DOCTYPE"},
      {"xl/sharedStrings.xml", xml + external + "<sst/>", "DOCTYPE"},
      {"xl/workbook.xml", xml + doctype + "<workbook/>", "DOCTYPE"},
      {"_rels/.rels", xml + doctype + "<Relationships/>", "DOCTYPE"},
      {"[Content_Types].xml", xml + doctype + "<Types/>", "DOCTYPE"},
      {"xl/styles.xml", xml + doctype + "<styleSheet/>", "DOCTYPE"},
      {"xl/worksheets/sheet1.xml", "<worksheet>" + deep, "nested"},
      {"xl/worksheets/sheet1.xml", "<worksheet a=\"" + std::string(20 << 20, 'x'), "absurd"},
      {"xl/worksheets/sheet1.xml", "", "not well formed"},
      {"xl/workbook.xml", "<document/>", "no workbook"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.part, c.words);
    Parts parts = workbook_parts({sheet_data(""), kStrings, {}, {}, {}});
    for (auto& [name, bytes] : parts) {
      if (name == c.part) bytes = c.bytes;
    }
    ZipLimits generous;
    generous.max_ratio = 100000;
    CHECK_THAT(problem_of(make_zip(parts), generous).reason.en, Catch::Contains(c.words));
  }
}

TEST_CASE("an archive is bounded by what it inflates to") {
  WorkbookPieces pieces;
  pieces.sheet = sheet_data("<row><c><v>1</v></c></row>") + std::string(20 << 20, ' ');
  std::string bomb = make_workbook(pieces);
  CHECK(bomb.size() < (1 << 20));
  CHECK_THAT(problem_of(bomb).reason.en, Catch::Contains("bomb"));
  ZipLimits small;
  small.max_inflated = 1 << 20;
  small.max_ratio = 100000;
  CHECK_THAT(problem_of(bomb, small).reason.en, Catch::Contains("more than 1 MB"));
  ZipLimits generous;
  generous.max_ratio = 100000;
  CHECK(cells_of(bomb, generous) == "台账,1,1,n,1\n");
}

TEST_CASE("entries of an archive: too many, of one name, missing, climbing out") {
  Parts many = workbook_parts({sheet_data(""), {}, {}, {}, {}});
  for (int i = 0; i < 1000; ++i) many.emplace_back("x/" + std::to_string(i), "");
  CHECK_THAT(problem_of(make_zip(many)).reason.en, Catch::Contains("1000 parts"));

  Parts twins = workbook_parts({sheet_data(""), {}, {}, {}, {}});
  twins.emplace_back("XL\\Workbook.xml", "<workbook/>");
  CHECK_THAT(problem_of(make_zip(twins)).reason.en, Catch::Contains("one name"));

  for (const char* gone : {"xl/worksheets/sheet1.xml", "xl/workbook.xml", "_rels/.rels"}) {
    CAPTURE(gone);
    Parts parts = workbook_parts({sheet_data(""), {}, {}, {}, {}});
    std::erase_if(parts, [&](const auto& part) { return part.first == gone; });
    CHECK_THAT(problem_of(make_zip(parts)).reason.en, Catch::Contains("missing"));
  }

  // Names are never used as paths, so a hostile one is just another part.
  Parts slip = workbook_parts({sheet_data("<row><c><v>1</v></c></row>"), {}, {}, {}, {}});
  slip.emplace_back("../../../../tmp/evil", "x");
  CHECK(cells_of(make_zip(slip)) == "台账,1,1,n,1\n");
}

TEST_CASE("parts are found by their relationships, whatever their names' case") {
  CHECK(resolve_target("xl/workbook.xml", "worksheets/a.xml") == "xl/worksheets/a.xml");
  CHECK(resolve_target("xl/workbook.xml", "/xl/a.xml") == "xl/a.xml");
  CHECK(resolve_target("xl/workbook.xml", "../a.xml") == "a.xml");
  CHECK(resolve_target("xl/workbook.xml", "../../../a.xml") == "a.xml");
  CHECK(resolve_target("", "xl\\workbook.xml") == "xl/workbook.xml");

  Parts parts =
      workbook_parts({sheet_data("<row><c t=\"s\"><v>0</v></c></row>"), kStrings, {}, {}, {}});
  for (auto& [name, bytes] : parts) {
    if (name == "xl/sharedStrings.xml") name = "XL/SharedStrings.XML";
    if (name == "xl/worksheets/sheet1.xml") name = "/xl/worksheets\\Sheet1.xml";
  }
  CHECK(cells_of(make_zip(parts)) == "台账,1,1,s,甲村\n");
}

TEST_CASE("a damaged archive is refused at every length and never read in part") {
  WorkbookPieces pieces;
  for (int i = 0; i < 50; ++i) {
    pieces.sheet +=
        "<row><c t=\"inlineStr\"><is><t>水压不足" + std::to_string(i * i) + "</t></is></c></row>";
  }
  pieces.sheet = sheet_data(pieces.sheet);
  std::string whole = make_workbook(pieces);
  std::string want = cells_of(whole);
  for (std::size_t size = 4; size < whole.size(); size += 7) {
    CHECK(problem_of(whole.substr(0, size)).reason.en != "it was read");
  }
  // A flipped bit is found, or lies where nothing is read: the cells never differ.
  int refused = 0;
  for (std::size_t at = 0; at < whole.size(); at += 3) {
    std::string flipped = whole;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
    try {
      std::string cells = cells_of(flipped);
      if (cells != want) FAIL_CHECK("byte " << at << " changed the cells");
    } catch (const base::Error&) {
      ++refused;
    }
  }
  CHECK(refused > 100);
}

TEST_CASE("a sheet without contents is a module of old macros, or damage") {
  Parts parts = workbook_parts({.sheet = sheet_data("")});
  std::string& book = parts[2].second;
  book.insert(book.find("</sheets>"), "<sheet name=\"Module\" sheetId=\"2\" r:id=\"\"/>");
  CHECK(cells_of(make_zip(parts)) == "Module,0,0,othersheet,visible\n");
  book.replace(book.find("r:id=\"\""), 7, "r:id=\"r9\"");
  CHECK_THAT(problem_of(make_zip(parts)).reason.en, Catch::Contains("contents of the sheet"));
}

TEST_CASE("what is no workbook is named") {
  struct Case {
    std::string bytes;
    std::string words;
  };
  const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\1');
  Parts document = {
      {"[Content_Types].xml",
       "<Types><Override PartName=\"/w.xml\" ContentType=\"application/"
       "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
       "</Types>"},
      {"_rels/.rels", "<R><Relationship Id=\"1\" Type=\"x/officeDocument\" Target=\"w.xml\"/></R>"},
      {"w.xml", "<document/>"}};
  const Case cases[] = {
      {make_ole({{"EncryptedPackage", "x"}}), "password"},
      {make_ole({{"WordDocument", "x"}}), "a document or slides"},
      {make_ole({{"Contents", "x"}}), "holds no workbook"},
      {ole, "damaged"},
      {make_zip({{"a.txt", "x"}}), "no workbook"},
      {make_zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                 {"content.xml", "<x/>"}}),
       "a document or slides"},
      {make_zip(document), "a document or slides"},
      {"序号,姓名\n", "text"},
      {"PK\x03\x04", "damaged"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.words);
    CHECK_THAT(problem_of(c.bytes).reason.en, Catch::Contains(c.words));
  }
  Collect sink;
  CHECK_THROWS_AS(read_workbook_bytes("<html>", "t.xls", sink), base::Error);
  CHECK_THROWS_AS(read_workbook("/nonexistent.xlsx", sink), base::Error);
}

TEST_CASE("number formats that make dates") {
  struct Case {
    std::string_view code;
    NumberShape shape;
  };
  const Case cases[] = {
      {"General", NumberShape::number},
      {"G/通用格式", NumberShape::number},
      {"0.00_);[Red]\\(0.00\\)", NumberShape::number},
      {"#,##0\"days\"", NumberShape::number},
      {"0\\d", NumberShape::number},
      {"[$¥-804]#,##0.00", NumberShape::number},
      {"0.00E+00", NumberShape::number},
      {"@", NumberShape::number},
      {"[Red]0;yyyy", NumberShape::number},
      {"\"unclosed yyyy", NumberShape::number},
      {"[DBNum1]0", NumberShape::number},
      {"yyyy\"年\"m\"月\"d\"日\"", NumberShape::date},
      {"yyyy-mm-dd;@", NumberShape::date},
      {"[$-804]yyyy\"年\"m\"月\";@", NumberShape::date},
      {"[DBNum1][$-804]m\"月\"d\"日\"", NumberShape::date},
      {"上午/下午h\"时\"mm\"分\"", NumberShape::date},
      {"h:mm AM/PM", NumberShape::date},
      {"[$-804]aaaa;@", NumberShape::date},
      {"M/D/YY", NumberShape::date},
      {"[h]:mm:ss", NumberShape::elapsed},
      {"[mm]:ss", NumberShape::elapsed},
      {"", NumberShape::number},
      {"[", NumberShape::number},
      {"\\", NumberShape::number},
  };
  for (const Case& c : cases) {
    CAPTURE(c.code);
    CHECK(shape_of_code(c.code) == c.shape);
  }
  for (int id : {14, 22, 27, 36, 45, 47, 50, 58}) CHECK(shape_of_builtin(id) == NumberShape::date);
  for (int id : {0, 2, 13, 23, 37, 44, 49, 59, -1}) {
    CHECK(shape_of_builtin(id) == NumberShape::number);
  }
  CHECK(shape_of_builtin(46) == NumberShape::elapsed);
}

TEST_CASE("shared texts are packed and come back whole") {
  SharedStrings strings;
  std::vector<std::string> texts;
  for (std::size_t size : {0u, 1u, 127u, 128u, 129u, 16383u, 16384u, 700000u, 700000u, 5u}) {
    texts.emplace_back(size, static_cast<char>('a' + texts.size()));
    CHECK(strings.add(texts.back()));
  }
  for (std::size_t i = 0; i < texts.size(); ++i) CHECK(strings.at(i) == texts[i]);
  CHECK_FALSE(strings.add(std::string(kMaxTextBytes + 1, 'x')));
  CHECK(strings.size() == texts.size());
}
