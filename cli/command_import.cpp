// SPDX-License-Identifier: MIT
#include "cli/command.hpp"

namespace minqing::cli {

namespace {

using Kind = Option::Kind;
constexpr Option kImportOptions[] = {
    {"sheet", "工作表", "", Kind::list, "SHEET", "只导入这张表，可写多次",
     "only this sheet; may be repeated"},
    {"profile", "表格", "", Kind::value, "NAME|FILE",
     "来件单位的表格，如 县12345：按它认列、换词；或存下的列（.yaml）",
     "a sender's sheet, such as 县12345: its columns and words"},
    {"map", "对应", "", Kind::list, "HEADING=FIELD", "列名对应的字段，如 事由=反映内容",
     "which field a column is, such as 事由=content"},
    {"set", "设定", "", Kind::list, "FIELD:VALUE", "表里没有的字段统一取这个值，如 村:热水村",
     "a value for a field the file lacks, such as village:热水村"},
    {"unknown-category", "未知类别", "", Kind::value, "CATEGORY",
     "类别认不出或空着的行归入这一类，原词记入备注，如 其他",
     "where rows without a known category go, their word kept as a remark, such as other"},
    {"encoding", "编码", "", Kind::value, "NAME", "文本文件的编码；默认自动识别",
     "encoding of a text file; default: recognised"},
    {"include-hidden", "含隐藏", "", Kind::flag, "", "也导入隐藏的行、列和工作表",
     "hidden rows, columns and sheets too"},
    {"update", "更新", "", Kind::flag, "", "写入填好的回填表", "write what a return sheet reports"},
    {"rejects", "退件", "", Kind::value, "OUT.xlsx",
     "不合格的行放进这个文件（.xlsx、.csv；回填表 .xlsx），其余照写（退出码 11）",
     "takes the rows that cannot be written (.xlsx, .csv; of return sheets .xlsx); the others are "
     "(exit 11)"},
    {"save-profile", "存列", "", Kind::value, "FILE",
     "把各列的对应存到文件（.yaml），下次用 --表格 它",
     "keep what each column is (.yaml), for --profile"},
    {"history", "历次", "", Kind::flag, "", "列出以前的导入：时间、件数、批次号",
     "list the imports so far: time, issues, batch"},
    {"explain", "说明", "", Kind::flag, "", "只显示每列对应哪个字段，不导入",
     "show which field each column is, import nothing"},
};

}  // namespace

Command import_command() {
  return {.name = "import",
          .zh = "导入",
          .group = "exchange",
          .summary_zh = "导入表格（xlsx、xls、ods、csv、tsv）；每一行有结论，重复导入不会重复登记",
          .summary_en =
              "import spreadsheets (xlsx, xls, ods, csv, tsv); every row gets a verdict, twice "
              "adds nothing",
          .nature = Nature::writes,
          .office = true,
          .arguments = "FILE…",
          .min_words = 0,
          .max_words = Command::kAnyNumber,
          .options = {kImportOptions},
          .example = "导入 三月.xlsx --设定 渠道:走访",
          .example_en = "import march.xlsx --set channel:visit",
          .run = {}};
}

}  // namespace minqing::cli
