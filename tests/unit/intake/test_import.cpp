// SPDX-License-Identifier: MIT
// Imports without a ledger: which column is what, what becomes of each row, row keys that are the
// same whatever file a row comes in; sheets of a roster. All persons are invented.

#include <catch2/catch.hpp>

#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"
#include "lib/intake/import_reader.hpp"
#include "lib/intake/import_summary.hpp"
#include "lib/intake/roster_sheet_changes.hpp"
#include "tests/unit/intake/sample_office.hpp"

using namespace minqing;
using namespace minqing::intake;

namespace {

const schema::Schema& township() {
  static const schema::Schema schema =
      schema::load_schema(MINQING_SOURCE_DIR "/schemas/township", "").schema;
  return schema;
}

casework::Roster township_roster() {
  casework::RosterChanged change;
  for (const schema::Area& area : township().areas) {
    change.areas.push_back({area.code, area.name, area.also, area.parent, area.level});
  }
  for (const schema::Unit& unit : township().units) {
    change.units.push_back({unit.id, unit.name, unit.also, unit.kind, unit.area});
  }
  casework::Roster roster;
  roster.apply(change);
  return roster;
}

// ---- Columns ----

Layout layout_of(const std::string& headings) {
  Layout layout;
  layout.first_header_row = layout.last_header_row = 1;
  int column = 0;
  for (std::string_view heading : base::split(headings, ' ')) {
    Column one;
    one.column = ++column;
    for (std::string_view part : base::split(heading, '/')) one.path.emplace_back(part);
    layout.columns.push_back(one);
  }
  return layout;
}

Row row_of(std::int64_t number, const std::string& values) {
  Row row;
  row.restart(number, number);
  int column = 0;
  for (std::string_view value : base::split(values, ' ')) {
    row.cell(++column).set(Cell::Type::text, value == "." ? "" : value);
  }
  return row;
}

/// Field ids; `(result)` is known but not taken in, `x` refused, `-` set aside, `?` unknown, `#` a
/// running number.
std::string uses_of(const Mapping& mapping) {
  std::vector<std::string> out;
  for (const MappedColumn& column : mapping.columns) {
    switch (column.use) {
      case ColumnUse::taken:
        out.push_back(column.field_id);
        break;
      case ColumnUse::running_number:
        out.push_back("#");
        break;
      case ColumnUse::not_taken:
        out.push_back("(" + column.field_id + ")");
        break;
      case ColumnUse::refused:
        out.push_back("x");
        break;
      case ColumnUse::unknown:
        out.push_back("?");
        break;
      default:
        out.push_back("-");
    }
  }
  return base::join(out, " ");
}

struct ColumnCase {
  const char* headings;
  const char* values;  ///< of one row, `.` for none
  const char* uses;
  int problems = 0;
};

const ColumnCase kColumnCases[] = {
    {"序号 登记日期 诉求人姓名 联系电话 诉求内容 办理结果 满意度", "",
     "# registered_on resident phone content result satisfaction"},
    // The parent heading decides, alone or together with its child.
    {"序号 诉求人信息/姓名 诉求人信息/电话 交办情况/姓名 交办情况/电话", "",
     "# resident phone handler -"},
    {"诉求情况/时间 诉求情况/类别 诉求情况/内容 办理情况/结果 办理情况/时间", "",
     "registered_on category content result resolved_on"},
    {"登记日期 反映内容 回访/时间 回访/满意度 回访/内容", "",
     "registered_on content called_back_on satisfaction -"},
    {"接待人/姓名 接待人/电话 反映人/姓名 反映人/电话 反映人/内容", "",
     "registrar - resident phone content"},
    {"反映人 反映内容 反馈/日期", "", "resident content fed_back_on"},
    {"诉求类别/一级 诉求类别/二级 诉求内容", "", "category category content"},
    // Two columns of one name: the first is the resident's.
    {"序号 姓名 电话 反映问题 姓名 电话", "", "# resident phone content handler -"},
    {"姓名 承办人 内容", "", "resident handler content"},
    {"诉求人 内容 承办单位 姓名", "", "resident content handler_unit handler"},
    {"诉求人 内容 承办单位 联系人", "", "resident content handler_unit handler"},
    {"诉求人 联系人 内容", "", "resident ? content", 1},
    {"姓名 内容 姓名 承办单位 姓名", "", "? content ? handler_unit ?", 3},
    // Telephones belong to the person to their left.
    {"诉求人 电话 内容 承办人 电话", "", "resident phone content handler -"},
    {"诉求人 内容 承办人 联系电话", "", "resident content handler ?", 1},
    {"诉求人 内容 承办人 诉求人电话", "", "resident content handler phone"},
    {"序号 联系电话 诉求人 内容", "", "# phone resident content"},
    // 编号 by the other columns, else by its values.
    {"序号 编号 内容", "1 RS2026-00001 .", "# number content"},
    {"编号 内容 姓名", "1 路灯不亮 .", "# content resident"},
    {"编号 内容 姓名", "MQ-017 路灯不亮 .", "number content resident"},
    // 交办单位 gives when there is a 承办单位, else it has received.
    {"内容 交办单位 承办单位", "", "content source handler_unit"},
    {"内容 交办单位", "", "content handler_unit"},
    {"内容 责任人 负责人", "", "content handler leader_in_charge"},
    {"内容 分管领导 责任人", "", "content leader_in_charge handler"},
    {"内容 类型", "x 供水", "content category"},
    {"内容 类型", "x 投诉", "content nature"},
    {"内容 类别 类型", "x 供水 .", "content category nature"},
    {"内容 类型", "", "content ?", 1},
    {"村 组 网格 内容", "", "village village_group grid content"},
    // 日期 by what stands to its left.
    {"日期 内容 承办单位 办理结果 日期 满意度 时间", "",
     "registered_on content handler_unit result resolved_on satisfaction "
     "called_back_on"},
    {"登记日期 日期 内容", "", "registered_on ? content", 1},
    // What a ledger of issues has no business with is dropped, also below a parent.
    {"姓名 性别 身份证号码 年龄 内容", "", "resident x x x content"},
    {"姓名 家庭成员/姓名 家庭成员/电话 内容", "", "resident x x content"},
    {"姓名 管控等级 内容 天气", "", "resident x content ?"},
    // Two columns for what can be given once.
    {"登记日期 来访时间 内容", "", "registered_on registered_on content", 1},
    {"内容 反映问题", "", "content content"},
};

}  // namespace

