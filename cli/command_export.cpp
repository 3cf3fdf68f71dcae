// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/listing.hpp"

namespace minqing::cli {

namespace {

using Kind = Option::Kind;
constexpr Option kExportOptions[] = {
    {"output", "输出", "o", Kind::value, "FILE", "写到 .xlsx 或 .csv 文件；已有的文件不覆盖",
     "write to a .xlsx or .csv file; never over an existing one"},
    {"return-sheet", "回填表", "", Kind::flag, "", "给没有台账的单位填的表（一个单位的，.xlsx）",
     "a sheet for a unit without the ledger to fill in (one unit, .xlsx)"},
    {"per-unit", "按单位", "", Kind::value, "DIR", "每个单位一张回填表，放进这个文件夹",
     "a return sheet for each unit, into this folder"},
    {"profile", "表格", "", Kind::value, "NAME",
     "来件单位的表格，如 县12345：按它的列、次序和词写回单",
     "answers in a sender's sheet, such as 县12345: its columns, order and words"},
    {"fill", "回填到", "", Kind::value, "FILE", "把答复填进来的那张表，写到 -o 的文件",
     "fill the answers into the sheet that came in, written to the file of -o"},
};

}  // namespace

Command export_command() {
  return {
      .name = "export",
      .zh = "导出",
      .group = "exchange",
      .summary_zh = "按条件把诉求写成表格（xlsx、csv），已脱敏；--回填表 给单位填",
      .summary_en = "write issues to a spreadsheet (xlsx, csv), masked; --return-sheet for units",
      .nature = Nature::reads,
      .office = true,
      .arguments = "[QUERY]",
      .max_words = Command::kAnyNumber,
      .options = {kExportOptions, listing_options()},
      .example = "导出 承办单位:水务站 -o 水务站.xlsx",
      .example_en = "export unit:水务站 -o water.xlsx",
      .run = {}};
}

}  // namespace minqing::cli
