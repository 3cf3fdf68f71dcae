// SPDX-License-Identifier: MIT
// Every class of error with its exact place: one line of a right schema is changed at a time.

#include "tests/unit/schema/samples.hpp"

namespace minqing::schema {
namespace {

struct Case {
  const char* what;  ///< in kTiny
  const char* by;
  std::vector<std::string> problems;
};

void check(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    INFO(one.by);
    CHECK(problems_of(tiny_with(one.what, one.by)) == one.problems);
  }
}

}  // namespace

TEST_CASE("the small schema is right") { CHECK(problems_of(kTiny).empty()); }

TEST_CASE("an unknown key is answered with the nearest right word") {
  check({
      {"limits:",
       "retention_month: 12\nlimits:",
       {"schema.yaml:18:1: retention_month: there is no such key -> did you mean "
        "'retention_months'?"}},
      {"  handle: 5wd",
       "  handle: 5wd\n  wran: 1wd",
       {"schema.yaml:20:3: wran: there is no such key -> did you mean 'warn'?"}},
      {"label: 供水",
       "lable: 供水, label: 供水",
       {"schema.yaml:11:30: lable: there is no such key -> did you mean 'label'?"}},
      {"name: 水务站",
       "name: 水务站, owner: 县水利局",
       {"schema.yaml:13:36: owner: there is no such key -> known keys: id, name, also, kind, "
        "area"}},
      {"  phone:",
       "  phon:",
       {"schema.yaml:5:3: phon: there is no such field -> did you mean 'phone'?"}},
      {"  phone:",
       "  hobby:",
       {"schema.yaml:5:3: hobby: there is no such field -> fields of your own go under "
        "extra_fields"}},
      {"  help: 求助",
       "  helb: 求助",
       {"schema.yaml:7:3: helb: 'helb' cannot be used -> did you mean 'help'?"}},
  });
}

TEST_CASE("a missing key is named at its map") {
  check({
      {"id: tiny\n", "", {"schema.yaml:1:1: id: this key is missing"}},
      {"{id: office, name: 综合办}",
       "{name: 综合办}",
       {"schema.yaml:14:5: id: this key is missing"}},
      {"  handle: 5wd", "  warn: 1wd", {"schema.yaml:19:3: handle: this key is missing"}},
      {"label: 供水, ", "", {"schema.yaml:11:10: label: this key is missing"}},
      {"{zh: 小台账, en: Small ledger}",
       "{zh: 小台账}",
       {"schema.yaml:2:7: en: this key is missing"}},
      {"  handle: 5wd",
       "  handle:",
       {"schema.yaml:19:3: handle: no value -> give one, or delete the key"}},
  });
}

TEST_CASE("values are typed by the schema and not by their looks") {
  const std::string limits =
      "accepted: 5wd (working days), 15d (days), 24h (hours), 8wh (working hours)";
  const std::string bools = "accepted: true or false, without quotes";
  check({
      {"handle: 5wd", "handle: 5", {"schema.yaml:19:11: handle: '5' cannot be used -> " + limits}},
      {"handle: 5wd",
       "handle: 1个月",
       {"schema.yaml:19:11: handle: '1个月' cannot be used -> " + limits}},
      {"handle: 5wd",
       "handle: 5wd\n  roll: no",
       {"schema.yaml:20:9: roll: 'no' cannot be used -> " + bools}},
      {"handle: 5wd",
       "handle: 5wd\n  roll: on",
       {"schema.yaml:20:9: roll: 'on' cannot be used -> " + bools}},
      {"handle: 5wd",
       "handle: 5wd\n  roll: \"true\"",
       {"schema.yaml:20:9: roll: 'true' cannot be used -> " + bools}},
      {"handle: 5wd",
       "handle: 5wd\n  starts: assign",
       {"schema.yaml:20:11: starts: 'assign' cannot be used -> did you mean 'assigned'?"}},
      {"handle: 5wd",
       "handle: 5wd\n  office_hours: 9-5",
       {"schema.yaml:20:17: office_hours: '9-5' cannot be used -> accepted: 08:30-12:00 "
        "14:30-17:30"}},
      {"handle: 5wd",
       "handle: [5wd]",
       {"schema.yaml:19:11: handle: one value belongs here, not a list"}},
      {"limits:\n  handle: 5wd",
       "limits: 5wd",
       {"schema.yaml:18:9: a map belongs here, not '5wd' -> write 'key: value'"}},
      {"[诉求内容]", "{诉求内容: 1}", {"schema.yaml:4:23: headings: text belongs here, not a map"}},
      {"[诉求内容]", "[[诉求内容]]", {"schema.yaml:4:24: headings: text belongs here, not a list"}},
      {"[诉求内容]",
       "[诉求内容, ~]",
       {"schema.yaml:4:30: headings: text belongs here, not nothing"}},
  });
}

