// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"
#include "cli/files.hpp"
#include "cli/naming.hpp"
#include "lib/base/file.hpp"
#include "lib/ledger/load.hpp"
#include "lib/privacy/mask.hpp"

#include <charconv>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

using Kind = Option::Kind;
constexpr Option kAttachOptions[] = {
    {"use", "用途", "", Kind::value, "USE", "附件、佐证、回单；默认附件",
     "document, evidence, answer; default document", words_of<casework::AttachmentUse>},
    {"take", "取出", "", Kind::value, "N", "取出第几份附件；先留痕，要写理由",
     "take out the file with this number; recorded first, with a reason"},
    {"output", "输出", "o", Kind::value, "FILE", "取出到哪个文件", "where the file goes"},
};

int put(Context& context, const Arguments& arguments) {
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

const casework::Attachment& file_numbered(const casework::Issue& issue, const std::string& typed) {
  std::size_t no = 0;
  const auto read = std::from_chars(typed.data(), typed.data() + typed.size(), no);
  if (read.ec == std::errc() && no >= 1 && no <= issue.attachments.size()) {
    return issue.attachments[no - 1];
  }
  throw Error(Exit::not_found,
              text("{} 有 {} 份附件，没有第 {} 份", "{} has {} files, not number {}", issue.number,
                   issue.attachments.size(), typed));
}

/// A file shows what residents gave: like every reveal it is recorded before it is there.
int take(Context& context, const Arguments& arguments, const std::string& typed) {
  const auto target = arguments.value("output");
  const auto reason = reason_of(context, arguments);
  if (!target || !reason || reason->plain.empty() || arguments.words.size() != 1) {
    throw Error(Exit::usage,
                text("取出附件要写理由和去处", "taking a file needs a reason and a place"),
                text("例如：minqing 附件 23 --取出 1 -o 照片.jpg --理由 核查",
                     "for example: minqing attach 23 --take 1 -o photo.jpg --reason check"));
  }
  if (base::file_exists(*target)) {
    throw Error(Exit::conflict, text("{} 已存在", "{} exists already", *target),
                text("换一个文件名", "choose another name"));
  }
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  const std::string number = name_issue(context, ledger, arguments.words.front());
  const auto issue = ledger::load_issue(ledger.db(), *ledger::issue_id(number));
  const std::string content = ledger::read_attachment(ledger, *issue, file_numbered(*issue, typed));
  casework::IdentityRevealed event;
  event.issues = {number};
  event.fields = {"attachment"};
  event.reason = privacy::mask_text(reason->plain);
  write_to(context, ledger, {{.wish = std::move(event)}});
  if (context.dry_run()) {
    context.out().line(text("试运行：没有留痕，也没有取出",
                            "dry run: nothing was recorded and nothing taken out"));
    return 0;
  }
  base::write_file_atomically(*target, content, 0600);
  context.out().line(text("已写入 {}", "written to {}", *target));
  return 0;
}

int run_attach(Context& context, const Arguments& arguments) {
  if (const auto typed = arguments.value("take")) return take(context, arguments, *typed);
  if (arguments.words.size() < 2) {
    throw Error(
        Exit::usage, text("没有写附上哪个文件", "which file is to be attached?"),
        text("例如：minqing 附件 23 现场照片.jpg", "for example: minqing attach 23 photo.jpg"));
  }
  return put(context, arguments);
}

}  // namespace

Command attach_command() {
  return {.name = "attach",
          .zh = "附件",
          .group = "life",
          .summary_zh = "给事项附上文件，加密存放在台账旁边；或取出",
          .summary_en = "attach files, kept as sealed copies beside the ledger; or take one out",
          .nature = Nature::writes,
          .arguments = "ISSUE FILE…",
          .min_words = 1,
          .max_words = Command::kAnyNumber,
          .options = {kAttachOptions, reason_options()},
          .example = "附件 23 现场照片.jpg --用途 佐证",
          .example_en = "attach 23 photo.jpg --use evidence",
          .run = run_attach};
}

}  // namespace minqing::cli
