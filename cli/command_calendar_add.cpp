// SPDX-License-Identifier: MIT
#include "cli/calendar_change.hpp"
#include "cli/command.hpp"
#include "cli/writing.hpp"
#include "lib/base/utf8.hpp"
#include "lib/calendar/amended.hpp"

#include <algorithm>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;
using calendar::Calendar;
using calendar::DayKind;

constexpr std::string_view kLocal = "本地";

enum class Worked { holiday, workday };
constexpr base::Word kWords[] = {
    {"holiday", "放假", "holiday", "休息|休|rest"},
    {"workday", "上班", "workday", "工作日|补班|调休上班|work"},
};

using Kind = Option::Kind;
constexpr Option kCalendarAddOptions[] = {
    {"name", "名称", "", Kind::value, "NAME", "哪个节日、什么事；默认“本地”",
     "which holiday or occasion; default 本地, local"},
};

Worked worked_of(const std::string& word) {
  if (const auto known = base::find_value<Worked>(kWords, word)) return *known;
  throw Error(
      Exit::usage,
      text("“{}”不是放假或上班", "'{}' is neither holiday nor workday", base::visible(word)),
      text("例如：minqing 日历 加 2026-12-08 放假 --名称 州庆",
           "for example: minqing calendar add 2026-12-08 holiday --name 州庆"));
}

/// The calendar without what it says about one day.
Calendar without(const Calendar& known, base::Date date) {
  auto rows = known.rows();
  rows.erase(
      std::remove_if(rows.begin(), rows.end(), [&](const auto& row) { return row.date == date; }),
      rows.end());
  return Calendar(std::move(rows));
}

/// Monday to Friday are worked by themselves, and a calendar lists exceptions only: such a day is
/// worked when it is listed no more.
Calendar with_day(const Calendar& known, base::Date date, Worked worked, std::string name) {
  if (worked == Worked::workday && base::weekday(date) <= 5) return without(known, date);
  if (name.empty()) name = known.day(date).name;
  if (name.empty()) name = kLocal;
  const auto kind = worked == Worked::holiday ? DayKind::public_holiday : DayKind::makeup_workday;
  return calendar::amended(known, Calendar({{date, std::move(name), kind}}));
}

/// A year counts as known by its National Day holiday; one day of the office's own is no notice.
void check_years(const Calendar& known, const Calendar& all, base::Date date) {
  if (known.years() == all.years()) return;
  throw Error(Exit::conflict,
              text("{} 在国庆假期里，{} 年有没有日历就看这几天，不能单独加减",
                   "{} lies in the National Day holiday, which decides whether {} is a year with a "
                   "calendar; it is neither added nor taken away alone",
                   base::to_string(date), base::year_of(date)),
              text("整年的放假安排用 minqing 日历 导入 文件.csv",
                   "a whole year comes with minqing calendar import FILE"));
}

void say(Context& context, const calendar::Day& was, const calendar::Day& is) {
  if (context.json()) {
    base::Json out = base::Json::object();
    out.set("v", 1).set("date", to_string(is.date)).set("worked", is.worked());
    out.set("was_worked", was.worked());
    if (!is.name.empty()) out.set("name", is.name);
    context.out().json(out);
    return;
  }
  context.out().line(text("{} {}：{}（原为{}）", "{} {}: {} (was: {})", to_string(is.date),
                          calendar::weekday_name(is.date), describe(is), describe(was)));
}

int run_calendar_add(Context& context, const Arguments& arguments) {
  const base::Date date = context.date(text("日期", "the date"), arguments.words[0]);
  const Worked worked = worked_of(arguments.words[1]);
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  const Calendar known = ledger.calendar();  // writing lets go of the rules before
  const Calendar all = with_day(known, date, worked, arguments.value("name").value_or(""));
  if (all == known) {
    if (!context.json()) say_calendar_stays(context, known);
    return 0;
  }
  check_years(known, all, date);
  const auto outcome = apply_calendar(context, ledger, all);
  say(context, known.day(date), all.day(date));
  echo(context, ledger, outcome);
  return 0;
}

}  // namespace

Command calendar_add_command() {
  return {.name = "calendar add",
          .zh = "日历 加",
          .group = "ledger",
          .summary_zh = "一天的放假或上班：本地的节日、县里调的休息；暂定的时限随之更正",
          .summary_en =
              "one day off or worked: a local holiday, a rest day moved by the county; "
              "provisional deadlines are corrected",
          .nature = Nature::writes,
          .arguments = "DATE holiday|workday",
          .min_words = 2,
          .max_words = 2,
          .options = {kCalendarAddOptions},
          .example = "日历 加 2026-12-08 放假 --名称 州庆",
          .example_en = "calendar add 2026-12-08 holiday --name 州庆",
          .run = run_calendar_add};
}

}  // namespace minqing::cli
