// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"

namespace minqing::cli {

namespace {

using Kind = Option::Kind;
constexpr Option kAnswerOptions[] = {
    {"method", "方式", "", Kind::value, "METHOD", "信函、电话、短信、会议、上门、公示；默认信函",
     "letter, phone, text_message, meeting, visit, notice; default letter",
     words_of<casework::Method>},
    {"file", "文件", "", Kind::list, "FILE", "回单的文件，可写多次", "the paper; may be repeated"},
    {"text", "内容", "m", Kind::value, "TEXT", "回复了什么；默认是办理结果",
     "what was told; default the result"},
};

int run_answer(Context& context, const Arguments& arguments) {
  return act_with_files(context, arguments, "file", casework::AttachmentUse::answer,
                        [&](Context& opened, std::vector<casework::FileAttached> files) {
                          casework::Answer wish{.words = personal_option(opened, arguments, "text"),
                                                .files = std::move(files)};
                          wish.method =
                              value_of<casework::Method>(arguments, "method").value_or(wish.method);
                          return wish;
                        });
}

}  // namespace

Command answer_command() {
  return {.name = "answer",
          .zh = "回单",
          .group = "life",
          .summary_zh = "把结果回复来件单位（县里、12345）",
          .summary_en = "tell the result to the body that sent the matter",
          .nature = Nature::writes,
          .arguments = "ISSUE…",
          .max_words = Command::kAnyNumber,
          .options = {kAnswerOptions, choosing_options()},
          .example = "回单 来件编号:GD20260315001 --文件 回单.pdf",
          .example_en = "answer source_no:GD20260315001 --file answer.pdf",
          .run = run_answer};
}

}  // namespace minqing::cli
