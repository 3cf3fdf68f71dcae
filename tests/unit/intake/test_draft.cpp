// SPDX-License-Identifier: MIT
// Drafts: what is typed or stands in a row becomes a registration, or problems that say what to do.

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

#include "lib/intake/draft.hpp"
#include "lib/intake/registration.hpp"
#include "lib/schema/schema.hpp"
#include "tests/unit/intake/sample_office.hpp"

namespace minqing::intake {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

constexpr base::Date kToday = {20514};  // 2026-03-02

Cell cell_of(Cell::Type type, const std::string& value) {
  Cell cell;
  cell.set(type, value);
  return cell;
}

Draft draft_of(const Fields& fields) {
  Draft draft;
  draft.place = {"三月.xlsx", "一组", {}, 0, 0};
  for (const auto& [field, value] : fields) {
    draft.values.push_back({field, cell_of(Cell::Type::text, value), {"三月.xlsx", "一组", "C18"}});
  }
  return draft;
}

/// What every registration needs, and more.
Draft full_draft(const Fields& more) {
  Fields fields = {{"content", "自来水浑浊三天了"}, {"category", "供水"}, {"channel", "来访"}};
  for (const auto& one : more) {
    std::erase_if(fields, [&](const auto& known) { return known.first == one.first; });
  }
  fields.insert(fields.end(), more.begin(), more.end());
  return draft_of(fields);
}

DraftResult make(const Draft& draft, const DraftDates& dates = {kToday}) {
  static const schema::Schema schema = sample_schema();
  static const casework::Roster roster = sample_roster();
  return make_registration(schema, roster, dates, draft);
}

/// A registration is expected.
casework::Particulars particulars(const Fields& more, const DraftDates& dates = {kToday}) {
  const DraftResult result = make(full_draft(more), dates);
  for (const base::Problem& problem : result.problems) {
    UNSCOPED_INFO(base::to_line(problem, base::Lang::zh));
  }
  REQUIRE(result.registration);
  return std::get<casework::Register>(result.registration->command.wish).particulars;
}

/// All problems in one text, with their ways out.
std::string problems_of(const DraftResult& result, base::Lang lang = base::Lang::zh) {
  CHECK(result.registration.has_value() == result.problems.empty());
  std::string out;
  for (const base::Problem& problem : result.problems) {
    out += base::to_line(problem, lang) + " | " + problem.way_out.in(lang) + "\n";
  }
  return out;
}

std::string problems_of(const Fields& more, const DraftDates& dates = {kToday}) {
  return problems_of(make(full_draft(more), dates));
}

std::string plain(const std::optional<casework::Personal>& text) {
  return text ? text->plain : "(none)";
}

}  // namespace

