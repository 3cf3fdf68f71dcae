// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "lib/report/weekly.hpp"

#include "lib/base/file.hpp"
#include "lib/report/render_html.hpp"
#include "lib/report/render_text.hpp"
#include "lib/report/weekly_period.hpp"
#include "lib/report/weekly_words.hpp"
#include "tests/unit/report/sample_issues.hpp"

using namespace minqing;
using namespace minqing::report;
using casework::CloseGround;
using casework::Satisfaction;

namespace {

std::string golden_page(const std::string& name) {
  return base::read_file(std::string(MINQING_SOURCE_DIR) + "/tests/unit/report/golden/" + name,
                         1 << 20);
}

WeeklyContext context(base::Lang language = base::Lang::zh) {
  WeeklyContext out;
  out.language = language;
  out.bulletin = sample_schema().bulletin;
  out.ledger_name = language == base::Lang::zh ? "清河镇民情台账" : "Qinghe ledger";
  out.as_of = 1234;
  out.head = "3f9ca21e77b04d15c8e290aa1b6f5e34d0c78812aabbccddeeff001122334455";
  out.schema_digest = "4b1d09e7c2a85f10aabbccdd";
  out.number = 47;
  return out;
}

std::string printed(const std::vector<Story>& stories, const WeeklyContext& of = context()) {
  return render_text(weekly_bulletin(figures_of(stories), of), 400);
}

bool says(const std::string& text, std::string_view words) {
  return text.find(words) != std::string::npos;
}

/// `count` issues of a unit, due in the week; the first `on_time` of them in time.
void add_due(std::vector<Story>& stories, const std::string& unit, int count, int on_time) {
  for (int i = 0; i < count; ++i) {
    Story story(fmt::format("RS2026-{:05}", stories.size() + 1), "11-10");
    story.assigned("11-10", unit, "11-17").signed_for("11-10");
    story.resolved(i < on_time ? "11-17" : "11-18");
    stories.push_back(std::move(story));
  }
}

}  // namespace

TEST_CASE("a weekly bulletin in Chinese and in English") {
  const Figures figures = figures_of(sample_week());
  CHECK(render_text(weekly_bulletin(figures, context())) == golden_page("weekly_zh.txt"));
  CHECK(render_text(weekly_bulletin(figures, context(base::Lang::en))) ==
        golden_page("weekly_en.txt"));
}

TEST_CASE("no resident stands in a bulletin, in any format") {
  const Figures figures = figures_of(sample_week());
  for (const base::Lang language : {base::Lang::zh, base::Lang::en}) {
    const Document document = weekly_bulletin(figures, context(language));
    for (const std::string& page : {render_text(document), render_html(document)}) {
      for (const char* personal : {"林小满", "13800000001", "自来水浑浊", "更换滤料"}) {
        CHECK_FALSE(says(page, personal));
      }
    }
  }
}

TEST_CASE("a week without any issue reads as one") {
  const std::string text = printed({});
  CHECK(says(text, "本周没有受理新的群众诉求（上周0件）。"));
  CHECK(says(text, "本周没有到期应办结的事项。"));
  CHECK(says(text, "没有超期未办结事项。"));
  CHECK(says(text, "（无）"));
  CHECK_FALSE(says(text, "0.00%"));
  CHECK_FALSE(says(text, "100.00%"));
}

TEST_CASE("units are named at 100 % and below the floor, small ones in counts") {
  std::vector<Story> stories;
  add_due(stories, "water", 5, 5);
  add_due(stories, "power", 10, 9);  // exactly at the floor of 90 %: not named
  add_due(stories, "street", 8, 7);  // 87.5 %
  add_due(stories, "qingxi", 4, 4);  // fewer than five
  add_due(stories, "office", 2, 0);
  const std::string text = printed(stories);
  CHECK(says(text, "按时办结率100%的有1个单位：水务站（5件）。"));
  CHECK(says(text, "按时办结率低于90%的有1个单位：综合行政执法队87.50%（应办结8件、按时7件）。"));
  CHECK(says(text,
             "应办结不足5件的单位只列件数：全部按时的有清溪村4件；有超期的是"
             "党政综合办公室应办结2件、按时0件。"));
  CHECK_FALSE(says(text, "供电所90.00%"));

  std::vector<Story> between;
  add_due(between, "power", 10, 9);
  CHECK(says(printed(between), "没有单位低于90%。"));
}