TEST_CASE("columns are mapped by heading, parent and the columns around them") {
  for (const ColumnCase& one : kColumnCases) {
    INFO(one.headings << " | " << one.values);
    std::vector<Row> rows;
    if (*one.values != '\0') rows.push_back(row_of(2, one.values));
    const Mapping mapping = map_columns(township(), {}, layout_of(one.headings), rows, {});
    CHECK(uses_of(mapping) == one.uses);
    CHECK(mapping.problems.size() == static_cast<std::size_t>(one.problems));
  }
}

TEST_CASE("every decision says by what kind of rule, and how sure it is") {
  struct Case {
    const char* headings;
    const char* values;
    std::vector<HeadingChoice> choices;
    std::vector<Basis> bases;
  };
  const Case cases[] = {
      {"反映内容 事由 天气", "", {}, {Basis::label, Basis::alias, Basis::none}},
      {"内容 天气", "", {{"天气", "location"}}, {Basis::alias, Basis::given}},
      {"反映人/电话 交办情况/姓名 内容", "", {}, {Basis::path, Basis::parent, Basis::alias}},
      {"姓名 内容 责任人", "", {}, {Basis::others, Basis::alias, Basis::others}},
      {"类型 内容", "供水 x", {}, {Basis::values, Basis::alias}},
      {"类型 内容", "", {}, {Basis::unsure, Basis::alias}},
      {"诉求人 内容 承办人 联系电话",
       "",
       {},
       {Basis::label, Basis::alias, Basis::label, Basis::unsure}},
      {"性别 内容", "", {}, {Basis::none, Basis::alias}},
  };
  for (const Case& one : cases) {
    INFO(one.headings << " | " << one.values);
    std::vector<Row> rows;
    if (*one.values != '\0') rows.push_back(row_of(2, one.values));
    const Mapping mapping =
        map_columns(township(), {}, layout_of(one.headings), rows, {one.choices, false});
    REQUIRE(mapping.columns.size() == one.bases.size());
    for (std::size_t i = 0; i < one.bases.size(); ++i) {
      CHECK(mapping.columns[i].rule.basis == one.bases[i]);
    }
  }
  CHECK(confidence_of(Basis::given) == Confidence::high);
  CHECK(confidence_of(Basis::alias) == Confidence::high);
  CHECK(confidence_of(Basis::path) == Confidence::high);
  CHECK(confidence_of(Basis::parent) == Confidence::middle);
  CHECK(confidence_of(Basis::values) == Confidence::middle);
  CHECK(confidence_of(Basis::unsure) == Confidence::low);
  CHECK(confidence_of(Basis::none) == Confidence::none);
}

