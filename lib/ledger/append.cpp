// SPDX-License-Identifier: MIT
#include "lib/ledger/append.hpp"

#include "lib/ledger/chain.hpp"

namespace minqing::ledger {

EncodedEvent encode(const casework::Event& event, std::optional<std::int64_t> issue) {
  EncodedEvent out;
  out.body = encode_body(event);
  out.leaf = leaf_digest(out.body);
  out.kind = kind_of(event.payload);
  out.issue = issue;
  if (event.index == 0) out.transaction = event.transaction;
  return out;
}

Appender::Appender(Database& db, const std::string& ledger_id, std::int64_t incarnation,
                   const Head& head)
    : origin_(origin_bytes(ledger_id)),
      incarnation_(incarnation),
      head_(head),
      insert_(db.prepare("INSERT INTO event (seq, incarnation, link, body, kind, issue, tx) "
                         "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")) {}

std::int64_t Appender::append(const EncodedEvent& event) {
  const base::Digest previous = head_.seq == 0 ? genesis_digest(event.body) : head_.link;
  head_.seq += 1;
  head_.link = link_digest(origin_, incarnation_, head_.seq, previous, event.leaf);
  insert_.run(head_.seq, incarnation_, Blob{base::bytes_of(head_.link)}, Blob{event.body},
              event.kind, event.issue, event.transaction);
  return head_.seq;
}

}  // namespace minqing::ledger
