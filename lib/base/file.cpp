// SPDX-License-Identifier: MIT
#include "lib/base/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "lib/base/descriptor.hpp"
#include "lib/base/error.hpp"
#include "lib/base/os_error.hpp"

namespace minqing::base {
namespace {

[[noreturn]] void fail_too_large(const std::string& name, std::uint64_t max_bytes) {
  throw Error(Exit::rejected, text("“{}”太大：最多 {} 字节", "'{}' is too large: at most {} bytes",
                                   name, max_bytes));
}

std::string read_to_end(int fd, const std::string& name, std::uint64_t max_bytes,
                        std::size_t expected) {
  std::string bytes;
  std::size_t size = 0;
  bytes.resize(std::max<std::size_t>(expected, 4096) + 1);
  for (;;) {
    ssize_t got = ::read(fd, bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail_reading(name, errno);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (size > max_bytes) fail_too_large(name, max_bytes);
    if (size == bytes.size()) bytes.resize(bytes.size() * 2);
  }
  bytes.resize(size);
  return bytes;
}

void make_directory(const std::string& path, unsigned mode) {
  struct stat info;
  if (::mkdir(path.c_str(), 0700) == 0) {
    // A folder of a group hands its group on to what is made in it, and so must this one.
    const unsigned of_group = ::stat(path.c_str(), &info) == 0 ? info.st_mode & S_ISGID : 0;
    if (::chmod(path.c_str(), mode | of_group) != 0) fail_writing(path, errno);
    return;
  }
  int error = errno;
  if (::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode)) return;
  fail_writing(path, error);
}

}  // namespace

std::string read_file(const std::string& path, std::uint64_t max_bytes) {
  // Without waiting: a pipe that nobody writes to must not hold the command.
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!file.open()) fail_reading(path, errno);
  struct stat info;
  if (::fstat(file.get(), &info) != 0) fail_reading(path, errno);
  if (!S_ISREG(info.st_mode)) {
    throw Error(Exit::rejected, text("“{}”不是普通文件", "'{}' is not a regular file", path));
  }
  auto size = static_cast<std::uint64_t>(info.st_size);
  if (size > max_bytes) fail_too_large(path, max_bytes);
  return read_to_end(file.get(), path, max_bytes, static_cast<std::size_t>(size));
}

std::string read_stdin(std::uint64_t max_bytes) {
  return read_to_end(STDIN_FILENO, "-", max_bytes, 0);
}

bool file_exists(const std::string& path) {
  struct stat info;
  return ::stat(path.c_str(), &info) == 0;
}

void make_directories(const std::string& path, unsigned mode) {
  for (std::size_t slash = path.find('/', 1); slash != std::string::npos;
       slash = path.find('/', slash + 1)) {
    make_directory(path.substr(0, slash), mode);
  }
  if (!path.empty() && path.back() != '/') make_directory(path, mode);
}

}  // namespace minqing::base
