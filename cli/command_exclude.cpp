// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"

namespace minqing::cli {

Command exclude_command() {
  return acting_command(
      {.name = "exclude",
       .zh = "剔除",
       .summary_zh = "申请不计入考核；照常办理，照常告知",
       .summary_en = "ask to leave it out of the evaluation; it is handled as before",
       .options = {reason_options()},
       .example = "剔除 23 --理由 不属本级职权，已告知",
       .example_en = "exclude 23 --reason 'not ours to decide, told so'"},
      wish_of_words<casework::Exclude>);
}

}  // namespace minqing::cli
