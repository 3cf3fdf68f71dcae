// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"

namespace minqing::cli {

namespace {

casework::Wish wish_to_withdraw(Context& context, const Arguments& arguments) {
  casework::Resolve wish{.result_kind = casework::ResultKind::withdrawn};
  wish.result = reason_of(context, arguments).value_or(casework::Personal{});
  return wish;
}

}  // namespace

Command withdraw_command() {
  return acting_command({.name = "withdraw",
                         .zh = "撤回",
                         .summary_zh = "诉求人撤回；记下怎么说的，核实后销号",
                         .summary_en = "the resident gives the matter up",
                         .options = {reason_options()},
                         .example = "撤回 23 -m 本人来电说已自行解决",
                         .example_en = "withdraw 23 -m 'says it is solved'"},
                        wish_to_withdraw);
}

}  // namespace minqing::cli
