// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "lib/report/figures.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "lib/report/canonical.hpp"
#include "tests/unit/report/sample_issues.hpp"

using namespace minqing;
using namespace minqing::report;
using casework::CloseGround;
using casework::ResultKind;
using casework::Satisfaction;
using M = Metric;

namespace {

using Expected = std::vector<std::pair<Metric, std::int64_t>>;

Expected nonzero(const Counts& counts) {
  Expected out;
  for (std::size_t i = 0; i < kMetrics; ++i) {
    const auto metric = static_cast<Metric>(i);
    if (counts[metric] != 0) out.emplace_back(metric, counts[metric]);
  }
  return out;
}

/// So that a failure can be read.
std::string to_words(Expected expected) {
  std::sort(expected.begin(), expected.end());
  std::string out;
  for (const auto& [metric, count] : expected) {
    out += fmt::format("{} {}\n", base::word_of(words(metric), metric).id, count);
  }
  return out;
}

struct Case {
  const char* says;
  Story story;
  Expected gives;  ///< every count that is not 0
};

Story water(std::string_view on = "11-16") { return Story("RS2026-00001", on); }

/// Handed to the water station and signed for in the week before; leaves signing out of the way.
Story held(std::string_view due) {
  return water("11-10").assigned("11-10", "water", due).signed_for("11-10");
}
Story told(std::string_view on) {
  return held("11-12").resolved("11-11").checked("11-11").fed_back(on);
}

}  // namespace

TEST_CASE("the stages of an issue are counted in the week in which they happen") {
  const Case cases[] = {
      {"registered", water(), {{M::received_count, 1}, {M::closing, 1}, {M::waiting, 1}}},
      {"registered on the last day",
       water("11-22"),
       {{M::received_count, 1}, {M::closing, 1}, {M::waiting, 1}}},
      {"answered without being handed over",
       water().resolved("11-17"),
       {{M::received_count, 1}, {M::resolved, 1}, {M::closing, 1}}},
      {"registered the day after", water("11-23"), {}},
      {"registered before and still in the queue",
       water("11-02"),
       {{M::opening, 1}, {M::closing, 1}, {M::waiting, 1}}},
      {"handed over and signed for in time",
       water().assigned("11-16", "water", "11-26").signed_for("11-17"),
       {{M::received_count, 1},
        {M::assigned, 1},
        {M::sign_due, 1},
        {M::signed_in_time, 1},
        {M::moved_in, 1},
        {M::moved_out, 1},
        {M::closing, 1}}},
      {"spanning the week without a step", held("12-01"), {{M::opening, 1}, {M::closing, 1}}},
      {"finished in one day",
       water("11-10")
           .assigned("11-10", "water", "11-18")
           .finished("11-18", Satisfaction::satisfied),
       {{M::resolved, 1},
        {M::due_count, 1},
        {M::on_time, 1},
        {M::timed, 1},
        {M::handling_days, 6},
        {M::callback_due, 1},
        {M::called_back, 1},
        {M::asked_responded, 1},
        {M::responded, 1},
        {M::asked_solved, 1},
        {M::solved, 1},
        {M::rated, 1},
        {M::satisfied, 1},
        {M::closed, 1},
        {M::closed_satisfied, 1},
        {M::opening, 1}}},
      {"finished before the week", held("11-12").finished("11-12", Satisfaction::satisfied), {}},
  };
  for (const Case& c : cases) {
    INFO(c.says);
    CHECK(to_words(nonzero(figures_of({c.story}).now)) == to_words(c.gives));
  }
}

