// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"

namespace minqing::cli {

namespace {

casework::Wish wish_to_reopen(Context& context, const Arguments& arguments) {
  return casework::Reopen{reason_of(context, arguments).value_or(casework::Personal{})};
}

}  // namespace

Command reopen_command() {
  return acting_command({.name = "reopen",
                         .zh = "重办",
                         .summary_zh = "责成重办，开始新的一轮",
                         .summary_en = "order it to be handled again: a new round",
                         .options = {reason_options()},
                         .example = "重办 23 --理由 现场仍未修好",
                         .example_en = "reopen 23 --reason 'still leaking'"},
                        wish_to_reopen);
}

}  // namespace minqing::cli
