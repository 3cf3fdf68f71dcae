// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"

namespace minqing::cli {

namespace {

constexpr Option kDeclineOptions[] = {
    {"other-channel", "其他途径", "", Option::Kind::value, "TEXT", "告知诉求人该找哪里",
     "where the resident can turn"},
};

casework::Wish wish_to_decline(Context& context, const Arguments& arguments) {
  casework::Resolve wish{.result_kind = casework::ResultKind::declined};
  wish.result = reason_of(context, arguments).value_or(casework::Personal{});
  wish.other_channel = arguments.value("other-channel");
  return wish;
}

}  // namespace

Command decline_command() {
  return acting_command(
      {.name = "decline",
       .zh = "不予受理",
       .summary_zh = "不属受理范围，写明理由和该走的途径，仍要告知诉求人",
       .summary_en = "not handled here, with the reason and the right channel",
       .options = {kDeclineOptions, reason_options()},
       .example = "不予受理 23 --理由 已进入诉讼 --其他途径 县人民法院",
       .example_en = "decline 23 --reason 'before the court' --other-channel 'the county court'"},
      wish_to_decline);
}

}  // namespace minqing::cli
