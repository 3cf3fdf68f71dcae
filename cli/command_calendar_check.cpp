// SPDX-License-Identifier: MIT
#include "cli/calendar_years.hpp"
#include "cli/command.hpp"
#include "cli/context.hpp"
#include "lib/base/utf8.hpp"
#include "lib/calendar/missing_year.hpp"
#include "lib/ledger/past.hpp"

namespace minqing::cli {

std::string years_of(const calendar::Calendar& calendar) {
  std::vector<std::string> parts;
  for (const calendar::YearRange& range : calendar.years()) {
    std::string part = std::to_string(range.first);
    if (range.last != range.first) part += "–" + std::to_string(range.last);
    parts.push_back(std::move(part));
  }
  return parts.empty() ? "—" : base::join(parts, "、");
}

namespace {

using base::text;

int run_calendar_check(Context& context, const Arguments&) {
  ledger::Ledger& ledger = context.open(ledger::Access::read);
  const std::string known = years_of(ledger.calendar());
  const auto missing = calendar::missing_year(ledger.calendar(), context.today());
  const auto provisional = ledger::with_provisional_deadline(ledger.db());
  ledger.end_reading();
  if (context.json()) {
    base::Json out = base::Json::object();
    out.set("v", 1).set("years", known);
    if (missing) out.set("missing", *missing);
    base::Json issues = base::Json::array();
    for (const std::string& number : provisional) issues.push(number);
    out.set("provisional", std::move(issues));
    context.out().json(out);
    return missing || !provisional.empty() ? 1 : 0;
  }
  context.out().line(text("日历有 {}", "the calendar knows {}", known));
  if (missing) {
    context.out().line(text("缺 {} 年：国务院通知发布后，minqing 日历 导入 文件.csv",
                            "{} is missing: when the notice is out, minqing calendar import FILE",
                            *missing));
  }
  if (!provisional.empty()) {
    context.out().line(text("时限暂定的 {} 件：{}", "{} provisional deadlines: {}",
                            provisional.size(), base::join(provisional, " ")));
  }
  return missing || !provisional.empty() ? 1 : 0;
}

}  // namespace

Command calendar_check_command() {
  return {.name = "calendar check",
          .zh = "日历 检查",
          .group = "ledger",
          .summary_zh = "日历有哪些年份，缺哪一年，哪些时限还是暂定的；有缺返回 1",
          .summary_en = "years known, a year missing, deadlines still provisional; 1 when any is",
          .nature = Nature::reads,
          .arguments = "",
          .options = {},
          .example = "日历 检查",
          .example_en = "calendar check",
          .run = run_calendar_check};
}

}  // namespace minqing::cli
