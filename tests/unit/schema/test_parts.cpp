// SPDX-License-Identifier: MIT
// Categories and limits as tables: in a CSV file beside schema.yaml, and as people read them.

#include "lib/schema/files.hpp"
#include "lib/schema/parts.hpp"
#include "tests/unit/schema/samples.hpp"

namespace minqing::schema {
namespace {

using Rows = std::vector<PartRow>;

const std::string kCategories =
    "id,parent,label,label_en,also,route,not_below,confidential,evidence\n"
    "utilities,,公用设施,Utilities,,,,,\n"
    "water,utilities,供水,,自来水|饮水,water_station|office,true,,true\n"
    "conduct,,干部作风,,,by_area,,true,false\n";

/// kTiny with its categories and limits in tables.
std::string tiny_with_tables(const std::string& categories, const std::string& limits) {
  std::string text = kTiny;
  const std::size_t from = text.find("categories:\n");
  const std::size_t to = text.find("units:\n");
  text.replace(from, to - from, "categories: types.csv  # 类别\n");
  text.replace(text.find("limits:\n"), 8, "limits:\n  rules: limits.csv\n");
  return text + "--- types.csv\n" + categories + "--- limits.csv\n" + limits;
}

std::string tiny_tables() {
  return tiny_with_tables(kCategories,
                          "nature,category,handle\nhelp,,3wd\n,utilities,24h\n,,10wd\n");
}

std::string unit_of(const std::string& word) {
  return word == "水务站" || word == "供水站" ? "water_station" : word == "综合办" ? "office" : "";
}
std::string name_of(const std::string& id) {
  return id == "water_station" ? "水务站" : id == "office" ? "综合办" : "";
}

std::string refusal_of(const std::string& text, const std::vector<PartTable>& tables) {
  try {
    with_parts(text, tables, unit_of);
  } catch (const base::Error& error) {
    return error.message().zh + " → " + error.way_out().zh;
  }
  return {};
}

}  // namespace

TEST_CASE("a table of categories says what YAML would say") {
  const Schema schema = schema_from_text(tiny_tables());
  REQUIRE(schema.categories.size() == 3);
  CHECK(schema.categories[0].label.en == "Utilities");
  const Category& water = schema.categories[1];
  CHECK(water.parent == "utilities");
  CHECK(water.label.en == "供水");
  CHECK(water.also == std::vector<std::string>{"自来水", "饮水"});
  CHECK(water.route->units == std::vector<std::string>{"water_station", "office"});
  CHECK(water.route->not_below);
  CHECK(*water.evidence);
  CHECK(schema.categories[2].route->by_area);
  CHECK(schema.categories[2].confidential);
  CHECK_FALSE(*schema.categories[2].evidence);
  CHECK(schema.limits.rules.size() == 3);
  CHECK(schema.limits.rules[1].category == "utilities");
}

TEST_CASE("faults in the tables stand at their line") {
  const auto faults = problems_of(tiny_with_tables(
      "id,label,route,not_below\n,供水,office,\nroads,道路,offic,\nroads,公路,office,\nlamps,路灯,"
      "office,maybe\n",
      "nature,handle\n,5wd\nhelp,3wd\n"));
  CHECK(faults ==
        std::vector<std::string>{
            "types.csv:2:1: id: this category has no id -> give it a code, such as water_supply, "
            "and do not change it later",
            "types.csv:3:10: route: there is no unit 'offic' -> did you mean 'office'?",
            "types.csv:4:1: id: the id 'roads' stands here twice",
            "types.csv:5:17: not_below: 'maybe' cannot be used -> accepted: true or false, without "
            "quotes",
            "limits.csv:3:1: rules: this rule never applies: rule 1 covers it -> put the more "
            "special rule first"});
}

TEST_CASE("people read names where the file has ids") {
  const Schema schema = schema_from_text(tiny_tables());
  CHECK(rows_of(schema, Part::categories, name_of) ==
        Rows{{"utilities", "公用设施", "Utilities", "", "", "", "", "", ""},
             {"water", "供水", "", "公用设施", "自来水、饮水", "水务站、综合办", "是", "", "是"},
             {"conduct", "干部作风", "", "", "", "属地村（社区）", "", "是", "否"}});
  CHECK(rows_of(schema, Part::limits, name_of) == Rows{{"求助", "", "", "3个工作日"},
                                                       {"", "", "公用设施", "24小时"},
                                                       {"", "", "", "10个工作日"}});
}

TEST_CASE("what people read gives the same schema again") {
  const Schema before = schema_from_text(tiny_tables());
  std::vector<PartTable> tables;
  for (Part part : {Part::categories, Part::limits}) {
    tables.push_back({part, rows_of(before, part, name_of)});
  }
  const std::string text = with_parts(tiny_tables(), tables, unit_of);
  const Schema after = schema_from_text(text);
  CHECK(pack(after) == pack(before));
  CHECK(text.find("categories: categories.csv  # 类别") != std::string::npos);
  CHECK(text.find("types.csv") == std::string::npos);
  CHECK(with_parts(text, tables, unit_of) == text);
}

TEST_CASE("people's words become ids, a new parent is found in its own sheet") {
  PartTable table{
      Part::categories,
      {{"roads_all", "道路", "", "", "", "", "", "", ""},
       {},
       {"lamps", "路灯", "", "道路", "亮化；照明\n灯", "供水站，综合办", "√", "无", ""}}};
  const std::string text =
      with_parts(tiny_tables(), {table, {Part::limits, {{"求助", "", "", "3天"}}}}, unit_of);
  const auto files = split_text(text);
  CHECK(files[1].name == "categories.csv");
  CHECK(
      files[1].text.ends_with("\"roads_all\",\"道路\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\n\n"
                              "\"lamps\",\"路灯\",\"\",\"roads_all\",\"亮化|照明|灯\","
                              "\"water_station|office\",\"true\",\"false\",\"\"\n"));
  CHECK(files[2].text == "nature,urgency,category,handle\n\"help\",\"\",\"\",\"3d\"\n");
}

TEST_CASE("words that mean nothing are told at their cells") {
  const auto place = [](std::size_t row, std::size_t column) {
    return base::Place{"规则.xlsx", "类别", std::to_string(row) + "/" + std::to_string(column)};
  };
  const PartTable categories{
      Part::categories, {{"lamps", "路灯", "", "道路", "", "水电站", "也许", "", ""}}, place};
  const PartTable limits{Part::limits, {{"哭诉", "很急", "路灯", "五天半"}}, place};
  try {
    with_parts(tiny_tables(), {categories, limits}, unit_of);
    FAIL("it was taken");
  } catch (const base::Rejected& error) {
    CHECK(
        lines_of(error.problems()) ==
        std::vector<std::string>{
            "规则.xlsx:类别!0/3: 上级: '道路' is not known -> write a name or id of the sheet of "
            "categories",
            "规则.xlsx:类别!0/5: 去处: '水电站' is not known -> write units of the roster, several "
            "joined by 、; or by_area",
            "规则.xlsx:类别!0/6: 不得下派: '也许' is not known -> write yes or no",
            "规则.xlsx:类别!0/0: 性质: '哭诉' is not known -> 求助, 投诉",
            "规则.xlsx:类别!0/1: 紧急程度: '很急' is not known -> Normal, Urgent, Critical",
            "规则.xlsx:类别!0/3: 时限: '五天半' is not known -> write 5wd, 3d, 24h"});
  }
}

TEST_CASE("a part inside schema.yaml is not replaced by a table") {
  CHECK(refusal_of(kTiny, {{Part::categories, {}}}) ==
        "“categories”直接写在 schema.yaml 里，不能换成表格 → 先用 minqing 规则 导出 得到各文件，在 "
        "schema.yaml 里改成 categories: categories.csv，把表放在旁边，再启用一次");
  CHECK(refusal_of(kTiny, {}).empty());
}

}  // namespace minqing::schema