TEST_CASE("numbers are plain and in their range") {
  const std::string range =
      " cannot be used -> accepted: a whole number from 1 to 1200, without quotes or leading zeros";
  for (const char* number : {"0", "1201", "010", "1e3", "0x10", "1_000", "+5", "-5", "2.5",
                             "\"24\"", "2026-11-22", "99999999999999999999"}) {
    std::string shown = number;
    std::erase(shown, '"');
    CHECK(problems_of(
              tiny_with("limits:", std::string("retention_months: ") + number + "\nlimits:")) ==
          std::vector<std::string>{"schema.yaml:18:19: retention_months: '" + shown + "'" + range});
  }
  CHECK(schema_from_text(tiny_with("limits:", "retention_months: 36\nlimits:")).retention_months ==
        36);
}

TEST_CASE("words that other readers of YAML take for something else must stand in quotes") {
  for (const char* word : {"no", "On", "y", "010", "1e3", "2026-11-22", "12345", "-3", "0x1F",
                           "12:30:45", "true", ".5", "3.10"}) {
    INFO(word);
    CHECK(problems_of(tiny_with("[自来水]", std::string("[") + word + "]")) ==
          std::vector<std::string>{std::string("schema.yaml:11:48: also: '") + word +
                                   "' is not always read as text without quotes -> write \"" +
                                   word + "\""});
    const std::string quoted = tiny_with("[自来水]", std::string("['") + word + "']");
    CHECK(schema_from_text(quoted).match_category(word)->id == "water");
  }
  for (const char* word : {"12345热线", "No.", "nothing", "3号井", "a-1", "1|2"}) {
    INFO(word);
    CHECK(problems_of(tiny_with("[自来水]", std::string("[") + word + "]")).empty());
  }
  CHECK(schema_from_text(tiny_with("id: tiny", "id: tiny\nversion: 2026-11-22")).version ==
        "2026-11-22");
}

TEST_CASE("what a schema refers to must be there") {
  check({
      {"route: water_station",
       "route: water_sation",
       {"schema.yaml:11:61: route: there is no unit 'water_sation' -> did you mean "
        "'water_station'?"}},
      {"route: water_station",
       "route: [office, sewer_works]",
       {"schema.yaml:11:70: route: there is no unit 'sewer_works'"}},
      {"parent: utilities",
       "parent: utility",
       {"schema.yaml:11:19: parent: there is no category 'utility'"}},
      {"handle: 5wd",
       "handle: 5wd\n  rules:\n    - {nature: inquiry, handle: 1wd}",
       {"schema.yaml:21:16: nature: there is no nature 'inquiry'"}},
      {"handle: 5wd",
       "handle: 5wd\n  rules:\n    - {urgency: urgend, handle: 1wd}",
       {"schema.yaml:21:17: urgency: 'urgend' cannot be used -> did you mean 'urgent'?"}},
      {"handle: 5wd",
       "handle: 5wd\n  rules:\n    - {category: gas, handle: 1wd}",
       {"schema.yaml:21:18: category: there is no category 'gas'"}},
      {"limits:",
       "default_unit: offise\nlimits:",
       {"schema.yaml:18:15: default_unit: there is no unit 'offise' -> did you mean 'office'?"}},
      {"limits:",
       "default_nature: inquiry\nlimits:",
       {"schema.yaml:18:17: default_nature: there is no nature 'inquiry'"}},
      {"parent_code: \"431026102\"",
       "parent_code: \"431026103\"",
       {"schema.yaml:17:52: parent_code: there is no area '431026103' -> did you mean "
        "'431026102'?"}},
      {"limits:",
       "purposes:\n  callback: {label: 回访, fields: [name, phon]}\nlimits:",
       {"schema.yaml:19:40: fields: 'phon' cannot be used -> did you mean 'phone'?"}},
      {"limits:",
       "guards: {satisfied: [satisfied, glad]}\nlimits:",
       {"schema.yaml:18:33: satisfied: 'glad' cannot be used -> accepted: very_satisfied, "
        "satisfied, fairly_satisfied, dissatisfied, very_dissatisfied, not_rated"}},
      {"limits:",
       "state_labels: {closd: 销号}\nlimits:",
       {"schema.yaml:18:16: closd: there is no such key -> did you mean 'closed'?"}},
  });
}