TEST_CASE("a change is in percent, in issues where numbers are small, and never from nothing") {
  struct {
    std::int64_t now, before;
    const char* zh;
    const char* en;
  } const cases[] = {
      {506, 420, "较上周上升20.48%", "up 20.48% on the week before"},
      {6, 5, "较上周上升20.00%", "up 20.00% on the week before"},
      {6, 4, "较上周增加2件", "2 more than in the week before"},
      {4, 6, "较上周减少2件", "2 fewer than in the week before"},
      {12, 0, "上周为0件", "none in the week before"},
      {7, 7, "与上周持平", "the same as in the week before"},
      {0, 0, "与上周持平", "the same as in the week before"},
  };
  for (const auto& c : cases) {
    CHECK(change_in_words(c.now, c.before, 5) == base::Text{c.zh, c.en});
  }
}

TEST_CASE("rates change in percentage points") {
  CHECK(points_in_words({9, 10}, {8, 10}).zh == "，较上周上升10.00个百分点");
  CHECK(points_in_words({8, 10}, {9, 10}).en ==
        ", down 10.00 percentage points on the week before");
  CHECK(points_in_words({8, 10}, {4, 5}).zh == "，与上周持平");
  CHECK(points_in_words({8, 10}, {0, 0}).empty());
}

TEST_CASE("days are written as in official papers") {
  const auto span = [](const char* a, const char* b) { return span_of_days(day(a), day(b)); };
  CHECK(span("2026-11-16", "2026-11-22") ==
        base::Text{"2026年11月16日—11月22日", "16 to 22 November 2026"});
  CHECK(span("2026-11-30", "2026-12-06") ==
        base::Text{"2026年11月30日—12月6日", "30 November to 6 December 2026"});
  CHECK(span("2026-12-28", "2027-01-03") ==
        base::Text{"2026年12月28日—2027年1月3日", "28 December 2026 to 3 January 2027"});
}

TEST_CASE("means and medians are exact") {
  CHECK(two_decimals({36, 13}) == "2.77");
  CHECK(two_decimals({1, 200}) == "0.01");
  CHECK(two_decimals({0, 0}) == "0.00");
  CHECK(short_decimals({3, 1}) == "3");
  CHECK(short_decimals({5, 2}) == "2.5");
}

TEST_CASE("the hot topics are those of the schema's number, with their share") {
  std::vector<Story> stories;
  for (int i = 0; i < 6; ++i) {
    stories.push_back(Story(fmt::format("RS2026-{:05}", i + 1), "11-16",
                            i < 3   ? "water_supply"
                            : i < 5 ? "refuse"
                                    : "conduct"));
  }
  WeeklyContext two = context();
  two.bulletin.top_categories = 2;
  const std::string text = printed(stories, two);
  CHECK(says(text,
             "受理较多的是：公用设施3件（占50.00%，均为供水）、环境市容2件（占33.33%，均为垃圾"
             "清运）；2类合计5件，占83.33%。"));
  CHECK(says(text, "与上周相比，公用设施增加3件、环境市容增加2件。"));
}

TEST_CASE("overdue issues beyond five stand in the annex, and an old year is written out") {
  std::vector<Story> stories;
  for (int i = 0; i < 7; ++i) {
    stories.push_back(Story(fmt::format("RS2026-{:05}", i + 1), "11-02")
                          .assigned("11-02", "water", fmt::format("11-{:02}", 10 + i))
                          .signed_for("11-02"));
  }
  const std::string text = printed(stories);
  CHECK(says(text,
             "超期未办结7件（本周到期1件、以前到期6件），涉及水务站7件。"
             "超期最久的5件如下，全部清单见附件2："));
  CHECK(says(text, "5.RS2026-00005（供水，水务站）：时限11月14日，已超期8天（5个工作日）。"));
  CHECK_FALSE(says(text, "6.RS2026-00006"));

  const base::Period new_year = {day("2027-01-04"), day("2027-01-11")};
  const Document document = weekly_bulletin(figures_of(stories, new_year), context());
  CHECK(says(render_text(document, 400), "时限2026年11月10日"));
  CHECK(document.title == "2027年第1周群众诉求办理情况通报");
}

