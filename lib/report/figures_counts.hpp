// SPDX-License-Identifier: MIT
// What is counted, and the rates made of the counts. A rate is kept as numerator and denominator
// and divided only where it is printed (numbers.hpp); no floating point anywhere. Formulas and
// their sources: domain facts §4.1.
//
// Identifiers stand in published figures and in `report explain`: DO NOT CHANGE THEM; add at the
// end.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "lib/base/word.hpp"
#include "lib/report/numbers.hpp"

namespace minqing::report {

enum class Metric {
  received_count,  ///< 受理: issues registered in the period
  assigned,        ///< 交办: hand-overs in the period, those of a new round included
  sign_due,        ///< hand-overs whose time for signing ended in the period
  signed_in_time,
  sign_missing,  ///< hand-overs left out of sign_due: a result came, a signing was never recorded
  resolved,      ///< 办结: results reported in the period, whenever they were due
  due_count,     ///< 应办结: rounds whose last deadline lies in the period
  on_time,       ///< of those: reported no later than the deadline
  late,          ///< of those: reported after it, within the period
  overdue,       ///< of those: not reported when the period ends
  overdue_at_end,  ///< 超期未办结: all that are open and past their deadline when the period ends
  timed,           ///< results with a hand-over before them
  handling_days,    ///< working days from hand-over to result, summed over `timed`
  callback_due,     ///< 应回访: told the result and not yet asked, carried over ones included
  called_back,      ///< 有效回访: reached in the period
  asked_responded,  ///< of those: the question was answered at all
  responded,
  asked_solved,
  solved,
  rated,
  very_satisfied,
  satisfied,
  fairly_satisfied,
  dissatisfied,
  very_dissatisfied,
  reopened,  ///< 重办: rounds after the first that began in the period
  closed,    ///< 销号
  closed_satisfied,
  closed_explained,
  closed_unreached,
  closed_concluded,
  closed_withdrawn,
  opening,          ///< in the books when the period begins (registered, not closed)
  moved_in,         ///< handed over from another unit or from the queue
  moved_out,        ///< the other side of moved_in
  reopened_closed,  ///< closed ones that came back
  voided,           ///< in the books when the period began and voided in it
  closing,          ///< in the books when the period ends
  merged,           ///< 并案: handled under another number from then on
  waiting           ///< 待交办: of `closing`, neither handed over nor answered nor shelved
};
inline constexpr std::size_t kMetrics = static_cast<std::size_t>(Metric::waiting) + 1;

std::span<const base::Word> words(Metric);

/// A number for each metric.
class Counts {
 public:
  std::int64_t operator[](Metric metric) const { return values_[static_cast<std::size_t>(metric)]; }
  void add(Metric metric, std::int64_t amount) {
    values_[static_cast<std::size_t>(metric)] += amount;
  }
  bool all_zero() const { return *this == Counts(); }
  bool operator==(const Counts&) const = default;

 private:
  std::array<std::int64_t, kMetrics> values_{};
};

Ratio resolve_rate(const Counts& counts);   ///< (on_time + late) ÷ due_count
Ratio on_time_rate(const Counts& counts);   ///< on_time ÷ due_count
Ratio overdue_rate(const Counts& counts);   ///< (late + overdue) ÷ due_count
Ratio sign_rate(const Counts& counts);      ///< signed_in_time ÷ sign_due
Ratio callback_rate(const Counts& counts);  ///< called_back ÷ callback_due
Ratio response_rate(const Counts& counts);  ///< responded ÷ those who were asked it
Ratio solve_rate(const Counts& counts);     ///< solved ÷ those who were asked it
Ratio reopen_rate(const Counts& counts);    ///< reopened ÷ resolved
/// (very_satisfied + satisfied + weight × fairly_satisfied) ÷ rated, both sides times 100.
Ratio satisfaction_rate(const Counts& counts, std::int64_t fairly_weight_percent);
/// Working days, handling_days ÷ timed.
Ratio mean_handling_time(const Counts& counts);

/// What is missing from the closing for the books to balance; 0 when they do.
/// opening + received_count + moved_in + reopened_closed − moved_out − closed − merged − voided
/// = closing
std::int64_t imbalance(const Counts& counts);

}  // namespace minqing::report
