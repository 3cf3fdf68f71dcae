// SPDX-License-Identifier: MIT
// Idempotent keys: the same key again with the same request writes nothing and answers the same;
// with another request it is a conflict.

#pragma once

#include <optional>
#include <string>

#include "lib/ledger/carry_out.hpp"

namespace minqing::ledger {

/// Keyed digest of what was asked: persons, claimed time, then every command in order; not the
/// machine's time. One digest over all of it, in canonical JSON that later versions write alike.
class RequestDigest {
 public:
  RequestDigest(KeyRing& keys, const Order& order);
  void add(const casework::Command& command);
  /// Once, after the last command.
  std::string finish() { return digest_.finish(); }

 private:
  privacy::KeyedDigest digest_;
};
/// The outcome of the transaction that used `order.key` before; nothing when none did.
std::optional<Outcome> replay(Ledger& ledger, const Order& order);

}  // namespace minqing::ledger
