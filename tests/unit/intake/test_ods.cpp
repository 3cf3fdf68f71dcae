// SPDX-License-Identifier: MIT
// OpenDocument spreadsheets made for the purpose.

#include <catch2/catch.hpp>

#include <string>

#include "lib/base/error.hpp"
#include "lib/intake/cells_csv.hpp"
#include "lib/intake/workbook/ods_cell.hpp"
#include "lib/intake/workbook/workbook.hpp"
#include "lib/intake/workbook/xml_times.hpp"
#include "tests/unit/intake/workbook_maker.hpp"

using namespace minqing;
using namespace minqing::intake;
using test::make_ods;
using test::make_zip;

namespace {

std::string table(const std::string& inside, const std::string& attributes = {}) {
  return "<table:table table:name=\"台账\" " + attributes + ">" + inside + "</table:table>";
}
std::string row(const std::string& inside, const std::string& attributes = {}) {
  return "<table:table-row " + attributes + ">" + inside + "</table:table-row>";
}
std::string cell(const std::string& attributes, const std::string& inside = {}) {
  return "<table:table-cell " + attributes + ">" + inside + "</table:table-cell>";
}
std::string typed(const std::string& type, const std::string& attributes,
                  const std::string& shown = {}) {
  return cell("office:value-type=\"" + type + "\" " + attributes, "<text:p>" + shown + "</text:p>");
}
std::string words(const std::string& text) { return cell("", "<text:p>" + text + "</text:p>"); }

std::string dump(const std::string& bytes) {
  std::string out;
  CellsCsv cells([&](std::string_view piece) { out += piece; });
  read_workbook_bytes(bytes, "t.ods", cells);
  return out.substr(out.find('\n') + 1);
}

std::string refusal(const std::string& bytes) {
  try {
    return "it was read: " + dump(bytes);
  } catch (const base::Rejected& rejected) {
    CHECK_FALSE(rejected.problems()[0].way_out.empty());
    return to_line(rejected.problems()[0], base::Lang::en);
  }
}

const std::string kOdsSheet = "台账,0,0,sheet,visible\n";

}  // namespace

TEST_CASE("cells of an OpenDocument sheet are typed as they are stored") {
  struct Case {
    std::string xml;
    std::string line;  ///< empty: no cell
  };
  const Case cases[] = {
      {typed("float", "office:value=\"46348\"", "46,348"), "n,46348"},
      {typed("percentage", "office:value=\"0.125\"", "13%"), "n,0.125"},
      {typed("currency", "office:currency=\"CNY\" office:value=\"-3\"", "¥"), "n,-3"},
      {typed("date", "office:date-value=\"2026-11-22\"", "22日"), "d,2026-11-22T00:00:00"},
      {typed("date", "office:date-value=\"2026-11-22T09:29:59.9999997\""), "d,2026-11-22T09:30:00"},
      {typed("time", "office:time-value=\"PT09H30M00S\"", "9:30"), "d,09:30:00"},
      {typed("time", "office:time-value=\"PT26H00M00S\""), "d,\"1 day, 2:00:00\""},
      {typed("boolean", "office:boolean-value=\"true\"", "TRUE"), "b,TRUE"},
      {typed("string", "", "甲村"), "s,甲村"},
      {typed("string", "office:string-value=\"stored\"", "shown"), "s,stored"},
      {typed("string", "office:string-value=\"\" calcext:value-type=\"error\"", "#NAME?"),
       "e,#NAME?"},
      {typed("float", "table:formula=\"of:=1/0\" office:value=\"0\"", "#DIV/0!"), "e,#DIV/0!"},
      {typed("string", "table:formula=\"of:=A1\""), ""},
      {cell("table:formula=\"of:=A1\""), "e,公式没有存储结果 (formula without a stored value)"},
      {typed("string", ""), ""},
      {words("  a \n  b<text:s text:c=\"3\"/>c<text:tab/>d<text:line-break/>e "),
       "s,\"a b   c\td\ne \""},
      {cell("", "<text:p>a</text:p><text:p/><text:p>b</text:p>"), "s,\"a\n\nb\""},
      {cell("",
            "<office:annotation><text:p>note</text:p></office:annotation><text:p>a</text:p>"
            "<draw:frame><text:p>picture</text:p></draw:frame>"),
       "s,a"},
      {words("<text:span>汉</text:span><text:ruby><text:ruby-base>字</text:ruby-base>"
             "<text:ruby-text>zi</text:ruby-text></text:ruby>"),
       "s,汉字"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.xml);
    CHECK(dump(make_ods(table(row(c.xml)))) ==
          kOdsSheet + (c.line.empty() ? "" : "台账,1,1," + c.line + "\n"));
  }
}

