// SPDX-License-Identifier: MIT
// Tables, includes, the text kept in an event, and finding a schema.

#include "lib/base/file.hpp"
#include "lib/schema/files.hpp"
#include "lib/schema/table.hpp"
#include "tests/unit/schema/samples.hpp"

#include <cstdlib>
#include <filesystem>
#include <random>

namespace minqing::schema {
namespace {

namespace fs = std::filesystem;

/// A folder that goes away with the test.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "minqing-schema-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string write(const std::string& name, const std::string& text) const {
    base::write_file_atomically((path_ / name).string(), text);
    return (path_ / name).string();
  }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

std::vector<std::string> table_problems(const std::string& text) {
  Problems problems;
  const SourceText source(text, problems.add_file("t.csv"));
  parse_table(source, problems);
  return lines_of(problems.sorted());
}

/// kTiny with its units in a table.
std::string tiny_with_table(const std::string& table) {
  std::string text = kTiny;
  const std::size_t from = text.find("units:\n");
  const std::size_t to = text.find("areas:\n");
  text.replace(from, to - from, "units: units.csv\n");
  return text + "--- units.csv\n" + table;
}

/// schema.yaml out of kTiny.
std::string tiny_yaml() { return kTiny.substr(kTiny.find('\n') + 1); }

int exit_of(const std::string& path, const std::string& presets) {
  try {
    load_schema(path, presets);
  } catch (const base::Error& error) {
    return static_cast<int>(error.exit());
  }
  return 0;
}

}  // namespace

TEST_CASE("a table becomes maps with places") {
  Problems problems;
  const SourceText source("id,name,also\r\na,\"水务站, 供水站\",\r\n\r\n b , \"\"\"\"\"\" ,x|y\n",
                          problems.add_file("t.csv"));
  CHECK_FALSE(parse_table(source, problems)->items.size() == 2);
  CHECK(lines_of(problems.sorted()) ==
        std::vector<std::string>{"t.csv:4:5: a quotation mark inside a cell -> put the whole cell "
                                 "in double quotes and write inner ones twice"});

  Problems none;
  const SourceText good("id,name,also\na,\"水务站, \"\"老\"\"站\",\n\nb,010,x|y",
                        none.add_file("t.csv"));
  const auto table = parse_table(good, none);
  REQUIRE(none.empty());
  REQUIRE(table->items.size() == 2);
  CHECK(table->items[0].find("name")->text == "水务站, \"老\"站");
  CHECK(table->items[0].find("also") == nullptr);
  CHECK(table->items[1].find("name")->at == Position{0, 4, 3});
  CHECK(table->items[1].find("also")->at == Position{0, 4, 7});
}

TEST_CASE("faults of a table are named at their cells") {
  struct Case {
    const char* text;
    std::vector<std::string> problems;
  };
  const std::vector<Case> cases = {
      {"id,name\na\n",
       {"t.csv:2:1: cells in this row: 1, in the header: 2 -> put a cell with a comma in double "
        "quotes"}},
      {"id,,name\n", {"t.csv:1:4: an empty heading -> the first line names the columns"}},
      {"编号,id,id\n", {"t.csv:1:7: id: this column stands here twice"}},
      {"id\n村,\"未闭合\nb\n", {"t.csv:2:3: a quotation mark is not closed on its line"}},
      {"id\n\"a\"b\n",
       {"t.csv:2:1: something stands after the closing quotation mark -> write a quotation mark "
        "inside a cell twice"}},
      {"id\n\x1B[2J\n", {"t.csv:2:1: an unseen character, U+001B -> delete it"}},
  };
  for (const Case& one : cases) {
    INFO(one.text);
    CHECK(table_problems(one.text) == one.problems);
  }
}

TEST_CASE("units of a table are checked like those of YAML, at the places of the table") {
  CHECK(problems_of(tiny_with_table("id,name,also,kind\n"
                                    "water_station,水务站,供水站|水站,station\n"
                                    "office,no,,\n"))
            .empty());
  CHECK(problems_of(tiny_with_table("id,name,also,kind\nwater_station,水务站,,shop\n")) ==
        std::vector<std::string>{"units.csv:2:20: kind: 'shop' cannot be used -> accepted: office, "
                                 "station, county_body, committee"});
  CHECK(problems_of(tiny_with_table("id,nam\nwater_station,水务站\nx,y\n")) ==
        std::vector<std::string>{"units.csv:1:4: nam: there is no such key -> did you mean "
                                 "'name'?",
                                 "units.csv:2:1: name: this key is missing",
                                 "units.csv:3:1: name: this key is missing"});
  CHECK(problems_of(tiny_with_table("id,name,also\nwater_station,水务站,甲||乙\n")) ==
        std::vector<std::string>{"units.csv:2:19: also: nothing between two '|'"});
}