TEST_CASE("what is due belongs to the week of its deadline") {
  const std::pair<Metric, std::int64_t> opening{M::opening, 1}, closing{M::closing, 1};
  const std::pair<Metric, std::int64_t> timed{M::timed, 1}, result{M::resolved, 1};
  const std::pair<Metric, std::int64_t> due{M::due_count, 1}, on_time{M::on_time, 1};
  const Case cases[] = {
      {"resolved on the last day of the limit",
       held("11-20").resolved("11-20"),
       {opening, closing, timed, result, {M::handling_days, 8}, due, on_time}},
      {"resolved the day after",
       held("11-20").resolved("11-21"),
       {opening, closing, timed, result, {M::handling_days, 8}, due, {M::late, 1}}},
      {"resolved this week, due the next: it counts there",
       held("11-25").resolved("11-18"),
       {opening, closing, timed, result, {M::handling_days, 6}}},
      {"resolved last week, due this week",
       held("11-18").resolved("11-12"),
       {opening, closing, due, on_time}},
      {"due on the last day and open",
       held("11-22"),
       {opening, closing, due, {M::overdue, 1}, {M::overdue_at_end, 1}}},
      {"resolved only after the week: open when it ended",
       held("11-20").resolved("11-24"),
       {opening, closing, due, {M::overdue, 1}, {M::overdue_at_end, 1}}},
      {"due the day after the week", held("11-23"), {opening, closing}},
      {"overdue since the week before", held("11-13"), {opening, closing, {M::overdue_at_end, 1}}},
      {"late result for a deadline of the week before",
       held("11-13").resolved("11-17"),
       {opening, closing, timed, result, {M::handling_days, 5}}},
      {"a limit in hours, kept to the second",
       water("11-10")
           .assigned("11-10", "water", "11-18", 960)
           .signed_for("11-10")
           .resolved("11-18 16:00"),
       {opening, closing, timed, result, {M::handling_days, 6}, due, on_time}},
      {"a limit in hours, missed",
       water("11-10")
           .assigned("11-10", "water", "11-18", 960)
           .signed_for("11-10")
           .resolved("11-18 16:01"),
       {opening, closing, timed, result, {M::handling_days, 6}, due, {M::late, 1}}},
      {"a limit in hours and a result of which only the day is known",
       water("11-10")
           .assigned("11-10", "water", "11-18", 960)
           .signed_for("11-10")
           .resolved("11-18"),
       {opening, closing, timed, result, {M::handling_days, 6}, due, on_time}},
      {"handed to another unit before it was due: the last deadline counts",
       held("11-17").assigned("11-16", "power", "11-19").signed_for("11-16").resolved("11-19"),
       {opening,
        closing,
        timed,
        result,
        {M::handling_days, 3},
        due,
        on_time,
        {M::assigned, 1},
        {M::sign_due, 1},
        {M::signed_in_time, 1},
        {M::moved_in, 1},
        {M::moved_out, 1}}},
      {"handed to another unit after the week: due and open when it ended",
       held("11-17").assigned("11-24", "power", "11-30"),
       {opening, closing, due, {M::overdue, 1}, {M::overdue_at_end, 1}}},
  };
  for (const Case& c : cases) {
    INFO(c.says);
    CHECK(to_words(nonzero(figures_of({c.story}).now)) == to_words(c.gives));
  }
}

TEST_CASE("every round is due by itself, and a closed issue comes back into the books") {
  const Case cases[] = {
      {"the check fails, the second round is late",
       held("11-17")
           .resolved("11-16")
           .reopened("11-17", "water", "11-19")
           .signed_for("11-17")
           .resolved("11-20"),
       {{M::assigned, 1},
        {M::sign_due, 1},
        {M::signed_in_time, 1},
        {M::resolved, 2},
        {M::due_count, 2},
        {M::on_time, 1},
        {M::late, 1},
        {M::timed, 2},
        {M::handling_days, 4 + 3},
        {M::reopened, 1},
        {M::opening, 1},
        {M::closing, 1}}},
      {"closed before, reopened with the same unit",
       held("11-12")
           .finished("11-12", Satisfaction::satisfied)
           .reopened("11-18", "water", "11-27")
           .signed_for("11-18"),
       {{M::assigned, 1},
        {M::sign_due, 1},
        {M::signed_in_time, 1},
        {M::reopened, 1},
        {M::reopened_closed, 1},
        {M::closing, 1}}},
      {"closed before, reopened into the queue",
       held("11-12").finished("11-12", Satisfaction::satisfied).reopened("11-18"),
       {{M::reopened, 1}, {M::reopened_closed, 1}, {M::closing, 1}, {M::waiting, 1}}},
      {"sent back into the queue without having been closed",
       held("11-12").resolved("11-12").reopened("11-18"),
       {{M::reopened, 1},
        {M::moved_in, 1},
        {M::moved_out, 1},
        {M::opening, 1},
        {M::closing, 1},
        {M::waiting, 1}}},
      {"closed twice in the week",
       held("11-12")
           .resolved("11-12")
           .fed_back("11-12")
           .closed("11-16", CloseGround::concluded)
           .reopened("11-17")
           .closed("11-18", CloseGround::explained),
       {{M::callback_due, 1},
        {M::reopened, 1},
        {M::closed, 2},
        {M::closed_concluded, 1},
        {M::closed_explained, 1},
        {M::opening, 1},
        {M::reopened_closed, 1}}},
      {"reopened after the week: closed when it ended",
       held("11-12").resolved("11-12").closed("11-18", CloseGround::explained).reopened("11-24"),
       {{M::closed, 1}, {M::closed_explained, 1}, {M::opening, 1}}},
  };
  for (const Case& c : cases) {
    INFO(c.says);
    CHECK(to_words(nonzero(figures_of({c.story}).now)) == to_words(c.gives));
  }
}

