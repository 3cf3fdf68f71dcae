// SPDX-License-Identifier: MIT
#include "lib/ledger/append.hpp"

#include "lib/ledger/chain.hpp"

namespace minqing::ledger {

Appender::Appender(Database& db, const std::string& ledger_id, std::int64_t incarnation,
                   const Head& head)
    : origin_(origin_bytes(ledger_id)),
      incarnation_(incarnation),
      head_(head),
      insert_(db.prepare("INSERT INTO event (seq, incarnation, link, body, kind, issue, tx) "
                         "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")) {}

std::int64_t Appender::append(const casework::Event& event, std::optional<std::int64_t> issue) {
  const std::string body = encode_body(event);
  const base::Digest previous = head_.seq == 0 ? genesis_digest(body) : head_.link;
  head_.seq += 1;
  head_.link = link_digest(origin_, incarnation_, head_.seq, previous, leaf_digest(body));
  std::optional<std::string> first;
  if (event.index == 0) first = event.transaction;
  insert_.run(head_.seq, incarnation_, Blob{base::bytes_of(head_.link)}, Blob{body},
              kind_of(event.payload), issue, first);
  return head_.seq;
}

}  // namespace minqing::ledger
