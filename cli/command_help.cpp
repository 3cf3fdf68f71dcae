// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/help.hpp"

namespace minqing::cli {

namespace {

using Kind = Option::Kind;
constexpr Option kHelpOptions[] = {
    {"list", "清单", "", Kind::flag, "", "供脚本用的清单", "a list for scripts"},
};

}  // namespace

Command help_command() {
  return {.name = "help",
          .zh = "帮助",
          .group = "ledger",
          .summary_zh = "命令一览，或一个命令的用法",
          .summary_en = "all commands, or how one is used",
          .nature = Nature::none,
          .arguments = "[COMMAND]",
          .max_words = 2,
          .options = {kHelpOptions},
          .example = "帮助 登记",
          .example_en = "help record",
          .run = [](Context& context, const Arguments& arguments) {
            return show_help(context, arguments.words, arguments.has("list"));
          }};
}

}  // namespace minqing::cli