TEST_CASE("--map decides, by heading, path or letter") {
  struct Case {
    const char* headings;
    std::vector<HeadingChoice> choices;
    const char* uses;
    int problems;
  };
  const Case cases[] = {
      {"事情经过 姓名", {{"事情经过", "content"}}, "content resident", 0},
      {"诉求人 联系人 内容", {{"联系人", ""}}, "resident - content", 0},
      {"诉求人 联系人 内容", {{"B", "handler"}}, "resident handler content", 0},
      {"诉求人信息/电话 交办情况/电话", {{"交办情况/电话", "phone"}}, "phone phone", 0},
      {"电话 内容 电话", {{"电话", "phone"}}, "phone content phone", 1},
      {"电话 内容 电话", {{"C", ""}}, "phone content -", 0},
      {"卡号 内容", {{"卡号", "card"}}, "card content", 0},
      {"性别 内容", {{"性别", "remark"}}, "x content", 1},
  };
  for (const Case& one : cases) {
    INFO(one.headings);
    const Mapping mapping =
        map_columns(township(), {}, layout_of(one.headings), {}, {one.choices, false});
    CHECK(uses_of(mapping) == one.uses);
    CHECK(mapping.problems.size() == static_cast<std::size_t>(one.problems));
  }
}

TEST_CASE("hidden columns are read only when asked for; merged headings are one column") {
  Layout layout = layout_of("诉求人 内容 备注");
  layout.columns[2].hidden = true;
  CHECK(uses_of(map_columns(township(), {}, layout, {}, {})) == "resident content -");
  CHECK(uses_of(map_columns(township(), {}, layout, {}, {{}, true})) == "resident content remark");

  SheetInfo sheet;
  sheet.name = "一组";
  sheet.merges = {{{1, 1}, {1, 2}}};
  const Mapping merged = map_columns(township(), sheet, layout_of("姓名 姓名 内容"), {}, {});
  CHECK(uses_of(merged) == "resident resident content");
  CHECK(merged.problems.empty());
}

TEST_CASE("words of --map and --set are read against the schema") {
  CHECK(read_heading_choice(township(), "事由=反映内容").field == "content");
  CHECK(read_heading_choice(township(), "事由 ＝ content").heading == "事由");
  CHECK(read_heading_choice(township(), "天气=-").field.empty());
  CHECK_THROWS_AS(read_heading_choice(township(), "天气"), base::Error);
  CHECK_THROWS_AS(read_heading_choice(township(), "天气=晴雨"), base::Error);
  CHECK_THROWS_AS(read_heading_choice(township(), "天气=责任人"), base::Error);

  CHECK(read_given(township(), "村：热水村").field == "village");
  CHECK_THROWS_AS(read_given(township(), "热水村"), base::Error);
  CHECK_THROWS_AS(read_given(township(), "村:"), base::Error);
  const casework::Roster roster = township_roster();
  const base::Date today = *base::make_date(2026, 11, 22);
  const auto check = [&](std::vector<std::string> words) {
    std::vector<DraftValue> given;
    for (const std::string& one : words) given.push_back(read_given(township(), one));
    check_given(township(), roster, today, given);
  };
  CHECK_NOTHROW(check({"村:热水村", "渠道:网络"}));
  CHECK_THROWS_AS(check({"村:没有村"}), base::Error);
  CHECK_THROWS_AS(check({"渠道:网络", "来源渠道:走访"}), base::Error);
}

