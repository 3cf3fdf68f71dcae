// SPDX-License-Identifier: MIT
#include "cli/command.hpp"

namespace minqing::cli {

Command roster_import_command() {
  return {.name = "roster import",
          .zh = "名册 导入",
          .group = "exchange",
          .summary_zh = "导入人员、单位、区划的表格（xlsx、csv）；同一编号的更新",
          .summary_en =
              "import people, units and areas (xlsx, csv); an entry with the same id is updated",
          .nature = Nature::writes,
          .office = true,
          .arguments = "FILE…",
          .min_words = 1,
          .max_words = Command::kAnyNumber,
          .options = {},
          .example = "名册 导入 人员.csv",
          .example_en = "roster import people.csv",
          .run = {}};
}

}  // namespace minqing::cli
