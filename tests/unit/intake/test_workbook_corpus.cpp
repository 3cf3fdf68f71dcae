// SPDX-License-Identifier: MIT
// Real workbooks with oddities (../shared/data/spreadsheets), compared with dumps of their cells.

#include <catch2/catch.hpp>

#include <charconv>
#include <ctime>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lib/base/error.hpp"
#include "lib/base/file.hpp"
#include "lib/intake/byte_source.hpp"
#include "lib/intake/cells_csv.hpp"
#include "lib/intake/csv.hpp"
#include "lib/intake/workbook/import_file.hpp"

namespace {

using namespace minqing;
using Fields = std::vector<std::string>;

const std::string kFolder = MINQING_SOURCE_DIR "/../shared/data/spreadsheets/";

std::vector<Fields> read_table(std::string_view bytes) {
  std::vector<Fields> rows;
  auto source = intake::open_bytes(bytes, "table");
  intake::CsvOptions options;
  options.separator = ',';
  intake::read_csv(*source, options, [&](const intake::CsvRow& row) {
    rows.emplace_back(row.fields.begin(), row.fields.end());
    return true;
  });
  return rows;
}

std::string without_carriage_returns(std::string value) {
  for (std::size_t at; (at = value.find("\r\n")) != std::string::npos;) value.erase(at, 1);
  return value;
}

/// Ten figures are what the dumps' own comparison asks for.
std::string rounded(const std::string& number) {
  double value = 0;
  auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc() || end != number.data() + number.size()) return number;
  return fmt::format("{:.10g}", value);
}

/// A line of a dump in a form that compares: `sheet,row,col → type value`. Lines of row 0 as they
/// are.
using Cells = std::map<std::string, std::string>;

Cells cells_of(const std::vector<Fields>& lines) {
  Cells cells;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const Fields& line = lines[i];
    REQUIRE(line.size() == 5);
    if (line[3] == "truncated") break;
    std::string value = without_carriage_returns(line[4]);
    if (line[3] == "n") value = rounded(value);
    std::string place = line[0] + ',' + line[1] + ',' + line[2];
    if (line[3] == "merge") place += value;
    // Readers of old workbooks do not tell dialogs from sheets.
    cells[place] = (line[3] == "othersheet" ? "sheet" : line[3]) + ' ' + value;
  }
  return cells;
}

bool is_truncated(const std::vector<Fields>& lines) {
  return !lines.empty() && lines.back().size() > 3 && lines.back()[3] == "truncated";
}

std::string dump(const std::string& path) {
  std::string out;
  intake::CellsCsv cells([&](std::string_view piece) { out += piece; });
  intake::read_table_file(path, {}, cells);
  return out;
}

struct Listed {
  std::string file;
  std::string verdict;
  std::string expected;
  bool trusted = false;
};

std::vector<Listed> indexed_files() {
  auto lines = read_table(base::read_file(kFolder + "INDEX.csv", 1 << 20));
  std::vector<Listed> files;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const Fields& line = lines[i];
    files.push_back({line[0], line[3], line[8], line[11] == "high"});
  }
  return files;
}

std::string differences(const Cells& want, const Cells& have, bool truncated) {
  std::string out;
  for (const auto& [place, value] : want) {
    auto found = have.find(place);
    if (found == have.end()) {
      out += "missing " + place + " " + value + "\n";
    } else if (found->second != value) {
      out += place + ": want " + value + " have " + found->second + "\n";
    }
  }
  for (const auto& [place, value] : have) {
    bool extra = !truncated && want.find(place) == want.end();
    // The dumps of old workbooks pass over charts and macros.
    extra = extra && value != "chartsheet visible" && value != "sheet visible";
    // A formula without a stored value is reported by us and passed over by the dumps.
    if (extra && value.find("stored value") == std::string::npos) {
      out += "extra " + place + " " + value + "\n";
    }
  }
  return out.substr(0, 2000);
}

}  // namespace

TEST_CASE("the cells of real workbooks are read as the dumps say") {
  if (!base::file_exists(kFolder + "INDEX.csv")) {
    WARN("no ../shared/data/spreadsheets: skipped");
    return;
  }
  for (const Listed& file : indexed_files()) {
    if (file.verdict == "reject") continue;
    INFO(file.file);
    std::string cells;
    try {
      cells = dump(kFolder + file.file);
    } catch (const base::Error& error) {
      if (file.verdict != "either") FAIL_CHECK("refused: " << error.what());
      continue;
    }
    auto expected = read_table(base::read_file(kFolder + file.expected, 64 << 20));
    auto seen = read_table(cells);
    CHECK(differences(cells_of(expected), cells_of(seen), is_truncated(expected)) == "");
  }
}

TEST_CASE("workbooks that must be refused are refused quickly and with a reason") {
  if (!base::file_exists(kFolder + "INDEX.csv")) {
    WARN("no ../shared/data/spreadsheets: skipped");
    return;
  }
  for (const Listed& file : indexed_files()) {
    if (file.verdict != "reject") continue;
    INFO(file.file);
    const std::clock_t begin = std::clock();
    try {
      dump(kFolder + file.file);
      FAIL_CHECK("was read");
    } catch (const base::Rejected& rejected) {
      REQUIRE(rejected.problems().size() == 1);
      CHECK(rejected.problems()[0].place.file == kFolder + file.file);
      CHECK_FALSE(rejected.problems()[0].way_out.empty());
      if (file.file == "poi/protected_passtika.xlsx") {
        CHECK_THAT(rejected.problems()[0].reason.en, Catch::Contains("password"));
      }
    }
    // Processor time, with room for sanitizers.
    CHECK(std::clock() - begin < 10 * CLOCKS_PER_SEC);
  }
}