// ---- Rows ----

namespace {

struct Office {
  casework::Roster roster = township_roster();
  ImportOptions options;

  ImportBatch import(const std::vector<std::string>& texts) {
    ImportSetting setting{township(), roster, options, *base::make_date(2026, 11, 22),
                          [](const std::string& text) { return text; }};
    ImportReader reader(setting);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const std::string name = "表" + std::to_string(i + 1) + ".csv";
      reader.begin_file(name);
      reader.end_file(read_csv_sheet(*open_bytes(texts[i], name), {}, reader));
    }
    return reader.finish();
  }
};

std::vector<std::string> keys_of(const ImportBatch& batch) {
  std::vector<std::string> keys;
  for (const auto& command : batch.commands) {
    if (command.is_about_just_registered()) continue;
    keys.push_back(std::get<casework::Register>(command.wish).import_mark->row_key);
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

std::size_t registrations_in(const ImportBatch& batch) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < batch.commands.size(); ++i)
    count += batch.commands.follows(i) ? 0 : 1;
  return count;
}

std::string digest_of(const ImportBatch& batch, std::size_t index) {
  return std::get<casework::Register>(batch.commands[index].wish).import_mark->row_digest;
}

const std::string kSheet =
    "热水村2026年11月民情台账,,,,,,\n"
    "填报单位：热水村委会,,,填报日期：2026年11月15日,,,\n"
    "序号,日期,姓名,电话,类别,反映问题,退回理由\n"
    "1,11月9日,张桂英,13800000011,供水,自来水发黄,\n"
    "2,2026.11.10,李长根,13800000012,路灯,\"路灯不亮，\n夜里摔过跤\",已换灯\n"
    "合计,2件,,,,,\n"
    "填表人：范某,,,,,,\n";

}  // namespace

TEST_CASE("rows that two threads assess come out in their order") {
  Office office;
  std::string sheet = "编号,日期,类别,反映问题\n";
  for (int i = 1; i <= 1000; ++i) {
    const bool is_bad = i % 97 == 0;
    const int number = i == 600 ? 5 : i == 900 ? 6 : i;  // repeated, and repeated with other words
    const int said = i == 600 ? 5 : i;
    sheet += "H" + std::to_string(number) + ",2026-11-09," + (is_bad ? "没有的类" : "供水") +
             ",第" + std::to_string(said) + "件：停水\n";
  }
  const ImportBatch batch = office.import({sheet});
  CHECK(batch.rows == 1000);
  CHECK(batch.rejected == 11);
  REQUIRE(batch.problems.size() == 11);
  std::vector<std::int64_t> lines;
  for (const base::Problem& problem : batch.problems) lines.push_back(problem.place.line);
  CHECK(lines == std::vector<std::int64_t>{98, 195, 292, 389, 486, 583, 680, 777, 874, 901, 971});
  REQUIRE(batch.repeated.size() == 1);
  CHECK(batch.repeated[0].place.line == 601);
  CHECK(batch.place_of_command(batch.repeated[0].command).line == 6);
  REQUIRE(batch.commands.size() == 988);
  int wrong = 0;
  std::int64_t last = 0;
  for (std::size_t i = 0; i < batch.commands.size(); ++i) {
    const auto command = batch.commands[i];
    const auto& of = std::get<casework::Register>(command.wish).particulars;
    const std::int64_t line = command.origin.line;
    wrong += line > last ? 0 : 1;
    wrong += of.content.plain == "第" + std::to_string(line - 1) + "件：停水" ? 0 : 1;
    wrong += of.source_no == "H" + std::to_string(line - 1) ? 0 : 1;
    last = line;
  }
  CHECK(wrong == 0);
}

