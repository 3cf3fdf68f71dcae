// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"

namespace minqing::cli {

namespace {

constexpr Option kApproveOptions[] = {
    {"request", "事项", "", Option::Kind::value, "KIND",
     "批哪一项：延期、挂账、退回、剔除、更正、销号",
     "which request: extend, suspend, return, exclude, amend, close",
     words_of<casework::RequestKind>},
};

casework::Wish wish_to_approve(Context& context, const Arguments& arguments) {
  casework::Approve wish;
  wish.request = value_of<casework::RequestKind>(arguments, "request");
  wish.words = reason_of(context, arguments);
  return wish;
}

}  // namespace

Command approve_command() {
  return acting_command({.name = "approve",
                         .zh = "批准",
                         .summary_zh = "批准申请，申请的事随即生效；纸上已批的用 --经办 领导姓名",
                         .summary_en = "grant a request; what was asked for happens at once",
                         .options = {kApproveOptions, reason_options()},
                         .example = "批准 23",
                         .example_en = "approve 23"},
                        wish_to_approve);
}

}  // namespace minqing::cli
