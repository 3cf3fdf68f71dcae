// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"

namespace minqing::cli {

Command instruct_command() {
  return acting_command({.name = "instruct",
                         .zh = "批示",
                         .summary_zh = "记录领导批示；纸上的批示用 --经办 领导姓名 代录",
                         .summary_en = "record a leader's instruction; --by LEADER when on paper",
                         .options = {reason_options()},
                         .example = "批示 23 --经办 何镇长 -m 请水务站三天内解决",
                         .example_en = "instruct 23 --by 'He' -m 'solve it within three days'"},
                        wish_of_words<casework::Instruct>);
}

}  // namespace minqing::cli