TEST_CASE("rows of a messy sheet become registrations with their place and day") {
  Office office;
  const ImportBatch batch = office.import({kSheet});
  REQUIRE(batch.problems.empty());
  REQUIRE(batch.commands.size() == 2);
  CHECK(batch.rows == 2);
  CHECK(batch.set_aside == 4);
  const auto& second = batch.commands[1];
  const auto& wish = std::get<casework::Register>(second.wish);
  CHECK(base::to_string(*batch.commands[0].at) == "2026-11-09");
  CHECK(base::to_string(*second.at) == "2026-11-10");
  CHECK(to_string(second.origin) == "表1.csv:5");
  CHECK(wish.import_mark->place == "5");
  CHECK(wish.particulars.category == "street_lights");
  CHECK(wish.particulars.channel == "unspecified");
  CHECK(wish.particulars.content.plain == "路灯不亮，\n夜里摔过跤");
  CHECK(batch.files[0].tables[0].columns[6].mapped.use == ColumnUse::not_taken);
  CHECK(batch.files[0].tables[0].columns[6].filled == 1);
}

TEST_CASE("what a row tells of the time since follows its registration") {
  Office office;
  const std::string sheet =
      "日期,类别,反映问题,承办单位,办理结果,办结日期\n"
      "2026-11-09,供水,停水,水务站,修好了,2026-11-10\n"
      "2026-11-10,路灯,灯不亮,,,\n";
  const ImportBatch batch = office.import({sheet});
  REQUIRE(batch.problems.empty());
  REQUIRE(batch.commands.size() == 4);
  CHECK(registrations_in(batch) == 2);
  CHECK(std::get<casework::Assign>(batch.commands[1].wish).unit == "water_station");
  CHECK(to_string(batch.place_of_command(2)) == "表1.csv:2");
  CHECK(batch.commands.registration_of(2) == 0);
  CHECK(std::get<casework::Resolve>(batch.commands[2].wish).result.plain == "修好了");
  CHECK(batch.rows == 2);
  // Another result makes another row: it has no number to be known by. Keys are sorted.
  const std::string other = std::string(sheet).replace(sheet.find("修好了"), 9, "换好了");
  CHECK(keys_of(office.import({other})) != keys_of(batch));
}

TEST_CASE("a row has one key in every file, order and notation") {
  Office office;
  const auto keys = keys_of(office.import({kSheet}));
  const char* others[] = {
      // Other order of rows and columns, other notations, other running numbers, no title.
      "退回理由,反映问题,诉求人,联系电话,诉求类别,登记时间,序号\n"
      "已换灯,\"路灯不亮，\r\n夜里摔过跤\",李长根,１３８０００００012,路灯,2026/11/10,1\n"
      ",自来水发黄 ,张桂英,13800000011,供水,2026-11-09 00:00:00,2\n",
      // Columns that are empty, and ones that the schema refuses.
      "序号,日期,姓名,电话,身份证号,类别,反映问题,退回理由,办结日期,备注\n"
      "1,2026年11月9日,张桂英,13800000011,431026199001010011,供水,自来水发黄,,,—\n"
      "2,2026年11月10日,李长根,13800000012,,路灯,路灯不亮，夜里摔过跤,已换灯,,\n"};
  for (const char* other : others) {
    const ImportBatch batch = office.import({other});
    INFO(other);
    REQUIRE(batch.problems.empty());
    CHECK(keys_of(batch) == keys);
    CHECK(digest_of(batch, 0) != digest_of(batch, 1));
  }
}

TEST_CASE("a row without a number is all its cells: another cell makes another row") {
  Office office;
  const auto keys = keys_of(office.import({kSheet}));
  const std::string filled_in =
      "序号,日期,姓名,电话,类别,反映问题,退回理由,备注\n"
      "1,2026年11月9日,张桂英,13800000011,供水,自来水发黄,已冲洗管道,\n"
      "2,2026年11月10日,李长根,13800000012,路灯,路灯不亮，夜里摔过跤,已换灯,已回访\n";
  for (const std::string& key : keys_of(office.import({filled_in}))) {
    CHECK(std::find(keys.begin(), keys.end(), key) == keys.end());
  }
}

