// SPDX-License-Identifier: MIT
#include "cli/command.hpp"

namespace minqing::cli {

namespace {

using Kind = Option::Kind;
constexpr Option kDiaryImportOptions[] = {
    {"category", "类别", "", Kind::value, "CATEGORY", "没写类别的诉求归到哪一类，如 其他",
     "category of issues that name none, such as other"},
};

}  // namespace

Command diary_import_command() {
  return {.name = "diary import",
          .zh = "日记 导入",
          .group = "diary",
          .summary_zh = "导入以前的日记：文件夹里的文本，或日记表格；已有的不重复",
          .summary_en = "bring in earlier diaries: folders of texts, or sheets; known ones stay",
          .nature = Nature::writes,
          .office = true,
          .arguments = "FILE…",
          .min_words = 1,
          .max_words = Command::kAnyNumber,
          .options = {kDiaryImportOptions},
          .example = "日记 导入 三月日记/",
          .example_en = "diary import march/",
          .run = {}};
}

}  // namespace minqing::cli
