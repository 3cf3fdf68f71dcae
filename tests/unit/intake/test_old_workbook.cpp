// SPDX-License-Identifier: MIT
// Old workbooks (xls) made record by record: every kind of cell, texts that go on in other records,
// rows out of order, and everything that must be refused.

#include <catch2/catch.hpp>

#include <bit>
#include <string>

#include "lib/base/error.hpp"
#include "lib/intake/cells_csv.hpp"
#include "lib/intake/workbook/workbook.hpp"
#include "tests/unit/intake/workbook_maker.hpp"

using namespace minqing;
using namespace minqing::intake;
using test::make_ole;
using test::number;
using test::record;

namespace {

constexpr std::uint16_t kContinue = 0x3C;
const std::string kEof = record(0x0A, "");

std::string bof(std::uint16_t version, std::uint16_t type) {
  return record(0x809, number(version) + number(type) + number(0, 12));
}

std::string number_of(double value) { return number(std::bit_cast<std::uint64_t>(value), 8); }

/// Row and column from 0, style.
std::string at(int row, int column, int style = 0) {
  return number(static_cast<std::uint64_t>(row)) + number(static_cast<std::uint64_t>(column)) +
         number(static_cast<std::uint64_t>(style));
}

std::string wide(const std::u16string& text) {
  std::string out;
  for (char16_t unit : text) out += number(unit);
  return out;
}

/// A text of one byte a character, behind its length.
std::string narrow(const std::string& text) { return number(text.size()) + '\0' + text; }

struct Book {
  std::uint16_t version = 0x600;
  std::string globals;
  std::string cells;
  std::string name = std::string("\2\1", 2) + wide(u"台账");
  std::uint16_t sheet_bits = 0;
  std::string more_parts;  ///< behind the sheet
};

std::string stream_of(const Book& book) {
  // Where the sheet begins is known when everything before it is.
  const auto globals = [&](std::uint64_t offset) {
    return bof(book.version, 5) + book.globals +
           record(0x85, number(offset, 4) + number(book.sheet_bits) + book.name) + kEof;
  };
  return globals(globals(0).size()) + bof(book.version, 0x10) + book.cells + kEof + book.more_parts;
}

std::string dump_old(const std::string& bytes) {
  std::string out;
  CellsCsv cells([&](std::string_view piece) { out += piece; });
  read_workbook_bytes(bytes, "t.xls", cells);
  return out.substr(out.find('\n') + 1);
}

std::string cells_of(const Book& book) {
  return dump_old(make_ole({{"Workbook", stream_of(book)}}));
}

/// The reason of a refusal, after the place of the fault.
std::string refusal_of_old(const std::string& bytes) {
  try {
    return "it was read: " + dump_old(bytes);
  } catch (const base::Rejected& rejected) {
    CHECK_FALSE(rejected.problems()[0].way_out.empty());
    return to_line(rejected.problems()[0], base::Lang::en);
  }
}

std::string refusal_of_old(const Book& book) {
  return refusal_of_old(make_ole({{"Workbook", stream_of(book)}}));
}

const std::string kStyles = record(0x41E, number(164) + narrow("yyyy\"-\"m")) +
                            record(0xE0, number(0) + number(0) + number(0, 16)) +
                            record(0xE0, number(0) + number(14) + number(0, 16)) +
                            record(0xE0, number(0) + number(164) + number(0, 16));

const std::string kOldSheet = "台账,0,0,sheet,visible\n";

}  // namespace

