// SPDX-License-Identifier: MIT
// The digests that chain the events. Each input is separated and bound to its place, so that bytes
// cannot shift and events cannot move:
//
//   genesis = SHA-256(0x02 ‖ "minqing.genesis.v1" ‖ 0x00 ‖ genesis body)
//   leaf    = SHA-256(0x00 ‖ "minqing.event.v1" ‖ 0x00 ‖ body)
//   link    = SHA-256(0x01 ‖ "minqing.link.v1" ‖ 0x00 ‖ origin(16) ‖ incarnation(8) ‖ seq(8) ‖
//                     previous link(32) ‖ leaf(32))
//
// origin is the ledger id's 16 bytes, numbers are big-endian, the first event's previous link is
// the genesis digest. The leaves could carry a Merkle tree later without touching history.

#pragma once

#include <cstdint>
#include <string_view>

#include "lib/base/digest.hpp"

namespace minqing::ledger {

/// The last event of the chain.
struct Head {
  std::int64_t seq = 0;
  base::Digest link{};
};

base::Digest genesis_digest(std::string_view genesis_body);
base::Digest leaf_digest(std::string_view body);
/// `origin` has 16 bytes.
base::Digest link_digest(std::string_view origin, std::int64_t incarnation, std::int64_t seq,
                         const base::Digest& previous, const base::Digest& leaf);
/// The 16 bytes of a UUID such as a ledger id; throws Error(integrity) for anything else.
std::string origin_bytes(std::string_view ledger_id);

}  // namespace minqing::ledger
