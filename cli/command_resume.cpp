// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"

namespace minqing::cli {

Command resume_command() {
  return acting_command({.name = "resume",
                         .zh = "恢复",
                         .summary_zh = "结束挂账，剩下的时限接着算",
                         .summary_en = "end a suspension; what was left of the limit runs again",
                         .options = {reason_options()},
                         .example = "恢复 23 -m 材料已到",
                         .example_en = "resume 23 -m 'the parts have come'"},
                        wish_of_words<casework::Resume>);
}

}  // namespace minqing::cli