TEST_CASE("cells of an old workbook are typed as they are stored") {
  struct Case {
    std::string records;
    std::string line;  ///< without the sheet; empty: no cell
  };
  const std::string text_result = number(0, 6) + "\xFF\xFF";
  const Case cases[] = {
      {record(0x203, at(0, 0) + number_of(46348)), "1,1,n,46348"},
      {record(0x203, at(0, 0, 1) + number_of(46348)), "1,1,d,2026-11-22T00:00:00"},
      {record(0x203, at(0, 0, 2) + number_of(46348.5)), "1,1,d,2026-11-22T12:00:00"},
      {record(0x203, at(0, 0, 9) + number_of(0.1)), "1,1,n,0.1"},
      {record(0x203, at(0, 0) + number(0x7FF8000000000000, 8)), "1,1,e,#NUM!"},
      {record(0x203, at(65535, 255) + number_of(1)), "65536,256,n,1"},
      {record(0x27E, at(0, 0) + number(7 << 2 | 2, 4)), "1,1,n,7"},
      {record(0x27E, at(0, 0) + number(0xFFFFFFFF, 4)), "1,1,n,-0.01"},
      {record(0x27E, at(0, 0) + number(0x3FF00000, 4)), "1,1,n,1"},
      {record(0x27E, at(0, 0) + number(0x40C81C81, 4)), "1,1,n,123.45"},
      {record(0x204, at(0, 0) + narrow("a\nb")), "1,1,s,\"a\nb\""},
      {record(0x204, at(0, 0) + number(2) + '\1' + wide(u"甲村")), "1,1,s,甲村"},
      {record(0x204, at(0, 0) + narrow("")), ""},
      {record(0x205, at(0, 0) + number(1, 1) + '\0'), "1,1,b,TRUE"},
      {record(0x205, at(0, 0) + number(0x17, 1) + '\1'), "1,1,e,#REF!"},
      {record(0x06, at(0, 0) + number_of(3) + number(0, 6)), "1,1,n,3"},
      {record(0x406, at(0, 0) + number_of(3) + number(0, 6)), "1,1,n,3"},
      {record(0x06, at(0, 0) + text_result) + record(0x4BC, "x") + record(0x207, narrow("\xE9")),
       "1,1,s,é"},
      {record(0x06, at(0, 0) + text_result),
       "1,1,e,公式没有存储结果 (formula without a stored value)"},
      {record(0x06, at(0, 0) + '\1' + number(1, 5) + "\xFF\xFF"), "1,1,b,FALSE"},
      {record(0x06, at(0, 0) + '\2' + '\0' + number(0x2A, 4) + "\xFF\xFF"), "1,1,e,#N/A"},
      {record(0x06, at(0, 0) + '\3' + number(0, 5) + "\xFF\xFF"), ""},
      {record(0x201, at(0, 0)), ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.line);
    Book book;
    book.globals = kStyles;
    book.cells = c.records;
    CHECK(cells_of(book) == kOldSheet + (c.line.empty() ? "" : "台账," + c.line + "\n"));
  }
}

TEST_CASE("several numbers stand in one record, merged ranges and hidden rows behind the cells") {
  Book book;
  book.cells = record(0x7D, number(3) + number(4) + number(0, 4) + number(1) + number(0)) +
               record(0xBD, number(0) + number(1) + number(0) + number(1 << 2 | 2, 4) + number(0) +
                                number(2 << 2 | 2, 4) + number(2)) +
               record(0x208, number(1) + number(0, 10) + number(0x20) + number(0)) +
               record(0x27E, at(1, 0) + number(3 << 2 | 2, 4)) +
               record(0xE5, number(2) + number(0) + number(1) + number(0) + number(0) + number(2) +
                                number(2) + number(1) + number(1));
  CHECK(cells_of(book) ==
        kOldSheet + "台账,0,0,merge,A1:A2\n台账,1,2,n,1\n台账,1,3,n,2\n台账,2,1,n,3\n");

  class Collect : public SheetSink {
   public:
    bool on_sheet(const SheetInfo& sheet) override {
      CHECK(sheet.is_hidden_column(4));
      CHECK(sheet.is_hidden_column(5));
      CHECK_FALSE(sheet.is_hidden_column(3));
      return true;
    }
    bool on_row(const Row& row) override {
      CHECK(row.hidden == (row.number == 2));
      return true;
    }
  } sink;
  read_workbook_bytes(make_ole({{"Workbook", stream_of(book)}}), "t.xls", sink);
}

TEST_CASE("shared texts go on in other records, with a new width at each") {
  Book book;
  const std::string first = number(2, 4) + number(2, 4) + number(4) + '\0' + "ab";
  const std::string rest = '\1' + wide(u"甲村");
  // With readings and fonts, the text broken in them.
  const std::string second = number(2) + '\x0D' + number(1) + number(6, 4) + wide(u"乙组");
  book.globals =
      record(0xFC, first) + record(kContinue, rest + second + "run") + record(kContinue, "syomika");
  book.cells = record(0xFD, at(0, 0) + number(0, 4)) + record(0xFD, at(0, 1) + number(1, 4));
  CHECK(cells_of(book) == kOldSheet + "台账,1,1,s,ab甲村\n台账,1,2,s,乙组\n");

  book.cells = record(0xFD, at(2, 3) + number(9, 4));
  CHECK(refusal_of_old(book) == "t.xls:台账!D3: it refers to a shared text that does not exist");
}

TEST_CASE("rows out of order are sorted, the later of two records counts") {
  Book book;
  book.cells = record(0x204, at(2, 0) + narrow("c")) + record(0x204, at(0, 1) + narrow("b")) +
               record(0x204, at(0, 0) + narrow("a")) + record(0x204, at(2, 0) + narrow("d"));
  CHECK(cells_of(book) == kOldSheet + "台账,1,1,s,a\n台账,1,2,s,b\n台账,3,1,s,d\n");
}