TEST_CASE("a full draft becomes a registration") {
  const DraftResult result = make(draft_of({{"registered_on", "2026-02-27 09:30"},
                                            {"channel", "来电"},
                                            {"nature", "咨询"},
                                            {"category", "自来水"},
                                            {"village", "热水镇热水村3组"},
                                            {"grid", "第二网格"},
                                            {"resident", " 张某 "},
                                            {"phone", "138-0000-0001、0735-8220001"},
                                            {"address", "热水村3组12号"},
                                            {"content", "水压低\n三楼上不去"},
                                            {"title", "水压低"},
                                            {"location", "三组水塔"},
                                            {"people_count", "１２户"},
                                            {"urgency", "加急"},
                                            {"source", "县12345"},
                                            {"source_no", "ＧＤ20260315001"},
                                            {"source_due_on", "2026-03-20"},
                                            {"campaign", "大走访"},
                                            {"card", "K-0017"},
                                            {"confidential", "是"},
                                            {"registrar", "李晨"},
                                            {"subject_of_report", "某管水员"},
                                            {"remark", "雨后"},
                                            {"row_no", "7"},
                                            {"result", "已修"},
                                            {"status", "办理中"}}));
  UNSCOPED_INFO(problems_of(result));
  REQUIRE(result.registration);
  const casework::Command& command = result.registration->command;
  CHECK(base::to_string(*command.at) == "2026-02-27T09:30:00");
  CHECK(command.origin.sheet == "一组");
  CHECK(result.registration->not_taken == std::vector<std::string>{"result", "status"});
  const auto& of = std::get<casework::Register>(command.wish).particulars;
  CHECK(of.channel == "call");
  CHECK(of.nature == "inquiry");
  CHECK(of.category == "water");
  CHECK(of.area == "431026102200");
  CHECK(of.village_group == "3组");
  CHECK(of.grid == "第二网格");
  REQUIRE(of.residents.size() == 1);
  CHECK(plain(of.residents[0].name) == "张某");
  CHECK_FALSE(of.residents[0].anonymous);
  CHECK(plain(of.residents[0].phone) == "138-0000-0001、0735-8220001");
  CHECK(plain(of.residents[0].address) == "热水村3组12号");
  CHECK(of.content.plain == "水压低\n三楼上不去");
  CHECK(plain(of.title) == "水压低");
  CHECK(plain(of.location) == "三组水塔");
  CHECK(of.people_count == 12);
  CHECK(of.urgency == casework::Urgency::urgent);
  CHECK(of.source == "县12345");
  CHECK(of.source_no == "GD20260315001");
  CHECK(base::to_string(*of.source_due_on) == "2026-03-20");
  CHECK(of.campaign == "大走访");
  CHECK(of.card == "K-0017");
  CHECK(of.confidential);
  CHECK(of.registrar == "li_chen");
  CHECK(of.extra_personal.at("subject_of_report").plain == "某管水员");
  CHECK(plain(of.remark) == "雨后");
}

TEST_CASE("what is not given stays absent, with two defaults") {
  const auto of = particulars({});
  CHECK(of.nature == "help");
  CHECK(of.residents.empty());
  CHECK_FALSE(of.area);
  CHECK_FALSE(of.source);
  CHECK_FALSE(of.people_count);
  CHECK_FALSE(of.title);
  CHECK(of.urgency == casework::Urgency::normal);
  CHECK_FALSE(make(full_draft({})).registration->command.at);

  const Draft without_channel = draft_of({{"content", "水"}, {"category", "供水"}});
  CHECK(problems_of(make(without_channel)) ==
        "三月.xlsx:一组: 来源渠道: 没有填写 | 可用的有：来访、来电\n");
  const auto result =
      make_registration(sample_schema(), sample_roster(), {kToday}, without_channel, "上门");
  REQUIRE(result.registration);
  CHECK(std::get<casework::Register>(result.registration->command.wish).particulars.channel ==
        "walk_in");
}

