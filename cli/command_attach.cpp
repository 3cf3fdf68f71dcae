// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"
#include "cli/files.hpp"
#include "cli/naming.hpp"

namespace minqing::cli {

namespace {

constexpr Option kOptions[] = {
    {"use", "用途", "", Option::Kind::value, "USE", "附件、佐证、回单；默认附件",
     "document, evidence, answer; default document", words_of<casework::AttachmentUse>},
};

int run(Context& context, const Arguments& arguments) {
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  const std::string number = name_issue(context, ledger, arguments.words.front());
  const auto use = value_of<casework::AttachmentUse>(arguments, "use")
                       .value_or(casework::AttachmentUse::document);
  StoredFiles files(context, ledger, number, {arguments.words.begin() + 1, arguments.words.end()},
                    use);
  std::vector<casework::Command> commands;
  for (auto& file : files.attached()) {
    commands.push_back({.wish = casework::Attach{std::move(file)}, .issue = number});
  }
  const auto outcome = write_to(context, ledger, std::move(commands));
  files.settle(outcome);
  echo(context, ledger, outcome);
  return 0;
}

}  // namespace

Command attach_command() {
  return {.name = "attach",
          .zh = "附件",
          .group = "life",
          .summary_zh = "给事项附上文件，加密存放在台账旁边",
          .summary_en = "attach files; sealed copies lie beside the ledger",
          .nature = Nature::writes,
          .arguments = "ISSUE FILE…",
          .min_words = 2,
          .max_words = Command::kAnyNumber,
          .options = {kOptions},
          .example = "附件 23 现场照片.jpg --用途 佐证",
          .example_en = "attach 23 photo.jpg",
          .run = run};
}

}  // namespace minqing::cli
