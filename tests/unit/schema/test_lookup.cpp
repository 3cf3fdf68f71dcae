// SPDX-License-Identifier: MIT
// Matching of words, limits, routes, committees, patterns, and the compiled form.

#include "lib/base/packed.hpp"
#include "lib/schema/committees.hpp"
#include "lib/schema/pattern.hpp"
#include "tests/unit/schema/samples.hpp"

namespace minqing::schema {
namespace {

Category category(const char* id, const char* parent = "") {
  return {.id = id,
          .parent = parent,
          .label = base::same(id),
          .also = {},
          .route = {},
          .confidential = false};
}

std::string id_or_none(const Category* found) { return found == nullptr ? "none" : found->id; }

/// Areas with a township above and `names` as villages.
std::vector<Area> villages(const std::vector<std::string>& names) {
  std::vector<Area> areas = {{"101", "热水镇", "", "township", {}},
                             {"102", "土桥镇", "", "township", {}}};
  int code = 101001;
  for (const std::string& name : names) {
    areas.push_back({std::to_string(code), name, std::to_string(code / 1000), "village", {}});
    code += 1000;
  }
  return areas;
}

}  // namespace

TEST_CASE("a category is matched by id, label and spelling, however it is written") {
  const Schema schema = schema_from_text(kTiny);
  struct Case {
    const char* text;
    const char* id;
  };
  for (const Case& one : {Case{"water", "water"},
                          {"供水", "water"},
                          {" 供 水\n", "water"},
                          {"自来水", "water"},
                          {"ＷＡＴＥＲ", "water"},
                          {"公用设施", "utilities"},
                          {"供水站", "none"},
                          {"", "none"},
                          {"供水、供电", "none"}}) {
    INFO(one.text);
    CHECK(id_or_none(schema.match_category(one.text)) == one.id);
  }
  CHECK(schema.match_nature("求助")->id == "help");
  CHECK(schema.match_nature("咨询") == nullptr);
  CHECK(schema.match_channel("来访") == nullptr);
}

TEST_CASE("a spelling of two categories matches neither, and a copy forgets what was matched") {
  Schema schema;
  schema.categories = {category("a"), category("b", "a")};
  schema.categories[0].also = {"井"};
  CHECK(id_or_none(schema.match_category("井")) == "a");
  Schema copy = schema;
  copy.categories[1].also = {"井", "泉"};
  CHECK(id_or_none(copy.match_category("井")) == "none");
  CHECK(id_or_none(copy.match_category("泉")) == "b");
  copy = schema;
  CHECK(id_or_none(copy.match_category("泉")) == "none");
}

TEST_CASE("the route is the category's own or its parent's") {
  Schema schema;
  schema.categories = {category("a"), category("b", "a"), category("c", "a"), category("d")};
  schema.categories[0].route = Route{.units = {"one"}, .by_area = false, .not_below = false};
  schema.categories[2].route = Route{.units = {}, .by_area = true, .not_below = false};
  CHECK(schema.route_for(schema.categories[0])->units[0] == "one");
  CHECK(schema.route_for(schema.categories[1])->units[0] == "one");
  CHECK(schema.route_for(schema.categories[2])->by_area);
  CHECK(schema.route_for(schema.categories[3]) == nullptr);
}

TEST_CASE("the first matching rule gives the limit and says so") {
  const Schema schema = schema_from_text(tiny_with(
      "  handle: 5wd",
      "  handle: 5wd\n  rules:\n    - {urgency: critical, handle: 24h}\n"
      "    - {nature: help, category: utilities, handle: 3wd}\n    - {nature: help, handle: 4wd}"));
  struct Case {
    const char* nature;
    const char* urgency;
    const char* category;
    const char* limit;
    base::Text rule;
  };
  const std::vector<Case> cases = {
      {"help",
       "critical",
       "water",
       "24h",
       {"第1条时限（紧急程度：特急）", "limit rule 1 (urgency: Critical)"}},
      {"help",
       "normal",
       "water",
       "3wd",
       {"第2条时限（性质：求助，类别：公用设施）",
        "limit rule 2 (nature: 求助, category: 公用设施)"}},
      {"help",
       "normal",
       "utilities",
       "3wd",
       {"第2条时限（性质：求助，类别：公用设施）",
        "limit rule 2 (nature: 求助, category: 公用设施)"}},
      {"help", "", "", "4wd", {"第3条时限（性质：求助）", "limit rule 3 (nature: 求助)"}},
      {"complaint", "normal", "water", "5wd", {"默认办理时限", "default limit for handling"}},
      {"", "", "", "5wd", {"默认办理时限", "default limit for handling"}},
  };
  for (const Case& one : cases) {
    const Schema::Chosen chosen = schema.handling_limit(one.nature, one.urgency, one.category);
    INFO(one.nature << one.urgency << one.category);
    CHECK(calendar::to_string(chosen.limit) == one.limit);
    CHECK(chosen.rule == one.rule);
  }
}

TEST_CASE("headings mean fields, several where the context decides, and some are refused") {
  const Schema schema = schema_from_text(tiny_with(
      "natures:",
      "  number: {headings: [编号]}\n  row_no: {headings: [编号]}\n"
      "headings_by_context: [编号]\nrefused_headings: [民族, \"*收入*\", 低保*]\nnatures:"));
  const auto ids = [&](const char* heading) {
    std::string found;
    for (const Field* field : schema.match_heading(heading)) found += field->id + " ";
    return found;
  };
  CHECK(ids("诉求内容") == "content ");
  CHECK(ids(" 电　话：") == "phone ");
  CHECK(ids("联系电话（手机）") == "phone ");
  CHECK(ids("编号") == "number row_no ");
  CHECK(ids("registered_on") == "registered_on ");
  CHECK(ids("登记日期") == "registered_on ");
  CHECK(ids("天气").empty());
  for (const char* heading : {"民族", "民族：", "家庭年收入（元）", "收入", "低保类型"}) {
    INFO(heading);
    CHECK(schema.refuses_heading(heading));
  }
  for (const char* heading : {"民族村", "是否低保", "电话"}) {
    INFO(heading);
    CHECK_FALSE(schema.refuses_heading(heading));
  }
}

TEST_CASE("committees are named as people name them") {
  struct Case {
    const char* area;
    const char* name;
    std::vector<std::string> also;
  };
  const std::vector<Case> cases = {
      {"热水村", "热水村村民委员会", {"热水村", "热水村委会", "热水村村委会"}},
      {"远光村委会", "远光村村民委员会", {"远光村委会", "远光村", "远光村村委会"}},
      {"热水村村民委员会", "热水村村民委员会", {"热水村", "热水村委会", "热水村村委会"}},
      {"文明社区居民委员会", "文明社区居民委员会", {"文明社区", "文明社区居委会", "文明居委会"}},
      {"濠头居委会", "濠头居民委员会", {"濠头居委会", "濠头社区", "濠头社区居委会"}},
      {"津江社区", "津江社区居民委员会", {"津江社区", "津江社区居委会", "津江居委会"}},
      {"大坪国有林场场部生活区", "大坪国有林场场部生活区", {}},
      {"村", "村", {}},
  };
  for (const Case& one : cases) {
    INFO(one.area);
    const CommitteeName name = committee_name(one.area);
    CHECK(name.name == one.name);
    CHECK(name.also == one.also);
  }
}

TEST_CASE("a committee leaves out the spellings that others have") {
  std::vector<Unit> units = {{"farm", "和兴村委会", {}, "office", ""},
                             {"own", "自定村委", {}, "committee", "103001"}};
  add_committees(villages({"和兴村", "和兴村", "水龙村"}), units);
  REQUIRE(units.size() == 4);
  CHECK(units[2].id == "101001");
  CHECK(units[2].name == "热水镇和兴村村民委员会");
  CHECK(units[3].name == "土桥镇和兴村村民委员会");
  CHECK(units[2].also.empty());
  CHECK(units[2].kind == "committee");
  CHECK(units[2].area == "101001");
}

TEST_CASE("a pattern fits the whole value and takes no more time than it must") {
  CHECK(Pattern("[0-9]{3}").fits("017"));
  CHECK_FALSE(Pattern("[0-9]{3}").fits("0170"));
  CHECK(Pattern("[东西]井").fits("东井"));
  CHECK_FALSE(Pattern("..").fits("东"));
  CHECK_FALSE(Pattern(".*").fits(std::string(201, 'a')));
  CHECK_FALSE(Pattern("(a+)+$").fits(std::string(60, 'a') + "!"));
  CHECK(Pattern::is_valid("a|b"));
  for (const char* wrong : {"", "(", "(a)\\1", "[z-a]"}) {
    INFO(wrong);
    CHECK_FALSE(Pattern::is_valid(wrong));
  }
  CHECK_FALSE(Pattern::is_valid(std::string(201, 'a')));
}

TEST_CASE("the compiled form gives everything back") {
  CHECK(pack(unpack(pack(Schema{}))) == pack(Schema{}));
  Schema schema;
  schema.name = {"甲", "A"};
  schema.retention_months = -36;
  schema.limits.sign = calendar::Limit{8, calendar::LimitClock::working_hour};
  schema.limits.counting.hours = *calendar::OfficeHours::parse("08:00-12:00 15:00-18:00");
  schema.steps.check = false;
  schema.categories = {category("a")};
  schema.categories[0].route = Route{};
  schema.queries["我的"] = "承办人:我";
  schema.redo.limit = calendar::Limit{};
  const std::string bytes = pack(schema);
  CHECK(bytes != pack(Schema{}));
  CHECK(pack(unpack(bytes)) == bytes);
  const Schema read = unpack(bytes);
  CHECK(read.name == base::Text{"甲", "A"});
  CHECK(read.retention_months == -36);
  CHECK(read.limits.sign == schema.limits.sign);
  CHECK(read.limits.counting == schema.limits.counting);
  CHECK_FALSE(read.steps.check);
  REQUIRE(read.categories.size() == 1);
  CHECK(read.categories[0].label == schema.categories[0].label);
  CHECK(read.categories[0].route);
  CHECK(read.queries == schema.queries);
  CHECK(read.redo.limit == calendar::Limit{});
}

TEST_CASE("a compiled form that is cut off, longer or changed is an error or another schema") {
  const std::string bytes = pack(schema_from_text(kTiny));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_THROWS_AS(unpack(bytes.substr(0, size)), base::PackedError);
  }
  CHECK_THROWS_AS(unpack(bytes + '\0'), base::PackedError);
  // Whatever a byte says, nothing beyond the bytes is read; the sanitizers watch.
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const int other : {0x00, 0x7f, 0x80, 0xff}) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(other);
      try {
        unpack(changed);
      } catch (const base::PackedError&) {
      }
    }
  }
}

