// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/value_words.hpp"
#include "cli/writing.hpp"

namespace minqing::cli {

namespace {

using Kind = Option::Kind;
/// All but what only an older ledger can say.
std::span<const base::Word> grounds() {
  const auto all = words_of<casework::CloseGround>();
  return all.first(all.size() - 1);
}

constexpr Option kCloseOptions[] = {
    {"on", "理由", "", Kind::value, "GROUND",
     "群众满意、解释说明、多次未联系上、法定终结、诉求人撤回",
     "satisfied, explained, unreached, concluded, withdrawn", grounds},
    {"text", "说明", "m", Kind::value, "TEXT", "说明；- 从标准输入读取",
     "explanation; - reads standard input"},
};

casework::Wish wish_to_close(Context& context, const Arguments& arguments) {
  casework::Close wish;
  wish.on = value_of<casework::CloseGround>(arguments, "on").value_or(wish.on);
  wish.reason = personal_option(context, arguments, "text");
  return wish;
}

}  // namespace

Command close_command() {
  return {.name = "close",
          .zh = "销号",
          .group = "life",
          .summary_zh = "按规定的理由销号",
          .summary_en = "strike the issue off, on a ground",
          .nature = Nature::writes,
          .arguments = "ISSUE…",
          .max_words = Command::kAnyNumber,
          .options = {kCloseOptions, choosing_options()},
          .example = "销号 23 --理由 解释说明 -m 政策不支持，已书面说明",
          .example_en = "close 23 --on explained -m 'not covered by the policy, told in writing'",
          .run = [](Context& context, const Arguments& arguments) {
            return act_on_issues(context, arguments,
                                 [&](Context& opened) { return wish_to_close(opened, arguments); });
          }};
}

}  // namespace minqing::cli