TEST_CASE("problems name field, value, reason and way out") {
  struct Case {
    Fields fields;
    std::string expected;
  };
  const std::string at = "三月.xlsx:一组!C18: ";
  const std::vector<Case> cases = {
      {{{"category", "供氺"}}, "诉求类别: 没有“供氺”这一项 | 是不是“供水”？"},
      {{{"category", "农村供水问题"}}, "诉求类别: 没有“农村供水问题”这一项 | 是不是“供水”？"},
      {{{"category", "修路"}}, "诉求类别: 没有“修路”这一项 | 可用的有：公用设施、其他"},
      {{{"nature", "咨讯"}}, "诉求性质: 没有“咨讯”这一项 | 是不是“咨询”？"},
      {{{"channel", "来仿"}}, "来源渠道: 没有“来仿”这一项 | 是不是“来访”？"},
      {{{"village", "和兴村"}},
       "所属村（社区）: “和兴村”有 2 个 | 写明是哪一个：泉水镇和兴村、热水镇和兴村"},
      {{{"village", "长糖村"}}, "所属村（社区）: 名册里没有“长糖村” | 是不是“泉水镇长塘村”？"},
      {{{"village", "热水村 类别:供水"}},
       "所属村（社区）: 村名和组名后面还有别的内容 | 把门牌写到住址里"},
      {{{"village", "热水村3组"}, {"village_group", "5组"}},
       "所属村（社区）: 村名后面的组与所填的村民小组不一致 | 改成一致"},
      {{{"registered_on", "2026-11-31"}},
       "登记日期: “2026-11-31”：没有这一天 | 写明是哪一天，如 2026-03-05"},
      {{{"registered_on", "2026年2月"}},
       "登记日期: “2026年2月”：只有月份 | 写明是哪一天，如 2026-03-05"},
      {{{"registered_on", "2026-03-03"}}, "登记日期: 2026-03-03 还没有到 | 请核对年份和日期"},
      {{{"people_count", "若干"}}, "涉及人数: “若干”不是正整数 | 写一个数，如 12"},
      {{{"people_count", "0"}}, "涉及人数: “0”不是正整数 | 写一个数，如 12"},
      {{{"urgency", "很急"}}, "紧急程度: 没有“很急”这一项 | 可用的有：一般、紧急、特急"},
      {{{"source_no", "15"}}, "来件编号: “15”的格式不对 | 应符合 [A-Z]{2}\\d{4,}"},
      {{{"confidential", "大概"}}, "保密: “大概”不是“是”或“否” | 填“是”或“否”"},
      {{{"source", "县里"}, {"source", "市里"}}, "来件单位: 给了几个不同的值 | 只留一个"},
      {{{"promised_on", "月底前"}}, "承诺日期: “月底前”：不是日期；可用的写法："},
      {{{"term", "一个月"}}, "承诺时限: “一个月”不是时限 | 写成 5个工作日、15日、24小时"},
      {{{"households", "三户"}}, "户数: “三户”不是整数 | 只写数字，如 12"},
      {{{"kind", "项木"}}, "事项种类: 没有“项木”这一项 | 是不是“项目”？"},
  };
  for (const Case& c : cases) {
    INFO(c.fields.front().second);
    const std::string found = problems_of(c.fields);
    CHECK(found.substr(0, at.size()) == at);
    CHECK(found.substr(std::min(at.size(), found.size()), c.expected.size()) == c.expected);
    CHECK(std::count(found.begin(), found.end(), '\n') == 1);
  }
}

TEST_CASE("everything wrong is reported at once, and in English too") {
  const DraftResult result = make(draft_of({{"category", "供氺"}, {"village", "和兴村"}}));
  CHECK(problems_of(result, base::Lang::en) ==
        "三月.xlsx:一组!C18: 诉求类别: there is no '供氺' to choose | did you mean 'water'?\n"
        "三月.xlsx:一组!C18: 所属村（社区）: '和兴村' means 2 places | say which: "
        "泉水镇和兴村、热水镇和兴村\n"
        "三月.xlsx:一组: 反映内容: is missing | say what the resident raised\n"
        "三月.xlsx:一组: 来源渠道: is missing | accepted: Visit, Call\n");
}

TEST_CASE("a missing category is not guessed") {
  const DraftResult result = make(draft_of({{"content", "水"}, {"channel", "来访"}}));
  CHECK(problems_of(result) == "三月.xlsx:一组: 诉求类别: 没有填写 | 可用的有：公用设施、其他\n");
}

TEST_CASE("two columns may give a category and its parent") {
  CHECK(particulars({{"category", "公用设施"}, {"category", "供水"}}).category == "water");
  CHECK(particulars({{"category", "供水"}, {"category", "公用设施"}}).category == "water");
  CHECK(particulars({{"category", "供水"}, {"category", "自来水"}}).category == "water");
  CHECK(problems_of({{"category", "供水"}, {"category", "供电"}}).find("互不包含") !=
        std::string::npos);
}

