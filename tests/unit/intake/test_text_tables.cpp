// SPDX-License-Identifier: MIT
// Text tables: encodings, separators, quoting, limits, and the corpora of other programs.

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "lib/base/error.hpp"
#include "lib/base/file.hpp"
#include "lib/base/json.hpp"
#include "lib/intake/byte_source.hpp"
#include "lib/intake/cells_csv.hpp"
#include "lib/intake/csv.hpp"
#include "lib/intake/csv_separator.hpp"
#include "lib/intake/encoding.hpp"
#include "lib/intake/file_kind.hpp"

using namespace minqing;
using namespace minqing::intake;
using namespace std::string_literals;

namespace {

const std::string kCsv = MINQING_SOURCE_DIR "/../shared/data/csv/";
const std::string kCitizens = MINQING_SOURCE_DIR "/../shared/data/citizens-cn/";

using Table = std::vector<std::vector<std::string>>;

struct Parsed {
  Table rows;
  std::vector<std::int64_t> lines;
  CsvFacts facts;
};

Parsed parse(std::string_view bytes, const CsvOptions& options = {}) {
  Parsed parsed;
  auto source = open_bytes(bytes, "t.csv");
  parsed.facts = read_csv(*source, options, [&](const CsvRow& row) {
    parsed.rows.emplace_back(row.fields.begin(), row.fields.end());
    parsed.lines.push_back(row.line);
    return true;
  });
  return parsed;
}

/// The problems of a text that must be refused.
std::vector<base::Problem> problems_of(std::string_view bytes, const CsvOptions& options = {}) {
  try {
    parse(bytes, options);
  } catch (const base::Rejected& rejected) {
    return rejected.problems();
  }
  return {};
}

std::string utf16(std::u16string_view text, bool big_endian) {
  std::string bytes = big_endian ? "\xFE\xFF" : "\xFF\xFE";
  for (char16_t unit : text) {
    char high = static_cast<char>(unit >> 8);
    char low = static_cast<char>(unit & 0xFF);
    bytes += big_endian ? std::string{high, low} : std::string{low, high};
  }
  return bytes;
}

}  // namespace

TEST_CASE("the encoding is told by its mark, else by its bytes") {
  struct Case {
    std::string bytes;
    Encoding encoding;
    int mark;
  };
  const Case cases[] = {
      {"", Encoding::utf8, 0},
      {"a,b\n", Encoding::utf8, 0},
      {"姓名,电话\n", Encoding::utf8, 0},
      {"\xEF\xBB\xBF姓名\n", Encoding::utf8, 3},
      {"\xD0\xD5\xC3\xFB,a\n", Encoding::gb18030, 0},  // 姓名 in GBK
      {"a,\x81\x30\x81\x30\n", Encoding::gb18030, 0},  // four bytes
      {"\xC1\xAA\xCD\xA8\n", Encoding::gb18030, 0},    // 联通: looks like UTF-8 to some
      {utf16(u"姓名", false), Encoding::utf16le, 2},
      {utf16(u"姓名", true), Encoding::utf16be, 2},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    auto source = open_bytes(c.bytes, "t.csv");
    EncodingFound found = find_encoding(*source);
    CHECK(name_of(found.encoding) == name_of(c.encoding));
    CHECK(found.mark_bytes == c.mark);
  }
}

TEST_CASE("bytes that would be rare characters of GB18030 are not taken for it") {
  const std::string big5 = "\xA7\xC7\xB8\xB9,\xA7\xF8,\xA4\xCF\xAC\x4D\xA4\xBA\xAE\x65\n";
  const std::string shift_jis = "\x93\x6F\x98\x5E\x93\xFA,\x93\xE0\x97\x65\n";
  const std::string latin = "caf\xE9s,1\n";
  for (const std::string& bytes : {big5, shift_jis, latin}) {
    auto source = open_bytes(bytes, "t.csv");
    try {
      find_encoding(*source);
      FAIL(bytes);
    } catch (const base::Rejected& rejected) {
      CHECK_THAT(rejected.problems().at(0).reason.en, Catch::Contains("not clear"));
    }
    auto again = open_bytes(bytes, "t.csv");
    CHECK(find_encoding(*again, Encoding::gb18030).encoding == Encoding::gb18030);
  }
  // 序號,村,反映內容 in traditional characters, and a rare name.
  auto traditional = open_bytes(
      "\xD0\xF2\xCC\x96,\xB4\xE5,\xB7\xB4\xD3\xB3\x83\xC8\xC8\xDD\n\xD6\xEC\xE9\x46\n", "t.csv");
  CHECK(find_encoding(*traditional).encoding == Encoding::gb18030);
}