TEST_CASE("a voided issue leaves the figures with the week of its voiding") {
  const Case cases[] = {
      {"registered and voided in the week", water().voided("11-18"), {}},
      {"in the books, then voided after a hand-over and a result",
       held("11-18").resolved("11-17").voided("11-19"),
       {{M::opening, 1}, {M::voided, 1}}},
      {"in the queue, handed over and voided in the week",
       water("11-10").assigned("11-16", "water", "11-19").voided("11-19"),
       {{M::opening, 1}, {M::voided, 1}}},
      {"closed before and voided in the week",
       held("11-12").finished("11-12", Satisfaction::satisfied).voided("11-18"),
       {}},
      {"voided before the week", held("11-18").voided("11-12"), {}},
      {"voided after the week: it was there",
       water().voided("11-23"),
       {{M::received_count, 1}, {M::closing, 1}, {M::waiting, 1}}},
  };
  for (const Case& c : cases) {
    INFO(c.says);
    CHECK(to_words(nonzero(figures_of({c.story}).now)) == to_words(c.gives));
  }
}

TEST_CASE("a signing counts in the week in which its time ends") {
  const std::pair<Metric, std::int64_t> opening{M::opening, 1}, closing{M::closing, 1};
  const Expected received = {{M::received_count, 1},
                             {M::assigned, 1},
                             {M::moved_in, 1},
                             {M::moved_out, 1},
                             {M::closing, 1}};
  const auto with = [&](Expected more) {
    more.insert(more.end(), received.begin(), received.end());
    return more;
  };
  const Case cases[] = {
      {"handed over on Friday, to be signed for on Monday: next week",
       water("11-20").assigned("11-20", "water", "11-26").signed_for("11-20"), with({})},
      {"handed over on Friday of the week before",
       water("11-13").assigned("11-13", "water", "11-26").signed_for("11-16"),
       {opening, closing, {M::sign_due, 1}, {M::signed_in_time, 1}}},
      {"signed for too late", water().assigned("11-16", "water", "11-26").signed_for("11-18"),
       with({{M::sign_due, 1}})},
      {"never signed for", water().assigned("11-16", "water", "11-26"), with({{M::sign_due, 1}})},
      {"signed for after the week", water().assigned("11-16", "water", "11-26").signed_for("11-23"),
       with({{M::sign_due, 1}})},
      {"a result without a signing is left out and counted",
       water().assigned("11-16", "water", "11-26").resolved("11-17"),
       with({{M::sign_missing, 1}, {M::resolved, 1}, {M::timed, 1}, {M::handling_days, 1}})},
      {"taken back before it had to be signed for",
       water()
           .assigned("11-16", "water", "11-26")
           .assigned("11-16", "power", "11-26")
           .signed_for("11-16"),
       {{M::received_count, 1},
        {M::assigned, 2},
        {M::sign_due, 1},
        {M::signed_in_time, 1},
        {M::moved_in, 2},
        {M::moved_out, 2},
        {M::closing, 1}}},
      {"taken back too late",
       water()
           .assigned("11-16", "water", "11-26")
           .assigned("11-18", "power", "11-26")
           .signed_for("11-18"),
       {{M::received_count, 1},
        {M::assigned, 2},
        {M::sign_due, 2},
        {M::signed_in_time, 1},
        {M::moved_in, 2},
        {M::moved_out, 2},
        {M::closing, 1}}},
  };
  for (const Case& c : cases) {
    INFO(c.says);
    CHECK(to_words(nonzero(figures_of({c.story}).now)) == to_words(c.gives));
  }
}

