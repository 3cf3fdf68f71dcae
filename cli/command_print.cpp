// SPDX-License-Identifier: MIT
#include "cli/command.hpp"

namespace minqing::cli {

namespace {

using Kind = Option::Kind;
constexpr Option kPrintOptions[] = {
    {"output", "输出", "o", Kind::value, "FILE", "写到网页文件（.html）；已有的文件不覆盖",
     "write to a file (.html); never over an existing one"},
    {"purpose", "用途", "", Kind::value, "PURPOSE",
     "亮明的用途，如 assign：只显示这个用途要用的，先留痕；不写只印脱敏的",
     "why names and numbers are shown, such as assign; recorded first. Without it they are masked"},
    {"draft", "草稿", "", Kind::flag, "", "印草稿：不编号，不留痕",
     "a draft: no number, no record"},
    {"new", "另编", "", Kind::flag, "", "印过的也另编新号；默认补打原来的一份",
     "a new number for what has one; by default the same paper is printed again"},
};

}  // namespace

Command print_command() {
  return {.name = "print",
          .zh = "打印",
          .group = "looking",
          .summary_zh = "印文书：登记表、交办单、答复意见书、公示表等，一件一页，编文号",
          .summary_en = "print papers: slips, letters, lists; a page an issue, numbered",
          .nature = Nature::writes,
          .office = true,
          .arguments = "FORM [QUERY]",
          .min_words = 1,
          .max_words = Command::kAnyNumber,
          .options = {kPrintOptions},
          .example = "打印 交办单 @待签收 --用途 交办单 -o 交办单.html",
          .example_en = "print dispatch_slip @待签收 --purpose assign -o slips.html",
          .run = {}};
}

}  // namespace minqing::cli
