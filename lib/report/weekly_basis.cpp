// SPDX-License-Identifier: MIT
#include "lib/report/weekly_page.hpp"

namespace minqing::report {

namespace {

using base::text;
using base::Text;

constexpr std::size_t kSchemaDigits = 16;  // enough to tell which rules

Text span_note(const WeeklyPage& page) {
  return text(
      "统计时段为{}0时至{}"
      "24时，各项按时段结束时的情况计算；此后补录、更正的记入以后各期。作废件自作"
      "废之日所在的一周起不再计入。",
      "The week runs from the beginning of {} to the end of {}; everything is counted as it stood "
      "then, later entries and corrections in later weeks. A voided issue no longer counts from "
      "the "
      "week in which it was voided.",
      month_day(page.figures().period.from), month_day(page.last_day()));
}

Text due_note() {
  return text(
      "应办结：办结时限在本周的事项，重办的每一轮另计；提前办结的计入时限所在的一周。按时办结率、办"
      "结率、超期率都以应办结为分母。应签收：签收时限在本周的交办件次。",
      "Due: issues whose deadline lies in the week, each new round once more; a result ahead of "
      "its "
      "deadline counts in the week of the deadline. On-time, resolved and overdue rates are shares "
      "of these. Due signings: hand-overs whose time for signing ended in the week.");
}

Text call_back_note(const WeeklyPage& page) {
  return text(
      "应回访：已向诉求人反馈、尚未回访的事项，含以前各周的；有效回访：联系上并作了答复。满意率＝（"
      "非常满意＋满意＋基本满意×{}%）÷作出评价数。",
      "Call-backs due: the resident was told the result and not asked yet, earlier weeks included. "
      "Satisfaction = (very satisfied + satisfied + {}% of fairly satisfied) ÷ those who gave a "
      "rating.",
      page.figures().fairly_weight_percent);
}

Text rounding_note(const WeeklyPage& page) {
  return text(
      "办理时长为交办次日起至报告结果的工作日数。超期天数自时限次日起算至{}。百分率四舍五入保留两位"
      "小数，各项相加可能不等于100%。不足{}件的只列件数、不作比较，比率记“{}”。",
      "Handling time is working days from the day after the hand-over to the result; days overdue "
      "run from the day after the deadline to {}. Rates are rounded to two decimals and need not "
      "sum to 100%. Fewer than {} are given as counts and not compared; their rate is {}.",
      month_day(page.figures().running_on.value_or(page.last_day())),
      page.context().bulletin.small_number, kNoFigure);
}

void write_notes(WeeklyPage& page) {
  page.put(Heading{1, page.say(text("统计口径", "How it is counted")), false});
  List list;
  list.numbered = true;
  for (const Text& note :
       {span_note(page), due_note(), call_back_note(page), rounding_note(page)}) {
    list.items.push_back({{page.say(note)}});
  }
  if (const std::int64_t left_out = page.now(Metric::sign_missing); left_out > 0) {
    list.items.push_back(
        {{page.say(text("有{}件次没有签收记录，未计入应签收。",
                        "{} hand-overs without a recorded signing are left out.", left_out))}});
  }
  page.put(std::move(list));
}

void write_anchor(WeeklyPage& page) {
  const WeeklyContext& of = page.context();
  page.put(Heading{1, page.say(text("核对信息", "To check against the ledger")), false});
  KeyValues anchor;
  anchor.boxed = true;
  anchor.rows = {
      {page.say(text("台账", "Ledger")), of.ledger_name},
      {page.say(text("统计至", "As of")), page.say(text("台账第{}条记录", "event {}", of.as_of))},
      {page.say(text("规则摘要", "Schema")), grouped(of.schema_digest, kSchemaDigits)},
      {page.say(text("台账校验码", "Chain head")), chain_code(of.head)}};
  page.put(std::move(anchor));
  page.note(text("本通报不含诉求人姓名电话。",
                 "This bulletin holds no resident's name or telephone number."));
}

}  // namespace

void write_basis(WeeklyPage& page) {
  write_notes(page);
  write_anchor(page);
}

}  // namespace minqing::report