TEST_CASE("books that do not balance make a draft that says so") {
  Story story = Story("RS2026-00001", "11-10").assigned("11-10", "water", "11-18");
  story.resolved("11-12").closed("11-13", CloseGround::explained).reopened("11-18");
  const std::vector<Story> sound = {story};
  CHECK(weekly_bulletin(figures_of(sound), context()).mark.empty());
  CHECK(says(printed(sound), "各单位、各类别逐行相符。"));

  story.issue().rounds[0].closed_at->date = day("2026-11-17");
  story.issue().rounds[1].opened_at.date = day("2026-11-11");  // reopened before it was closed
  const std::vector<Story> broken = {story};
  const Document draft = weekly_bulletin(figures_of(broken), context());
  CHECK(draft.mark == "草稿");
  const std::string text = render_text(draft, 400);
  CHECK(says(text, "台账收支不平，本通报只是草稿，查明之前不得印发。"));
  CHECK(says(text, "诉求类别“公用设施”：期初加减各项与期末相差-1件。"));
  CHECK_FALSE(says(text, "各单位、各类别逐行相符。"));
  CHECK(weekly_bulletin(figures_of(broken), context(base::Lang::en)).mark == "DRAFT");
}

TEST_CASE("number, issuer, date and next steps may be given") {
  const Figures figures = figures_of(std::vector<Story>{});
  WeeklyContext given = context();
  given.number.reset();
  CHECK(weekly_bulletin(figures, given).number.empty());
  CHECK(weekly_bulletin(figures, given).issued_on == "2026年11月23日");
  given.number = 3;
  given.signed_on = day("2027-01-02");
  given.issuer = "清河镇人民政府";
  given.next_steps = {"水务站于11月27日前更换滤料。"};
  const Document document = weekly_bulletin(figures, given);
  CHECK(document.number == "清政督〔2027〕3号");
  CHECK(document.issued_on == "2027年1月2日");
  CHECK(document.issuer == "清河镇人民政府");
  const std::string text = render_text(document, 400);
  CHECK(says(text, "1.水务站于11月27日前更换滤料。"));
  CHECK_FALSE(says(text, "逐件说明原因"));
}

TEST_CASE("the paper anchors the ledger") {
  const std::string text = printed({});
  CHECK(says(text, "3f9c a21e 77b0 4d15 c8e2 90aa 1b6f 5e34 d0c7 8812"));
  CHECK_FALSE(says(text, "8812 aabb"));
  CHECK(says(text, "4b1d 09e7 c2a8 5f10"));
  CHECK(says(text, "第1234条记录"));
  CHECK(says(text, "本通报不含诉求人姓名电话。"));
}

TEST_CASE("a bulletin is a function of its figures and its context") {
  const Figures figures = figures_of(sample_week());
  CHECK(render_html(weekly_bulletin(figures, context())) ==
        render_html(weekly_bulletin(figures_of(sample_week()), context())));
}

TEST_CASE("a week begins on the day that the schema says") {
  struct {
    const char* date;
    int week_start;
    const char* from;
  } const cases[] = {
      {"2026-11-16", 1, "2026-11-16"}, {"2026-11-22", 1, "2026-11-16"},
      {"2026-11-23", 1, "2026-11-23"}, {"2026-11-16", 5, "2026-11-13"},
      {"2026-11-19", 5, "2026-11-13"}, {"2026-11-20", 5, "2026-11-20"},
      {"2026-11-22", 7, "2026-11-22"}, {"2026-11-21", 7, "2026-11-15"},
      {"2027-01-01", 1, "2026-12-28"},
  };
  for (const auto& c : cases) {
    INFO(c.date << ", start " << c.week_start);
    const base::Period week = week_containing(day(c.date), c.week_start);
    CHECK(base::to_string(week.from) == c.from);
    CHECK(week.to - week.from == 7);
    CHECK(week.contains(day(c.date)));
  }
  schema::Schema friday = sample_schema();
  friday.bulletin.week_start = 5;
  CHECK(week_period(friday, day("2026-11-19")) == week_containing(day("2026-11-19"), 5));
}

TEST_CASE("a week that does not begin on Monday has no number in its title") {
  const base::Period week = week_containing(day("2026-11-19"), 5);
  const Document document = weekly_bulletin(figures_of(std::vector<Story>{}, week), context());
  CHECK(document.title == "群众诉求办理情况周通报");
  CHECK(document.subtitle == "（2026年11月13日—11月19日）");
}