TEST_CASE("call-backs count when the resident is reached, and wait until then") {
  const std::pair<Metric, std::int64_t> opening{M::opening, 1}, closing{M::closing, 1};
  const std::pair<Metric, std::int64_t> wanted{M::callback_due, 1};
  const Case cases[] = {
      {"told this week and not asked", told("11-18"), {opening, closing, wanted}},
      {"told last week and still not asked", told("11-12"), {opening, closing, wanted}},
      {"asked after the week",
       told("11-12").called_back("11-23", Satisfaction::satisfied),
       {opening, closing, wanted}},
      {"asked before the week",
       told("11-12").called_back("11-13", Satisfaction::dissatisfied),
       {opening, closing}},
      {"not reached", told("11-12").unreached("11-17"), {opening, closing, wanted}},
      {"closed as unreached",
       told("11-12").unreached("11-17").closed("11-18", CloseGround::unreached),
       {opening, wanted, {M::closed, 1}, {M::closed_unreached, 1}}},
      {"reached, answers left open",
       told("11-12").called_back("11-17", Satisfaction::fairly_satisfied, {}, false),
       {opening,
        closing,
        wanted,
        {M::called_back, 1},
        {M::asked_solved, 1},
        {M::rated, 1},
        {M::fairly_satisfied, 1}}},
      {"reached and not rated",
       told("11-12").called_back("11-17", Satisfaction::not_rated, false, {}),
       {opening, closing, wanted, {M::called_back, 1}, {M::asked_responded, 1}}},
      {"not told yet", held("11-12").resolved("11-12"), {opening, closing}},
      {"a withdrawn matter need not be asked about",
       held("11-12")
           .resolved("11-12", ResultKind::withdrawn)
           .fed_back("11-12")
           .closed("11-17", CloseGround::withdrawn),
       {opening, {M::closed, 1}, {M::closed_withdrawn, 1}}},
      {"a new round begun before the week ends the waiting",
       told("11-12").reopened("11-13", "water", "11-30").signed_for("11-13"),
       {opening, closing, {M::sign_due, 1}, {M::signed_in_time, 1}}},
  };
  for (const Case& c : cases) {
    INFO(c.says);
    CHECK(to_words(nonzero(figures_of({c.story}).now)) == to_words(c.gives));
  }
}

TEST_CASE("figures stand under the unit that held the issue, its category, channel and nature") {
  const std::vector<Story> stories = {
      Story("RS2026-00001", "11-16")
          .assigned("11-16", "water", "11-18")
          .finished("11-18", Satisfaction::satisfied),
      Story("RS2026-00002", "11-17", "power_supply", "complaint", "visit"),
      Story("RS2026-00003", "11-10", "refuse")
          .assigned("11-10", "street", "11-17")
          .assigned("11-18", "water", "11-20")};
  const Figures figures = figures_of(stories);

  std::vector<std::string> units;
  for (const Group& unit : figures.by(Dimension::unit)) units.push_back(unit.label.zh);
  CHECK(units == std::vector<std::string>{"未交办", "水务站", "综合行政执法队"});

  const Group* queue = figures.find(Dimension::unit, "");
  CHECK(queue->now[M::received_count] == 2);
  CHECK(queue->now[M::moved_out] == 1);
  CHECK(queue->now[M::closing] == 1);
  const Group* station = figures.find(Dimension::unit, "water");
  CHECK(station->now[M::due_count] == 2);
  CHECK(station->now[M::on_time] == 1);
  CHECK(station->now[M::overdue_at_end] == 1);
  CHECK(station->now[M::moved_in] == 2);
  CHECK(station->now[M::closed] == 1);
  const Group* street = figures.find(Dimension::unit, "street");
  CHECK(street->now[M::opening] == 1);
  CHECK(street->now[M::moved_out] == 1);
  CHECK(street->now[M::due_count] == 0);

  CHECK(figures.find(Dimension::category, "utilities")->now[M::received_count] == 2);
  CHECK(figures.find(Dimension::subcategory, "power_supply")->now[M::received_count] == 1);
  CHECK(figures.find(Dimension::subcategory, "power_supply")->parent == "utilities");
  CHECK(figures.find(Dimension::nature, "complaint")->now[M::received_count] == 1);
  CHECK(figures.find(Dimension::channel, "call")->now[M::received_count] == 1);
  CHECK(figures.find(Dimension::unit, "office") == nullptr);
}

