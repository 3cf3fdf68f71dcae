// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"

namespace minqing::cli {

namespace {

using Kind = Option::Kind;
constexpr Option kTransferOptions[] = {
    {"to", "送往", "", Kind::value, "BODY", "转送给哪个单位", "the competent body"},
    {"number", "对方编号", "", Kind::value, "NUMBER", "对方的编号", "its number there"},
    {"expect", "预计答复", "", Kind::value, "DATE", "预计何时答复", "when an answer is expected"},
};

casework::Wish wish_to_transfer(Context& context, const Arguments& arguments) {
  casework::Resolve wish{.result_kind = casework::ResultKind::transferred};
  wish.result = reason_of(context, arguments).value_or(casework::Personal{});
  wish.to_body = arguments.value("to");
  wish.their_number = arguments.value("number");
  if (const auto day = arguments.value("expect")) wish.expected_on = context.date("expect", *day);
  return wish;
}

}  // namespace

Command transfer_command() {
  return acting_command(
      {.name = "transfer",
       .zh = "转送",
       .summary_zh = "转送有权处理的单位或上报，仍要把结果告知诉求人",
       .summary_en = "pass it to another competent body; the resident is still told",
       .options = {kTransferOptions, reason_options()},
       .example = "转送 23 --送往 县水利局 --预计答复 2026-12-10 -m 属县管河道",
       .example_en =
           "transfer 23 --to 'county water bureau' --expect 2026-12-10 -m 'a river of the county'"},
      wish_to_transfer);
}

}  // namespace minqing::cli
