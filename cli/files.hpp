// SPDX-License-Identifier: MIT
// Files that a command brings along, sealed beside the ledger before the event that names them.

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "lib/ledger/attachments.hpp"

namespace minqing::cli {

class StoredFiles {
 public:
  StoredFiles(Context& context, ledger::Ledger& ledger, const std::string& issue,
              const std::vector<std::string>& paths, casework::AttachmentUse use);

  std::vector<casework::FileAttached> attached() const;
  /// Keeps the copies when the command wrote; a replay of its key named others.
  void settle(const ledger::Outcome& outcome);

 private:
  std::vector<ledger::StoredFile> files_;
};
/// act_on_issues for a wish that may bring files along, sealed for each issue by itself: those
/// named by the list option `option`.
using MakeWishWithFiles =
    std::function<casework::Wish(Context&, std::vector<casework::FileAttached>)>;
int act_with_files(Context& context, const Arguments& arguments, const std::string& option,
                   casework::AttachmentUse use, const MakeWishWithFiles& make_wish);

}  // namespace minqing::cli
