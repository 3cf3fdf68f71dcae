// SPDX-License-Identifier: MIT
#include "lib/ledger/attachments.hpp"

#include "lib/base/digest.hpp"
#include "lib/base/error.hpp"
#include "lib/base/file.hpp"
#include "lib/ledger/project.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <utility>

namespace minqing::ledger {

namespace {

using base::Error;
using base::Exit;
using base::text;

/// The name under which contents are sealed.
constexpr std::string_view kField = "attachment";

std::string text_key(Ledger& ledger, std::int64_t id) {
  Statement query = ledger.db().prepare("SELECT content FROM issue_text WHERE issue = ?1");
  if (!query.with(id).step()) {
    throw Error(Exit::not_found, text("没有这件事项", "there is no such issue"));
  }
  return from_column(query.blob(0)).key_id;
}

std::string file_name(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

/// Whoever may write the ledger may write its files.
unsigned mode_like(const std::string& ledger_path) {
  struct stat info {};
  return stat(ledger_path.c_str(), &info) == 0 ? (info.st_mode & 0660u) : 0600u;
}

}  // namespace

std::string attachment_folder(const std::string& ledger_path) { return ledger_path + ".files"; }

StoredFile::StoredFile(Ledger& ledger, const std::string& number, const std::string& path,
                       casework::AttachmentUse use, bool keep) {
  const std::int64_t id = *issue_id(number);
  const std::string content = base::read_file(path, kMaxAttachment);
  const DataKey key = ledger.keys().existing(id, text_key(ledger, id));
  casework::Personal sealed = casework::personal(content);
  ledger.keys().maker().seal(key, kField, sealed);
  const base::Digest digest = base::sha256({sealed.sealed});
  attached_.event.use = use;
  attached_.event.name = casework::personal(file_name(path));
  attached_.event.digest = base::to_hex(base::bytes_of(digest));
  attached_.event.size = static_cast<std::int64_t>(content.size());
  attached_.content = ledger.keys().digest("attachment", content);
  if (!keep) return;
  const std::string folder = attachment_folder(ledger.path());
  const unsigned mode = mode_like(ledger.path());
  // Who may read the files may look into their folder.
  base::make_directories(folder, mode | ((mode & 0440u) >> 2));
  const std::string target = folder + "/" + attached_.event.digest;
  base::write_file_atomically(target, sealed.sealed, mode);
  written_ = target;
}

StoredFile::StoredFile(StoredFile&& other) noexcept
    : attached_(std::move(other.attached_)), written_(std::exchange(other.written_, {})) {}

StoredFile::~StoredFile() {
  if (!written_.empty()) unlink(written_.c_str());
}

std::string read_attachment(Ledger& ledger, const casework::Issue& issue,
                            const casework::Attachment& file) {
  const std::string path = attachment_folder(ledger.path()) + "/" + file.digest;
  casework::Personal sealed;
  sealed.key_id = issue.particulars.content.key_id;
  sealed.sealed = base::read_file(path, kMaxAttachment + 4096);
  if (base::to_hex(base::bytes_of(base::sha256({sealed.sealed}))) != file.digest) {
    throw Error(Exit::integrity,
                text("附件 {} 与台账不符", "the file {} is not what the ledger names",
                     file.digest.substr(0, 16)),
                text("用备份还原这个文件", "restore it from a backup"));
  }
  const auto content = ledger.keys().unseal(*issue_id(issue.number), kField, sealed);
  if (content) return *content;
  throw Error(Exit::permission, text("附件已随内容抹除", "the file was erased with its issue"));
}

std::vector<std::string> with_missing_files(Ledger& ledger) {
  const std::string folder = attachment_folder(ledger.path()) + "/";
  std::vector<std::string> numbers;
  Statement query = ledger.db().prepare(
      "SELECT i.number, json_extract(CAST(e.body AS TEXT), '$.data.digest') FROM event e "
      "JOIN issue i ON i.id = e.issue WHERE e.kind = 'issue_attached' ORDER BY i.id");
  while (query.step()) {
    const std::string number = query.string(0);
    const bool is_told = !numbers.empty() && numbers.back() == number;
    if (!is_told && !base::file_exists(folder + query.string(1))) numbers.push_back(number);
  }
  return numbers;
}

}  // namespace minqing::ledger