TEST_CASE("messages hold no name, phone, address or text of a resident") {
  struct Case {
    Fields fields;
    std::string secret;
  };
  schema::Schema schema = sample_schema();
  for (schema::Field& field : schema.fields) {
    if (field.id != "source_no") field.pattern = "never";
  }
  const std::vector<Case> cases = {{{{"resident", "欧阳小明"}}, "小明"},
                                   {{{"phone", "1380000000"}}, "1380000000"},
                                   {{{"phone", "13800000001"}}, "0000"},
                                   {{{"address", "热水村3组12号"}}, "12号"},
                                   {{{"second_phone", "1380000000"}}, "1380000000"},
                                   {{{"content", "张三家的水管坏了"}}, "张三"},
                                   {{{"family", "张三有病人"}}, "张三"},
                                   {{{"location", "张三家门口"}}, "张三"},
                                   {{{"category", "13800000001"}}, "0000"}};
  for (const Case& c : cases) {
    INFO(c.secret);
    const auto result =
        make_registration(schema, sample_roster(), {kToday}, draft_of(c.fields), "来访");
    REQUIRE_FALSE(result.problems.empty());
    CHECK(problems_of(result).find(c.secret) == std::string::npos);
    CHECK(problems_of(result, base::Lang::en).find(c.secret) == std::string::npos);
  }
}

TEST_CASE("villages are read with group and house") {
  struct Case {
    std::string words;
    std::string area;
    std::string group;
    std::string address;
  };
  const std::string hot = "431026102200";
  const std::vector<Case> cases = {
      {"热水村", hot, "", "(none)"},
      {"热水", hot, "", "(none)"},
      {"热水村委会", hot, "", "(none)"},
      {"热水村民委员会2组", hot, "2组", "(none)"},
      {"热水社区", hot, "", "(none)"},
      {"热水镇热水村", hot, "", "(none)"},
      {"汝城县热水镇热水村", hot, "", "(none)"},
      {"热水镇热水村3组", hot, "3组", "(none)"},
      {"热水村第三村民小组", hot, "第三村民小组", "(none)"},
      {"热水村 十二组", hot, "十二组", "(none)"},
      {"热水村张家组", hot, "张家组", "(none)"},
      {"热水村３组１２号", hot, "3组", "热水村３组１２号"},
      {"热水村12号", hot, "", "热水村12号"},
      {"泉水镇和兴村", "431026103201", "", "(none)"},
      {"泉水镇和兴村2组", "431026103201", "2组", "(none)"},
      {"431026102204", "431026102204", "", "(none)"},
      {"热水镇", "431026102", "", "(none)"},
  };
  for (const Case& c : cases) {
    INFO(c.words);
    const auto of = particulars({{"village", c.words}});
    CHECK(of.area == c.area);
    CHECK(of.village_group.value_or("") == c.group);
    CHECK((of.residents.empty() ? "(none)" : plain(of.residents[0].address)) == c.address);
  }
  const auto both = particulars({{"village", "热水村3组12号"}, {"address", "3组12号"}});
  CHECK(plain(both.residents[0].address) == "3组12号");
  CHECK(particulars({{"village", "热水村3组"}, {"village_group", "3"}}).village_group == "3");
}

TEST_CASE("names that name nobody") {
  for (const char* word : {"匿名", "某先生", "某女士", "匿名（来电）", "无", "不愿透露姓名"}) {
    INFO(word);
    const auto of = particulars({{"resident", word}});
    REQUIRE(of.residents.size() == 1);
    CHECK(of.residents[0].anonymous);
    CHECK(plain(of.residents[0].name) == word);
  }
  const auto only_phone = particulars({{"phone", "13800000001"}});
  REQUIRE(only_phone.residents.size() == 1);
  CHECK(only_phone.residents[0].anonymous);
  CHECK_FALSE(only_phone.residents[0].name);
}

TEST_CASE("phones") {
  for (const char* none : {"无", "未留", "—", "/", " "}) {
    INFO(none);
    CHECK(particulars({{"phone", none}}).residents.empty());
  }
  CHECK(plain(particulars({{"phone", "13800000001"}, {"phone", "未留"}, {"phone", "8220001"}})
                  .residents[0]
                  .phone) == "13800000001、8220001");
  const std::string wrong = problems_of({{"phone", "1380000000"}});
  CHECK(wrong.find("联系电话: “") != std::string::npos);
}

