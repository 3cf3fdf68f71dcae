// SPDX-License-Identifier: MIT
#include <array>
#include <limits>

#include "lib/report/weekly_page.hpp"

namespace minqing::report {

namespace {

using base::text;
using base::Text;

/// `求助7件、投诉3件`, the largest first.
Text breakdown(const std::vector<Group>& groups) {
  std::vector<Text> parts;
  for (const Group* group : top_received(groups, std::numeric_limits<std::size_t>::max())) {
    parts.push_back(named(group->label, group->now[Metric::received_count]));
  }
  return listed(parts);
}

void write_received(WeeklyPage& page) {
  const std::int64_t received = page.now(Metric::received_count);
  if (received == 0) {
    page.paragraph(text("本周没有受理新的群众诉求（上周{}件）。",
                        "No new issues were received this week ({} in the week before).",
                        page.earlier(Metric::received_count)));
    return;
  }
  page.paragraph(
      text("本周受理群众诉求{}", "{} {} received this week", issues(received), were(received)),
      text("，{}。按性质分：{}；按来源分：{}。", ", {}. By nature: {}. By channel: {}.",
           page.change(Metric::received_count), breakdown(page.figures().by(Dimension::nature)),
           breakdown(page.figures().by(Dimension::channel))));
}

/// `签收期限本周届满的有8件次，其中按时签收7件次，签收率87.50%。`
Text signing(const WeeklyPage& page) {
  const std::int64_t due = page.now(Metric::sign_due);
  if (due == 0) return {};
  const std::int64_t in_time = page.now(Metric::signed_in_time);
  if (in_time == due) {
    return text("签收期限本周届满的{}件次全部按时签收。",
                "Everything to be signed for by now ({}) was signed for in time. ", due);
  }
  const Text counts = text("签收期限本周届满的有{}件次，其中按时签收{}件次",
                           "{1} of {0} due signings came in time", due, in_time);
  if (!page.enough(due)) return joined({counts, text("。", ". ")});
  const Text rate = page.rate(text("签收率", "signing rate"), sign_rate(page.figures().now),
                              sign_rate(page.figures().earlier), Metric::sign_due);
  return text("{}，{}。", "{} ({}). ", counts, rate);
}

Text handed_over(const WeeklyPage& page) {
  const std::int64_t count = page.now(Metric::assigned);
  if (count == 0) return text("本周没有交办新的事项。", "Nothing was handed over. ");
  return text("本周交办{}件次。", "{} {} made. ", count,
              Text{"", count == 1 ? "hand-over was" : "hand-overs were"});
}

/// `其中按时办结8件、超期办结1件、超期未办结1件`
Text outcomes(const WeeklyPage& page) {
  const std::int64_t on_time = page.now(Metric::on_time);
  const std::int64_t late = page.now(Metric::late);
  const std::int64_t overdue = page.now(Metric::overdue);
  if (late + overdue == 0) return text("全部按时办结", "all resolved in time");
  std::vector<Text> parts;
  if (on_time > 0) parts.push_back(text("按时办结{}件", "{} resolved in time", on_time));
  if (late > 0) parts.push_back(text("超期办结{}件", "{} resolved late", late));
  if (overdue > 0) parts.push_back(text("超期未办结{}件", "{} not resolved", overdue));
  return text("其中{}", "{}", listed(parts));
}

Text fallen_due(const WeeklyPage& page) {
  const std::int64_t due = page.now(Metric::due_count);
  if (due == 0) return text("本周没有到期应办结的事项。", "Nothing fell due. ");
  const Text counts = text("应办结{}，{}", "{} fell due: {}", issues(due), outcomes(page));
  if (!page.enough(due)) return joined({counts, text("。", ". ")});
  const Counts& now = page.figures().now;
  const Text on_time = page.rate(text("按时办结率", "on-time rate"), on_time_rate(now),
                                 on_time_rate(page.figures().earlier), Metric::due_count);
  return text("{}；办结率{}，超期率{}，{}。", "{}; {} resolved, {} overdue, {}. ", counts,
              format_rate(resolve_rate(now)), format_rate(overdue_rate(now)), on_time);
}

Text reported(const WeeklyPage& page) {
  const std::int64_t count = page.now(Metric::resolved);
  if (count == 0) return text("各单位没有报告办理结果。", "The units reported no results.");
  const Text results = text("各单位报告办理结果{}件", "The units reported {} {}", count,
                            Text{"", count == 1 ? "result" : "results"});
  const HandlingTime& handling = page.figures().handling;
  if (page.now(Metric::timed) == 0) return joined({results, text("。", ".")});
  if (!page.enough(page.now(Metric::timed))) {
    return text("{}，最长用时{}个工作日。", "{}; working days at most: {}.", results,
                handling.longest);
  }
  return text("{}，平均办理时长{}个工作日（中位数{}、最长{}）。",
              "{}, after {} working days on average (median {}, longest {}).", results,
              two_decimals(mean_handling_time(page.figures().now)), short_decimals(handling.median),
              handling.longest);
}

Text struck_off(const WeeklyPage& page) {
  const std::int64_t closed = page.now(Metric::closed);
  if (closed == 0) return text("本周没有销号事项。", "No issue was closed. ");
  constexpr std::array kGrounds = {Metric::closed_satisfied, Metric::closed_explained,
                                   Metric::closed_unreached, Metric::closed_concluded,
                                   Metric::closed_withdrawn};
  std::vector<Text> parts;
  for (std::size_t i = 0; i < kGrounds.size(); ++i) {
    const std::int64_t count = page.now(kGrounds[i]);
    if (count > 0) parts.push_back(named(label_of(static_cast<casework::CloseGround>(i)), count));
  }
  return text("本周销号{}：{}。", "{0} {2} closed: {1}. ", issues(closed), listed(parts),
              were(closed));
}

/// `比周初增加4件`
Text growth(std::int64_t by) {
  if (by > 0) return text("比周初增加{}件", "{} more than a week before", by);
  if (by < 0) return text("比周初减少{}件", "{} fewer than a week before", -by);
  return text("与周初持平", "as many as a week before");
}

Text still_open(const WeeklyPage& page) {
  const std::int64_t closing = page.now(Metric::closing);
  const Text open =
      text("{}，未销号{}，{}", "{1} {3} open {0}, {2}", page.at_the_end(), issues(closing),
           growth(closing - page.now(Metric::opening)), were(closing));
  const std::int64_t waiting = page.now(Metric::waiting);
  if (waiting == 0) return joined({open, text("。", ".")});
  return text("{}，其中待交办{}件。", "{}; {} not yet assigned.", open, waiting);
}

}  // namespace

void write_overview(WeeklyPage& page) {
  page.heading(1, text("基本情况", "Overview"));
  write_received(page);
  page.paragraph(joined({handed_over(page), signing(page), fallen_due(page), reported(page)}));
  page.paragraph(joined({struck_off(page), still_open(page)}));
}

}  // namespace minqing::report