TEST_CASE(
    "what a caller gives for all rows is no part of the key, a sender's number is all of it") {
  Office office;
  const auto keys = keys_of(office.import({kSheet}));
  office.options.given = {read_given(township(), "村:热水村"), read_given(township(), "渠道:走访")};
  const ImportBatch given = office.import({kSheet});
  CHECK(keys_of(given) == keys);
  CHECK(std::get<casework::Register>(given.commands[0].wish).particulars.channel == "visit");
  CHECK(std::get<casework::Register>(given.commands[0].wish).particulars.area == "431026102200");

  Office other;
  const std::string sent = "来件单位,工单号,日期,内容,类别\n12345,GD001,2026-11-09,停水,供水\n";
  const std::string later = "来件单位,工单号,日期,内容,类别\n12345,gd001,2026-11-10,又停水,供水\n";
  const ImportBatch a = other.import({sent});
  const ImportBatch b = other.import({later});
  CHECK(keys_of(a) == keys_of(b));
  CHECK(digest_of(a, 0) != digest_of(b, 0));
}

TEST_CASE("every row has its verdict") {
  const std::string head = "登记日期,来件编号,诉求人,电话,类别,内容,承办单位\n";
  struct Case {
    const char* rows;
    int fresh, rejected, repeated;
    const char* place;  ///< of the first problem
  };
  const Case cases[] = {
      {"2026-11-09,,张桂英,13800000011,供水,停水,\n", 1, 0, 0, ""},
      // The same row again is one issue; with another unit beside it, it is another row.
      {"2026-11-09,,张桂英,,供水,停水,水务站\n2026.11.9,,张桂英,,供水,停水,水务站\n", 1, 0, 1, ""},
      {"2026-11-09,,张桂英,,供水,停水,\n2026.11.9,,张桂英,,供水,停水,水务站\n", 2, 0, 0, ""},
      {"2026-11-09,,张桂英,,供水,停水,\n2026-11-10,,张桂英,,供水,停水,\n", 2, 0, 0, ""},
      // The same sender's number: once more, or with other words.
      {"2026-11-09,A1,,,供水,停水,\n2026-11-09,A1,,,供水,停水,\n", 1, 0, 1, ""},
      {"2026-11-09,A1,,,供水,停水,\n2026-11-09,A1,,,供水,又停水,\n", 1, 1, 0, "表1.csv:3"},
      {"2026-11-09,,张桂英,1380000001,供水,停水,\n", 0, 1, 0, "表1.csv:2"},
      {"2026-13-02,,张桂英,,供水,停水,\n", 0, 1, 0, "表1.csv:2"},
      {"2026-11-09,,张桂英,,供氺,停水,\n", 0, 1, 0, "表1.csv:2"},
      {"2026-11-23,,张桂英,,供水,停水,\n", 0, 1, 0, "表1.csv:2"},
      {"2026-11-09,,张桂英,,供水,,\n2026-11-09,,张桂英,,供水,停水,\n", 1, 1, 0, "表1.csv:2"},
      {"", 0, 0, 0, ""},
  };
  for (const Case& one : cases) {
    INFO(one.rows);
    Office office;
    const ImportBatch batch = office.import({head + one.rows});
    CHECK(registrations_in(batch) == static_cast<std::size_t>(one.fresh));
    CHECK(batch.rejected == one.rejected);
    CHECK(batch.repeated.size() == static_cast<std::size_t>(one.repeated));
    CHECK(batch.rows == one.fresh + one.rejected + one.repeated);
    const std::string place = batch.problems.empty() ? "" : to_string(batch.problems[0].place);
    CHECK(place == one.place);
  }
}

TEST_CASE("equal rows of two files are one issue") {
  Office office;
  const ImportBatch batch = office.import({kSheet, kSheet});
  CHECK(batch.commands.size() == 2);
  REQUIRE(batch.repeated.size() == 2);
  CHECK(to_string(batch.repeated[0].place) == "表2.csv:4");
  CHECK(to_string(batch.place_of_command(batch.repeated[0].command)) == "表1.csv:4");
}

TEST_CASE("a column that is needed and missing is one problem, and all rows are rejected") {
  Office office;
  const std::string sheet =
      "登记日期,诉求人,内容\n2026-11-09,张桂英,停水\n2026-11-09,李长根,停电\n";
  const ImportBatch batch = office.import({sheet});
  CHECK(batch.problems.size() == 1);
  CHECK(batch.rejected == 2);
  office.options.given = {read_given(township(), "类别:其他")};
  CHECK(office.import({sheet}).commands.size() == 2);
}

