// SPDX-License-Identifier: MIT
// The writers' queue: an flock on `<ledger>.lock`, taken before a writer's first statement and
// released after COMMIT. The kernel queues waiters fairly and frees the lock of a killed holder;
// waiting inside SQLite would starve some writers for seconds. Local file systems only.

#pragma once

#include <string>

namespace minqing::ledger {

class WriterLock {
 public:
  /// Waits at most `seconds`, then throws Error(locked).
  WriterLock(const std::string& ledger_path, int seconds = 30);
  WriterLock(const WriterLock&) = delete;
  ~WriterLock();

 private:
  int fd_ = -1;
};

}  // namespace minqing::ledger
