// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"

namespace minqing::cli {

namespace {

constexpr Option kReturnOptions[] = {
    {"to-source", "退来件单位", "", Option::Kind::flag, "", "不属本级，退回来件单位",
     "on to the body that sent it"},
};

casework::Wish wish_to_return(Context& context, const Arguments& arguments) {
  casework::Return wish;
  wish.reason = reason_of(context, arguments).value_or(casework::Personal{});
  wish.to_source = arguments.has("to-source");
  return wish;
}

}  // namespace

Command return_command() {
  return acting_command({.name = "return",
                         .zh = "退回",
                         .summary_zh = "承办单位说明理由退回，等待改派",
                         .summary_en = "the unit sends the issue back with a reason",
                         .options = {reason_options(), kReturnOptions},
                         .example = "退回 23 --理由 属供电所管理",
                         .example_en = "return 23 --reason 'a matter of the power station'"},
                        wish_to_return);
}

}  // namespace minqing::cli