TEST_CASE("blanks and dashes are nothing") {
  for (const char* blank : {"", "  ", "-", "——", "/", "\\"}) {
    INFO(blank);
    CHECK_FALSE(particulars({{"title", blank}}).title);
    CHECK(problems_of({{"content", blank}}).find("反映内容: 没有填写") != std::string::npos);
  }
}

TEST_CASE("cells of a sheet are taken by their types") {
  const auto with = [](const std::string& field, Cell cell) {
    Draft draft = full_draft({});
    draft.values.push_back({field, std::move(cell), {}});
    return make(draft, {.today = kToday, .sheet_date = kToday, .of_sheet = true});
  };
  const auto of = [](const DraftResult& result) {
    REQUIRE(result.registration);
    return std::get<casework::Register>(result.registration->command.wish).particulars;
  };
  const auto at = [](const DraftResult& result) {
    REQUIRE(result.registration);
    return base::to_string(*result.registration->command.at);
  };
  CHECK(at(with("registered_on", cell_of(Cell::Type::date, "2026-03-01T00:00:00"))) ==
        "2026-03-01");
  CHECK(at(with("registered_on", cell_of(Cell::Type::number, "46082"))) == "2026-03-01");
  CHECK(at(with("registered_on", cell_of(Cell::Type::text, "3月1日"))) == "2026-03-01");
  CHECK(at(with("registered_on", cell_of(Cell::Type::text, "12月30日"))) == "2025-12-30");
  CHECK(of(with("people_count", cell_of(Cell::Type::number, "12"))).people_count == 12);
  CHECK(of(with("confidential", cell_of(Cell::Type::boolean, "TRUE"))).confidential);
  CHECK(plain(of(with("phone", cell_of(Cell::Type::number, "13800000001"))).residents[0].phone) ==
        "13800000001");
  CHECK(plain(of(with("remark", cell_of(Cell::Type::date, "2026-03-01T00:00:00"))).remark) ==
        "2026-03-01");
  CHECK(problems_of(with("title", cell_of(Cell::Type::error, "#REF!"))).find("错误值") !=
        std::string::npos);
  Cell lost = cell_of(Cell::Type::number, "431026000000000000");
  lost.precision_lost = true;
  CHECK(problems_of(with("source_no", lost)).find("已丢失") != std::string::npos);
}

TEST_CASE("a sheet supplies the year; today does so only for what is typed") {
  const auto day = [](const std::string& words, const DraftDates& dates) {
    const DraftResult result = make(full_draft({{"registered_on", words}}), dates);
    return result.registration ? base::to_string(*result.registration->command.at)
                               : result.problems.front().reason.zh;
  };
  const DraftDates typed{kToday};
  const DraftDates sheet{.today = kToday, .of_sheet = true};
  const DraftDates old_sheet{
      .today = kToday, .sheet_date = base::Date{kToday.days - 365}, .of_sheet = true};
  CHECK(day("3月1日", typed) == "2026-03-01");
  CHECK(day("昨天", typed) == "2026-03-01");
  CHECK(day("3月1日", sheet) == "“3月1日”：缺少年份");
  CHECK(day("昨天", sheet).find("不是日期") != std::string::npos);
  CHECK(day("3月1日", old_sheet) == "2025-03-01");
  CHECK(day("12月1日", old_sheet) == "2024-12-01");
}

TEST_CASE("numbers of other ledgers are sender's numbers") {
  CHECK(particulars({{"source_no", "GD0001"}}).source == "");
  CHECK(particulars({{"number", "民2025-117"}}).source_no == "民2025-117");
  CHECK_FALSE(particulars({{"number", "17"}}).source_no);
  CHECK(particulars({{"number", "民2025-117"}, {"source_no", "GD0001"}}).source_no == "GD0001");
  CHECK(make(full_draft({{"number", "17"}})).registration->not_taken ==
        std::vector<std::string>{"number"});
}

