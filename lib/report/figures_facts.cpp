// SPDX-License-Identifier: MIT
#include "lib/report/figures_facts.hpp"

#include <algorithm>

#include "lib/report/balance.hpp"
#include "lib/report/figures_past.hpp"

namespace minqing::report {

namespace {

using casework::Assignment;
using casework::Issue;
using casework::Round;

/// The last second of a day: no start on it gives a later deadline.
base::Moment end_of(base::Date date) { return {date, 24 * 60 * 60 - 1}; }

/// The first day whose hand-overs can have to be signed in the period. Deadlines never lie before
/// those of an earlier start, so everything before this day is settled without counting it.
base::Date find_signing_since(const schema::Limits& limits, const calendar::Calendar& calendar,
                              base::Period period) {
  base::Date first = period.from;
  if (!limits.sign) return first;
  while (calendar::due_date(calendar, end_of(first - 1), *limits.sign, limits.counting).on >=
         period.from) {
    first = first - 1;
  }
  return first;
}

}  // namespace

/// A round as it stood when the period ended.
struct FactFinder::Seen {
  const Round& round;
  const Round* next;         ///< the round after it, if it had begun
  const Round* previous;     ///< null for the first
  const Assignment* holder;  ///< the last hand-over; null in the queue

  std::string_view unit() const { return holder ? std::string_view(holder->unit) : ""; }
};

FactFinder::FactFinder(const schema::Schema& schema, const calendar::Calendar& calendar,
                       base::Period period, std::optional<base::Date> asked_on)
    : schema_(schema),
      calendar_(calendar),
      period_(period),
      open_from_(std::min(period.to, asked_on.value_or(period.to))),
      signing_since_(find_signing_since(schema.limits, calendar, period)) {}

void FactFinder::find(const Issue& issue, Findings& findings) const {
  find_book_entries(issue, period_, findings);
  if (!is_past(issue)) return;
  for (std::size_t i = 0; i < issue.rounds.size(); ++i) {
    if (!happened(issue.rounds[i].opened_at, period_.to)) continue;
    const Seen seen = see(issue, i);
    if (seen.previous && falls_in(seen.round.opened_at, period_)) {
      const Assignment* sent_back = holder_before(*seen.previous, period_.to);
      findings.push_back({Metric::reopened, sent_back ? std::string_view(sent_back->unit) : ""});
    }
    find_hand_overs(seen, findings);
    find_result(seen, findings);
    if (!is_evaluated(issue)) continue;
    find_due(seen, findings);
    find_call_back(seen, findings);
  }
}

std::vector<OverdueRound> FactFinder::overdue_rounds(const Issue& issue) const {
  std::vector<OverdueRound> out;
  if (!is_past(issue) || !is_evaluated(issue)) return out;
  for (std::size_t i = 0; i < issue.rounds.size(); ++i) {
    const Seen seen = see(issue, i);
    if (is_overdue(seen)) out.push_back({&seen.round, seen.holder});
  }
  return out;
}

/// Registered, and not voided, when the period ended.
bool FactFinder::is_past(const Issue& issue) const {
  return happened(issue.registered_at, period_.to) && !happened(issue.voided_at, period_.to);
}

/// Not left out of the evaluation (剔除) when the period ended: a later decision does not change a
/// past week.
bool FactFinder::is_evaluated(const Issue& issue) const {
  return !happened(issue.excluded_at, period_.to) && !happened(issue.merged_at, period_.to);
}

FactFinder::Seen FactFinder::see(const Issue& issue, std::size_t round) const {
  const Round* next = round + 1 < issue.rounds.size() ? &issue.rounds[round + 1] : nullptr;
  if (next && !happened(next->opened_at, period_.to)) next = nullptr;
  return {issue.rounds[round], next, round > 0 ? &issue.rounds[round - 1] : nullptr,
          holder_before(issue.rounds[round], period_.to)};
}

void FactFinder::find_hand_overs(const Seen& seen, Findings& findings) const {
  for (const Assignment& assignment : seen.round.assignments) {
    if (!happened(assignment.assigned_at, period_.to)) continue;
    // What the office itself recalled was never meant for the unit.
    if (assignment.ended_by == "recalled" && happened(assignment.ended_at, period_.to)) continue;
    if (falls_in(assignment.assigned_at, period_)) {
      findings.push_back({Metric::assigned, assignment.unit});
    }
    if (assignment.assigned_at.date >= signing_since_) find_signing(assignment, findings);
  }
}

/// A hand-over taken back before its time for signing was over need not be signed. Where a result
/// came without a signing (the step is optional, or the old paper does not tell), nobody is called
/// late: it is left out and counted as such.
void FactFinder::find_signing(const Assignment& assignment, Findings& findings) const {
  const auto& limits = schema_.limits;
  if (!limits.sign) return;
  const calendar::Due due =
      calendar::due_date(calendar_, assignment.assigned_at, *limits.sign, limits.counting);
  if (!period_.contains(due.on)) return;
  const bool is_signed = happened(assignment.signed_at, period_.to);
  if (!is_signed && happened(assignment.ended_at, period_.to)) {
    if (assignment.ended_by == "resolved") {
      findings.push_back({Metric::sign_missing, assignment.unit});
      return;
    }
    if (!has_passed(due, *assignment.ended_at)) return;
  }
  if (!is_signed && assignment.imported) {
    findings.push_back({Metric::sign_missing, assignment.unit});
    return;
  }
  if (!is_signed && due.on >= open_from_) return;
  findings.push_back({Metric::sign_due, assignment.unit});
  if (is_signed && !has_passed(due, *assignment.signed_at)) {
    findings.push_back({Metric::signed_in_time, assignment.unit});
  }
}

void FactFinder::find_result(const Seen& seen, Findings& findings) const {
  if (!falls_in(seen.round.resolved_at, period_)) return;
  findings.push_back({Metric::resolved, seen.unit()});
  if (!seen.holder) return;
  const calendar::DayCount days =
      calendar_.working_days_between(seen.holder->assigned_at.date, seen.round.resolved_at->date);
  findings.push_back({Metric::timed, seen.unit()});
  findings.push_back({Metric::handling_days, seen.unit(), days.days});
}

bool FactFinder::is_overdue(const Seen& seen) const {
  const bool is_over = happened(seen.round.resolved_at, period_.to) ||
                       happened(seen.round.closed_at, period_.to) || seen.next;
  return seen.holder && !is_over && !is_paused_before(seen.round, period_.to) &&
         seen.holder->due.due_on < open_from_;
}

void FactFinder::find_due(const Seen& seen, Findings& findings) const {
  const bool is_overdue_now = is_overdue(seen);
  if (is_overdue_now) findings.push_back({Metric::overdue_at_end, seen.unit()});
  if (!seen.holder || !period_.contains(seen.holder->due.due_on)) return;
  if (is_overdue_now) {
    findings.push_back({Metric::due_count, seen.unit()});
    findings.push_back({Metric::overdue, seen.unit()});
  } else if (happened(seen.round.resolved_at, period_.to)) {
    const bool is_late = has_passed(due_of(*seen.holder), *seen.round.resolved_at);
    findings.push_back({Metric::due_count, seen.unit()});
    findings.push_back({is_late ? Metric::late : Metric::on_time, seen.unit()});
  }
}

void FactFinder::find_call_back(const Seen& seen, Findings& findings) const {
  if (falls_in(seen.round.called_back_at, period_)) {
    findings.push_back({Metric::callback_due, seen.unit()});
    findings.push_back({Metric::called_back, seen.unit()});
    find_answers(seen, findings);
  } else if (waits_for_call_back(seen)) {
    findings.push_back({Metric::callback_due, seen.unit()});
  }
}

/// Told the result, not asked yet, and still to be asked at some time in the period.
bool FactFinder::waits_for_call_back(const Seen& seen) const {
  const Round& round = seen.round;
  const bool is_wanted = schema_.steps.callback || round.attempts > 0;
  const bool is_withdrawn = round.result_kind == casework::ResultKind::withdrawn;
  if (!is_wanted || is_withdrawn || !happened(round.fed_back_at, period_.to)) return false;
  const bool was_over = happened(round.closed_at, period_.from) ||
                        (seen.next && happened(seen.next->opened_at, period_.from));
  return !was_over && !happened(round.called_back_at, period_.from);
}

void FactFinder::find_answers(const Seen& seen, Findings& findings) const {
  const auto add = [&](Metric metric) { findings.push_back({metric, seen.unit()}); };
  const Round& round = seen.round;
  if (round.responded) add(Metric::asked_responded);
  if (round.responded == true) add(Metric::responded);
  if (round.solved) add(Metric::asked_solved);
  if (round.solved == true) add(Metric::solved);
  if (round.satisfaction == casework::Satisfaction::not_rated) return;
  add(Metric::rated);
  const auto level = static_cast<std::size_t>(round.satisfaction);
  add(static_cast<Metric>(static_cast<std::size_t>(Metric::very_satisfied) + level));
}

}  // namespace minqing::report