TEST_CASE("a chart in a sheet is passed over, and sheets of other kinds have no rows") {
  Book book;
  book.cells = record(0x204, at(0, 0) + narrow("a")) + bof(0x600, 0x20) +
               record(0x204, at(5, 5) + narrow("chart")) + kEof +
               record(0x204, at(1, 0) + narrow("b"));
  CHECK(cells_of(book) == kOldSheet + "台账,1,1,s,a\n台账,2,1,s,b\n");
  book.sheet_bits = 0x0201;
  CHECK(cells_of(book) == "台账,0,0,chartsheet,hidden\n");
  book.sheet_bits = 0x0102;
  CHECK(cells_of(book) == "台账,0,0,othersheet,veryHidden\n");
  book.sheet_bits = 0;
  book.cells = record(0x81, number(0x10));
  CHECK(cells_of(book) == "台账,0,0,othersheet,visible\n");
}

TEST_CASE("workbooks of Excel 5 hold bytes in a code page") {
  Book book;
  book.version = 0x500;
  book.name = std::string("\4", 1) + "\xCC\xA8\xD5\xCB";
  book.globals = record(0x42, number(936));
  book.cells = record(0x204, at(0, 0) + number(4) + "\xBC\xD7\xB4\xE5") +
               record(0xD6, at(0, 1) + number(2) + "\xD2\xD2" + number(0, 1));
  const std::string stream = stream_of(book);
  CHECK(dump_old(make_ole({{"Book", stream}})) == kOldSheet + "台账,1,1,s,甲村\n台账,1,2,s,乙\n");
  CHECK(dump_old(make_ole({{"BOOK", stream}})) == dump_old(stream));  // without a container too
  book.cells = record(0x204, at(0, 0) + number(2) + "\xFF\xFF");
  CHECK_THAT(refusal_of_old(stream_of(book)),
             Catch::Contains("A1: its text cannot be read in code page"));
}

TEST_CASE("what cannot be trusted in an old workbook is refused") {
  struct Case {
    std::string globals;
    std::string cells;
    std::string words;
  };
  const std::string broken = number(1, 4) + number(1, 4) + number(1) + '\1' + number(0xD800);
  const Case cases[] = {
      {record(0x2F, number(1)), "", "password"},
      {"", record(0x203, at(0, 0)), "A1: the record of a cell is too short"},
      {"", record(0x204, at(1, 1) + narrow(std::string("a\0b", 3))), "B2: its text holds a NUL"},
      {record(0xFC, broken), record(0xFD, at(0, 0) + number(0, 4)), "A1: its text holds half"},
      {"", record(0x203, at(0, 20000) + number_of(1)), "beyond XFD1048576"},
      {"", record(0xE5, number(1) + number(5) + number(1) + number(0) + number(0)), "merged range"},
      {"", record(0x204, at(0, 0) + number(9) + '\0' + "ab"), "its contents break off"},
  };
  for (const Case& c : cases) {
    Book book;
    book.globals = c.globals;
    book.cells = c.cells;
    CHECK_THAT(refusal_of_old(book), Catch::Contains(c.words));
  }
}

TEST_CASE("an old workbook that is cut off or damaged never crashes") {
  Book book;
  book.globals = kStyles + record(0xFC, number(1, 4) + number(1, 4) + narrow("text"));
  for (int row = 0; row < 200; ++row) {
    book.cells += record(0xFD, at(row, 0) + number(0, 4)) +
                  record(0x06, at(row, 1) + number(0, 6) + "\xFF\xFF") +
                  record(0x207, narrow("result"));
  }
  for (const std::string& whole : {make_ole({{"Workbook", stream_of(book)}}),
                                   make_ole({{"Workbook", stream_of(book).substr(0, 2000)}})}) {
    for (std::size_t size = 8; size < whole.size(); size += 37) {
      try {
        dump_old(whole.substr(0, size));
      } catch (const base::Error&) {
      }
    }
    for (std::size_t at = 8; at < whole.size(); at += 5) {
      for (char bits : {'\x01', '\x80', '\xFF'}) {
        std::string flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ bits);
        try {
          dump_old(flipped);
        } catch (const base::Error&) {
        }
      }
    }
  }
  CHECK_THAT(refusal_of_old(make_ole({{"Workbook", stream_of(book).substr(0, 5000)}})),
             Catch::Contains("its contents break off"));
}
