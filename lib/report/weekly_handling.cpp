// SPDX-License-Identifier: MIT
#include <algorithm>

#include "lib/report/weekly_page.hpp"

namespace minqing::report {

namespace {

using base::text;
using base::Text;

constexpr std::size_t kBars = 12;  // more cannot be taken in at a glance

std::vector<const Group*> units_with(const Figures& figures, Metric metric) {
  std::vector<const Group*> out;
  for (const Group& unit : figures.by(Dimension::unit)) {
    if (unit.now[metric] > 0) out.push_back(&unit);
  }
  return out;
}

bool is_all_on_time(const Group& unit) {
  return unit.now[Metric::on_time] == unit.now[Metric::due_count];
}

bool is_below(Ratio ratio, std::int64_t floor_percent) {
  return 100 * ratio.numerator < floor_percent * ratio.denominator;
}

template <class Which, class Words>
std::vector<Text> phrases(const std::vector<const Group*>& units, Which which, Words words) {
  std::vector<Text> out;
  for (const Group* unit : units) {
    if (which(*unit)) out.push_back(words(*unit));
  }
  return out;
}

Text units_counted(std::size_t count) {
  return text("{}个单位", "{} {}", count, Text{"", count == 1 ? "unit" : "units"});
}

/// Units with enough issues due: those at 100 % and those below the floor, by name.
Text compared_units(const WeeklyPage& page, const std::vector<const Group*>& units) {
  const std::int64_t floor = page.context().bulletin.on_time_floor;
  const auto compared = [&](const Group& unit) { return page.enough(unit.now[Metric::due_count]); };
  const std::vector<Text> full = phrases(
      units, [&](const Group& unit) { return compared(unit) && is_all_on_time(unit); },
      [](const Group& unit) {
        return text("{}（{}件）", "{} ({})", unit.label, unit.now[Metric::due_count]);
      });
  const std::vector<Text> below = phrases(
      units,
      [&](const Group& unit) { return compared(unit) && is_below(on_time_rate(unit.now), floor); },
      [](const Group& unit) {
        return text("{}{}（应办结{}件、按时{}件）", "{0} {1} ({3} of {2})", unit.label,
                    format_rate(on_time_rate(unit.now)), unit.now[Metric::due_count],
                    unit.now[Metric::on_time]);
      });
  Text out;
  if (!full.empty()) {
    out = text("按时办结率100%的有{}：{}。", "{} resolved everything in time: {}. ",
               units_counted(full.size()), listed(full));
  }
  if (!below.empty()) {
    out = joined({out, text("按时办结率低于{2}%的有{0}：{1}。", "{0} below {2}% in time: {1}. ",
                            units_counted(below.size()), listed(below), floor)});
  }
  return out;
}

/// Units with few issues due: counts, no rates.
Text small_units(const WeeklyPage& page, const std::vector<const Group*>& units) {
  const auto is_small = [&](const Group& unit) {
    return !page.enough(unit.now[Metric::due_count]);
  };
  const std::vector<Text> full = phrases(
      units, [&](const Group& unit) { return is_small(unit) && is_all_on_time(unit); },
      [](const Group& unit) {
        return text("{}{}件", "{} {}", unit.label, unit.now[Metric::due_count]);
      });
  const std::vector<Text> late = phrases(
      units, [&](const Group& unit) { return is_small(unit) && !is_all_on_time(unit); },
      [](const Group& unit) {
        return text("{}应办结{}件、按时{}件", "{0} {2} of {1}", unit.label,
                    unit.now[Metric::due_count], unit.now[Metric::on_time]);
      });
  if (full.empty() && late.empty()) return {};
  Text out =
      text("应办结不足{}件的单位只列件数：",
           "Units with fewer than {} due, in counts: ", page.context().bulletin.small_number);
  if (!full.empty()) out = joined({out, text("全部按时的有{}", "all in time {}", listed(full))});
  if (!full.empty() && !late.empty()) out = joined({out, text("；", "; ")});
  if (!late.empty()) out = joined({out, text("有超期的是{}", "in time {}", listed(late))});
  return joined({out, text("。", ".")});
}

Amount amount(std::int64_t value) { return {value, fmt::format("{}", value)}; }

/// The units with the most issues due, in the order of the roster: the chart is no ranking.
std::vector<const Group*> charted(std::vector<const Group*> units) {
  if (units.size() <= kBars) return units;
  std::vector<std::int64_t> due;
  for (const Group* unit : units) due.push_back(unit->now[Metric::due_count]);
  std::sort(due.rbegin(), due.rend());
  const std::int64_t least = due[kBars - 1];
  std::erase_if(units, [&](const Group* unit) { return unit->now[Metric::due_count] < least; });
  if (units.size() > kBars) units.resize(kBars);
  return units;
}

void put_chart(WeeklyPage& page, const std::vector<const Group*>& units) {
  Chart chart;
  chart.layout = Chart::Layout::stacked;
  chart.caption = page.say(text("各单位应办结事项（件）", "Issues due, by unit"));
  chart.series = {page.say(text("按时办结", "in time")), page.say(text("超期", "overdue"))};
  for (const Group* unit : charted(units)) {
    const std::int64_t on_time = unit->now[Metric::on_time];
    chart.bars.push_back(
        {page.say(unit->label), {amount(on_time), amount(unit->now[Metric::due_count] - on_time)}});
  }
  const auto full = std::count_if(units.begin(), units.end(),
                                  [](const Group* unit) { return is_all_on_time(*unit); });
  const auto all = static_cast<std::int64_t>(units.size());
  chart.says = page.say(text("有到期事项的单位{0}个，全部按时办结的{1}个，有超期的{2}个。",
                             "Of {0} units with issues due, {1} resolved all of them in time and "
                             "{2} did not.",
                             all, full, all - full));
  if (units.size() > chart.bars.size()) {
    chart.says += page.say(text("图中为应办结较多的{}个单位。",
                                " The chart shows the {} with most.", chart.bars.size()));
  }
  page.put(std::move(chart));
}

void write_timeliness(WeeklyPage& page) {
  page.heading(2, text("办理时效", "Timeliness"));
  const auto units = units_with(page.figures(), Metric::due_count);
  if (units.empty()) {
    page.paragraph(text("本周没有到期应办结的事项。", "Nothing fell due this week."));
    return;
  }
  page.paragraph(joined({compared_units(page, units), small_units(page, units)}));
  put_chart(page, units);
}

Text reached(const WeeklyPage& page) {
  const std::int64_t due = page.now(Metric::callback_due);
  const std::int64_t count = page.now(Metric::called_back);
  const Text counts =
      text("本周应回访{}，有效回访{}件", "{0} {2} due to be called back; {1} reached", issues(due),
           count, were(due));
  if (!page.enough(due)) return joined({counts, text("。", ". ")});
  return text("{}，回访率{}。", "{} ({}). ", counts,
              format_rate(callback_rate(page.figures().now)));
}

/// `响应率100.00%`, or `已联系3件（问到4件）`.
Text answer(const WeeklyPage& page, const Text& rate_name, const Text& count_name, Ratio ratio) {
  if (page.enough(ratio.denominator)) {
    return text("{}{}", "{} {}", rate_name, format_rate(ratio));
  }
  return text("{}{}件（问到{}件）", "{} {} of {}", count_name, ratio.numerator, ratio.denominator);
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

}  // namespace

void write_handling(WeeklyPage& page) {
  page.heading(1, text("办理和回访情况", "Handling and call-backs"));
  write_timeliness(page);
  write_call_backs(page);
}

}  // namespace minqing::report