TEST_CASE("only files of the same folder are included, each once") {
  const auto included = [](const std::string& name) {
    return problems_of(tiny_with("fields:\n", "refused_headings: " + name + "\nfields:\n"));
  };
  for (const char* name : {"../x.yaml", "/etc/x.yaml", "a/../x.yaml", "./x.yaml"}) {
    CHECK(included(name) == std::vector<std::string>{std::string("schema.yaml:3:19: ") + name +
                                                     ": only files of the same folder"});
  }
  CHECK(included("schema.yaml") ==
        std::vector<std::string>{"schema.yaml:3:19: schema.yaml: this file is used already"});
  CHECK(included("gone.yaml") ==
        std::vector<std::string>{
            "schema.yaml:3:19: gone.yaml: the stored schema has no 'gone.yaml'"});
}

TEST_CASE("the text of all files is gathered and read again") {
  Folder folder;
  const std::string yaml = tiny_yaml();
  const std::size_t from = yaml.find("units:\n");
  const std::size_t to = yaml.find("areas:\n");
  std::string split = yaml;
  split.replace(from, to - from, "units: units.csv\n");
  folder.write("schema.yaml", split);
  folder.write("units.csv", "id,name\r\nwater_station,水务站\r\noffice,综合办");
  const LoadedSchema loaded = load_schema(folder.path(), "");
  CHECK(loaded.text == "--- schema.yaml\n" + split +
                           "--- units.csv\nid,name\r\nwater_station,水务站\r\noffice,综合办\n");
  CHECK(pack(schema_from_text(loaded.text)) == pack(loaded.schema));

  folder.write("odd.yaml", split + "# ...\n--- another\n");
  try {
    load_schema(folder.path() + "/odd.yaml", "");
    FAIL("a line that begins with '--- ' must be refused");
  } catch (const base::Rejected& rejected) {
    CHECK(rejected.problems()[0].place.file == folder.path() + "/odd.yaml");
    CHECK(rejected.problems()[0].reason.en == "a line must not begin with '--- '");
  }
}

TEST_CASE("text that is no gathered text is an integrity failure") {
  for (const char* text : {"", "\n", "id: tiny\n", "---\nid: tiny\n"}) {
    try {
      schema_from_text(text);
      FAIL("must be refused");
    } catch (const base::Error& error) {
      CHECK(error.exit() == base::Exit::integrity);
    }
  }
}

TEST_CASE("a damaged text is read or refused and never worse") {
  std::mt19937 random(20261122);
  const std::string letters = "{}[]:,-|>&*!#%@\"'\\\n\t ~0a\xE6";
  int refused = 0;
  for (int round = 0; round < 2000; ++round) {
    std::string text = kTiny;
    for (int change = 0; change < 3; ++change) {
      const std::size_t at = random() % text.size();
      const char letter = letters[random() % letters.size()];
      if (random() % 2 == 0) {
        text[at] = letter;
      } else {
        text.insert(at, 1, letter);
      }
    }
    try {
      schema_from_text(text);
    } catch (const base::Error&) {
      ++refused;
    }
  }
  CHECK(refused > 1000);
}

TEST_CASE("a schema is found by file, folder or name of a preset") {
  Folder presets;
  fs::create_directory(presets.path() + "/village");
  presets.write("village/schema.yaml", tiny_yaml());
  Folder own;
  own.write("my.yaml", tiny_yaml());
  CHECK(load_schema("village", presets.path()).schema.id == "tiny");
  CHECK(load_schema(presets.path() + "/village", "").schema.id == "tiny");
  CHECK(load_schema(own.path() + "/my.yaml", "").text.starts_with("--- my.yaml\nid: tiny\n"));

  CHECK(exit_of("vilage", presets.path()) == 4);
  CHECK(exit_of("", presets.path()) == 4);
  CHECK(exit_of("../village", presets.path()) == 4);
  CHECK(exit_of(own.path() + "/none.yaml", presets.path()) == 4);
  CHECK(exit_of(own.path(), presets.path()) == 4);
  try {
    load_schema("vilage", presets.path());
  } catch (const base::Error& error) {
    CHECK(error.way_out().en == "did you mean 'village'?");
  }
}

}  // namespace minqing::schema
