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
  return casework::Reopen{reason.value_or(casework::Personal{})};
}

}  // namespace

Command reopen_command() {
  return {.name = "reopen",
          .zh = "重办",
          .group = "life",
          .summary_zh = "责成重办，开始新的一轮",
          .summary_en = "order it to be handled again: a new round",
          .nature = Nature::writes,
          .arguments = "ISSUE…",
          .max_words = Command::kAnyNumber,
          .options = {kOptions, choosing_options()},
          .example = "重办 23 --理由 现场仍未修好",
          .run = [](Context& context, const Arguments& arguments) {
            return act_on_issues(context, arguments,
                                 [&](Context& opened) { return wish_of(opened, arguments); });
          }};
}

}  // namespace minqing::cli
