// SPDX-License-Identifier: MIT
#include <algorithm>

#include "lib/report/weekly_units.hpp"

namespace minqing::report {

namespace {

using base::text;
using base::Text;

constexpr std::size_t kBars = 12;  // more cannot be taken in at a glance

bool is_all_on_time(const Group& unit) {
  return unit.now[Metric::on_time] == unit.now[Metric::due_count];
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
    return joined({out, text("按时办结率低于{2}%的有{0}：{1}。", "Below {2}% in time: {1}. ",
                             units_counted(below.size()), listed(below), floor)});
  }
  const auto all = static_cast<std::size_t>(std::count_if(
      units.begin(), units.end(), [&](const Group* unit) { return compared(*unit); }));
  if (full.size() == all) return out;
  return joined({out, text("没有单位低于{}%。", "No unit is below {}%. ", floor)});
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
           "Units with fewer than {} due, counts only: ", page.context().bulletin.small_number);
  if (!full.empty()) out = joined({out, text("全部按时的有{}", "all in time {}", listed(full))});
  if (!full.empty() && !late.empty()) out = joined({out, text("；", "; ")});
  if (!late.empty()) out = joined({out, text("有超期的是{}", "in part {}", listed(late))});
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

void put_unit_chart(WeeklyPage& page, const std::vector<const Group*>& units) {
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
  chart.says =
      page.say(text("有到期事项的单位{0}个，全部按时办结的{1}个，有超期的{2}个。",
                    "Units with issues due: {0}; everything in time: {1}; something overdue: {2}.",
                    all, full, all - full));
  if (units.size() > chart.bars.size()) {
    chart.says += page.say(text("图中为应办结较多的{}个单位。",
                                " The chart shows the {} with most.", chart.bars.size()));
  }
  page.put(std::move(chart));
}

}  // namespace

void write_timeliness(WeeklyPage& page) {
  page.heading(2, text("办理时效", "Timeliness"));
  const auto units = units_with(page.figures(), Metric::due_count);
  if (units.empty()) {
    page.paragraph(text("本周没有到期应办结的事项。", "Nothing fell due this week."));
    return;
  }
  page.paragraph(joined({compared_units(page, units), small_units(page, units)}));
  put_unit_chart(page, units);
}

}  // namespace minqing::report
