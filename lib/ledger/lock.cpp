// SPDX-License-Identifier: MIT
#include "lib/ledger/lock.hpp"

#include "lib/base/error.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace minqing::ledger {

namespace {

using base::Error;
using base::Exit;
using base::text;

/// An alarm that interrupts the waiting flock once; put back as it was afterwards.
class Alarm {
 public:
  explicit Alarm(int seconds) {
    struct sigaction action {};
    action.sa_handler = [](int) {};  // without SA_RESTART: flock returns EINTR
    sigaction(SIGALRM, &action, &before_);
    // Repeats, so that an alarm between two system calls is not the only one.
    itimerval timer{{0, 100'000}, {seconds, 0}};
    setitimer(ITIMER_REAL, &timer, nullptr);
  }
  ~Alarm() {
    itimerval off{};
    setitimer(ITIMER_REAL, &off, nullptr);
    sigaction(SIGALRM, &before_, nullptr);
  }

 private:
  struct sigaction before_ {};
};

int open_lock_file(const std::string& path) {
  const int fd = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0660);
  if (fd < 0) {
    const int cause = errno;
    const Exit exit =
        cause == ENOSPC || cause == EIO || cause == EDQUOT ? Exit::io : Exit::permission;
    throw Error(exit,
                text("不能打开锁文件 {}（{}）", "cannot open the lock file {} ({})", path,
                     std::strerror(cause)),
                text("写台账的人要能写它所在的目录",
                     "who writes the ledger must be able to write its folder"));
  }
  // The creator's umask must not lock out colleagues of the same group.
  struct stat info {};
  if (fstat(fd, &info) == 0 && info.st_uid == geteuid() && (info.st_mode & 0777) != 0660) {
    (void)!fchmod(fd, 0660);
  }
  return fd;
}

}  // namespace

WriterLock::WriterLock(const std::string& ledger_path, int seconds)
    : fd_(open_lock_file(ledger_path + ".lock")) {
  if (flock(fd_, LOCK_EX | LOCK_NB) == 0) return;
  int result = -1;
  int cause = errno;
  if (cause == EWOULDBLOCK) {
    Alarm alarm(seconds);
    result = flock(fd_, LOCK_EX);
    cause = errno;
  }
  if (result == 0) return;
  close(fd_);
  if (cause == EINTR || cause == EWOULDBLOCK) {
    throw Error(Exit::locked,
                text("等了 {} 秒，台账仍被另一个命令占用",
                     "another command still holds the ledger after "
                     "{} seconds",
                     seconds),
                text("稍后再试；什么也没有写入", "try again in a moment; nothing was written"));
  }
  throw Error(Exit::io,
              text("不能锁住台账（{}）", "cannot lock the ledger ({})", std::strerror(cause)));
}

WriterLock::~WriterLock() { close(fd_); }

}  // namespace minqing::ledger
