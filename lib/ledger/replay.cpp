// SPDX-License-Identifier: MIT
#include "lib/ledger/replay.hpp"

#include "lib/ledger/load.hpp"
#include "lib/ledger/sealing.hpp"

namespace minqing::ledger {

RequestDigest::RequestDigest(KeyRing& keys, const Order& order)
    : digest_(keys.digests().begin("request")) {
  base::JsonWriter head;
  casework::Encoder field{head};
  head.begin_object();
  field("actor", order.actor);
  field("at", order.at);
  field("by", order.by);
  head.end_object();
  digest_.add(head.take());
}

void RequestDigest::add(const casework::Command& command) {
  digest_.add(casework::describe_command(command));
}

namespace {

std::string request_digest(KeyRing& keys, const Order& order) {
  RequestDigest digest(keys, order);
  for (std::size_t i = 0; i < order.size(); ++i) digest.add(order.command(i));
  return digest.finish();
}

}  // namespace

std::optional<Outcome> replay(Ledger& ledger, const Order& order) {
  Statement query = ledger.db().prepare("SELECT seq, body FROM event WHERE tx = ?1");
  if (!query.with(*order.key).step()) return std::nullopt;
  const casework::Event first = casework::decode_body(query.blob(1));
  if (first.request != request_digest(ledger.keys(), order)) {
    throw base::Error(
        base::Exit::conflict,
        base::text("幂等键“{}”已用于另一条命令", "the key '{}' was used for another request",
                   *order.key),
        base::text("每条命令用自己的 --幂等键", "give each command a --key of its own"));
  }
  Outcome outcome{.transaction = *order.key, .replayed = true};
  for_each_event(ledger.db(), query.integer(0), first.count, [&](const StoredEvent& stored) {
    outcome.last_seq = stored.seq;
    const bool is_next = outcome.steps.empty() || outcome.steps.back().issue != stored.event.issue;
    if (is_next) outcome.steps.push_back({.issue = stored.event.issue});
    casework::Payload payload = stored.event.payload;
    if (const auto id = key_owner(stored.event.issue, payload)) {
      auto unseal = [&](std::string_view field, casework::Personal& text) {
        text.plain = ledger.keys().unseal(*id, field, text).value_or("");
      };
      std::visit([&](auto& data) { for_each_personal(data, unseal); }, payload);
    }
    outcome.steps.back().events.push_back(std::move(payload));
  });
  for (Step& step : outcome.steps) {
    if (auto id = issue_id(step.issue)) step.state = load_issue(ledger.db(), *id)->state;
  }
  return outcome;
}

}  // namespace minqing::ledger
