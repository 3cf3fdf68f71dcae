// SPDX-License-Identifier: MIT
// A diary as a plain text: head, visits, the issues that came up.

#include <catch2/catch.hpp>

#include "lib/base/utf8.hpp"
#include "lib/intake/diary_making.hpp"
#include "lib/intake/diary_text.hpp"
#include "tests/unit/intake/sample_office.hpp"

namespace minqing::intake {
namespace {

using casework::Method;
using casework::Register;

constexpr const char* kHead = "日期: 2026-11-15\n天气: 晴\n";

struct Read {
  DiaryResult made;
  std::vector<base::Problem> problems;
};

Read read(const std::string& text) {
  static const schema::Schema schema = [] {
    schema::Schema with_visits = sample_schema();
    with_visits.channels.push_back({"field_visit", {"走访", "Field visit"}, {}});
    return with_visits;
  }();
  static const casework::Roster roster = sample_roster();
  const DiaryText words = read_diary_text(schema, text, "日记.txt");
  const DiaryContext context{schema,
                             roster,
                             *base::parse_iso_date("2026-11-16"),
                             "writer",
                             base::Lang::zh,
                             [](const std::string& typed) {
                               return typed == "17" ? std::optional<std::string>("RS2026-00017")
                                                    : std::nullopt;
                             }};
  Read out{make_diary(context, words.words), words.problems};
  out.problems.insert(out.problems.end(), out.made.problems.begin(), out.made.problems.end());
  return out;
}

/// The lines of the problems.
std::string lines_of(const std::vector<base::Problem>& problems) {
  std::vector<std::string> out;
  for (const auto& one : problems) {
    CHECK(one.place.file == "日记.txt");
    CHECK_FALSE(one.way_out.empty());
    out.push_back(std::to_string(one.place.line));
  }
  return base::join(out, " ");
}

const Register& issue(const Read& read, std::size_t index) {
  return std::get<Register>(read.made.issues.at(index).wish);
}

}  // namespace

TEST_CASE("a day with several visits becomes one entry and its issues") {
  const Read of = read(std::string("\xEF\xBB\xBF# 民情日记\n") + kHead +
                       "\n## 走访 户:RS-03-012 村:热水村 方式:上门\n"
                       "老两口在家。\n"
                       "时间: 上午十点\n"
                       "诉求: 自来水浑浊三天了 类别:供水 姓名:\"周 小满\"\n"
                       "  水压也小\n"
                       "当场答复: 已请水务站明天来\n"
                       "关联: 17\n"
                       "## 走访 地点:村部院坝 方式: 会议\n"
                       "当场答复: 问水费怎么交 类别:供水 答复:手机上可以交 也可以去站里\n"
                       "\n## 体会\n多去。\n");
  REQUIRE(lines_of(of.problems).empty());
  const casework::DiaryEntry& entry = of.made.diary.entry;
  CHECK(entry.official == "writer");
  CHECK(to_string(entry.day) == "2026-11-15");
  CHECK(entry.weather == "晴");
  REQUIRE(entry.visits.size() == 2);
  CHECK(entry.visits[0].household->plain == "RS-03-012");
  CHECK(entry.visits[0].area.has_value());
  CHECK(entry.visits[0].said->plain == "老两口在家。\n时间: 上午十点");
  CHECK(entry.visits[0].issues == std::vector<std::string>{"RS2026-00017"});
  CHECK(entry.visits[1].method == Method::meeting);
  CHECK_FALSE(entry.visits[1].said);
  CHECK(entry.remark->plain == "多去。");

  REQUIRE(of.made.issues.size() == 2);
  CHECK(issue(of, 0).visit == 1);
  CHECK(issue(of, 0).particulars.channel == "field_visit");
  CHECK(issue(of, 0).particulars.content.plain == "自来水浑浊三天了 水压也小");
  CHECK(issue(of, 0).particulars.residents.at(0).name->plain == "周 小满");
  CHECK(issue(of, 0).particulars.area == entry.visits[0].area);
  CHECK(issue(of, 0).answered->plain == "已请水务站明天来");
  CHECK(issue(of, 1).visit == 2);
  CHECK(issue(of, 1).particulars.content.plain == "问水费怎么交");
  CHECK(issue(of, 1).answered->plain == "手机上可以交 也可以去站里");

  const auto commands = of.made.commands();
  REQUIRE(commands.size() == 3);
  for (const auto& command : commands) {
    CHECK(command.by == "writer");
    CHECK(command.at == base::Moment{entry.day});
  }
}

TEST_CASE(
    "the first line may be that of a written diary, and entries without an issue are normal") {
  const Read of = read("11月15日 星期日 天气 小雨\n## 走访 村:热水村\n一切都好。\n");
  REQUIRE(lines_of(of.problems).empty());
  CHECK(to_string(of.made.diary.entry.day) == "2026-11-15");
  CHECK(of.made.diary.entry.weather == "小雨");
  CHECK(of.made.issues.empty());
}

TEST_CASE("empty lines of the form say nothing") {
  const Read of =
      read(std::string(kHead) + "走访人: \n## 走访 户: 村:热水村 方式:上门\n诉求: \n当场答复: \n");
  REQUIRE(lines_of(of.problems).empty());
  CHECK_FALSE(of.made.diary.entry.visits.at(0).household);
  CHECK(of.made.issues.empty());
}

TEST_CASE("every fault is named with its line and a way out") {
  struct Case {
    const char* what;
    std::string text;
    const char* lines;
  };
  const std::string head(kHead);
  const std::vector<Case> cases = {
      {"nothing at all", "", "0 0"},
      {"no day", "天气: 晴\n## 走访 村:热水村\n", "0"},
      {"no date", "日期: 前几天\n## 走访 村:热水村\n", "1"},
      {"a day to come", "日期: 2026-11-17\n## 走访 村:热水村\n", "1"},
      {"twice", "日期: 2026-11-15\n日期: 2026-11-14\n## 走访 村:热水村\n", "2"},
      {"a key that is none", "日期: 2026-11-15\n心情: 好\n## 走访 村:热水村\n", "2"},
      {"text in the head", "日期: 2026-11-15\n去了王家\n## 走访 村:热水村\n", "2"},
      {"somebody unknown", "日期: 2026-11-15\n走访人: 无此人\n## 走访 村:热水村\n", "2"},
      {"an unknown section", head + "## 走仿 村:热水村\n## 走访 村:热水村\n", "3"},
      {"nowhere", head + "## 走访\n", "3"},
      {"no key", head + "## 走访 热水村\n", "3 3"},
      {"an unknown village", head + "## 走访 村:没有村\n", "3"},
      {"an unknown way", head + "## 走访 村:热水村 方式:骑马\n", "3"},
      {"no category", head + "## 走访 村:热水村\n诉求: 停水\n", "4"},
      {"a wrong category", head + "## 走访 村:热水村\n\n诉求: 停水 类别:供谁\n", "5"},
      {"an answer to nothing", head + "## 走访 村:热水村\n当场答复: 好的\n", "4"},
      {"two answers",
       head + "## 走访 村:热水村\n诉求: 停水 类别:供水\n当场答复: 一\n当场答复: 二\n", "6"},
      {"a slip that would lose an issue", head + "## 走访 村:热水村\n需求: 停水 类别:供水\n", "4"},
      {"an issue that is not there", head + "## 走访 村:热水村\n关联: 99\n", "4"}};
  for (const Case& one : cases) {
    CAPTURE(one.what);
    CHECK(lines_of(read(one.text).problems) == one.lines);
  }
}

TEST_CASE("words of a line keep together what stands in quotes") {
  CHECK(words_of_line("a  b　c\td") == std::vector<std::string>{"a", "b", "c", "d"});
  CHECK(words_of_line("姓名:\"周 小满\" 他说\"好\"") ==
        std::vector<std::string>{"姓名:周 小满", "他说\"好\""});
}

}  // namespace minqing::intake
