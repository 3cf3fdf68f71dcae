// SPDX-License-Identifier: MIT
// Idempotent keys: the same key again with the same request writes nothing and answers the same;
// with another request it is a conflict.

#pragma once

#include <optional>
#include <string>

#include "lib/ledger/carry_out.hpp"

namespace minqing::ledger {

/// Keyed digest of what was asked: commands, persons, claimed time; not the machine's.
std::string request_digest(KeyRing& keys, const Order& order);
/// The outcome of the transaction that used `order.key` before; nothing when none did.
std::optional<Outcome> replay(Ledger& ledger, const Order& order);

}  // namespace minqing::ledger