TEST_CASE("the schema's own fields by type") {
  const auto of = particulars({{"promised_on", "2026年4月1日"},
                               {"term", "5个工作日"},
                               {"households", "12户"},
                               {"poor", "√"},
                               {"kind", "平常"},
                               {"second_phone", "13800000002"},
                               {"family", "两个老人"}});
  const std::map<std::string, std::string> expected = {{"promised_on", "2026-04-01"},
                                                       {"term", "5wd"},
                                                       {"households", "12"},
                                                       {"poor", "yes"},
                                                       {"kind", "daily"}};
  CHECK(of.extra == expected);
  CHECK(of.extra_personal.at("second_phone").plain == "13800000002");
  CHECK(of.extra_personal.at("family").plain == "两个老人");
}

TEST_CASE("required fields") {
  schema::Schema schema = sample_schema();
  for (schema::Field& field : schema.fields) {
    for (const char* id : {"village", "phone", "kind", "registered_on", "result"}) {
      if (field.id == id) field.required = true;
    }
  }
  const Draft draft = full_draft({{"phone", "未留"}});
  const auto missing = [&](const DraftDates& dates) {
    std::vector<std::string> fields;
    for (const auto& problem : make_registration(schema, sample_roster(), dates, draft).problems) {
      fields.push_back(problem.field);
    }
    return fields;
  };
  using Labels = std::vector<std::string>;
  CHECK(missing({kToday}) == Labels{"所属村（社区）", "事项种类"});
  CHECK(missing({.today = kToday, .of_sheet = true}) ==
        Labels{"登记日期", "所属村（社区）", "事项种类"});
}

TEST_CASE("one maker serves many drafts") {
  const schema::Schema schema = sample_schema();
  const casework::Roster roster = sample_roster();
  RegistrationMaker maker(schema, roster, {kToday}, "来访");
  for (int i = 0; i < 2000; ++i) {
    const std::string wrong = "供氺" + std::to_string(i % 1000);
    const auto result = maker.make(draft_of({{"content", "水"}, {"category", wrong}}));
    REQUIRE(result.problems.size() == 1);
    CHECK_FALSE(result.problems[0].way_out.empty());
  }
  CHECK(maker.make(draft_of({{"content", "水"}, {"category", "供水"}})).registration);
}

namespace {

std::string fields_of(const TypedWords& typed) {
  std::string out;
  for (const DraftValue& value : typed.draft.values) {
    out += value.field + "=" + value.cell.value + ";";
  }
  for (const base::Problem& problem : typed.problems) {
    out += "!" + problem.field + ": " + problem.reason.zh + " | " + problem.way_out.zh + ";";
  }
  return out;
}

}  // namespace

TEST_CASE("words with keys become fields, the others content") {
  struct Case {
    std::vector<std::string> words;
    std::string expected;
  };
  const std::string quote = "冒号后面没有值 | 值紧跟在冒号后面；值里有空格时整项加引号;";
  const std::string or_text = "”？如果是正文，请在冒号后面空一格并整句加引号;";
  const std::vector<Case> cases = {
      {{}, ""},
      {{"村:热水村", "类别:供水", "姓名:张某", "电话:13800000001", "自来水浑浊三天了"},
       "village=热水村;category=供水;resident=张某;phone=13800000001;content=自来水浑浊三天了;"},
      {{"村：热水村", "所属村（社区）:热水村", "Village:热水村", "village:热水村"},
       "village=热水村;village=热水村;village=热水村;village=热水村;"},
      {{"诉求人:张某", "name:张某", "电话:-"}, "resident=张某;resident=张某;phone=-;"},
      {{"自来水", "浑浊"}, "content=自来水 浑浊;"},
      {{"事由:水压低", "三楼"}, "content=水压低 三楼;"},
      {{"9:30", "停水"}, "content=9:30 停水;"},
      {{"上午9:30停水"}, "content=上午9:30停水;"},
      {{"http://example.org/a"}, "content=http://example.org/a;"},
      {{"来电说：停水"}, "content=来电说：停水;"},
      {{":停水"}, "content=:停水;"},
      {{"类刑:供水"}, "!类刑: 没有这个字段 | 是不是“类别" + or_text},
      {{"categroy:供水"}, "!categroy: 没有这个字段 | 是不是“category" + or_text},
      {{"类刑: 供水"}, "content=类刑: 供水;"},
      {{"村:", "热水村"}, "content=热水村;!村: " + quote},
      {{"日期:3月5日"}, "!日期: 可能指 2 个字段 | 写明是哪一个：登记日期、反馈日期;"},
      {{"联系卡:K-17", "保密:是", "工单号:GD1"}, "card=K-17;confidential=是;source_no=GD1;"},
      {{"住址:热水村 3组"}, "address=热水村 3组;"},
      {{"承诺日期:2026-04-01"}, "promised_on=2026-04-01;"},
      {{"办理结果:已修"}, "result=已修;"},
      {{"\xff\xfe"}, "!: 不是有效的 UTF-8 文字 | ;"},
  };
  const schema::Schema schema = sample_schema();
  for (const Case& c : cases) {
    INFO(c.expected);
    CHECK(fields_of(read_words(schema, c.words)) == c.expected);
  }
}

