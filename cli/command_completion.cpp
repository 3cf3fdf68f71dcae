// SPDX-License-Identifier: MIT
#include "cli/completion.hpp"
#include "cli/context.hpp"

namespace minqing::cli {

namespace {

std::string script_for(const std::string& shell, base::Lang lang) {
  if (shell == "bash") return bash_completion();
  if (shell == "zsh") return zsh_completion();
  if (shell == "fish") return fish_completion(lang);
  throw base::Error(base::Exit::usage,
                    base::text("没有“{}”的补全", "no completion for '{}'", shell),
                    base::text("可以用：bash、zsh、fish", "accepted: bash, zsh, fish"));
}

int run_completion(Context& context, const Arguments& arguments) {
  context.out().raw(script_for(arguments.words.front(), context.lang()));
  return 0;
}

}  // namespace

Command completion_command() {
  return {.name = "completion",
          .zh = "补全",
          .group = "ledger",
          .summary_zh = "打印 shell 的补全脚本：命令、选项和固定的取值，中英文都可以",
          .summary_en = "print a completion script: commands, options and fixed values",
          .nature = Nature::none,
          .arguments = "bash|zsh|fish",
          .min_words = 1,
          .max_words = 1,
          .example = "补全 bash",
          .example_en = "completion bash",
          .run = run_completion};
}

}  // namespace minqing::cli