TEST_CASE("the same table comes out of every encoding") {
  const Table want = {{"姓名", "电话"}, {"张某", "无"}, {"𬭛", "a"}};
  CHECK(parse("姓名,电话\n张某,无\n𬭛,a\n").rows == want);
  CHECK(parse("\xEF\xBB\xBF姓名,电话\n张某,无\n𬭛,a\n").rows == want);
  CHECK(parse(utf16(u"姓名\t电话\r\n张某\t无\r\n𬭛\ta\r\n", false)).rows == want);
  CHECK(parse(utf16(u"姓名,电话\n张某,无\n𬭛,a", true)).rows == want);
  std::string gb =
      "\xD0\xD5\xC3\xFB,\xB5\xE7\xBB\xB0\n\xD5\xC5\xC4\xB3,\xCE\xDE\n\x99\x33\xAA\x35,\x61\n";
  CHECK(parse(gb).rows == want);
}

TEST_CASE(
    "a byte that cannot be decoded is named by line and byte, and nothing is put in its place") {
  struct Case {
    std::string bytes;
    std::int64_t line;
    std::string words;  ///< in the reason
    std::optional<Encoding> wanted;
  };
  std::string chinese;
  for (int i = 0; i < 20; ++i) chinese += "民情台账,";
  const Case cases[] = {
      {"a,b\r\nc,\xFF\n", 2, "byte 8", {}},            // not GB18030 either
      {chinese + "\n坏\xE5\n", 2, "UTF-8", {}},        // damaged UTF-8, not mojibake
      {chinese + "\n\xC0\x80\n", 2, "UTF-8", {}},      // overlong
      {chinese + "\n\xED\xA0\x80\n", 2, "UTF-8", {}},  // lone surrogate
      {"\xD0\xD5\n\xD5", 2, "byte 4", {}},             // half a character at the end
      {"\xD0\xD5,a\n", 1, "byte 1", Encoding::utf8},   // told to be UTF-8
      {"a\rb\rc,\x00\n"s, 3, "NUL", {}},
      {utf16(u"a\nb", false) + "\x00\xD8"s, 2, "UTF-16LE", {}},
      {utf16(u"a\nb", false) + "c", 2, "UTF-16LE", {}},  // an odd byte
      {utf16(u"a\nb\0"s, true).substr(0, 8) + "\0\0"s, 2, "NUL", {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    auto problems = problems_of(c.bytes, {c.wanted, {}});
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].place.file == "t.csv");
    CHECK(problems[0].place.line == c.line);
    CHECK_THAT(problems[0].reason.en, Catch::Contains(c.words));
    CHECK_FALSE(problems[0].way_out.empty());
  }
}

TEST_CASE("characters that lie across the pieces of a large file are whole") {
  std::string row = "中文字段,𬭛鑫,abc\n";
  std::string text;
  while (text.size() < (3u << 20)) text += row;
  Parsed parsed = parse(text);
  CHECK(parsed.facts.rows == static_cast<std::int64_t>(text.size() / row.size()));
  for (const auto& fields : parsed.rows) {
    if (fields != std::vector<std::string>{"中文字段", "𬭛鑫", "abc"}) FAIL(fields[0]);
  }
}