TEST_CASE("repeated cells and rows stand where they count, empty ones cost nothing") {
  const std::string sheet = table(
      row(cell("table:number-columns-repeated=\"2\"") +
          cell("table:number-columns-repeated=\"2\"", "<text:p>a</text:p>") +
          cell("table:number-columns-repeated=\"1020\"")) +
      row(cell("table:number-columns-repeated=\"16384\""), "table:number-rows-repeated=\"3\"") +
      row(words("b"), "table:number-rows-repeated=\"2\"") +
      row(cell("table:number-columns-repeated=\"16384\""),
          "table:number-rows-repeated=\"99999999999999999999\""));
  CHECK(dump(make_ods(sheet)) ==
        kOdsSheet + "台账,1,3,s,a\n台账,1,4,s,a\n台账,5,1,s,b\n台账,6,1,s,b\n");
  CHECK_THAT(refusal(make_ods(
                 table(row(cell("table:number-columns-repeated=\"16384\"", "<text:p>a</text:p>"),
                           "table:number-rows-repeated=\"1048576\"")))),
             Catch::Contains("A1: its repeated cells are more than"));
  CHECK_THAT(
      refusal(make_ods(table(row("", "table:number-rows-repeated=\"1048576\"") + row(words("a"))))),
      Catch::Contains("beyond XFD1048576"));
}

TEST_CASE("merged ranges, hidden rows, columns and sheets are told") {
  const std::string styles =
      "<style:style style:name=\"ta1\" style:family=\"table\">"
      "<style:table-properties table:display=\"false\"/></style:style>";
  const std::string sheet = table(
      "<table:table-column/><table:table-column-group><table:table-column "
      "table:visibility=\"collapse\" table:number-columns-repeated=\"2\"/>"
      "</table:table-column-group>"
      "<table:table-header-rows>" +
          row(cell("table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\"",
                   "<text:p>a</text:p>") +
              "<table:covered-table-cell><text:p>beneath</text:p></table:covered-table-cell>") +
          "</table:table-header-rows>" +
          row("<table:covered-table-cell table:number-columns-repeated=\"2\"/>" + words("c"),
              "table:visibility=\"filter\""),
      "table:style-name=\"ta1\"");
  const std::string bytes = make_ods(sheet, styles);
  CHECK(dump(bytes) == "台账,0,0,sheet,hidden\n台账,0,0,merge,A1:B2\n台账,1,1,s,a\n台账,2,3,s,c\n");
  class Collect : public SheetSink {
   public:
    bool on_sheet(const SheetInfo& info) override {
      CHECK_FALSE(info.is_hidden_column(1));
      CHECK(info.is_hidden_column(3));
      return true;
    }
    bool on_row(const Row& one) override {
      CHECK(one.hidden == (one.number == 2));
      return true;
    }
  } sink;
  read_workbook_bytes(bytes, "t.ods", sink);
}

TEST_CASE("what is no sheet of the file is passed over") {
  CHECK(dump(make_ods(
            "<table:tracked-changes><table:cell-content-change><table:previous>"
            "<table:change-track-table-cell><text:p>old</text:p></table:change-track-table-cell>"
            "</table:previous></table:cell-content-change></table:tracked-changes>" +
            table("<table:shapes><draw:frame><table:table><table:table-row><table:table-cell>"
                  "<text:p>x</text:p></table:table-cell></table:table-row></table:table>"
                  "</draw:frame></table:shapes>" +
                  row(words("a"))) +
            "<table:table table:name=\"'file:///b.ods'#$Sheet1\">" + row(words("copy")) +
            "</table:table>")) == kOdsSheet + "台账,1,1,s,a\n");
}

TEST_CASE("an OpenDocument file that cannot be read is refused with what it is") {
  CHECK_THAT(refusal(make_zip({{"mimetype", "x"}, {"content.xml", "<d><body><text/></body></d>"}})),
             Catch::Contains("a document or slides"));
  CHECK_THAT(refusal(make_zip({{"mimetype", "x"},
                               {"content.xml", "garbage"},
                               {"META-INF/manifest.xml",
                                "<!DOCTYPE m><m><file-entry full-path=\"content.xml\">"
                                "<encryption-data/></file-entry></m>"}})),
             Catch::Contains("password"));
  CHECK_THAT(refusal(make_zip({{"mimetype", "x"}, {"content.xml", "<!DOCTYPE d><d/>"}})),
             Catch::Contains("DOCTYPE"));
  CHECK_THAT(refusal(make_ods(table(row(typed("date", "office:date-value=\"2026-02-30\""))))),
             Catch::Contains("A1: its date or time cannot be read"));
  CHECK_THAT(refusal(make_ods(table(row(typed("float", "office:value=\"x\""))))),
             Catch::Contains("A1: its number cannot be read"));
}

TEST_CASE("dates and durations of OpenDocument") {
  CHECK(xml_date("2026-11-22T24:00:00") == "2026-11-23T00:00:00");
  CHECK(xml_date("2026-11-22T09:30:00Z") == "2026-11-22T09:30:00");
  CHECK(xml_date("2026-11-22 09:30:00").empty());
  CHECK(xml_date("2026-11-22T9").empty());
  CHECK(xml_duration("P1DT2H") == "1 day, 2:00:00");
  CHECK(xml_duration("PT0S") == "00:00:00");
  CHECK(xml_duration("PT90M") == "01:30:00");
  CHECK(xml_duration("1:30").empty());
  CHECK(xml_duration("PT").empty() == false);
}
