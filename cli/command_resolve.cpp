// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"
#include "cli/value_words.hpp"
#include "cli/writing.hpp"

namespace minqing::cli {

namespace {

using Kind = Option::Kind;
constexpr Option kResolveOptions[] = {
    {"result", "结果", "", Kind::value, "RESULT",
     "已解决、解释说明、不予受理、转送、撤回；默认已解决",
     "solved, explained, declined, transferred, withdrawn; default solved",
     words_of<casework::ResultKind>},
    {"text", "办理结果", "m", Kind::value, "TEXT", "办理结果；- 从标准输入读取",
     "the result; - reads standard input"},
    {"evidence", "佐证", "", Kind::list, "FILE", "佐证，如现场照片，可写多次",
     "evidence, such as a photo; may be repeated"},
};

int run_resolve(Context& context, const Arguments& arguments) {
  return act_with_files(
      context, arguments, "evidence", casework::AttachmentUse::evidence,
      [&](Context& opened, std::vector<casework::FileAttached> files) {
        casework::Resolve wish;
        wish.result_kind =
            value_of<casework::ResultKind>(arguments, "result").value_or(wish.result_kind);
        wish.result = personal_option(opened, arguments, "text").value_or(casework::Personal{});
        wish.evidence = std::move(files);
        return wish;
      });
}

}  // namespace

Command resolve_command() {
  return {.name = "resolve",
          .zh = "办结",
          .group = "life",
          .summary_zh = "承办单位报告结果",
          .summary_en = "the unit reports the result",
          .nature = Nature::writes,
          .arguments = "ISSUE…",
          .max_words = Command::kAnyNumber,
          .options = {kResolveOptions, choosing_options()},
          .example = "办结 23 --结果 已解决 -m 更换滤芯，水已清",
          .example_en = "resolve 23 --result solved -m 'new filter, the water is clear'",
          .run = run_resolve};
}

}  // namespace minqing::cli
