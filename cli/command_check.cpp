// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/writing.hpp"

namespace minqing::cli {

namespace {

using Kind = Option::Kind;
constexpr Option kCheckOptions[] = {
    {"pass", "通过", "", Kind::flag, "", "核查通过", "the result is true"},
    {"fail", "不通过", "", Kind::flag, "", "核查不通过，转入重办", "it is not: a new round begins"},
    {"text", "核查意见", "m", Kind::value, "TEXT", "核查意见；- 从标准输入读取",
     "finding; - reads standard input"},
};

casework::Wish wish_to_check(Context& context, const Arguments& arguments) {
  const bool passed = arguments.has("pass");
  if (passed == arguments.has("fail")) {
    throw base::Error(base::Exit::usage,
                      base::text("要写 --通过 或 --不通过", "give either --pass or --fail"));
  }
  return casework::Check{passed, personal_option(context, arguments, "text")};
}

}  // namespace

Command check_command() {
  return {.name = "check",
          .zh = "核查",
          .group = "life",
          .summary_zh = "由另一位同志核查结果是否属实",
          .summary_en = "somebody else checks that the result is true",
          .nature = Nature::writes,
          .arguments = "ISSUE…",
          .max_words = Command::kAnyNumber,
          .options = {kCheckOptions, choosing_options()},
          .example = "核查 23 --通过",
          .example_en = "check 23 --pass",
          .run = [](Context& context, const Arguments& arguments) {
            return act_on_issues(context, arguments,
                                 [&](Context& opened) { return wish_to_check(opened, arguments); });
          }};
}

}  // namespace minqing::cli
