// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/value_words.hpp"
#include "cli/writing.hpp"

namespace minqing::cli {

namespace {

using Kind = Option::Kind;
constexpr Option kFeedbackOptions[] = {
    {"to", "对象", "", Kind::value, "resident|office", "诉求人（默认）或交办单位",
     "resident (default) or office", words_of<casework::Recipient>},
    {"method", "方式", "", Kind::value, "METHOD", "上门、电话、短信、信函、会议、公示；默认电话",
     "visit, phone, text_message, letter, meeting, notice; default phone",
     words_of<casework::Method>},
    {"text", "反馈内容", "m", Kind::value, "TEXT", "反馈内容；- 从标准输入读取",
     "what was said; - reads standard input"},
    {"resident", "诉求人", "", Kind::value, "N", "几位诉求人逐位办：第几位；不写是全部",
     "one of several residents, from 1; default all of them"},
};

casework::Wish wish_to_feedback(Context& context, const Arguments& arguments) {
  casework::FeedBack wish;
  wish.to = value_of<casework::Recipient>(arguments, "to").value_or(wish.to);
  wish.method = value_of<casework::Method>(arguments, "method").value_or(wish.method);
  wish.said = personal_option(context, arguments, "text");
  wish.resident = resident_of(arguments);
  return wish;
}

}  // namespace

Command feedback_command() {
  return {.name = "feedback",
          .zh = "反馈",
          .group = "everyday",
          .summary_zh = "把结果告知诉求人，或回告交办单位",
          .summary_en = "tell the result to the resident, or to the office",
          .nature = Nature::writes,
          .arguments = "ISSUE…",
          .max_words = Command::kAnyNumber,
          .options = {kFeedbackOptions, choosing_options()},
          .example = "反馈 23 --方式 电话 -m 已告知水质恢复",
          .example_en = "feedback 23 --method phone -m 'told that the water is clear again'",
          .run = [](Context& context, const Arguments& arguments) {
            return act_on_issues(context, arguments, [&](Context& opened) {
              return wish_to_feedback(opened, arguments);
            });
          }};
}

}  // namespace minqing::cli
