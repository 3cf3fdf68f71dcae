// SPDX-License-Identifier: MIT
// What one issue gives to the figures of one period.
//
// An issue is seen as it stood when the period ended: what has a later date has not happened. So
// the figures of a past week stay what they were, whatever was done since, and the week before is
// counted in the same run by the same rules. Days decide, never the time of day, except for
// deadlines in hours.
//
// - An issue voided (作废) before the end of the period gives nothing to it; one that stood in the
//   books when the period began leaves them as `voided`. A later voiding does not change a past
//   period: the books show it where it happened.
// - Every round of handling is counted by itself. What is due in a period is the deadline of the
//   last hand-over of a round, so a round falls due once; each new round (重办) falls due again.
// - While the period runs, deadlines from the day of the question on have not passed: nobody is
// late
//   before the date.
// - A result ahead of its deadline counts in the period of the deadline, as in the published
//   bulletins (domain facts §4.1), and so does a signing (签收).
// - A unit answers for what it held: a result for the unit of the round's last hand-over, a new
//   round for the unit whose result was sent back. An empty unit is the queue (未交办).
//
// The state of an issue keeps the last call-back of a round only. A past week in which a resident
// was asked who was asked again since is exact when the issue is folded as of then.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "lib/calendar/calendar.hpp"
#include "lib/casework/issue.hpp"
#include "lib/report/figures_counts.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::report {

struct Finding {
  Metric metric;
  std::string_view unit;  ///< of the issue's own text; empty: 未交办
  std::int64_t amount = 1;

  bool operator==(const Finding&) const = default;
};
using Findings = std::vector<Finding>;

/// A round that is past its deadline and without a result when the period ends.
struct OverdueRound {
  const casework::Round* round;
  const casework::Assignment* holder;
};

class FactFinder {
 public:
  /// Schema and calendar outlive the finder. `asked_on` as in FigureQuestion.
  FactFinder(const schema::Schema& schema, const calendar::Calendar& calendar, base::Period period,
             std::optional<base::Date> asked_on = {});

  /// Adds what the issue gives.
  void find(const casework::Issue& issue, Findings& findings) const;
  /// The overdue rounds behind Metric::overdue_at_end.
  std::vector<OverdueRound> overdue_rounds(const casework::Issue& issue) const;

 private:
  struct Seen;

  bool is_past(const casework::Issue& issue) const;
  bool is_evaluated(const casework::Issue& issue) const;
  Seen see(const casework::Issue& issue, std::size_t round) const;
  bool is_overdue(const Seen& seen) const;
  void find_hand_overs(const Seen& seen, Findings& findings) const;
  void find_signing(const casework::Assignment& assignment, Findings& findings) const;
  void find_result(const Seen& seen, Findings& findings) const;
  void find_due(const Seen& seen, Findings& findings) const;
  void find_call_back(const Seen& seen, Findings& findings) const;
  bool waits_for_call_back(const Seen& seen) const;
  void find_answers(const Seen& seen, Findings& findings) const;

  const schema::Schema& schema_;
  const calendar::Calendar& calendar_;
  base::Period period_;
  base::Date open_from_;      ///< deadlines from this day on have not passed
  base::Date signing_since_;  ///< hand-overs before it were to be signed before the period
};

}  // namespace minqing::report
