// SPDX-License-Identifier: MIT
// Appending events to the chain inside a write transaction.

#pragma once

#include <map>
#include <optional>
#include <string>

#include "lib/casework/event.hpp"
#include "lib/ledger/ledger.hpp"

namespace minqing::ledger {

class Appender {
 public:
  Appender(Database& db, const std::string& ledger_id, std::int64_t incarnation, const Head& head);

  /// Chains the event and returns its seq. `issue` is the issue's integer, if it has one.
  std::int64_t append(const casework::Event& event, std::optional<std::int64_t> issue);
  const Head& head() const { return head_; }

 private:
  std::string origin_;
  std::int64_t incarnation_;
  Head head_;
  Statement insert_;
};

}  // namespace minqing::ledger
