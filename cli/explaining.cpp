// SPDX-License-Identifier: MIT
#include "cli/explaining.hpp"

#include "cli/derivation_json.hpp"
#include "lib/calendar/derivation.hpp"

namespace minqing::cli {

namespace {

using base::text;

/// The same for scripts: the limit, where it counts from, every day.
base::Json explanation_json(Context& context, const casework::Issue& issue, const Names& names,
                            const calendar::Calendar& calendar) {
  base::Json out = base::Json::object();
  out.set("v", 1).set("number", issue.number);
  const casework::Assignment* held = issue.assignment();
  if (!held) return out;
  const casework::DueBy& due = held->due;
  out.set("handler_unit", held->unit);
  out.set("due_on", to_string(due.due_on));
  if (due.due_minute) out.set("due_minute", *due.due_minute);
  out.set("provisional", due.provisional);
  out.set("rule", base::parse_json(casework::to_json(due.limit_rule)));
  if (due.own_due_on) out.set("own_due_on", to_string(*due.own_due_on));
  if (due.source_due_on) out.set("source_due_on", to_string(*due.source_due_on));
  if (due.reserve) out.set("reserve", calendar::to_string(*due.reserve));
  if (!due.limit) return out;
  out.set("limit", calendar::to_string(*due.limit));
  out.set("clock_start", to_string(due.clock_start));
  const auto derivation =
      calendar::derive(calendar, due.clock_start, *due.limit, names.schema.limits.counting);
  out.set("days", days_json(derivation, context.lang()));
  return out;
}

/// Of a matter that was sent down both dates are shown, and which is the earlier.
void explain_sender(Context& context, const casework::Issue& issue, const casework::DueBy& due) {
  if (!due.source_due_on) return;
  const auto& of = issue.particulars;
  const base::Text reserve =
      due.reserve ? text("，预留{}", ", less {}", calendar::to_text(*due.reserve)) : base::Text{};
  context.out().line(text("来件时限 {}（{}）{}；自己的时限 {}；取较早的 {}",
                          "the sender's deadline {} ({}){}; our own {}; the earlier is {}",
                          to_string(*due.source_due_on), of.source.value_or(""), reserve,
                          to_string(due.own_due_on.value_or(due.due_on)), to_string(due.due_on)));
}

/// Extensions, suspensions, corrections: what the deadline was until then.
void explain_changes(Context& context, const casework::Assignment& held) {
  for (std::size_t i = 0; i < held.due_changes.size(); ++i) {
    const casework::DueChange& change = held.due_changes[i];
    const casework::DueBy& after =
        i + 1 < held.due_changes.size() ? held.due_changes[i + 1].before : held.due;
    context.out().line(text("{} 时限由 {} 改为 {}（{}）", "{}: deadline moved from {} to {} ({})",
                            to_display(change.at), to_string(change.before.due_on),
                            to_string(after.due_on), after.limit_rule));
  }
}

}  // namespace

void explain(Context& context, const casework::Issue& issue, const Names& names,
             const calendar::Calendar& calendar) {
  if (context.json()) {
    return context.out().json(explanation_json(context, issue, names, calendar));
  }
  const casework::Assignment* held = issue.assignment();
  if (!held) {
    context.out().line(
        text("{} 还没有交办，没有时限", "{} is not assigned and has no due date", issue.number));
    return;
  }
  const casework::DueBy& due = held->due;
  context.out().line(text("{}  {}：{} 前办结", "{}  {}: due {}", issue.number,
                          names.unit(held->unit), due_text(due)));
  if (!due.limit) {
    context.out().line(due.limit_rule);
    explain_sender(context, issue, due);
    explain_changes(context, *held);
    return;
  }
  context.out().line(text("时限 {}（{}），自 {} 起算", "limit {} ({}), counted from {}",
                          calendar::to_text(*due.limit), due.limit_rule,
                          to_display(due.clock_start)));
  const auto derivation =
      calendar::derive(calendar, due.clock_start, *due.limit, names.schema.limits.counting);
  for (const base::Text& line : calendar::to_lines(derivation)) context.out().line(line);
  explain_sender(context, issue, due);
  explain_changes(context, *held);
}

}  // namespace minqing::cli
