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
  /// `folder` of the user; it is made when it is missing.
  LastSeen(std::string folder, const std::string& ledger_id)
      : folder_(std::move(folder)), file_(folder_ + "/" + ledger_id + ".head") {}

  /// None when nothing, or nothing whole, is remembered.
  std::optional<Head> read() const;
  /// Unless a newer head is remembered. Nobody waits here, and nothing is lost when it fails: what
  /// is missed now, the next command of this user sees.
  void remember(const Head& head) const;

  const std::string& file() const { return file_; }

 private:
  std::string folder_;
  std::string file_;
};

}  // namespace minqing::ledger
