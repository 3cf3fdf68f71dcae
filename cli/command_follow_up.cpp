// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/writing.hpp"

namespace minqing::cli {

namespace {

using Kind = Option::Kind;
constexpr Option kFollowUpOptions[] = {
    {"text", "办理情况", "m", Kind::value, "TEXT", "办理情况；- 从标准输入读取",
     "what was done; - reads standard input"},
    {"contacted", "已联系", "", Kind::flag, "", "已先行联系诉求人",
     "the resident was contacted first"},
};

casework::Wish wish_to_follow_up(Context& context, const Arguments& arguments) {
  return casework::NoteProgress{arguments.has("contacted"),
                                personal_option(context, arguments, "text")};
}

}  // namespace

Command follow_up_command() {
  return {.name = "follow-up",
          .zh = "跟进",
          .group = "everyday",
          .summary_zh = "记录办理进展或先行联系",
          .summary_en = "record progress or the first contact",
          .nature = Nature::writes,
          .arguments = "ISSUE…",
          .max_words = Command::kAnyNumber,
          .options = {kFollowUpOptions, choosing_options()},
          .example = "跟进 23 --已联系 -m 已到现场查看水管",
          .example_en = "follow-up 23 --contacted -m 'went to see the pipe'",
          .run = [](Context& context, const Arguments& arguments) {
            return act_on_issues(context, arguments, [&](Context& opened) {
              return wish_to_follow_up(opened, arguments);
            });
          }};
}

}  // namespace minqing::cli