TEST_CASE("files without a table, and columns or sheets that are nowhere, are told") {
  Office office;
  CHECK(office.import({"甲,乙\n1,2\n"}).problems.size() == 1);
  CHECK(office.import({""}).problems.size() == 1);
  office.options.columns.headings = {{"天气", ""}};
  CHECK_THROWS_AS(office.import({kSheet}), base::Error);
  office.options.columns.headings = {{"退回理由", ""}};
  CHECK_NOTHROW(office.import({kSheet}));
  office.options.sheets = {"一组"};
  CHECK_THROWS_AS(office.import({kSheet}), base::Error);
}

TEST_CASE("the account shows no value of a resident unmasked") {
  Office office;
  const ImportBatch batch = office.import({kSheet});
  for (const ExplainedColumn& column : explain(batch.files[0].tables[0])) {
    CHECK(column.values.find("张桂英") == std::string::npos);
    CHECK(column.values.find("13800000011") == std::string::npos);
  }
  CHECK(explain(batch.files[0].tables[0])[2].values == "张** | 李**");
  ImportVerdicts verdicts;
  for (const char* number : {"RS2026-00001", "RS2025-00007", "RS2025-00008"}) {
    verdicts.add_fresh(0, number);
  }
  CHECK(describe_rows(batch, verdicts).zh.find("RS2025-00007 至 RS2025-00008，RS2026-00001") !=
        std::string::npos);
  const base::Json json = to_json(batch, verdicts, base::Lang::zh);
  CHECK(json.at("rows").at("data").as_int() == 2);
  CHECK(json.at("rows").at("new").as_int() == 3);
  CHECK(json.at("files").as_array()[0].at("encoding").as_string() == "UTF-8");
}

TEST_CASE("the messages of citizens have the same keys in every encoding") {
  const std::string folder = std::string(MINQING_SOURCE_DIR) + "/../shared/data/citizens-cn/";
  if (!base::file_exists(folder + "附件4_前300行.utf8-lf.csv")) {
    WARN("no ../shared/data/citizens-cn; skipped");
    return;
  }
  Office office;
  office.options.given = {read_given(township(), "类别:其他"), read_given(township(), "渠道:网络")};
  ImportSetting setting{township(), office.roster, office.options, *base::make_date(2026, 11, 22),
                        [](const std::string& text) { return text; }};
  std::vector<std::vector<std::string>> keys;
  for (const char* name : {"附件4_前300行.utf8-lf.csv", "附件4_前300行.gb18030.csv",
                           "附件4_前300行.utf16le.tsv", "附件4_前300行.utf8bom.csv"}) {
    ImportReader reader(setting);
    reader.begin_file(name);
    reader.end_file(read_csv_sheet(*open_file(folder + name), {}, reader));
    const ImportBatch batch = reader.finish();
    CHECK(batch.problems.empty());
    CHECK(registrations_in(batch) == 300);
    keys.push_back(keys_of(batch));
  }
  for (const auto& other : keys) CHECK(other == keys.front());
}

// ---- Rosters ----

namespace {

RosterSheets read_roster(const std::vector<std::string>& texts) {
  RosterReader reader;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string name = "名册" + std::to_string(i + 1) + ".csv";
    reader.begin_file(name);
    read_csv_sheet(*open_bytes(texts[i], name), {}, reader);
    reader.end_file();
  }
  return reader.finish();
}

std::string ids_of(const RosterChanges& changes) {
  std::vector<std::string> out;
  for (const auto& area : changes.change.areas) out.push_back(area.code);
  for (const auto& unit : changes.change.units) out.push_back(unit.id);
  for (const auto& person : changes.change.people) out.push_back(person.id);
  return base::join(out, " ");
}

}  // namespace

