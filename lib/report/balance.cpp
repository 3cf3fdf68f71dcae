// SPDX-License-Identifier: MIT
#include "lib/report/balance.hpp"

#include <array>

#include "lib/report/figures_past.hpp"

namespace minqing::report {

namespace {

using casework::Issue;
using casework::Round;
using Place = std::optional<std::string_view>;

constexpr std::string_view kQueue;

constexpr std::array kGrounds = {Metric::closed_satisfied, Metric::closed_explained,
                                 Metric::closed_unreached, Metric::closed_concluded,
                                 Metric::closed_withdrawn};

Metric metric_of(casework::CloseGround ground) {
  return kGrounds[static_cast<std::size_t>(ground)];
}

/// True when the round began by handing the issue to the same unit again, in one act.
bool stays_with_unit(const Round& round) {
  if (round.assignments.empty()) return false;
  const casework::Assignment& first = round.assignments.front();
  return first.basis == casework::AssignmentBasis::same_unit &&
         first.assigned_at == round.opened_at;
}

/// Walks the steps of an issue in their order. Those of the period are booked, later ones have not
/// happened.
class Walk {
 public:
  Walk(const Issue& issue, base::Period period, Findings& findings)
      : issue_(issue), period_(period), findings_(findings) {
    enter(issue_.registered_at, kQueue, Metric::received_count);
    for (const Round& round : issue_.rounds) {
      if (round.no > 1) begin(round);
      for (const auto& assignment : round.assignments) {
        move(assignment.assigned_at, assignment.unit);
        if (is_given_back(assignment)) move(*assignment.ended_at, kQueue);
      }
      if (round.closed_at) close(round);
    }
    if (issue.merged_at) leave(*issue.merged_at, Metric::merged);
  }

  Place place() const { return place_; }

 private:
  void begin(const Round& round) {
    const std::string_view place =
        stays_with_unit(round) ? std::string_view(round.assignments.front().unit) : kQueue;
    if (round.reopened_from_closed) {
      enter(round.opened_at, place, Metric::reopened_closed);
    } else {
      move(round.opened_at, place);
    }
  }

  void enter(const base::Moment& at, std::string_view place, Metric why) {
    if (!happened(at, period_.to)) return;
    book(at, why, place);
    place_ = place;
  }

  void move(const base::Moment& at, std::string_view place) {
    if (!happened(at, period_.to) || place_ == place) return;
    if (place_) book(at, Metric::moved_out, *place_);
    book(at, Metric::moved_in, place);
    place_ = place;
  }

  void leave(const base::Moment& at, Metric why) {
    if (!happened(at, period_.to) || !place_) return;
    book(at, why, *place_);
    place_.reset();
  }

  void close(const Round& round) {
    if (!happened(round.closed_at, period_.to)) return;
    const std::string_view place = place_.value_or(kQueue);
    book(*round.closed_at, Metric::closed, place);
    if (round.closed_on) book(*round.closed_at, metric_of(*round.closed_on), place);
    place_.reset();
  }

  void book(const base::Moment& at, Metric metric, std::string_view place) {
    if (falls_in(at, period_)) findings_.push_back({metric, place});
  }

  const Issue& issue_;
  const base::Period period_;
  Findings& findings_;
  Place place_;
};

const Round* last_round_before(const Issue& issue, base::Date before) {
  const Round* last = nullptr;
  for (const Round& round : issue.rounds) {
    if (happened(round.opened_at, before)) last = &round;
  }
  return last;
}

/// In the queue, and somebody has still to hand it over: nothing was answered without that
/// (不予受理, 撤回, 当场答复).
bool waits_for_hand_over(const Issue& issue, Place place, base::Date before) {
  const Round* last = last_round_before(issue, before);
  return place == kQueue && last && !happened(last->resolved_at, before) &&
         !is_paused_before(*last, before);
}

/// Nothing that happened in the period to an issue voided in it counts any more but its removal.
void find_voiding(const Issue& issue, base::Period period, Findings& findings) {
  const Walk before(issue, {period.from, period.from}, findings);
  if (before.place()) findings.push_back({Metric::voided, *before.place()});
}

}  // namespace

Place place_before(const Issue& issue, base::Date before) {
  if (!happened(issue.registered_at, before) || happened(issue.voided_at, before) ||
      happened(issue.merged_at, before)) {
    return {};
  }
  const Round* last = last_round_before(issue, before);
  if (!last || happened(last->closed_at, before)) return {};
  const casework::Assignment* holder = holder_before(*last, before);
  return holder ? std::string_view(holder->unit) : kQueue;
}

void find_book_entries(const Issue& issue, base::Period period, Findings& findings) {
  if (const Place place = place_before(issue, period.from)) {
    findings.push_back({Metric::opening, *place});
  }
  if (!happened(issue.voided_at, period.to)) {
    Walk(issue, period, findings);
  } else if (falls_in(issue.voided_at, period)) {
    find_voiding(issue, period, findings);
  }
  if (const Place place = place_before(issue, period.to)) {
    findings.push_back({Metric::closing, *place});
    if (waits_for_hand_over(issue, place, period.to)) {
      findings.push_back({Metric::waiting, *place});
    }
  }
}

}  // namespace minqing::report
