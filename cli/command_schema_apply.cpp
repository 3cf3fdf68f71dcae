// SPDX-License-Identifier: MIT
#include "cli/command.hpp"

namespace minqing::cli {

Command schema_apply_command() {
  return {.name = "schema apply",
          .zh = "规则 启用",
          .group = "ledger",
          .summary_zh = "启用改过的规则：先列出每处改动；已经交办的时限不变",
          .summary_en =
              "put a changed schema into force: every change is listed first; deadlines that run "
              "stay",
          .nature = Nature::writes,
          .office = true,
          .arguments = "PRESET|FILE",
          .min_words = 1,
          .max_words = 1,
          .options = {},
          .example = "规则 启用 新规则/schema.yaml",
          .example_en = "schema apply new/schema.yaml",
          .run = {}};
}

}  // namespace minqing::cli
