// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/writing.hpp"

namespace minqing::cli {

namespace {

using Kind = Option::Kind;
constexpr Option kOptions[] = {
    {"reason", "理由", "", Kind::value, "TEXT", "理由", "reason"},
    {"text", "内容", "m", Kind::value, "TEXT", "理由（与 --reason 相同）", "the same as --reason"},
};

casework::Wish wish_of(Context& context, const Arguments& arguments) {
  auto reason = personal_option(context, arguments, "reason");
  if (!reason) reason = personal_option(context, arguments, "text");
  return casework::Void{reason.value_or(casework::Personal{})};
}

}  // namespace

Command void_command() {
  return {.name = "void",
          .zh = "作废",
          .group = "life",
          .summary_zh = "误登记的作废：留痕，不计入统计",
          .summary_en = "take out what was entered by mistake: it stays in the log",
          .nature = Nature::writes,
          .arguments = "ISSUE…",
          .max_words = Command::kAnyNumber,
          .options = {kOptions, choosing_options()},
          .example = "作废 23 --理由 重复录入",
          .run = [](Context& context, const Arguments& arguments) {
            return act_on_issues(context, arguments,
                                 [&](Context& opened) { return wish_of(opened, arguments); });
          }};
}

}  // namespace minqing::cli
