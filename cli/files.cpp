// SPDX-License-Identifier: MIT
#include "cli/files.hpp"

#include "cli/writing.hpp"

namespace minqing::cli {

StoredFiles::StoredFiles(Context& context, ledger::Ledger& ledger, const std::string& issue,
                         const std::vector<std::string>& paths, casework::AttachmentUse use) {
  for (const std::string& path : paths) {
    files_.emplace_back(ledger, issue, path, use, !context.dry_run());
  }
}

std::vector<casework::FileAttached> StoredFiles::attached() const {
  std::vector<casework::FileAttached> out;
  for (const ledger::StoredFile& file : files_) out.push_back(file.attached());
  return out;
}

void StoredFiles::settle(const ledger::Outcome& outcome) {
  if (outcome.replayed) return;
  for (ledger::StoredFile& file : files_) file.settle();
}

int act_with_files(Context& context, const Arguments& arguments, const std::string& option,
                   casework::AttachmentUse use, const MakeWishWithFiles& make_wish) {
  const auto issues = open_for_issues(context, arguments);
  ledger::Ledger& ledger = context.ledger();
  std::vector<StoredFiles> kept;
  std::vector<casework::Command> commands;
  for (const std::string& issue : issues) {
    kept.emplace_back(context, ledger, issue, arguments.list(option), use);
    commands.push_back({.wish = make_wish(context, kept.back().attached()), .issue = issue});
  }
  const auto outcome = write_to(context, ledger, std::move(commands));
  for (StoredFiles& files : kept) files.settle(outcome);
  echo(context, ledger, outcome);
  return 0;
}

}  // namespace minqing::cli