TEST_CASE("a schema that does not mention them has the defaults of approval and extension") {
  const Schema schema = schema_from_text(kTiny);
  CHECK_FALSE(schema.steps.accept);
  CHECK_FALSE(schema.limits.extension.most);
  CHECK(schema.limits.extension.times == 1);
  CHECK(schema.limits.extension.before_due);
  CHECK(schema.limits.extension.not_for.empty());
  CHECK_FALSE(schema.limits.returned);
  CHECK(schema.suspend.review_date);
  CHECK_FALSE(schema.suspend.most);
  const Requests& asked = schema.requests;
  CHECK((asked.extend && asked.suspend && asked.returned && asked.exclude && asked.amend));
  CHECK_FALSE(asked.close);
  CHECK(schema.approvers.empty());
  CHECK(schema.sources.empty());
  CHECK_FALSE(schema.needs_evidence(*schema.find_category("water")));
}

TEST_CASE("approval, extension, evidence and senders are read and kept") {
  std::string text = tiny_with("  utilities: {label: 公用设施}",
                               "  utilities: {label: 公用设施, evidence: true}\n"
                               "  power: {parent: utilities, label: 供电, evidence: false, "
                               "route: office}");
  text += R"(  extension: {most: 10wd, times: 2, before_due: false, not_for: urgent}
  return: 2wd
steps: {accept: true}
suspend: {most: 90d}
requests: [return, close]
approvers: {posts: ["*镇长", 书记], people: [wang], units: [office]}
sources:
  hotline: {label: {zh: 热线, en: Hotline}, also: ["12345"], reserve: 1wd}
  county: {label: 县里}
)";
  const Schema read = schema_from_text(text);
  const Schema schema = unpack(pack(read));
  CHECK(pack(schema) == pack(read));
  CHECK(schema.steps.accept);
  CHECK(calendar::to_string(*schema.limits.extension.most) == "10wd");
  CHECK(schema.limits.extension.times == 2);
  CHECK_FALSE(schema.limits.extension.before_due);
  CHECK(schema.limits.extension.not_for == std::vector<std::string>{"urgent"});
  CHECK(calendar::to_string(*schema.limits.returned) == "2wd");
  CHECK(calendar::to_string(*schema.suspend.most) == "90d");
  const Requests& asked = schema.requests;
  CHECK((asked.returned && asked.close));
  CHECK_FALSE((asked.extend || asked.suspend || asked.exclude || asked.amend));
  CHECK(schema.needs_evidence(*schema.find_category("water")));
  CHECK(schema.needs_evidence(*schema.find_category("utilities")));
  CHECK_FALSE(schema.needs_evidence(*schema.find_category("power")));
  CHECK(schema.match_source("１２３４５")->id == "hotline");
  CHECK(calendar::to_string(*schema.match_source("热线")->reserve) == "1wd");
  CHECK_FALSE(schema.match_source("县里")->reserve);
  CHECK(schema.match_source("市里") == nullptr);
}

TEST_CASE("who may approve is said by post, person or unit") {
  Approvers named;
  named.posts = {"*镇长", "书记"};
  named.people = {"wang"};
  named.units = {"office"};
  struct Case {
    const char *person, *post, *unit;
    bool by_name, as_leader;  ///< with these lists; with none
  };
  const Case cases[] = {
      {"li", "镇长", "", true, true},
      {"li", "副镇长（分管农业）", "", true, true},
      {"li", "党委副书记、镇长", "", true, true},
      {"li", "党委委员, 副镇长", "", true, true},
      {"li", "党委副书记", "", false, true},
      {"li", "书记", "", true, false},
      {"li", "村党支部书记", "", false, false},
      {"li", "村支书", "office", true, false},
      {"wang", "", "", true, false},
      {"li", "镇长助理", "", false, false},
      {"li", "水务站站长", "water_station", false, false},
      {"", "", "", false, false},
  };
  for (const Case& one : cases) {
    INFO(one.person << " " << one.post << " " << one.unit);
    CHECK(named.admit(one.person, one.post, one.unit) == one.by_name);
    CHECK(Approvers{}.admit(one.person, one.post, one.unit) == one.as_leader);
  }
}

}  // namespace minqing::schema
