// SPDX-License-Identifier: MIT
#include "cli/calendar_change.hpp"
#include "cli/calendar_years.hpp"
#include "cli/command.hpp"
#include "cli/writing.hpp"
#include "lib/calendar/amended.hpp"
#include "lib/intake/encoding.hpp"

namespace minqing::cli {

namespace {

using base::text;

int run_calendar_import(Context& context, const Arguments& arguments) {
  const std::string& file = arguments.words.front();
  const auto news = calendar::Calendar::parse(intake::read_text_file(file, kMaxCalendar), file);
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  const calendar::Calendar& known = ledger.calendar();
  const calendar::Calendar all = calendar::amended(known, news);
  if (all == known) {
    say_calendar_stays(context, known);
    return 0;
  }
  const auto outcome = apply_calendar(context, ledger, all);
  if (!context.json()) {
    context.out().line(text("日历现在有 {}，共 {} 天", "the calendar now knows {}, {} days",
                            years_of(all), all.rows().size()));
  }
  echo(context, ledger, outcome);
  return 0;
}

}  // namespace

Command calendar_import_command() {
  return {.name = "calendar import",
          .zh = "日历 导入",
          .group = "ledger",
          .summary_zh = "补进放假和调休安排；暂定的时限随之更正",
          .summary_en = "bring in holidays and make-up days; provisional deadlines are corrected",
          .nature = Nature::writes,
          .office = true,
          .arguments = "FILE",
          .min_words = 1,
          .max_words = 1,
          .options = {},
          .example = "日历 导入 2027年放假.csv",
          .example_en = "calendar import holidays-2027.csv",
          .run = run_calendar_import};
}

}  // namespace minqing::cli
