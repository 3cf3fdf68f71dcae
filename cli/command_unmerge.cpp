// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"

namespace minqing::cli {

Command unmerge_command() {
  return acting_command({.name = "unmerge",
                         .zh = "分案",
                         .summary_zh = "取消并案，从并入时的状态接着办",
                         .summary_en = "let a merged issue go its own way again",
                         .options = {reason_options()},
                         .example = "分案 24 --理由 不是同一件事",
                         .example_en = "unmerge 24 --reason 'not the same matter'"},
                        wish_of_words<casework::Unmerge>);
}

}  // namespace minqing::cli