TEST_CASE("fields, quotes and line ends") {
  struct Case {
    std::string bytes;
    Table rows;
    std::vector<std::int64_t> lines;
  };
  const Case cases[] = {
      {"", {}, {}},
      {"a", {{"a"}}, {1}},
      {"a,b\r\nc,d\ne,f\rg,h", {{"a", "b"}, {"c", "d"}, {"e", "f"}, {"g", "h"}}, {1, 2, 3, 4}},
      {"a,\n,b\n", {{"a", ""}, {"", "b"}}, {1, 2}},
      {"a,b\n\nc,d\n", {{"a", "b"}, {""}, {"c", "d"}}, {1, 2, 3}},
      {"\"a,1\",b\n", {{"a,1", "b"}}, {1}},
      {"\"a\nb\r\nc\rd\",x\ny,z\n", {{"a\nb\r\nc\rd", "x"}, {"y", "z"}}, {1, 5}},
      {"\"he said \"\"hi\"\"\",\"\"\"\"\n", {{"he said \"hi\"", "\""}}, {1}},
      {"\"\",x\n", {{"", "x"}}, {1}},
      {"\"a\" ,b\n", {{"a", "b"}}, {1}},
      {"a\"b,c \"d\"\n", {{"a\"b", "c \"d\""}}, {1}},
      {"a,b,c\nd\ne,f,g,h\n", {{"a", "b", "c"}, {"d"}, {"e", "f", "g", "h"}}, {1, 2, 3}},
      {"\"a\"", {{"a"}}, {1}},
      {"甲，乙,丙；丁\n", {{"甲，乙", "丙；丁"}}, {1}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    Parsed parsed = parse(c.bytes);
    CHECK(parsed.rows == c.rows);
    CHECK(parsed.lines == c.lines);
  }
}

TEST_CASE("the separator is found outside quotes, and a mixture is refused") {
  struct Case {
    std::string text;
    char separator;
    std::int64_t mixed_line;
  };
  const Case cases[] = {
      {"", ',', 0},
      {"一列\n两行\n", ',', 0},
      {"a,b\nc,d\n", ',', 0},
      {"a\tb\nc\td\n", '\t', 0},
      {"a;b;c\n1,5;2;3\n2,5;2;3\n", ';', 0},
      {"\"a;b;c\",x\n\"d;e;f\",y\n", ',', 0},
      {"台账\n填报单位：甲村\n序号,姓名,电话\n1,张某,无\n2,李某,无\n", ',', 0},
      {"a,b\nc;d,e\n", ',', 0},
      {"a,b,c\nd,e,f\ng;h;i\nj,k,l\n", ',', 3},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    SeparatorFound found = find_separator(c.text, true);
    CHECK(found.separator == c.separator);
    CHECK(found.mixed_line == c.mixed_line);
  }
  auto problems = problems_of("a,b,c\nd,e,f\ng;h;i\nj,k,l\n");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].place.line == 3);
  CsvOptions semicolons;
  semicolons.separator = ';';
  CHECK(parse("a,b;c\n", semicolons).rows == Table{{"a,b", "c"}});
}

