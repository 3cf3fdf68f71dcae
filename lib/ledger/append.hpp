// SPDX-License-Identifier: MIT
// Appending events to the chain inside a write transaction.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lib/casework/event.hpp"
#include "lib/ledger/ledger.hpp"

namespace minqing::ledger {

/// An event in its bytes, and what its row says beside them.
struct EncodedEvent {
  std::string body;
  base::Digest leaf{};
  std::string_view kind;
  std::optional<std::int64_t> issue;       ///< the issue's integer, if it has one
  std::optional<std::string> transaction;  ///< of the first event of one
  std::optional<casework::Event> own;      ///< itself, when it is about no issue
};
/// Of an event whose texts are sealed.
EncodedEvent encode(const casework::Event& event, std::optional<std::int64_t> issue);

class Appender {
 public:
  Appender(Database& db, const std::string& ledger_id, std::int64_t incarnation, const Head& head);

  /// Chains the event and returns its seq.
  std::int64_t append(const EncodedEvent& event);
  const Head& head() const { return head_; }

 private:
  std::string origin_;
  std::int64_t incarnation_;
  Head head_;
  Statement insert_;
};

}  // namespace minqing::ledger
