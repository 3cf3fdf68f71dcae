// SPDX-License-Identifier: MIT
#include "lib/report/figures_counts.hpp"

namespace minqing::report {

namespace {

constexpr base::Word kWords[] = {
    {"received_count", "受理", "received", "受理件数|收件数"},
    {"assigned", "交办", "handed over", "交办件次"},
    {"sign_due", "应签收", "signing due"},
    {"signed_in_time", "按时签收", "signed in time"},
    {"sign_missing", "无签收记录", "without a signing"},
    {"resolved", "办结", "resolved", "报结"},
    {"due_count", "应办结", "due", "应办件|应结案数"},
    {"on_time", "按时办结", "resolved in time", "按期办结"},
    {"late", "超期办结", "resolved late", "逾期办结"},
    {"overdue", "本期到期未办结", "due and not resolved"},
    {"overdue_at_end", "超期未办结", "overdue", "逾期未办结"},
    {"timed", "计时件数", "results timed"},
    {"handling_days", "办理工作日合计", "working days of handling"},
    {"callback_due", "应回访", "call-backs due"},
    {"called_back", "有效回访", "residents reached", "回访成功"},
    {"asked_responded", "问及是否联系", "asked about contact"},
    {"responded", "已联系", "had been contacted", "响应"},
    {"asked_solved", "问及是否解决", "asked about solution"},
    {"solved", "已解决", "solved", "解决"},
    {"rated", "作出评价", "rated"},
    {"very_satisfied", "非常满意", "very satisfied"},
    {"satisfied", "满意", "satisfied"},
    {"fairly_satisfied", "基本满意", "fairly satisfied"},
    {"dissatisfied", "不满意", "dissatisfied"},
    {"very_dissatisfied", "非常不满意", "very dissatisfied"},
    {"reopened", "重办", "reopened", "返工"},
    {"closed", "销号", "closed", "结案"},
    {"closed_satisfied", "满意销号", "closed as satisfied"},
    {"closed_explained", "解释说明销号", "closed as explained"},
    {"closed_unreached", "多次未联系上销号", "closed as unreached"},
    {"closed_concluded", "法定终结销号", "closed as concluded"},
    {"closed_withdrawn", "诉求人撤回销号", "closed as withdrawn"},
    {"opening", "期初未销号", "opening"},
    {"moved_in", "转入", "moved in"},
    {"moved_out", "转出", "moved out"},
    {"reopened_closed", "销号后重办", "back after closing"},
    {"voided", "作废", "voided"},
    {"closing", "期末未销号", "closing"},
    {"merged", "并案", "merged"},
    {"waiting", "待交办", "to be handed over"},
};
static_assert(std::size(kWords) == kMetrics);

}  // namespace

std::span<const base::Word> words(Metric) { return kWords; }

Ratio resolve_rate(const Counts& counts) {
  return {counts[Metric::on_time] + counts[Metric::late], counts[Metric::due_count]};
}

Ratio on_time_rate(const Counts& counts) {
  return {counts[Metric::on_time], counts[Metric::due_count]};
}

Ratio overdue_rate(const Counts& counts) {
  return {counts[Metric::late] + counts[Metric::overdue], counts[Metric::due_count]};
}

Ratio sign_rate(const Counts& counts) {
  return {counts[Metric::signed_in_time], counts[Metric::sign_due]};
}

Ratio callback_rate(const Counts& counts) {
  return {counts[Metric::called_back], counts[Metric::callback_due]};
}

Ratio response_rate(const Counts& counts) {
  return {counts[Metric::responded], counts[Metric::asked_responded]};
}

Ratio solve_rate(const Counts& counts) {
  return {counts[Metric::solved], counts[Metric::asked_solved]};
}

Ratio reopen_rate(const Counts& counts) {
  return {counts[Metric::reopened], counts[Metric::resolved]};
}

Ratio satisfaction_rate(const Counts& counts, std::int64_t fairly_weight_percent) {
  const std::int64_t full = counts[Metric::very_satisfied] + counts[Metric::satisfied];
  return {100 * full + fairly_weight_percent * counts[Metric::fairly_satisfied],
          100 * counts[Metric::rated]};
}

Ratio mean_handling_time(const Counts& counts) {
  return {counts[Metric::handling_days], counts[Metric::timed]};
}

std::int64_t imbalance(const Counts& counts) {
  const std::int64_t in =
      counts[Metric::received_count] + counts[Metric::moved_in] + counts[Metric::reopened_closed];
  const std::int64_t out = counts[Metric::moved_out] + counts[Metric::closed] +
                           counts[Metric::merged] + counts[Metric::voided];
  return counts[Metric::opening] + in - out - counts[Metric::closing];
}

}  // namespace minqing::report