TEST_CASE("no spelling belongs to two things") {
  const std::string one = " -> a spelling can belong to one of them only";
  check({
      {"{id: office, name: 综合办}",
       "{id: office, name: 综合办, also: 供水站}",
       {"schema.yaml:14:35: office: '供水站' is a spelling of 'water_station' already "
        "(schema.yaml:13:42)" +
        one}},
      {"{id: office, name: 综合办}",
       "{id: office, name: 水　务站}",
       {"schema.yaml:14:24: office: '水　务站' is a spelling of 'water_station' already "
        "(schema.yaml:13:31)" +
        one}},
      {"{id: office, name: 综合办}",
       "{id: water_station, name: 综合办}",
       {"schema.yaml:14:10: water_station: unit 'water_station' stands at schema.yaml:13:10 "
        "already"}},
      {"also: [自来水]",
       "also: [公用设施]",
       {"schema.yaml:11:3: water: '公用设施' is a spelling of 'utilities' already "
        "(schema.yaml:10:3)" +
        one}},
      {"complaint: 投诉",
       "complaint: 求助",
       {"schema.yaml:8:3: complaint: '求助' is a spelling of 'help' already (schema.yaml:7:3)" +
        one}},
      {"\"431026102200\"",
       "\"431026102\"",
       {"schema.yaml:17:12: 431026102: area '431026102' stands at schema.yaml:16:12 already"}},
  });
}

TEST_CASE("a heading belongs to one field, unless the context decides") {
  check({
      {"[电话]",
       "[电话, 诉求内容：]",
       {"schema.yaml:5:26: phone: heading '诉求内容：' belongs to 'content' already "
        "(schema.yaml:4:24) -> give it to one field; when the context has to decide, list it in "
        "headings_by_context"}},
      {"natures:",
       "headings_by_context: [诉求内容]\nnatures:",
       {"schema.yaml:6:23: headings_by_context: no two fields have the heading '诉求内容' -> "
        "delete it here, or add it to the headings of the fields"}},
      {"natures:",
       "refused_headings: [\"*电话*\"]\nnatures:",
       {"schema.yaml:6:20: refused_headings: '*电话*' would refuse a heading of field 'phone', "
        "'电话' (schema.yaml:5:22) -> only one of them can stay",
        "schema.yaml:6:20: refused_headings: '*电话*' would refuse a heading of field 'phone', "
        "'联系电话' (schema.yaml:5:3) -> only one of them can stay"}},
      {"natures:",
       "refused_headings: [\"**\"]\nnatures:",
       {"schema.yaml:6:20: refused_headings: '**' names no heading"}},
  });
  const std::string both = tiny_with("[电话]", "[电话, 编号]");
  CHECK(problems_of(both).empty());
}

TEST_CASE("categories have two levels and a place to go") {
  check({
      {"route: water_station",
       "confidential: true",
       {"schema.yaml:11:3: water: this category has no route -> give a route, or a default_unit "
        "in schema.yaml"}},
      {"units:",
       "  wells: {parent: water, label: 水井, route: office}\nunits:",
       {"schema.yaml:12:3: wells: 'water' is itself below 'utilities': there are two levels "
        "only"}},
      {"route: water_station",
       "route: {units: by_area, not_below: true}",
       {"schema.yaml:11:61: route: by_area goes neither with units nor with not_below"}},
      {"route: water_station",
       "route: [office, office]",
       {"schema.yaml:11:70: route: 'office' stands here twice"}},
      {"  water:",
       "  Water:",
       {"schema.yaml:11:3: Water: an id has lower-case letters, digits and '_', a letter first"}},
  });
}

