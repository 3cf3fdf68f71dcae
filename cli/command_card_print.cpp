// SPDX-License-Identifier: MIT
#include "cli/command.hpp"

namespace minqing::cli {

namespace {

using Kind = Option::Kind;
constexpr Option kCardPrintOptions[] = {
    {"output", "输出", "o", Kind::value, "FILE", "写到网页文件（.html）；已有的文件不覆盖",
     "write to a file (.html); never over an existing one"},
    {"person", "联系干部", "", Kind::value, "PERSON",
     "印这位的卡：发出的各张；还没发的印一张不带卡号的；我 = 本人",
     "this official's cards; one without a number where none was given; me: your own"},
    {"complaints", "监督电话", "", Kind::value, "PHONE",
     "背面的监督电话；默认综合协调单位的办公电话",
     "the telephone for complaints; by default that of the coordinating office"},
};

}  // namespace

Command card_print_command() {
  return {.name = "card print",
          .zh = "联系卡 打印",
          .group = "diary",
          .summary_zh = "印联系卡：正面姓名、单位、电话，背面职能、监督电话和可扫的二维码",
          .summary_en = "print cards: name, unit, telephones; duties and a QR code on the back",
          .nature = Nature::reads,
          .office = true,
          .arguments = "[NO…]",
          .max_words = Command::kAnyNumber,
          .options = {kCardPrintOptions},
          .example = "联系卡 打印 --联系干部 李秀梅 -o 联系卡.html",
          .example_en = "card print --person 李秀梅 -o cards.html",
          .run = {}};
}

}  // namespace minqing::cli
