// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

#include "lib/base/descriptor.hpp"
#include "lib/base/digest.hpp"
#include "lib/base/error.hpp"
#include "lib/base/file.hpp"
#include "lib/base/os_error.hpp"

namespace minqing::base {
namespace {

/// Removes the temporary file unless it got its final name.
class Temporary {
 public:
  explicit Temporary(std::string path) : path_(std::move(path)) {}
  ~Temporary() {
    if (!kept_) ::unlink(path_.c_str());
  }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  const std::string& path() const { return path_; }
  void keep() { kept_ = true; }

 private:
  std::string path_;
  bool kept_ = false;
};

[[noreturn]] void fail_existing(const std::string& path) {
  throw Error(Exit::conflict, text("“{}”已经存在", "'{}' exists already", path),
              {"换一个文件名，或先把它移走", "choose another name, or move it away first"});
}

void write_all(int fd, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    ssize_t put = ::write(fd, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) fail_writing(path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
}

std::string directory_of(const std::string& path) {
  std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

/// Only a regular file may be replaced: `-o /dev/stdout` must not remove the device.
void check_target(const std::string& path, IfExists if_exists) {
  struct stat info;
  if (::lstat(path.c_str(), &info) != 0) return;
  if (if_exists == IfExists::refuse || !S_ISREG(info.st_mode)) fail_existing(path);
}

void write_temporary(const Temporary& temporary, const std::string& path, std::string_view bytes,
                     unsigned mode) {
  Descriptor file(::open(temporary.path().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!file.open()) fail_writing(path, errno);
  write_all(file.get(), bytes, path);
  if (::fchmod(file.get(), mode) != 0 || ::fsync(file.get()) != 0) fail_writing(path, errno);
  if (file.reset()) fail_writing(path, errno);
}

void give_final_name(const std::string& from, const std::string& to, IfExists if_exists) {
  int failed = -1;
  if (if_exists == IfExists::refuse) {
    failed = ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE);
    if (failed != 0 && errno == EEXIST) fail_existing(to);
    // A file system without this flag (some network mounts): the check is not atomic there.
    if (failed != 0 && (errno == EINVAL || errno == ENOSYS)) {
      check_target(to, if_exists);
      failed = ::rename(from.c_str(), to.c_str());
    }
  } else {
    failed = ::rename(from.c_str(), to.c_str());
  }
  if (failed != 0) fail_writing(to, errno);
}

void sync_directory(const std::string& path) {
  Descriptor directory(::open(directory_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  // A directory that may be written but not read cannot be synced; neither can some network mounts.
  if (!directory.open() && errno == EACCES) return;
  if (!directory.open()) fail_writing(path, errno);
  if (::fsync(directory.get()) != 0 && errno != EINVAL) fail_writing(path, errno);
}

}  // namespace

void write_file_atomically(const std::string& path, std::string_view bytes, unsigned mode,
                           IfExists if_exists) {
  check_target(path, if_exists);
  Temporary temporary(directory_of(path) + "/.minqing-" + to_hex(random_bytes(8)) + ".tmp");
  write_temporary(temporary, path, bytes, mode);
  give_final_name(temporary.path(), path, if_exists);
  temporary.keep();
  sync_directory(path);
}

}  // namespace minqing::base
