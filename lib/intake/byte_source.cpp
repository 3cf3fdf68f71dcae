// SPDX-License-Identifier: MIT
#include "lib/intake/byte_source.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "lib/base/descriptor.hpp"
#include "lib/base/error.hpp"
#include "lib/base/os_error.hpp"

namespace minqing::intake {
namespace {

using base::Error;
using base::Exit;
using base::fail_reading;
using base::text;

[[noreturn]] void fail_too_large(const std::string& name, std::uint64_t max_bytes) {
  throw Error(
      Exit::rejected,
      text("“{}”太大：最多 {} MB", "'{}' is too large: at most {} MB", name, max_bytes >> 20),
      {"请按年份或村分成几个文件，每个文件都保留表头",
       "split it by year or village and keep the header row in each part"});
}

class FileSource : public ByteSource {
 public:
  FileSource(const std::string& path, std::uint64_t max_bytes)
      // Without waiting: a pipe that nobody writes to must not hold the command.
      : ByteSource(path), fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)) {
    if (!fd_.open()) fail_reading(path, errno);
    if (::fstat(fd_.get(), &opened_) != 0) fail_reading(path, errno);
    if (!S_ISREG(opened_.st_mode)) {
      throw Error(Exit::rejected, text("“{}”不是普通文件", "'{}' is not a regular file", path));
    }
    if (static_cast<std::uint64_t>(opened_.st_size) > max_bytes) fail_too_large(path, max_bytes);
  }

  std::size_t read(char* buffer, std::size_t size) override {
    for (;;) {
      ssize_t got = ::read(fd_.get(), buffer, size);
      if (got == 0) refuse_a_changed_file();
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) fail_reading(name(), errno);
    }
  }

  std::size_t read_at(std::uint64_t offset, char* buffer, std::size_t size) override {
    for (std::size_t done = 0;;) {
      ssize_t got =
          ::pread(fd_.get(), buffer + done, size - done, static_cast<off_t>(offset + done));
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) fail_reading(name(), errno);
      done += static_cast<std::size_t>(got);
      if (got == 0) refuse_a_changed_file();
      if (got == 0 || done == size) return done;
    }
  }

  std::uint64_t size() const override { return static_cast<std::uint64_t>(opened_.st_size); }

  void rewind() override {
    if (::lseek(fd_.get(), 0, SEEK_SET) < 0) fail_reading(name(), errno);
  }

 private:
  /// What was learnt in the first pass would not hold for other bytes.
  void refuse_a_changed_file() {
    struct stat now;
    if (::fstat(fd_.get(), &now) != 0) fail_reading(name(), errno);
    if (now.st_size == opened_.st_size && now.st_mtim.tv_sec == opened_.st_mtim.tv_sec &&
        now.st_mtim.tv_nsec == opened_.st_mtim.tv_nsec) {
      return;
    }
    throw Error(Exit::conflict,
                text("“{}”在读取时被改动", "'{}' changed while it was read", name()),
                {"等它保存完再读", "wait until it is saved and read it again"});
  }

  base::Descriptor fd_;
  struct stat opened_ = {};
};

class MemorySource : public ByteSource {
 public:
  MemorySource(std::string_view bytes, std::string name)
      : ByteSource(std::move(name)), bytes_(bytes) {}

  std::size_t read(char* buffer, std::size_t size) override {
    std::size_t count = std::min(size, bytes_.size() - at_);
    if (count > 0) std::memcpy(buffer, bytes_.data() + at_, count);
    at_ += count;
    return count;
  }
  std::size_t read_at(std::uint64_t offset, char* buffer, std::size_t size) override {
    if (offset >= bytes_.size()) return 0;
    std::string_view piece = bytes_.substr(static_cast<std::size_t>(offset), size);
    std::memcpy(buffer, piece.data(), piece.size());
    return piece.size();
  }
  std::uint64_t size() const override { return bytes_.size(); }
  void rewind() override { at_ = 0; }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

class WatchedSource : public ByteSource {
 public:
  WatchedSource(std::unique_ptr<ByteSource> source, WatchBytes watch)
      : ByteSource(source->name()), source_(std::move(source)), watch_(std::move(watch)) {}

  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t got = source_->read(buffer, size);
    watch_(done_ += got, source_->size());
    return got;
  }
  void rewind() override {
    source_->rewind();
    done_ = 0;
  }
  std::size_t read_at(std::uint64_t offset, char* buffer, std::size_t size) override {
    return source_->read_at(offset, buffer, size);
  }
  std::uint64_t size() const override { return source_->size(); }

 private:
  const std::unique_ptr<ByteSource> source_;
  const WatchBytes watch_;
  std::uint64_t done_ = 0;
};

}  // namespace

std::unique_ptr<ByteSource> open_file(const std::string& path, std::uint64_t max_bytes) {
  return std::make_unique<FileSource>(path, max_bytes);
}

std::unique_ptr<ByteSource> open_bytes(std::string_view bytes, std::string name) {
  return std::make_unique<MemorySource>(bytes, std::move(name));
}

std::unique_ptr<ByteSource> watched(std::unique_ptr<ByteSource> source, WatchBytes watch) {
  return std::make_unique<WatchedSource>(std::move(source), std::move(watch));
}

}  // namespace minqing::intake