TEST_CASE("sheets of a roster are told by their headings and change what differs") {
  struct Case {
    std::vector<std::string> sheets;
    const char* changed;  ///< ids in order: areas, units, people
    int problems;
  };
  // The sample office has 李晨 (li_chen) and two called 王宇 in different units.
  const Case cases[] = {
      {{"姓名,单位,职务\n赵明,水务站,站长\n钱立,民政办,干事\n"}, "P0001 P0002", 0},
      {{"姓名,单位\n李晨,供水站\n"}, "", 0},
      {{"姓名,单位,职务\n李晨,水务站,站长\n"}, "li_chen", 0},
      {{"姓名,职务\n李晨,站长\n"}, "li_chen", 0},
      {{"姓名,职务\n王宇,站长\n"}, "", 1},
      {{"姓名,单位,职务\n王宇,社会事务办公室,主任\n"}, "wang_yu_2", 0},
      {{"姓名,单位,编号\n李晨,水务站,A-17\n"}, "", 1},
      {{"姓名,单位,编号\n李晨,水务站,li_chen\n李晨,水务站,A-17\n"}, "A-17", 0},
      {{"编号,姓名,单位\n1,赵明,水务站\n2,钱立,水务站\n"}, "P0001 P0002", 0},
      {{"姓名,单位\n赵明,水利厅\n"}, "", 1},
      {{"姓名,单位\n,水务站\n"}, "", 1},
      {{"姓名,单位\n赵明,水务站\n赵明,供水站\n"}, "P0001", 1},
      {{"姓名,单位,登录名\n赵明,水务站,zm\n钱立,水务站,zm\n"}, "P0001", 1},
      {{"姓名,单位,登录名\n赵明,水务站,zm\n"}, "P0001", 0},
      // Units by name, spelling or id; a unit of the same import may be named by a person.
      {{"姓名,单位\n赵明,林业站\n",
        "单位名称,编号,简称,类型\n林业站,forestry,林管站、林业所,站所\n"},
       "forestry P0001",
       0},
      {{"单位名称,类型\n林业站,站所\n"}, "U0001", 0},
      {{"单位名称,类型\n供水站,站所\n"}, "", 0},
      {{"单位名称,编号\n水务所,water_station\n"}, "water_station", 0},
      {{"单位名称,编号\n供水站,new_station\n"}, "", 1},
      {{"单位名称,类型\n林业站,企业\n"}, "", 1},
      {{"单位名称,所属村\n热水村委会,热水村\n"}, "U0001", 0},
      {{"id,name,also,kind\nforestry,林业站,林管站|林业所,station\n"}, "forestry", 0},
      // Areas, in Chinese and in the names of areas.csv; a village brings its committee.
      {{"code,name,parent_code,level\n431026102300,新村,431026102,village\n"},
       "431026102300 431026102300",
       0},
      {{"代码,名称,上级代码,级别\n431026102200,热水村,431026102,村\n"}, "431026102200", 0},
      {{"代码,名称,上级代码,级别\n431026102200,温泉村,431026102,村\n"},
       "431026102200 431026102200",
       0},
      {{"代码,名称,上级代码,级别\n431099,新村,4310,村\n"}, "431099 431099", 1},
      {{"代码,名称,上级代码,级别\n431099,新村,,街\n"}, "", 1},
      {{"甲,乙\n1,2\n"}, "", 1},
  };
  for (const Case& one : cases) {
    INFO(one.sheets.front());
    const RosterChanges changes = compare_roster(sample_roster(), read_roster(one.sheets));
    CHECK(ids_of(changes) == one.changed);
    CHECK(changes.problems.size() == static_cast<std::size_t>(one.problems));
  }
}

TEST_CASE("importing a roster twice changes nothing") {
  casework::Roster roster = sample_roster();
  const RosterSheets sheets =
      read_roster({"姓名,单位,职务,别名\n赵明,林业站,站长,小赵\n钱立,,干事,\n",
                   "单位名称,简称,类型\n林业站,林管站,站所\n",
                   "代码,名称,上级代码,级别\n431026102300,新村,431026102,村\n"});
  const RosterChanges first = compare_roster(roster, sheets);
  CHECK(first.problems.empty());
  CHECK(first.people.added == 2);
  roster.apply(first.change);
  const RosterChanges second = compare_roster(roster, sheets);
  CHECK(second.empty());
  CHECK(second.people.unchanged + second.units.unchanged + second.areas.unchanged == 4);
}
