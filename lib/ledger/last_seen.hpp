// SPDX-License-Identifier: MIT
// The head of a ledger as one user saw it last, in a file of this user: who comes back to a ledger
// that went back, or to another history, is told so.

#pragma once

#include <optional>
#include <string>
#include <utility>

#include "lib/ledger/chain.hpp"

namespace minqing::ledger {

class LastSeen {
 public:
  explicit LastSeen(std::string file) : file_(std::move(file)) {}

  /// None when nothing, or nothing whole, is remembered.
  std::optional<Head> read() const;
  /// Unless a newer head is remembered. Nobody waits here, and nothing is lost when it fails: what
  /// is missed now, the next command of this user sees.
  void remember(const Head& head) const;

  const std::string& file() const { return file_; }

 private:
  std::string file_;
};

}  // namespace minqing::ledger
