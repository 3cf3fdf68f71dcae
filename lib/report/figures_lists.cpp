// SPDX-License-Identifier: MIT
#include "lib/report/figures_lists.hpp"

#include <algorithm>
#include <tuple>

#include "lib/report/figures_labels.hpp"
#include "lib/report/figures_past.hpp"

namespace minqing::report {

namespace {

using casework::Issue;
using casework::Round;

base::Text village_of(const ListWords& words, const Issue& issue) {
  if (!issue.particulars.area) return {};
  const casework::Area* area = words.roster.area(*issue.particulars.area);
  return base::same(area ? name_on(*area, words.day) : *issue.particulars.area);
}

ListedIssue line_of(const ListWords& words, const Issue& issue, std::string_view unit) {
  ListedIssue out;
  out.number = issue.number;
  out.unit = unit_label(words.roster, unit, words.day);
  if (issue.particulars.confidential) {
    out.category = base::text("保密件", "confidential");
    return out;
  }
  out.category = category_label(words.schema, issue.particulars.category);
  out.village = village_of(words, issue);
  return out;
}

}  // namespace

void list_overdue(const ListWords& words, const Issue& issue,
                  const std::vector<OverdueRound>& rounds, base::Date last_day,
                  std::vector<OverdueLine>& lines) {
  for (const OverdueRound& overdue : rounds) {
    OverdueLine line;
    line.issue = line_of(words, issue, overdue.holder->unit);
    line.round = overdue.round->no;
    line.due = due_of(*overdue.holder);
    line.calendar_days = last_day - line.due.on;
    line.working_days = words.calendar.working_days_between(line.due.on, last_day).days;
    lines.push_back(std::move(line));
  }
}

void list_closed(const ListWords& words, const Issue& issue, base::Period period,
                 std::vector<ClosedLine>& lines) {
  if (happened(issue.voided_at, period.to)) return;
  for (const Round& round : issue.rounds) {
    if (!falls_in(round.closed_at, period)) continue;
    const casework::Assignment* holder = holder_before(round, period.to);
    lines.push_back({.issue = line_of(words, issue, holder ? std::string_view(holder->unit) : ""),
                     .result = round.result_kind,
                     .ground = round.closed_on,
                     .closed_on = round.closed_at->date});
  }
}

bool is_earlier_number(const std::string& a, const std::string& b) {
  return std::tuple(a.size(), std::string_view(a)) < std::tuple(b.size(), std::string_view(b));
}

void sort_lines(std::vector<OverdueLine>& lines) {
  std::stable_sort(lines.begin(), lines.end(), [](const OverdueLine& a, const OverdueLine& b) {
    if (a.due != b.due) return a.due < b.due;
    if (a.issue.number != b.issue.number) return is_earlier_number(a.issue.number, b.issue.number);
    return a.round < b.round;
  });
}

void sort_lines(std::vector<ClosedLine>& lines) {
  std::stable_sort(lines.begin(), lines.end(), [](const ClosedLine& a, const ClosedLine& b) {
    if (a.issue.number != b.issue.number) return is_earlier_number(a.issue.number, b.issue.number);
    return a.closed_on < b.closed_on;
  });
}

}  // namespace minqing::report