TEST_CASE("faults of form are named by the line where they begin") {
  struct Case {
    std::string name;
    std::string bytes;
    std::vector<std::int64_t> lines;
    std::string words;
  };
  std::string wide(std::size_t{kMaxColumn}, ',');
  const Case cases[] = {
      {"unclosed", "a,b\nc,\"d\ne,f\ng,h\n", {2}, "never closed"},
      {"unclosed later in the row", "a,b\n\"c\nx\",\"d\ne,f\n", {3}, "never closed"},
      {"unclosed and far too long",
       "a,\"" + std::string(3 << 20, 'x') + "\",b\n",
       {1},
       "never closed"},
      {"words after quotes",
       "a,b\n\"c\"d,e\nf,g\n\"h\"i,j\nk,l\n",
       {2, 4},
       "after a closing quote"},
      {"a field too large", "a\n" + std::string(kMaxFieldBytes + 1, 'x') + ",b\n", {2}, "1024 KB"},
      {"a row without end", std::string(40 << 20, 'x'), {1}, "16 MB"},
      {"too many columns", "a\n" + wide + "\n", {2}, "16384 columns"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    auto problems = problems_of(c.bytes);
    REQUIRE(problems.size() == c.lines.size());
    for (std::size_t i = 0; i < problems.size(); ++i) {
      CHECK(problems[i].place.line == c.lines[i]);
      CHECK_THAT(problems[i].reason.en, Catch::Contains(c.words));
    }
  }
}

TEST_CASE("a file is refused by kind and size before it is read") {
  CHECK_THROWS_AS(open_file("/nonexistent/t.csv"), base::Error);
  for (const char* path : {"/dev/zero", "/tmp"}) {
    try {
      open_file(path);
      FAIL(path);
    } catch (const base::Error& error) {
      CHECK(error.exit() == base::Exit::rejected);
    }
  }
  std::string own = MINQING_SOURCE_DIR "/CMakeLists.txt";
  try {
    open_file(own, 10);
    FAIL("was opened");
  } catch (const base::Error& error) {
    CHECK_FALSE(error.way_out().empty());
  }
}

TEST_CASE("files are known by their first bytes") {
  struct Case {
    std::string bytes;
    FileKind kind;
  };
  const Case cases[] = {
      {"", FileKind::text},
      {"序号,姓名\n", FileKind::text},
      {"PK\x03\x04"s, FileKind::zip},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", FileKind::ole},
      {"\x09\x04\x06\x00"s, FileKind::old_workbook},
      {"\xEF\xBB\xBF\r\n <HTML xmlns=\"x\">", FileKind::web_page},
      {"<?xml version=\"1.0\"?>", FileKind::web_page},
      {"<!-- made by a report -->\n<table>", FileKind::web_page},
      {utf16(u" <html><table>", false), FileKind::web_page},
      {utf16(u"<html><table>", true), FileKind::web_page},
      {utf16(u"<5,a\n", false), FileKind::text},
      {"%PDF-1.4", FileKind::other},
      {"ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K\"a\"\r\n", FileKind::other},
      {"ID;Place;Phone\n1;A;2\n", FileKind::text},
      {"ID;Place", FileKind::text},
  };
  for (const Case& c : cases) CHECK(kind_of(c.bytes) == c.kind);

  CHECK_NOTHROW(refuse_other_kinds("a.csv", FileKind::text));
  CHECK_THROWS_AS(refuse_other_kinds("a.XLS", FileKind::text), base::Error);
  CHECK_THROWS_AS(refuse_other_kinds("a.csv", FileKind::web_page), base::Error);
  CHECK_THROWS_AS(refuse_other_kinds("a.csv", FileKind::other), base::Error);
}

TEST_CASE("rows of a text file become cells, all text, without blank rows") {
  auto source = open_bytes("序号,电话\n\n1,013800000001\n,\n", "t.csv");
  std::string out;
  CellsCsv cells([&](std::string_view piece) { out += piece; });
  CsvFacts facts = read_csv_sheet(*source, {}, cells);
  CHECK(facts.rows == 4);
  CHECK(describe(facts).zh == "UTF-8，逗号分隔");
  CHECK(out ==
        "sheet,row,col,type,value\n,0,0,sheet,visible\n,1,1,s,序号\n,1,2,s,电话\n,3,1,s,1\n"
        ",3,2,s,013800000001\n");
}

TEST_CASE("CSV files of other programs' tests are read as their tables say") {
  if (!base::file_exists(kCsv + "INDEX.csv")) {
    WARN("no ../shared/data/csv: skipped");
    return;
  }
  CsvOptions commas;
  commas.separator = ',';
  Table index = parse(base::read_file(kCsv + "INDEX.csv", 1 << 20), commas).rows;
  for (std::size_t i = 1; i < index.size(); ++i) {
    INFO(index[i][0]);
    std::string bytes = base::read_file(kCsv + index[i][0], 1 << 20);
    Table rows;
    try {
      rows = parse(bytes).rows;
    } catch (const base::Rejected& rejected) {
      if (index[i][7] == "read") FAIL_CHECK(base::to_line(rejected.problems()[0], base::Lang::en));
      continue;
    }
    if (index[i][9].empty()) continue;
    CHECK(rows == parse(base::read_file(kCsv + index[i][9], 1 << 20), commas).rows);
  }
}

TEST_CASE("csv-spectrum") {
  if (!base::file_exists(kCsv + "INDEX.csv")) {
    WARN("no ../shared/data/csv: skipped");
    return;
  }
  for (const char* name : {"comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json",
                           "newlines", "quotes_and_newlines", "simple", "simple_crlf", "utf8"}) {
    INFO(name);
    Table rows = parse(base::read_file(kCsv + "csv-spectrum/" + name + ".csv", 1 << 20)).rows;
    base::Json want = base::parse_json(
        base::read_file(kCsv + "csv-spectrum/expected/" + name + ".json", 1 << 20));
    REQUIRE(rows.size() == want.as_array().size() + 1);
    for (std::size_t row = 1; row < rows.size(); ++row) {
      for (std::size_t column = 0; column < rows[0].size(); ++column) {
        CHECK(rows[row][column] == want.as_array()[row - 1].at(rows[0][column]).as_string());
      }
    }
  }
}

TEST_CASE("real messages read the same in four encodings") {
  if (!base::file_exists(kCitizens + "附件4_前300行.utf8bom.csv")) {
    WARN("no ../shared/data/citizens-cn: skipped");
    return;
  }
  auto read = [](const std::string& name) {
    return parse(base::read_file(kCitizens + "附件4_前300行." + name, 4 << 20));
  };
  Parsed marked = read("utf8bom.csv");
  REQUIRE(marked.rows.size() == 301);
  CHECK(marked.rows[0][0] == "留言编号");
  Parsed gb = read("gb18030.csv");
  CHECK(gb.facts.encoding.encoding == Encoding::gb18030);
  CHECK(gb.rows == marked.rows);
  Parsed wide = read("utf16le.tsv");
  CHECK(wide.facts.separator == '\t');
  CHECK(wide.rows == marked.rows);
  CHECK(read("utf8-lf.csv").rows.size() == 301);
}

TEST_CASE("who watches a text table is told how much of it is read") {
  std::string sheet;
  for (int row = 0; row < 400'000; ++row) sheet += std::to_string(row) + ",停水\n";
  std::vector<std::uint64_t> told;  // since the beginning
  const auto source =
      watched(open_bytes(sheet, "t.csv"), [&](std::uint64_t done, std::uint64_t of) {
        REQUIRE(of == sheet.size());
        if (!told.empty() && done < told.back()) told.clear();
        told.push_back(done);
      });
  std::vector<std::uint64_t> at_rows;
  const CsvFacts facts = read_csv(*source, {}, [&](const CsvRow&) {
    at_rows.push_back(told.back());
    return true;
  });
  CHECK(facts.rows == 400'000);
  CHECK(facts.encoding.encoding == Encoding::utf8);
  CHECK(told.back() == sheet.size());
  CHECK(std::is_sorted(at_rows.begin(), at_rows.end()));
  CHECK(at_rows.front() < sheet.size() / 2);
  CHECK(at_rows.back() == sheet.size());
  CHECK(source->name() == "t.csv");
  std::string start(8, '\0');
  CHECK(source->read_at(0, start.data(), start.size()) == start.size());
  CHECK(start == sheet.substr(0, 8));
}

TEST_CASE("lines are counted across the pieces of a text") {
  struct Case {
    std::vector<std::string> pieces;
    std::int64_t line;
  };
  const Case cases[] = {
      {{}, 1},           {{"a\nb"}, 2},           {{"a\r\nb"}, 2},       {{"a\r", "\nb"}, 2},
      {{"a\r", "b"}, 2}, {{"\r", "\n", "\n"}, 3}, {{"\r", "", "\n"}, 2}, {{"\r\r\n\n"}, 4},
  };
  for (const Case& c : cases) {
    LineCounter counter;
    for (const std::string& piece : c.pieces) counter.pass(piece);
    CHECK(counter.line() == c.line);
  }
}
