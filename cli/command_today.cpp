// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/context.hpp"
#include "cli/desk.hpp"
#include "lib/base/utf8.hpp"
#include "lib/calendar/calendar.hpp"

#include <algorithm>

namespace minqing::cli {

namespace {

using base::text;

constexpr int kCountWidth = 5;

base::Text label_of(const DeskCount& line) { return {std::string(line.zh), std::string(line.en)}; }

/// Whose desk it is and what is counted.
base::Text whose(const Desk& desk) {
  const base::Text what =
      desk.whole ? text("全部诉求", "all issues") : text("本单位的诉求", "issues of this unit");
  if (desk.person == nullptr) {
    return text("名册里没有录入人：{}", "not in the roster: {}", what);
  }
  if (desk.unit == nullptr) return text("{}：{}", "{}: {}", desk.person->name, what);
  return text("{}（{}）：{}", "{} ({}): {}", desk.person->name, desk.unit->name, what);
}

void print_counts(Context& context, const Desk& desk) {
  int width = 0;
  for (const DeskCount& line : desk.counts) {
    width = std::max(width, base::display_width(context.in_lang(label_of(line))));
  }
  for (const DeskCount& line : desk.counts) {
    std::string row = "  " + base::pad_right(context.in_lang(label_of(line)), width) +
                      base::pad_left(std::to_string(line.count), kCountWidth);
    if (line.count > 0) {
      row += "  " + context.in_lang(text("minqing 列表 {}", "minqing list {}", line.query));
    }
    context.out().line(row);
  }
}

void print_reminders(Context& context, const Desk& desk) {
  if (!desk.unpublished && !desk.missing_year) return;
  context.out().line("");
  if (desk.unpublished) {
    const std::string from = to_string(desk.unpublished->from);
    context.out().line(text("上周（{} 至 {}）的督查通报还没有发布：",
                            "last week's bulletin ({} to {}) is not published yet:", from,
                            to_string(desk.unpublished->to - 1)));
    context.out().line(text("  minqing 报表 周报 --周 {} --发布 -o 周报-{}.html",
                            "  minqing report weekly --week {} --publish -o weekly-{}.html", from,
                            from));
  }
  if (desk.missing_year) {
    context.out().line(text("台账没有 {} 年的节假日表：那一年的时限按周一至周五推算，标为暂定",
                            "the ledger has no holidays of {}: due dates of that year count "
                            "Monday to Friday and are provisional",
                            *desk.missing_year));
    context.out().line(text("  放假安排公布后：minqing 日历 导入 放假安排.csv",
                            "  once they are published: minqing calendar import holidays.csv"));
  }
}

void print(Context& context, const Desk& desk) {
  context.out().line(text("{} {}  {}（{}）", "{} {}  {} ({})", to_string(desk.today),
                          calendar::weekday_name(desk.today), desk.ledger_name, desk.ledger_file));
  context.out().line(whose(desk));
  context.out().line("");
  print_counts(context, desk);
  print_reminders(context, desk);
}

base::Json json_of(const Desk& desk) {
  base::Json out = base::Json::object();
  out.set("v", 1);
  out.set("today", to_string(desk.today));
  out.set("name", desk.ledger_name);
  out.set("ledger", desk.ledger_file);
  if (desk.person != nullptr) out.set("person", desk.person->id);
  if (desk.unit != nullptr) out.set("unit", desk.unit->id);
  out.set("whole", desk.whole);
  base::Json queries = base::Json::array();
  for (const DeskCount& line : desk.counts) {
    base::Json one = base::Json::object();
    one.set("name", line.zh);
    one.set("query", line.query);
    one.set("count", line.count);
    queries.push(std::move(one));
  }
  out.set("queries", std::move(queries));
  if (desk.unpublished) {
    base::Json week = base::Json::object();
    week.set("from", to_string(desk.unpublished->from));
    week.set("to", to_string(desk.unpublished->to - 1));
    out.set("unpublished", std::move(week));
  }
  if (desk.missing_year) out.set("missing_year", *desk.missing_year);
  return out;
}

}  // namespace

int show_desk(Context& context) {
  const Desk desk = look_at_desk(context, context.open(ledger::Access::read));
  context.ledger().end_reading();
  if (context.json()) {
    context.out().json(json_of(desk));
  } else {
    print(context, desk);
  }
  return 0;
}

Command today_command() {
  return {.name = "today",
          .zh = "今日",
          .group = "looking",
          .summary_zh = "今天手头有什么：各类待办的件数和该打的命令，没发布的周报",
          .summary_en = "the desk: how many wait where, the lines to type, an unpublished report",
          .nature = Nature::reads,
          .example = "今日",
          .example_en = "today",
          .run = [](Context& context, const Arguments&) { return show_desk(context); }};
}

}  // namespace minqing::cli
