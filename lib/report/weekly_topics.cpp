// SPDX-License-Identifier: MIT
#include <algorithm>

#include "lib/report/weekly_page.hpp"

namespace minqing::report {

namespace {

using base::text;
using base::Text;

std::int64_t received(const Group& group) { return group.now[Metric::received_count]; }

/// The subcategory of a category that most issues are about; null when the category has none.
const Group* leading_part(const Figures& figures, const Group& category) {
  const Group* leading = nullptr;
  for (const Group& part : figures.by(Dimension::subcategory)) {
    if (part.parent != category.id || part.id == category.id || received(part) == 0) continue;
    if (!leading || received(part) > received(*leading)) leading = &part;
  }
  return leading;
}

/// `其中供水4件`, `均为供水`
Text part_of(const Group& category, const Group& part) {
  if (received(part) == received(category)) return text("均为{}", "all {}", part.label);
  return text("其中{}", "{}", named(part.label, received(part)));
}

/// `公用设施5件（占41.67%，其中供水4件）`
Text topic(const WeeklyPage& page, const Group& category) {
  const std::int64_t all = page.now(Metric::received_count);
  const bool has_share = page.enough(all);
  const Group* part = leading_part(page.figures(), category);
  const Text count = named(category.label, received(category));
  const Text share = text("占{}", "{}", format_rate(received(category), all));
  if (has_share && part) {
    return text("{}（{}，{}）", "{} ({}; {})", count, share, part_of(category, *part));
  }
  if (has_share) return text("{}（{}）", "{} ({})", count, share);
  if (part) return text("{}（{}）", "{} ({})", count, part_of(category, *part));
  return count;
}

/// `公用设施增加3件`
Text movement(const Group& category) {
  const std::int64_t by = received(category) - category.before[Metric::received_count];
  if (by > 0) return text("{}增加{}件", "{} up {}", category.label, by);
  if (by < 0) return text("{}减少{}件", "{} down {}", category.label, -by);
  return text("{}持平", "{} unchanged", category.label);
}

Text together(const WeeklyPage& page, const std::vector<const Group*>& top) {
  const std::int64_t all = page.now(Metric::received_count);
  std::int64_t sum = 0;
  for (const Group* category : top) sum += received(*category);
  if (top.size() < 2 || sum == all || !page.enough(all)) return {};
  return text("；{}类合计{}件，占{}", "; these {} together {}, {}", top.size(), sum,
              format_rate(sum, all));
}

void put_topic_chart(WeeklyPage& page, const std::vector<const Group*>& top) {
  const auto amount = [](std::int64_t value) { return Amount{value, fmt::format("{}", value)}; };
  Chart chart;
  chart.caption = page.say(text("热点诉求受理量（件）", "Issues received, by subject"));
  chart.series = {page.say(text("本周", "this week")), page.say(text("上周", "last week"))};
  std::vector<Text> movements;
  for (const Group* category : top) {
    chart.bars.push_back(
        {page.say(category->label),
         {amount(received(*category)), amount(category->before[Metric::received_count])}});
    movements.push_back(movement(*category));
  }
  chart.says =
      page.say(text("与上周相比，{}。", "Against the week before: {}.", listed(movements)));
  page.put(std::move(chart));
}

}  // namespace

void write_topics(WeeklyPage& page) {
  page.heading(1, text("热点问题", "What residents raise most"));
  const auto most = static_cast<std::size_t>(std::max(page.context().bulletin.top_categories, 1));
  const auto top = top_received(page.figures().by(Dimension::category), most);
  if (top.empty()) {
    page.paragraph(text("本周没有受理新的群众诉求。", "No new issues were received this week."));
    return;
  }
  std::vector<Text> topics;
  for (const Group* category : top) topics.push_back(topic(page, *category));
  page.paragraph(text("受理较多的是：{}{}。", "Most issues were about: {}{}.", listed(topics),
                      together(page, top)));
  put_topic_chart(page, top);
}

}  // namespace minqing::report