TEST_CASE("issues that came through a contact card are counted by its number") {
  std::vector<Story> stories = {
      Story("RS2026-00001", "11-16").assigned("11-16", "water", "11-18"),
      Story("RS2026-00002", "11-17"), Story("RS2026-00003", "11-17"),
      Story("RS2026-00004", "11-10", "refuse").assigned("11-10", "street", "11-17")};
  CHECK_FALSE(has_cards(figures_of(stories)));
  CHECK(canonical_figures(figures_of(stories)).dump().find("card") == std::string::npos);

  stories[0].issue().particulars.card = "LK00002";
  stories[2].issue().particulars.card = "LK00001";
  stories[3].issue().particulars.card = "LK00002";
  const Figures figures = figures_of(stories);
  CHECK(has_cards(figures));
  std::vector<std::string> cards;
  for (const Group& card : figures.by(Dimension::card)) cards.push_back(card.label.zh);
  CHECK(cards == std::vector<std::string>{"没有卡", "LK00001", "LK00002"});
  const Group* second = figures.find(Dimension::card, "LK00002");
  CHECK(second->now[M::opening] == 1);
  CHECK(second->now[M::received_count] == 1);
  CHECK(second->now[M::due_count] == 2);
  CHECK(second->now[M::closing] == 2);
  CHECK(figures.find(Dimension::card, "")->now[M::received_count] == 1);
  CHECK(numbers_behind(figures, M::closing, Dimension::card, "LK00002") ==
        std::vector<std::string>{"RS2026-00001", "RS2026-00004"});
}

TEST_CASE("the issues behind a figure are named, for the whole and for a group") {
  const Figures figures = figures_of(
      std::vector<Story>{Story("RS2026-100000", "11-17", "refuse"), Story("RS2026-00002", "11-16"),
                         Story("RS2026-00001", "11-18").assigned("11-18", "water", "11-20")});
  using Numbers = std::vector<std::string>;
  CHECK(numbers_behind(figures, M::received_count) ==
        Numbers{"RS2026-00001", "RS2026-00002", "RS2026-100000"});
  CHECK(numbers_behind(figures, M::overdue, Dimension::unit, "water") == Numbers{"RS2026-00001"});
  CHECK(numbers_behind(figures, M::received_count, Dimension::category, "environment") ==
        Numbers{"RS2026-100000"});
  CHECK(numbers_behind(figures, M::closing, Dimension::unit, "") ==
        Numbers{"RS2026-00002", "RS2026-100000"});
  CHECK(numbers_behind(figures, M::overdue, Dimension::unit, "nobody").empty());
  CHECK(numbers_behind(figures, M::closed).empty());
}

TEST_CASE("the week before is counted by the same rules") {
  const std::vector<Story> stories = {held("11-13").resolved("11-17"), water("11-09"), water()};
  const Figures figures = figures_of(stories);
  const Figures before = figures_of(stories, figures.before);
  CHECK(figures.before == base::Period{day("2026-11-09"), day("2026-11-16")});
  CHECK(figures.earlier == before.now);
  CHECK(figures.earlier[M::received_count] == 2);
  CHECK(figures.earlier[M::overdue] == 1);
  CHECK(figures.find(Dimension::unit, "water")->before ==
        before.find(Dimension::unit, "water")->now);
  CHECK(figures.earlier[M::closing] == figures.now[M::opening]);
}

