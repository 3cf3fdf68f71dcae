// SPDX-License-Identifier: MIT
// The QUERY grammar: what each term selects, and what a wrong one says.

#include <catch2/catch.hpp>

#include "lib/base/utf8.hpp"
#include "lib/casework/selection.hpp"
#include "lib/intake/query.hpp"
#include "tests/unit/intake/sample_office.hpp"

namespace minqing::intake {
namespace {

constexpr base::Date kQueriedOn = {20514};  // Monday, 2026-03-02

using Saved = std::map<std::string, std::string>;

casework::Selection parse(const std::vector<std::string>& words, const Saved& saved = {}) {
  static const schema::Schema schema = [] {
    schema::Schema made = sample_schema();
    made.queries = {{"水", "类别:供水"}, {"超期的水", "@超期 @水"}};
    return made;
  }();
  static const casework::Roster roster = sample_roster();
  return parse_query({schema, roster, kQueriedOn, "li_chen", "water_station", saved}, words);
}

std::string to_text(const casework::Term& term) {
  const bool is_extra = term.criterion == casework::Criterion::extra;
  std::string out = is_extra
                        ? "+" + term.field
                        : std::string(query_keys()[static_cast<std::size_t>(term.criterion)].id);
  if (term.negated) out += " not";
  if (!term.any_of.empty()) out += " " + base::join(term.any_of, "|");
  if (term.from) out += " from " + base::to_string(*term.from);
  if (term.to) out += " to " + base::to_string(*term.to);
  if (term.at_least) out += " >=" + std::to_string(*term.at_least);
  if (term.at_most) out += " <=" + std::to_string(*term.at_most);
  if (!term.yes) out += " no";
  return out;
}

std::string to_text(const casework::Selection& selection) {
  std::vector<std::string> parts;
  for (const casework::Term& term : selection.terms) parts.push_back(to_text(term));
  if (!selection.words.empty()) parts.push_back("\"" + base::join(selection.words, "\" \"") + "\"");
  return base::join(parts, "; ");
}

/// The message and the way out of a query that is refused.
std::string refusal(const std::vector<std::string>& words, base::Lang lang = base::Lang::zh,
                    const Saved& saved = {}) {
  try {
    return "accepted: " + to_text(parse(words, saved));
  } catch (const base::Error& error) {
    CHECK(error.exit() == base::Exit::usage);
    return error.message().in(lang) + " | " + error.way_out().in(lang);
  }
}

}  // namespace

TEST_CASE("queries are read") {
  struct Case {
    std::string words;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {"", ""},
      {"  ", ""},
      {"水管", "\"水管\""},
      {"水管 漏水", "\"水管\" \"漏水\""},
      {"状态:办理中 承办单位:水务站 时限:..今天 天数:30.. 状态:-已销号 超期:是",
       "state in_progress; unit water_station; due_on to 2026-03-02; age_days >=30; "
       "state not closed; overdue"},
      // keys
      {"state:in_progress", "state in_progress"},
      {"status:closed", "state closed"},
      {"单位:供水站", "unit water_station"},
      {"unit:水务", "unit water_station"},
      {"承办单位:本单位", "unit water_station"},
      {"承办人:李晨", "handler li_chen"},
      {"handler:me", "handler li_chen"},
      {"性质:求决类", "nature help"},
      {"渠道:来电", "channel call"},
      {"紧急程度:特急", "urgency critical"},
      {"urgency:火急", "urgency critical"},
      {"满意度:基本满意,不满意", "satisfaction fairly_satisfied|dissatisfied"},
      {"来件单位:县12345", "source 县12345"},
      {"来件编号:ＧＤ20260315001", "source_no GD20260315001"},
      {"专项:大走访", "campaign 大走访"},
      {"保密:是", "confidential"},
      {"未销号:是", "open"},
      {"open:no", "open no"},
      // states
      {"状态:待交办,待签收", "state registered|assigned"},
      {"状态:已答复", "state resolved"},
      {"状态:-已销号,已作废", "state not closed|voided"},
      {"状态:-已销号,-已作废", "state not closed|voided"},
      {"状态:办理中,正在办理", "state in_progress"},
      // families
      {"类别:公用设施", "category utilities|water|power"},
      {"类别:自来水", "category water"},
      {"类别:-公用设施", "category not utilities|water|power"},
      {"村:热水村", "area 431026102200"},
      {"area:热水镇", "area 431026102|431026102200|431026102204"},
      {"村:泉水镇和兴村", "area 431026103201"},
      {"村:汝城县",
       "area 431026|431026102|431026103|431026102200|431026102204|431026103201|431026103202"},
      // dates
      {"登记:今天", "registered_on from 2026-03-02 to 2026-03-02"},
      {"登记日期:本周", "registered_on from 2026-03-02 to 2026-03-08"},
      {"登记:上周", "registered_on from 2026-02-23 to 2026-03-01"},
      {"登记:上周..本周", "registered_on from 2026-02-23 to 2026-03-08"},
      {"登记:2026-02", "registered_on from 2026-02-01 to 2026-02-28"},
      {"登记:2026-W09", "registered_on from 2026-02-23 to 2026-03-01"},
      {"登记:3月1日..3月5日", "registered_on from 2026-03-01 to 2026-03-05"},
      {"登记:3月1日～3月5日", "registered_on from 2026-03-01 to 2026-03-05"},
      {"登记:3月1日…3月5日", "registered_on from 2026-03-01 to 2026-03-05"},
      {"登记:3月1日-5日", "registered_on from 2026-03-01 to 2026-03-05"},
      {"登记:2026/3/1..", "registered_on from 2026-03-01"},
      {"due:..month-end", "due_on to 2026-03-31"},
      {"办结日期:本月", "resolved_on from 2026-03-01 to 2026-03-31"},
      {"销号日期:-上月", "closed_on not from 2026-02-01 to 2026-02-28"},
      // numbers of days
      {"天数:30", "age_days >=30 <=30"},
      {"天数:..7", "age_days <=7"},
      {"天数:3天..5天", "age_days >=3 <=5"},
      {"days:０..３", "age_days >=0 <=3"},
      // issues
      {"编号:17", "number 2026-17"},
      {"编号:17,26-18,25-00019,rs2025-00017", "number 2026-17|2026-18|2025-00019|RS2025-00017"},
      {"编号:２０２５－１７", "number 2025-17"},
      // yes and no
      {"超期:-是", "overdue no"},
      {"超期:否", "overdue no"},
      {"超期:-否", "overdue"},
      // residents
      {"姓名:张某", "resident_name 张某"},
      {"电话:13800000001", "resident_phone 13800000001"},
      {"姓名:- 电话:－", "resident_name -; resident_phone -"},
      {"姓名:张某,李某", "resident_name 张某|李某"},
      // input habits
      {"状态：办理中，已签收", "state in_progress|signed_for"},
      {"状态:办理中、已签收", "state in_progress|signed_for"},
      {"状态：－已销号", "state not closed"},
      {"登记：3月1日．．3月5日", "registered_on from 2026-03-01 to 2026-03-05"},
      {"水管　状态:办理中", "state in_progress; \"水管\""},
      // what only looks like a key
      {"9:30", "\"9:30\""},
      {"http://example.org", "\"http://example.org\""},
      // saved queries
      {"@待交办", "state registered|accepted|reopened|returned"},
      {"@待签收", "state assigned"},
      {"@待办", "state assigned|signed_for|in_progress"},
      {"@今日到期",
       "due_on from 2026-03-02 to 2026-03-02; state reopened|assigned|signed_for|in_progress"},
      {"@超期", "overdue; open"},
      {"@待核查", "state resolved"},
      {"@待回访", "state fed_back"},
      {"@待销号", "state called_back"},
      {"@我的", "handler li_chen; open"},
      {"@本单位", "unit water_station; open"},
      {"＠超期 村:热水村 水管", "overdue; open; area 431026102200; \"水管\""},
      {"@水", "category water"},
      {"@超期的水", "overdue; open; category water"},
      {"@水 @超期的水", "category water; overdue; open"},
      // Fields of the office's own.
      {"承诺日期:..3月5日", "+promised_on to 2026-03-05"},
      {"promised_on:-本月", "+promised_on not from 2026-03-01 to 2026-03-31"},
      {"承诺时限:5个工作日,15日", "+term 5wd|15d"},
      {"户数:３０户..", "+households >=30"},
      {"户数:12", "+households >=12 <=12"},
      {"是否结对:否", "+poor >=0 <=0"},
      {"是否结对:-是", "+poor not >=1 <=1"},
      {"事项种类:平常,project", "+kind daily|project"},
      {"备用电话:138-0000-0001", "+second_phone 138-0000-0001"},
      {"备用电话:-", "+second_phone -"},
  };
  for (const Case& c : cases) {
    INFO(c.words);
    try {
      CHECK(to_text(parse({c.words})) == c.expected);
    } catch (const base::Error& error) {
      FAIL_CHECK(error.message().zh);
    }
  }
  CHECK(to_text(parse({"状态:办理中", "水管", "超期:是"})) ==
        "state in_progress; overdue; \"水管\"");
  CHECK(parse({}).empty());
}

TEST_CASE("wrong queries say what is right") {
  struct Case {
    std::string words;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {"状太:办理中", "没有查询项“状太” | 是不是“状态”？"},
      {"stat:closed", "没有查询项“stat” | 是不是“state”？"},
      {"气温:低", "没有查询项“气温” | 可用的有：编号、状态、"},
      {"状态:", "“状态:”没有值 | 值紧跟在冒号后面，中间不空格；值里有空格或特殊符号时整项加引号"},
      {"状态: 办理中", "“状态:”没有值 | "},
      {"状态:办理中,", "“状态:”没有值 | "},
      {"状态:-", "“状态:”没有值 | "},
      {"状态:办里中", "状态没有“办里中” | 是不是“办理中”？"},
      {"状态:办理中,-已销号", "“状态”里有的值带“-”，有的不带 | 分成两项写"},
      {"-状态:已销号", "“-状态:已销号”：“非”写在值前面 | 例如 状态:-已销号"},
      {"类别:供氺", "类别没有“供氺” | 是不是“供水”？"},
      {"类别:修路", "类别没有“修路” | 可用的有：公用设施、其他"},
      {"性质:咨讯", "性质没有“咨讯” | 是不是“咨询”？"},
      {"渠道:飞鸽", "渠道没有“飞鸽” | 可用的有：来访、来电"},
      {"单位:水物站", "承办单位没有“水物站” | 是不是“水务站”？"},
      {"承办人:王宇",
       "承办人“王宇”有 2 个 | 写明是哪一个：wang_yu_1（水务站）、wang_yu_2（社会事务办公室）"},
      {"村:和兴村", "村“和兴村”有 2 个 | 写明是哪一个：泉水镇和兴村、热水镇和兴村"},
      {"村:长糖村", "村没有“长糖村” | 是不是“泉水镇长塘村”？"},
      {"紧急程度:很急", "紧急程度没有“很急” | "},
      {"登记:某天", "登记日期：“某天”不是日期 | 可用的写法：今天、上周"},
      {"登记:3月5日..3月1日", "登记日期的范围起止颠倒 | "},
      {"登记:..", "登记日期的范围两头都没有 | 写成 起..止"},
      {"登记:今天,昨天", "登记日期只能有一个值 | 一段时间写成 起..止"},
      {"天数:很久", "天数：“很久”不是天数 | 写成 30..、..7 或 3..5"},
      {"天数:5..3", "天数的范围起止颠倒 | "},
      {"超期:也许", "超期：“也许”不是“是”或“否” | 写“是”或“否”"},
      {"编号:RS-17", "“RS-17”不是诉求编号 | 写成 17、26-17 或 RS2026-00017"},
      {"承诺日期:早点", "承诺日期：“早点”不是日期 | "},
      {"承诺时限:快些", "承诺时限：“快些”不是时限 | 写成 5个工作日"},
      {"户数:许多", "户数：“许多”不是整数 | 写成 30.."},
      {"户数:5..3", "户数的范围起止颠倒 | "},
      {"是否结对:也许", "是否结对：“也许”不是“是”或“否” | "},
      {"事项种类:日长", "事项种类没有“日长” | 是不是“日常”？"},
      {"承诺日其:今天", "没有查询项“承诺日其” | 是不是“承诺日期”？"},
      {"@超其", "没有保存的查询“@超其” | 是不是“@超期”？"},
      {"@没有这个", "没有保存的查询“@没有这个” | 可用的有：@"},
  };
  for (const Case& c : cases) {
    INFO(c.words);
    CHECK(refusal({c.words}).substr(0, c.expected.size()) == c.expected);
    CHECK(refusal({c.words}, base::Lang::en).find("accepted: state") != 0);
  }
  CHECK(refusal({"state:"}, base::Lang::en) ==
        "'state:' has no value | the value follows the colon without a blank; quote the whole term "
        "when the value has blanks or signs: 'state:in_progress'");
  CHECK(refusal({"\xff"}) == "查询不是有效的 UTF-8 文字 | ");
}

TEST_CASE("saved queries come from the user, the schema and the program, in that order") {
  CHECK(to_text(parse({"@水"}, {{"水", "类别:供电"}})) == "category power");
  CHECK(to_text(parse({"@超期"}, {{"超期", "天数:10.."}})) == "age_days >=10");
  CHECK(to_text(parse({"@我们的"}, {{"我们的", "@本单位 @超期 停水"}})) ==
        "unit water_station; open; overdue; open; \"停水\"");
}

TEST_CASE("saved queries must not go round in circles") {
  const std::string loop = "保存的查询“@甲”绕回了自己 | ";
  const auto zh = base::Lang::zh;
  CHECK(refusal({"@甲"}, zh, {{"甲", "@甲"}}).substr(0, loop.size()) == loop);
  CHECK(refusal({"@甲"}, zh, {{"甲", "@乙"}, {"乙", "水 @甲"}}).substr(0, loop.size()) == loop);
  // Fifty levels of twice the one before would be more terms than there are atoms.
  Saved doubling = {{"q0", "超期:是"}};
  for (int i = 1; i <= 50; ++i) {
    const std::string before = " @q" + std::to_string(i - 1);
    doubling["q" + std::to_string(i)] = before + before;
  }
  CHECK(to_text(parse({"@q50"}, doubling)) == "overdue");
}

TEST_CASE("who asks must be known where it matters") {
  const schema::Schema schema = sample_schema();
  const casework::Roster roster = sample_roster();
  const QueryContext nobody{schema, roster, kQueriedOn, "", "", {}};
  CHECK_THROWS_AS(parse_query(nobody, {"@我的"}), base::Error);
  CHECK_THROWS_AS(parse_query(nobody, {"@本单位"}), base::Error);
  CHECK_NOTHROW(parse_query(nobody, {"@超期"}));
}

TEST_CASE("shipped queries can be read and keys can be told apart") {
  for (const auto& [name, text] : shipped_queries()) {
    INFO(name);
    CHECK_FALSE(parse({"@" + name}).empty());
  }
  const auto keys = query_keys();
  CHECK(keys.size() == static_cast<std::size_t>(casework::Criterion::card) + 1);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    for (std::string_view spelling : base::split(keys[i].also, '|')) {
      if (!spelling.empty()) CHECK(base::find_word(keys, spelling) == i);
    }
    CHECK(base::find_word(keys, keys[i].zh) == i);
    CHECK(base::find_word(keys, keys[i].en) == i);
  }
}

TEST_CASE("issue numbers") {
  struct Case {
    std::string words;
    std::string expected;
  };
  const std::vector<Case> cases = {{"17", "2026-17"},
                                   {"１７", "2026-17"},
                                   {"26-17", "2026-17"},
                                   {"2025-00017", "2025-00017"},
                                   {"RS2026-00017", "RS2026-00017"},
                                   {"rs2026-17", "RS2026-17"},
                                   {"", ""},
                                   {"RS-17", ""},
                                   {"126-17", ""},
                                   {"26-", ""},
                                   {"-17", ""},
                                   {"热水17", ""},
                                   {"12345678", ""},
                                   {"2026-17-1", ""}};
  for (const Case& c : cases) {
    INFO(c.words);
    CHECK(parse_issue_number(c.words, kQueriedOn).value_or("") == c.expected);
  }
}

}  // namespace minqing::intake
