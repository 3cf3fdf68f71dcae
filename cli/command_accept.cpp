// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"

namespace minqing::cli {

Command accept_command() {
  return acting_command({.name = "accept",
                         .zh = "受理",
                         .summary_zh = "决定由本单位受理；规则不要求时，登记即受理",
                         .summary_en = "decide that the matter is handled here",
                         .options = {reason_options()},
                         .example = "受理 23",
                         .example_en = "accept 23"},
                        wish_of_words<casework::Accept>);
}

}  // namespace minqing::cli
