// SPDX-License-Identifier: MIT
#include "cli/command.hpp"

namespace minqing::cli {

namespace {

using Kind = Option::Kind;
constexpr Option kSheetOptions[] = {
    {"cells", "单元格", "", Kind::flag, "", "列出每一格（CSV）：sheet,row,col,type,value",
     "every cell, as CSV: sheet,row,col,type,value"},
    {"sheet", "工作表", "", Kind::list, "SHEET", "只看这张表，可写多次",
     "only this sheet; may be repeated"},
    {"encoding", "编码", "", Kind::value, "NAME", "文本文件的编码；默认自动识别",
     "encoding of a text file; default: recognised"},
};

}  // namespace

Command sheet_command() {
  return {.name = "sheet",
          .zh = "看表",
          .group = "exchange",
          .summary_zh = "看一个表格文件读出来是什么样：有哪些工作表、多大、表头在哪一行",
          .summary_en = "show a spreadsheet as the reader sees it: its sheets, sizes and headers",
          .nature = Nature::none,
          .office = true,
          .arguments = "FILE",
          .min_words = 1,
          .max_words = 1,
          .options = {kSheetOptions},
          .example = "看表 三月.xls",
          .example_en = "sheet march.xls --cells",
          .run = {}};
}

}  // namespace minqing::cli
