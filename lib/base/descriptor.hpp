// SPDX-License-Identifier: MIT
#pragma once

#include <unistd.h>

#include <utility>

namespace minqing::base {

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() { reset(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  bool open() const { return fd_ >= 0; }
  /// Closes and tells whether that failed: some file systems report a lost write only here.
  bool reset() { return fd_ >= 0 && ::close(std::exchange(fd_, -1)) != 0; }

 private:
  int fd_;
};

}  // namespace minqing::base