TEST_CASE("other rules between the parts of a schema") {
  check({
      {"handle: 5wd",
       "handle: 5wd\n  rules:\n    - {category: utilities, handle: 3wd}\n"
       "    - {nature: help, category: water, handle: 1wd}",
       {"schema.yaml:22:7: rules: this rule never applies: rule 1 covers it -> put the more "
        "special rule first"}},
      {"level: village",
       "level: county",
       {"schema.yaml:17:52: parent_code: '热水村' (county) cannot lie in '热水镇' (township)"}},
      {"level: village",
       "level: hamlet",
       {"schema.yaml:17:72: level: 'hamlet' cannot be used -> accepted: county, township, "
        "village"}},
      {"limits:",
       "bulletin:\n  title: 通报\n  mark: 政督〔{year}〕号\nlimits:",
       {"schema.yaml:20:9: mark: '政督〔{year}〕号' cannot be used -> accepted: with {year} and "
        "{number} once each, as in ×政督〔{year}〕{number}号"}},
      {"limits:",
       "bulletin: {title: 通报, fairly_weight_percent: 101}\nlimits:",
       {"schema.yaml:18:46: fairly_weight_percent: '101' cannot be used -> accepted: a whole "
        "number from 0 to 100, without quotes or leading zeros"}},
      {"limits:",
       "utc_offset: 8\nlimits:",
       {"schema.yaml:18:13: utc_offset: '8' cannot be used -> accepted: the distance from UTC, as "
        "\"+08:00\""}},
      {"limits:",
       "queries: {我的@: 承办人:我}\nlimits:",
       {"schema.yaml:18:11: 我的@: no blanks and no @ : , | in a name"}},
      {"id: office", "id: by_area", {"schema.yaml:14:10: id: by_area has a meaning in routes"}},
      {"id: tiny",
       "id: 小",
       {"schema.yaml:1:5: id: '小' cannot be used -> accepted: lower-case "
        "letters, digits and '_', a letter first, at most 64"}},
  });
}

TEST_CASE("extra fields are described, fields of the program keep their nature") {
  const auto extra = [](const char* field) {
    return tiny_with("natures:", std::string("extra_fields:\n  ") + field + "\nnatures:");
  };
  const Schema schema = schema_from_text(
      extra("well_no: {label: 井号, type: integer, required: true, pattern: '[0-9]{3}'}"));
  const Field* well = schema.find_field("well_no");
  REQUIRE(well != nullptr);
  CHECK(well->extra);
  CHECK(well->required);
  CHECK(well->type == FieldType::integer);
  CHECK(schema.find_field("phone")->personal == Personal::identity);

  CHECK(problems_of(extra("well_no: {type: integer}")) ==
        std::vector<std::string>{"schema.yaml:7:12: label: this key is missing"});
  CHECK(problems_of(extra("remark: {label: 备注}")) ==
        std::vector<std::string>{
            "schema.yaml:7:3: remark: this is a field of the program -> put it under fields, or "
            "choose another id"});
  CHECK(problems_of(extra("depth: {label: 深浅, type: choice}")) ==
        std::vector<std::string>{"schema.yaml:7:10: choices: this key is missing"});
  CHECK(problems_of(extra("depth: {label: 深, pattern: '(a)\\1'}")) ==
        std::vector<std::string>{
            "schema.yaml:7:30: pattern: '(a)\\1' cannot be used -> accepted: a regular expression "
            "(ECMAScript) without back-references, at most 200 letters"});
  CHECK(problems_of(tiny_with("phone: {", "phone: {personal: none, ")) ==
        std::vector<std::string>{
            "schema.yaml:5:11: personal: there is no such key -> known keys: label, required, "
            "pattern, headings"});
  CHECK(problems_of(tiny_with("phone: {", "urgency: {choices: {mild: 轻}}\n  phone: {")) ==
        std::vector<std::string>{"schema.yaml:5:23: mild: 'mild' cannot be used -> accepted: "
                                 "normal, urgent, critical"});
}

