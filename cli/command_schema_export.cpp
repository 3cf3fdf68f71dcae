// SPDX-License-Identifier: MIT
#include "cli/command.hpp"

namespace minqing::cli {

Command schema_export_command() {
  return {
      .name = "schema export",
      .zh = "规则 导出",
      .group = "ledger",
      .summary_zh = "把现行规则的文件写到新文件夹，或把类别和时限写成工作簿（xlsx），改了再启用",
      .summary_en =
          "write the files of the schema in force into a new folder, or categories and limits "
          "as a workbook (xlsx), to be changed and applied",
      .nature = Nature::reads,
      .office = true,
      .arguments = "DIR|FILE.xlsx",
      .min_words = 1,
      .max_words = 1,
      .options = {},
      .example = "规则 导出 规则.xlsx",
      .example_en = "schema export rules.xlsx",
      .run = {}};
}

}  // namespace minqing::cli
