// SPDX-License-Identifier: MIT
#include "lib/report/weekly_units.hpp"

namespace minqing::report {

namespace {

using base::text;
using base::Text;

Text reached(const WeeklyPage& page) {
  const std::int64_t due = page.now(Metric::callback_due);
  const std::int64_t count = page.now(Metric::called_back);
  const Text counts = text("本周应回访{}，有效回访{}件",
                           "{0} {2} due for a call-back; in {1} the resident was reached",
                           issues(due), count, were(due));
  if (!page.enough(due)) return joined({counts, text("。", ". ")});
  return text("{}，回访率{}。", "{} ({}). ", counts,
              format_rate(callback_rate(page.figures().now)));
}

/// `响应率100.00%`, or `已联系3件`, with the number who were asked where that is not everybody.
Text answer(const WeeklyPage& page, const Text& rate_name, const Text& count_name, Ratio ratio) {
  if (page.enough(ratio.denominator)) {
    return text("{}{}", "{} {}", rate_name, format_rate(ratio));
  }
  const Text count = named(count_name, ratio.numerator);
  if (ratio.denominator == page.now(Metric::called_back)) return count;
  return text("{}（问到{}件）", "{} of {}", count, ratio.denominator);
}

Text answers(const WeeklyPage& page) {
  const Counts& now = page.figures().now;
  std::vector<Text> parts;
  if (response_rate(now).denominator > 0) {
    parts.push_back(answer(page, text("响应率", "response rate"), text("已联系", "contacted"),
                           response_rate(now)));
  }
  if (solve_rate(now).denominator > 0) {
    parts.push_back(
        answer(page, text("解决率", "solution rate"), text("已解决", "solved"), solve_rate(now)));
  }
  if (parts.empty()) return {};
  return text("诉求人答复中，{}。", "Residents' answers: {}. ", listed(parts));
}

Text ratings(const WeeklyPage& page) {
  const std::int64_t rated = page.now(Metric::rated);
  if (rated == 0) return {};
  std::vector<Text> levels;
  for (std::size_t i = 0; i < 5; ++i) {
    const auto metric = static_cast<Metric>(static_cast<std::size_t>(Metric::very_satisfied) + i);
    if (page.now(metric) == 0) continue;
    levels.push_back(named(label_of(static_cast<casework::Satisfaction>(i)), page.now(metric)));
  }
  const Text counts = text("作出评价{}件：{}", "{} gave a rating: {}", rated, listed(levels));
  if (!page.enough(rated)) return joined({counts, text("。", ". ")});
  const Text rate = page.rate(text("满意率", "satisfaction"), page.satisfaction(page.figures().now),
                              page.satisfaction(page.figures().earlier), Metric::rated);
  return text("{}；{}。", "{}; {}. ", counts, rate);
}

Text dissatisfying_units(const WeeklyPage& page) {
  const std::int64_t floor = page.context().bulletin.satisfaction_floor;
  const std::vector<Text> below = phrases(
      units_with(page.figures(), Metric::rated),
      [&](const Group& unit) {
        return page.enough(unit.now[Metric::rated]) && is_below(page.satisfaction(unit.now), floor);
      },
      [&](const Group& unit) {
        return text("{}{}（评价{}件）", "{} {} ({} rated)", unit.label,
                    format_rate(page.satisfaction(unit.now)), unit.now[Metric::rated]);
      });
  if (below.empty()) return {};
  return text("满意率低于{}%的单位：{}。", "Satisfaction below {}%: {}. ", floor, listed(below));
}

Text redone(const WeeklyPage& page) {
  const std::int64_t count = page.now(Metric::reopened);
  if (count == 0) return text("本周没有退回重办的事项。", "Nothing had to be handled again.");
  const Text counts = text("退回重办{}", "{} {} to be handled again", issues(count),
                           Text{"", count == 1 ? "has" : "have"});
  if (!page.enough(page.now(Metric::resolved))) return joined({counts, text("。", ".")});
  return text("{}，重办率{}。", "{} ({} of the results reported).", counts,
              format_rate(reopen_rate(page.figures().now)));
}

}  // namespace

void write_call_backs(WeeklyPage& page) {
  page.heading(2, text("回访评价", "Call-backs"));
  if (page.now(Metric::callback_due) == 0) {
    page.paragraph(
        joined({text("本周没有应回访的事项。", "No call-backs were due. "), redone(page)}));
    return;
  }
  page.paragraph(joined(
      {reached(page), ratings(page), answers(page), dissatisfying_units(page), redone(page)}));
}

}  // namespace minqing::report
