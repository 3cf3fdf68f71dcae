// SPDX-License-Identifier: MIT
// Files of issues (附件): sealed copies in a folder beside the ledger, `<ledger>.files`, named by
// the digest of the sealed bytes, which stands in the event. A copy is on the disk before the event
// that names it; what no event names is left over from a command that was cut off.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lib/casework/commands_more.hpp"
#include "lib/ledger/ledger.hpp"

namespace minqing::ledger {

/// Larger files are refused.
inline constexpr std::uint64_t kMaxAttachment = 64u << 20;

/// A sealed copy that is on the disk; taken away again unless the command that names it succeeds.
class StoredFile {
 public:
  /// Seals the content of `path` under the key of the issue's text. `keep` is false for a dry run:
  /// nothing is written then. Throws Error as read_file and write_file_atomically do, and
  /// Error(permission) when the issue's text was erased.
  StoredFile(Ledger& ledger, const std::string& number, const std::string& path,
             casework::AttachmentUse use, bool keep);
  StoredFile(StoredFile&& other) noexcept;
  StoredFile& operator=(StoredFile&&) = delete;
  ~StoredFile();

  const casework::FileAttached& attached() const { return attached_; }
  /// An event names it now.
  void settle() { written_.clear(); }

 private:
  casework::FileAttached attached_;
  std::string written_;
};

/// The content of a file again. Throws Error: not_found when the copy is missing, integrity when it
/// is not what the event names, permission when its key was destroyed.
std::string read_attachment(Ledger& ledger, const casework::Issue& issue,
                            const casework::Attachment& file);

/// Numbers of the issues with a file whose sealed copy is not there, ascending. Looks at every
/// event; whether a copy is whole is told when it is read.
std::vector<std::string> with_missing_files(Ledger& ledger);

/// The folder of the sealed copies of a ledger.
std::string attachment_folder(const std::string& ledger_path);

}  // namespace minqing::ledger
