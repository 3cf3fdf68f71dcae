// SPDX-License-Identifier: MIT
#include "cli/calendar_years.hpp"
#include "cli/command.hpp"
#include "cli/context.hpp"
#include "cli/derivation_json.hpp"
#include "cli/resources.hpp"
#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"
#include "lib/calendar/derivation.hpp"

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

using Kind = Option::Kind;
constexpr Option kCalendarDueOptions[] = {
    {"explain", "推算", "", Kind::flag, "", "逐日说明", "every day counted"},
    {"calendar", "日历", "", Kind::value, "FILE", "节假日表；默认用台账的，没有台账用自带的",
     "holiday table; default the ledger's, or the shipped one"},
};

/// The ledger's calendar and rules where a ledger is named, else the shipped ones.
struct InForce {
  calendar::Calendar calendar;
  calendar::Rules rules;
};

InForce in_force(Context& context, const Arguments& arguments) {
  if (const auto file = arguments.value("calendar")) {
    return {calendar::Calendar::parse(base::read_file(*file, kMaxCalendar), *file), {}};
  }
  if (arguments.has("ledger") || !context.settings().ledger.empty()) {
    ledger::Ledger& ledger = context.open(ledger::Access::read);
    InForce out{ledger.calendar(), ledger.schema().limits.counting};
    ledger.end_reading();
    return out;
  }
  const std::string file = schemas_directory() + "/calendar/cn-holidays.csv";
  return {calendar::Calendar::parse(base::read_file(file, kMaxCalendar), file), {}};
}

int run_calendar_due(Context& context, const Arguments& arguments) {
  const InForce rules = in_force(context, arguments);
  const base::Moment start = context.moment(text("起算日", "the start"), arguments.words[0]);
  const auto limit = calendar::parse_limit(base::to_half_width(arguments.words[1]));
  if (!limit) {
    throw Error(Exit::usage, text("“{}”不是时限", "'{}' is not a limit", arguments.words[1]),
                text("可以写 5wd、5个工作日、15d、15日、24h、8wh", "accepted: 5wd, 15d, 24h, 8wh"));
  }
  const auto derivation = calendar::derive(rules.calendar, start, *limit, rules.rules);
  if (context.json()) {
    base::Json out = base::Json::object();
    out.set("v", 1);
    out.set("due_on", to_string(derivation.due.on));
    if (derivation.due.minute) out.set("due_minute", *derivation.due.minute);
    out.set("provisional", derivation.due.provisional);
    if (arguments.has("explain")) out.set("days", days_json(derivation, context.lang()));
    context.out().json(out);
    return 0;
  }
  if (arguments.has("explain")) {
    for (const base::Text& line : calendar::to_lines(derivation)) context.out().line(line);
  } else {
    context.out().line(calendar::to_text(derivation.due));
  }
  return 0;
}

}  // namespace

Command calendar_due_command() {
  return {.name = "calendar due",
          .zh = "日历 到期",
          .group = "ledger",
          .summary_zh = "从某日起，时限到哪一天",
          .summary_en = "when a limit ends",
          .nature = Nature::none,
          .arguments = "START LIMIT",
          .min_words = 2,
          .max_words = 2,
          .options = {kCalendarDueOptions},
          .example = "日历 到期 2026-02-13 5wd",
          .example_en = "calendar due 2026-02-13 5wd",
          .run = run_calendar_due};
}

}  // namespace minqing::cli