TEST_CASE("a month is compared with the month before when the question says so") {
  const base::Period november = {day("2026-11-01"), day("2026-12-01")};
  const base::Period october = {day("2026-10-01"), day("2026-11-01")};
  const FigureQuestion question{sample_schema(), sample_roster(), shipped_calendar(), november,
                                october};
  const Story story = water("10-01");
  const Figures figures = compute(question, [&](base::Date since, const auto& act) {
    CHECK(since == october.from);
    act(story.issue());
  });
  CHECK(figures.earlier[M::received_count] == 1);
  CHECK(figures.now[M::received_count] == 0);
}

TEST_CASE("handling takes working days from the hand-over to the result") {
  const auto handled = [](std::string number, std::string_view from, std::string_view to) {
    return Story(std::move(number), from)
        .assigned(from, "water", "11-30")
        .signed_for(from)
        .resolved(to);
  };
  const Figures figures =
      figures_of(std::vector<Story>{handled("RS2026-00001", "11-16", "11-16"),  // the same day: 0
                                    handled("RS2026-00002", "11-13", "11-16"),  // over a weekend: 1
                                    handled("RS2026-00003", "11-11", "11-20"),  // 7
                                    handled("RS2026-00004", "11-16", "11-18")});  // 2
  CHECK(mean_handling_time(figures.now) == Ratio{10, 4});
  CHECK(figures.handling.median == Ratio{3, 2});
  CHECK(figures.handling.longest == 7);
  CHECK(figures_of(std::vector<Story>{handled("RS2026-00001", "11-16", "11-18")}).handling.median ==
        Ratio{2, 1});
}

TEST_CASE("rates are those of the published bulletins") {
  Counts tianmen;  // 天门 2016-12: 应结案 972, 结案 911, 按期 737
  tianmen.add(M::due_count, 972);
  tianmen.add(M::on_time, 737);
  tianmen.add(M::late, 911 - 737);
  tianmen.add(M::overdue, 972 - 911);
  CHECK(format_rate(resolve_rate(tianmen)) == "93.72%");
  CHECK(format_rate(on_time_rate(tianmen)) == "75.82%");
  CHECK(format_rate(overdue_rate(tianmen)) == "24.18%");

  Counts lianyungang;  // 连云港 2017-04
  lianyungang.add(M::due_count, 24932);
  lianyungang.add(M::on_time, 22345);
  lianyungang.add(M::late, 23974 - 22345);
  CHECK(format_rate(resolve_rate(lianyungang)) == "96.16%");
  CHECK(format_rate(on_time_rate(lianyungang)) == "89.62%");

  Counts signing;  // 连云港: “7件工单中1件超时签收”
  signing.add(M::sign_due, 7);
  signing.add(M::signed_in_time, 6);
  CHECK(format_rate(sign_rate(signing)) == "85.71%");
}

TEST_CASE("基本满意 weighs what the schema says, in whole numbers") {
  Counts counts;
  counts.add(M::rated, 4);
  counts.add(M::very_satisfied, 1);
  counts.add(M::satisfied, 1);
  counts.add(M::fairly_satisfied, 1);
  counts.add(M::dissatisfied, 1);
  CHECK(satisfaction_rate(counts, 90) == Ratio{290, 400});
  CHECK(format_rate(satisfaction_rate(counts, 90)) == "72.50%");
  CHECK(format_rate(satisfaction_rate(counts, 100)) == "75.00%");
  CHECK(format_rate(satisfaction_rate(counts, 0)) == "50.00%");
}

TEST_CASE("nothing to divide by is no rate") {
  const Counts none;
  for (const Ratio ratio :
       {resolve_rate(none), on_time_rate(none), overdue_rate(none), sign_rate(none),
        callback_rate(none), response_rate(none), solve_rate(none), reopen_rate(none),
        satisfaction_rate(none, 90), mean_handling_time(none)}) {
    CHECK(format_rate(ratio) == kNoFigure);
  }
}

TEST_CASE("the top categories are those with the most issues, ties in the order of the schema") {
  std::vector<Group> groups(4);
  const std::int64_t received[] = {2, 5, 2, 0};
  for (std::size_t i = 0; i < groups.size(); ++i) {
    groups[i].id = fmt::format("{}", i);
    groups[i].now.add(M::received_count, received[i]);
  }
  const auto ids = [&](std::size_t most) {
    std::string out;
    for (const Group* group : top_received(groups, most)) out += group->id;
    return out;
  };
  CHECK(ids(1) == "1");
  CHECK(ids(2) == "10");
  CHECK(ids(9) == "102");
}

