// SPDX-License-Identifier: MIT
#include "lib/ledger/chain.hpp"

#include <algorithm>

#include "lib/base/error.hpp"

namespace minqing::ledger {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::string_view kGenesis = "\x02minqing.genesis.v1\0"sv;
constexpr std::string_view kEvent = "\0minqing.event.v1\0"sv;
constexpr std::string_view kLink = "\x01minqing.link.v1\0"sv;

}  // namespace

base::Digest genesis_digest(std::string_view genesis_body) {
  return base::sha256({kGenesis, genesis_body});
}

base::Digest leaf_digest(std::string_view body) { return base::sha256({kEvent, body}); }

base::Digest link_digest(std::string_view origin, std::int64_t incarnation, std::int64_t seq,
                         const base::Digest& previous, const base::Digest& leaf) {
  const std::string place = base::be64(static_cast<std::uint64_t>(incarnation)) +
                            base::be64(static_cast<std::uint64_t>(seq));
  return base::sha256({kLink, origin, place, base::bytes_of(previous), base::bytes_of(leaf)});
}

std::string origin_bytes(std::string_view ledger_id) {
  std::string hex(ledger_id);
  std::erase(hex, '-');
  auto bytes = base::from_hex(hex);
  if (!bytes || bytes->size() != 16) {
    throw base::Error(base::Exit::integrity,
                      base::text("台账标识不合格式", "the ledger's id is malformed"));
  }
  return *bytes;
}

}  // namespace minqing::ledger
