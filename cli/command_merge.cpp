// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"
#include "cli/naming.hpp"

namespace minqing::cli {

namespace {

constexpr Option kMergeOptions[] = {
    {"into", "并入", "", Option::Kind::value, "ISSUE", "并到哪一件", "the issue that goes on"},
};

casework::Wish wish_to_merge(Context& context, const Arguments& arguments) {
  const auto into = arguments.value("into");
  if (!into) {
    throw base::Error(base::Exit::usage,
                      base::text("没有写并到哪一件", "the issue to merge into is missing"),
                      base::text("加上 --并入 编号", "add --into ISSUE"));
  }
  casework::Merge wish;
  wish.into = name_issue(context, context.ledger(), *into);
  wish.reason = reason_of(context, arguments);
  return wish;
}

}  // namespace

Command merge_command() {
  return acting_command({.name = "merge",
                         .zh = "并案",
                         .summary_zh = "同一件事并到先登记的那件，时限停走；结果仍逐件告知",
                         .summary_en = "handle it under another number; its resident is still told",
                         .options = {kMergeOptions, reason_options()},
                         .example = "并案 24 --并入 23 --理由 同一处漏水",
                         .example_en = "merge 24 --into 23 --reason 'the same leak'"},
                        wish_to_merge);
}

}  // namespace minqing::cli