TEST_CASE("all problems are reported together, in the order of the lines, fifty at most") {
  std::string text = tiny_with("  handle: 5wd", "  handle: soon");
  text.replace(text.find("id: tiny"), 8, "id: TINY");
  const std::vector<std::string> two = problems_of(text);
  REQUIRE(two.size() == 2);
  CHECK(two[0].starts_with("schema.yaml:1:5: id: "));
  CHECK(two[1].starts_with("schema.yaml:19:11: handle: "));

  std::string keys;
  for (int i = 0; i < 60; ++i) keys += "what" + std::to_string(i) + ": 1\n";
  const std::vector<std::string> many = problems_of(tiny_with("limits:", keys + "limits:"));
  REQUIRE(many.size() == 51);
  CHECK(many[49].starts_with("schema.yaml:67:1: what49"));
  CHECK(many[50] == "10 more not listed -> correct those above, then check again");
}

TEST_CASE("what moves deadlines and who approves it is checked") {
  const std::string limits =
      "accepted: 5wd (working days), 15d (days), 24h (hours), 8wh (working hours)";
  check({
      {"  handle: 5wd",
       "  handle: 5wd\n  extension: {most: 5wd, times: 2, not_for: [urgent, critcal]}\n  retrun: "
       "1wd",
       {"schema.yaml:20:54: not_for: 'critcal' cannot be used -> did you mean 'critical'?",
        "schema.yaml:21:3: retrun: there is no such key -> did you mean 'return'?"}},
      {"  handle: 5wd",
       "  handle: 5wd\n  extension: {most: 5, time: 1}\n  return: soon",
       {"schema.yaml:20:21: most: '5' cannot be used -> " + limits,
        "schema.yaml:20:24: time: there is no such key -> did you mean 'times'?",
        "schema.yaml:21:11: return: 'soon' cannot be used -> " + limits}},
      {"  handle: 5wd",
       "  handle: 5wd\n  extension: {most: 5wd, times: 0}",
       {"schema.yaml:20:21: most: with 'times: 0' nothing is extended and this never applies -> "
        "keep "
        "one of the two keys"}},
      {"limits:",
       "suspend: {review_date: false, most: 90d}\nlimits:",
       {"schema.yaml:18:37: most: without a review date there is nothing that this could bound -> "
        "write 'review_date: true', or delete 'most'"}},
      {"limits:",
       "requests: [extend, exteng, extend]\nlimits:",
       {"schema.yaml:18:20: requests: 'exteng' cannot be used -> did you mean 'extend'?",
        "schema.yaml:18:28: requests: 'extend' stands here twice"}},
      {"limits:",
       "requests: {extend: true}\nlimits:",
       {"schema.yaml:18:11: requests: text belongs here, not a map"}},
      {"limits:",
       "approvers: {posts: ['*'], unit: office, units: [offise]}\nlimits:",
       {"schema.yaml:18:20: posts: '*' names no post",
        "schema.yaml:18:27: unit: there is no such key -> did you mean 'units'?",
        "schema.yaml:18:49: units: there is no unit 'offise' -> did you mean 'office'?"}},
      {"limits:",
       "sources:\n  hotline: {label: 热线, also: [12345热线], reserve: 1}\n  county: {also: "
       "热线}\nlimits:",
       {"schema.yaml:19:50: reserve: '1' cannot be used -> " + limits,
        "schema.yaml:20:3: county: '热线' is a spelling of 'hotline' already (schema.yaml:19:3) -> "
        "a "
        "spelling can belong to one of them only",
        "schema.yaml:20:11: label: this key is missing"}},
      {"route: water_station",
       "evidence: 是, route: water_station",
       {"schema.yaml:11:64: evidence: '是' cannot be used -> accepted: true or false, without "
        "quotes"}},
  });
}

}  // namespace minqing::schema