TEST_CASE("lists name issues by number and category, and of confidential ones less") {
  const Figures figures = figures_of(std::vector<Story>{
      Story("RS2026-00002", "11-02").in_village("431026101201").assigned("11-02", "water", "11-12"),
      Story("RS2026-00001", "11-02").assigned("11-02", "power", "11-22"),
      Story("RS2026-00003", "11-02", "conduct", "accusation")
          .confidential()
          .in_village("431026101201")
          .assigned("11-02", "office", "11-20"),
      Story("RS2026-00004", "11-02")
          .assigned("11-02", "water", "11-17")
          .resolved("11-18", ResultKind::explained)
          .closed("11-19", CloseGround::explained)});
  REQUIRE(figures.overdue.size() == 3);
  const OverdueLine& longest = figures.overdue[0];
  CHECK(longest.issue.number == "RS2026-00002");
  CHECK(longest.issue.category.zh == "供水");
  CHECK(longest.issue.village.zh == "清溪村");
  CHECK(longest.issue.unit.zh == "水务站");
  CHECK(longest.calendar_days == 10);
  CHECK(longest.working_days == 6);
  CHECK(figures.overdue[1].issue.number == "RS2026-00003");
  CHECK(figures.overdue[1].issue.category.zh == "保密件");
  CHECK(figures.overdue[1].issue.village.empty());
  CHECK(figures.overdue[1].calendar_days == 2);
  CHECK(figures.overdue[1].working_days == 0);
  CHECK(figures.overdue[2].calendar_days == 0);  // ran out on the last day
  REQUIRE(figures.closed.size() == 1);
  CHECK(figures.closed[0].result == ResultKind::explained);
  CHECK(figures.closed[0].ground == CloseGround::explained);
  CHECK(figures.closed[0].closed_on == day("2026-11-19"));
}

TEST_CASE("dates that contradict each other leave a difference that is reported") {
  Story story = held("11-18");
  story.resolved("11-17").closed("11-18", CloseGround::explained);
  story.issue().rounds[0].closed_at->date = day("2026-11-05");  // before it was registered
  const Figures figures = figures_of({story});
  REQUIRE(figures.unbalanced.size() == 0);  // out of the books before and after: nothing to add up

  Story returning = held("11-12");
  returning.resolved("11-12").closed("11-13", CloseGround::explained).reopened("11-18");
  returning.issue().rounds[1].opened_at.date = day("2026-11-11");  // reopened before it was closed
  returning.issue().rounds[1].assignments.clear();
  returning.issue().rounds[0].closed_at->date = day("2026-11-17");
  const Figures broken = figures_of({returning});
  REQUIRE(broken.unbalanced.size() == 2);
  CHECK(broken.unbalanced[0].dimension == Dimension::unit);
  CHECK(broken.unbalanced[1].dimension == Dimension::category);
  CHECK(broken.unbalanced[1].id == "utilities");
  CHECK(broken.unbalanced[1].difference == -1);
}

TEST_CASE("canonical figures are numbers, ids and issue numbers") {
  const Figures figures = figures_of({held("11-20").resolved("11-20")});
  const std::string counts =
      R"({"closing":1,"due_count":1,"handling_days":8,"on_time":1,"opening":1,"resolved":1,"timed":1})";
  const std::string before =
      R"({"assigned":1,"closing":1,"moved_in":1,"moved_out":1,"received_count":1,"sign_due":1,"signed_in_time":1})";
  const std::string both = R"({"before":)" + before + R"(,"now":)" + counts + "}";
  const base::Json json = canonical_figures(figures);
  CHECK(json.at("total").dump() == both);
  CHECK(json.at("by").at("category").dump() == R"({"utilities":)" + both + "}");
  CHECK(json.at("period").dump() == R"({"from":"2026-11-16","to":"2026-11-23"})");
  CHECK(json.dump().find("林小满") == std::string::npos);
  CHECK(json.dump().find("水务站") == std::string::npos);
  CHECK(figures_digest(figures).size() == 64);
  CHECK(figures_digest(figures) != figures_digest(figures_of({held("11-20")})));
}
