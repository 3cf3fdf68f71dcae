// SPDX-License-Identifier: MIT
#include "cli/ask.hpp"
#include "cli/command.hpp"
#include "cli/diary_entries.hpp"
#include "cli/diary_form.hpp"

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

using Kind = Option::Kind;
constexpr Option kDiaryAddOptions[] = {
    {"edit", "编辑", "e", Kind::flag, "", "在编辑器里写，存盘退出即写入；可以接着改一个文件",
     "write it in the editor; saving and leaving writes it. A FILE is gone on with"},
};

int run_diary_add(Context& context, const Arguments& arguments) {
  const std::string file = arguments.words.empty() ? "" : arguments.words.front();
  if (arguments.has("edit")) return write_edited_diary(context, file);
  if (!file.empty()) return write_diary_text(context, intake::read_diary_file(file), file);
  if (is_on_a_terminal()) return write_asked_diary(context);
  throw Error(Exit::usage, text("没有写要记什么", "there is nothing to write"),
              text("写文件名，- 从标准输入读；-e 在编辑器里写；多个文件用 日记 导入",
                   "name a file, or - for standard input; -e writes in the editor; several files "
                   "are brought in with 'diary import'"));
}

}  // namespace

Command diary_add_command() {
  return {.name = "diary add",
          .zh = "日记 添加",
          .group = "diary",
          .summary_zh = "写一天的民情日记：几次走访一篇，其中的诉求同时登记",
          .summary_en = "write the diary of a day: several visits, and the issues that came up",
          .nature = Nature::writes,
          .office = true,
          .arguments = "[FILE]",
          .max_words = 1,
          .options = {kDiaryAddOptions},
          .example = "日记 添加 走访.txt",
          .example_en = "diary add visits.txt",
          .run = run_diary_add};
}

}  // namespace minqing::cli
