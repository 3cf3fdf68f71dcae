// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"
#include "cli/naming.hpp"

namespace minqing::cli {

namespace {

constexpr Option kOptions[] = {
    {"same-as", "同", "", Option::Kind::value, "ISSUE", "与哪一件重复",
     "the issue that holds the same matter"},
};

casework::Wish wish_of(Context& context, const Arguments& arguments) {
  casework::Void wish{reason_of(context, arguments).value_or(casework::Personal{}), {}};
  if (const auto other = arguments.value("same-as")) {
    wish.same_as = name_issue(context, context.ledger(), *other);
    if (wish.reason.plain.empty()) {
      wish.reason = casework::personal(
          base::text("与 {} 重复", "the same as {}", *wish.same_as).in(context.lang()));
    }
  }
  return wish;
}

}  // namespace

Command void_command() {
  return acting_command({.name = "void",
                         .zh = "作废",
                         .summary_zh = "误登记的作废：留痕，不计入统计",
                         .summary_en = "take out what was entered by mistake: it stays in the log",
                         .options = {reason_options(), kOptions},
                         .example = "作废 23 --理由 重复录入",
                         .example_en = "void 23 --reason 'entered twice'"},
                        wish_of);
}

}  // namespace minqing::cli
