// SPDX-License-Identifier: MIT
#include <algorithm>

#include "lib/report/weekly_page.hpp"

namespace minqing::report {

namespace {

using base::text;
using base::Text;

constexpr std::size_t kNamed = 5;  // the others stand in the annex

/// `RS2026-00012（供水，水务站）：时限11月12日，已超期10天（6个工作日）。`
Text line_of(const WeeklyPage& page, const OverdueLine& line) {
  const Text what =
      text("{}（{}，{}）", "{} ({}, {})", line.issue.number, line.issue.category, line.issue.unit);
  const bool is_of_year = base::year_of(line.due.on) == base::year_of(page.last_day());
  const Text due =
      text("时限{}", "due {}", is_of_year ? month_day(line.due.on) : full_date(line.due.on));
  if (line.calendar_days == 0) {
    return text("{}：{}，当日期满未报结果。", "{}: {}, ran out on the last day.", what, due);
  }
  return text("{}：{}，已超期{}天（{}个工作日）。", "{0}: {1}, {2} {4} overdue ({3} working).",
              what, due, line.calendar_days, line.working_days,
              Text{"", line.calendar_days == 1 ? "day" : "days"});
}

/// `水务站1件、供电所2件`
Text overdue_by_unit(const WeeklyPage& page) {
  std::vector<Text> parts;
  for (const Group& unit : page.figures().by(Dimension::unit)) {
    const std::int64_t count = unit.now[Metric::overdue_at_end];
    if (count > 0) parts.push_back(named(unit.label, count));
  }
  return listed(parts);
}

Text which_follow(std::size_t count) {
  if (count <= kNamed) return text("具体如下（清单见附件2）：", "They are, as in Annex 2:");
  return text("超期最久的{}件如下，全部清单见附件2：",
              "The {} longest overdue follow, all of them in Annex 2:", kNamed);
}

void write_overdue(WeeklyPage& page) {
  const std::int64_t overdue = page.now(Metric::overdue_at_end);
  if (overdue == 0) {
    page.paragraph(text("{}，没有超期未办结事项。", "Nothing was overdue {1}.", page.at_the_end(),
                        page.at_the_end()));
    return;
  }
  const std::int64_t of_week = page.now(Metric::overdue);
  const auto& lines = page.figures().overdue;
  page.paragraph(text("{}，超期未办结{}", "{1} {2} overdue {0}", page.at_the_end(), issues(overdue),
                      were(overdue)),
                 text("（本周到期{}件、以前到期{}件），涉及{}。{}",
                      " ({} fell due this week, {} before): {}. {}", of_week, overdue - of_week,
                      overdue_by_unit(page), which_follow(lines.size())));
  List list;
  list.numbered = true;
  for (std::size_t i = 0; i < std::min(kNamed, lines.size()); ++i) {
    list.items.push_back({{page.say(line_of(page, lines[i]))}});
  }
  page.put(std::move(list));
}

/// What went wrong besides, in counts; nothing when nothing did.
void write_other_faults(WeeklyPage& page) {
  std::vector<Text> parts;
  const auto add = [&](std::int64_t count, const Text& words) {
    if (count > 0) parts.push_back(words);
  };
  const std::int64_t late_signed = page.now(Metric::sign_due) - page.now(Metric::signed_in_time);
  const std::int64_t unsolved = page.now(Metric::asked_solved) - page.now(Metric::solved);
  const std::int64_t dissatisfied =
      page.now(Metric::dissatisfied) + page.now(Metric::very_dissatisfied);
  add(late_signed, text("未按时签收{}件次", "{} not signed for in time", late_signed));
  add(unsolved, text("诉求人反映未解决{}件", "{} not solved as residents say", unsolved));
  add(dissatisfied, text("评价不满意{}件", "{} with a dissatisfied resident", dissatisfied));
  if (!parts.empty()) page.paragraph(text("另有{}。", "Besides: {}.", listed(parts)));
}

void write_imbalance(WeeklyPage& page) {
  if (page.figures().unbalanced.empty()) return;
  page.paragraph(
      text("台账收支不平，本通报只是草稿，查明之前不得印发。",
           "The books do not balance: this is a draft and must not be circulated. "),
      text("差额见附件4；请运行 verify 验账。", "Annex 4 shows the difference; run 'verify'."));
}

}  // namespace

void write_problems(WeeklyPage& page) {
  page.heading(1, text("存在问题", "Problems"));
  write_overdue(page);
  write_other_faults(page);
  write_imbalance(page);
}

}  // namespace minqing::report