TEST_CASE("lines of JSON") {
  struct Case {
    std::string line;
    std::string expected;
  };
  const std::string object = " | 每行写一个 {\"键\": 值};";
  const std::vector<Case> cases = {
      {R"({"village":"热水村","content":"停水"})", "content=停水;village=热水村;"},
      {R"({"村":"热水村","涉及人数":12,"保密":true})",
       "confidential=TRUE;village=热水村;people_count=12;"},
      {R"({"villag":"热水村"})", "!villag: 没有这个字段 | 是不是“village”？;"},
      {R"({"xyz":"热水村"})", "!xyz: 没有这个字段 | ;"},
      {R"({"日期":"3月5日"})", "!日期: 可能指 2 个字段 | 写明是哪一个：登记日期、反馈日期;"},
      {R"({"village":null})", "!village: 值应是文字、整数或 true/false | 没有值的键请去掉;"},
      {R"({"village":["热水村"]})", "!village: 值应是文字、整数或 true/false | 没有值的键请去掉;"},
      {"[]", "!: 这一行不是 JSON 对象" + object},
  };
  const schema::Schema schema = sample_schema();
  const base::Place place{"-", {}, {}, 3, 0};
  for (const Case& c : cases) {
    INFO(c.line);
    CHECK(fields_of(read_json_line(schema, c.line, place)) == c.expected);
  }
  const TypedWords broken = read_json_line(schema, R"({"phone":"13800000001)", place);
  REQUIRE(broken.problems.size() == 1);
  CHECK(broken.problems[0].place == place);
  CHECK(broken.problems[0].reason.zh.find("138") == std::string::npos);
  const TypedWords numbered = read_json_line(schema, R"({"phone":13800000001})", place);
  CHECK(numbered.draft.values[0].cell.type == Cell::Type::number);
  CHECK(numbered.draft.values[0].place == place);
}

TEST_CASE("the example of the manual works with the shipped township schema") {
  const std::string presets = std::string(MINQING_SOURCE_DIR) + "/schemas";
  const schema::Schema schema = schema::load_schema("township", presets).schema;
  casework::RosterChanged change;
  for (const schema::Area& area : schema.areas) {
    const auto parent = area.parent.empty() ? std::nullopt : std::optional(area.parent);
    change.areas.push_back({area.code, area.name, area.also, parent, area.level});
  }
  casework::Roster roster;
  roster.apply(change);
  const TypedWords typed = read_words(
      schema, {"村:热水村", "类别:供水", "姓名:张某", "电话:13800000001", "自来水浑浊三天了"});
  CHECK(typed.problems.empty());
  const auto result = make_registration(schema, roster, {kToday}, typed.draft, "走访");
  UNSCOPED_INFO(problems_of(result));
  REQUIRE(result.registration);
  const auto& of = std::get<casework::Register>(result.registration->command.wish).particulars;
  CHECK(of.area == "431026102200");
  CHECK(of.category == "water_supply");
  CHECK(of.channel == "visit");
  CHECK(of.content.plain == "自来水浑浊三天了");
}

}  // namespace minqing::intake
