// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"

namespace minqing::cli {

namespace {

constexpr Option kRefuseOptions[] = {
    {"request", "事项", "", Option::Kind::value, "KIND",
     "驳回哪一项：延期、挂账、退回、剔除、更正、销号",
     "which request: extend, suspend, return, exclude, amend, close",
     words_of<casework::RequestKind>},
};

casework::Wish wish_to_refuse(Context& context, const Arguments& arguments) {
  casework::RefuseRequest wish;
  wish.request = value_of<casework::RequestKind>(arguments, "request");
  wish.reason = reason_of(context, arguments).value_or(casework::Personal{});
  return wish;
}

}  // namespace

Command refuse_command() {
  return acting_command(
      {.name = "refuse",
       .zh = "驳回",
       .summary_zh = "驳回申请并写明理由；提出的人也可以这样收回",
       .summary_en = "refuse a request with a reason; who asked may take it back so",
       .options = {kRefuseOptions, reason_options()},
       .example = "驳回 23 --理由 请先上门核实",
       .example_en = "refuse 23 --reason 'please visit first'"},
      wish_to_refuse);
}

}  // namespace minqing::cli
