// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"

namespace minqing::cli {

namespace {

using Kind = Option::Kind;
constexpr Option kSuspendOptions[] = {
    {"plan", "计划", "", Kind::value, "TEXT", "以后怎么解决", "how it will be solved later"},
    {"review", "复核", "", Kind::value, "DATE", "哪一天再看", "when it is looked at again"},
};

casework::Wish wish_to_suspend(Context& context, const Arguments& arguments) {
  casework::Suspend wish;
  wish.reason = reason_of(context, arguments).value_or(casework::Personal{});
  wish.plan = personal_option(context, arguments, "plan");
  if (const auto day = arguments.value("review")) wish.review_on = context.date("review", *day);
  return wish;
}

}  // namespace

Command suspend_command() {
  return acting_command(
      {.name = "suspend",
       .zh = "挂账",
       .summary_zh = "暂时解决不了的，写明计划和复核日期，时限停走",
       .summary_en = "keep it open without a running deadline, with a plan and a review",
       .options = {kSuspendOptions, reason_options()},
       .example = "挂账 23 --理由 列入明年管网改造 --计划 3月动工 --复核 2027-03-01",
       .example_en = "suspend 23 --reason 'planned for next year' --plan 'work begins in March' "
                     "--review 2027-03-01"},
      wish_to_suspend);
}

}  // namespace minqing::cli
