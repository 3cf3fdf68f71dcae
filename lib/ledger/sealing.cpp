// SPDX-License-Identifier: MIT
#include "lib/ledger/sealing.hpp"

namespace minqing::ledger {

void Sealer::seal(std::int64_t id, const std::optional<casework::Issue>& issue,
                  casework::Payload& payload) {
  if (auto* registered = std::get_if<casework::IssueRegistered>(&payload)) {
    seal_registration(id, *registered);
    return;
  }
  std::optional<KeyRing::NewKey> key;
  auto seal_text = [&](std::string_view field, casework::Personal& text) {
    // Text that an earlier event of the command sealed already (a reason carried over) stays.
    if (text.is_sealed()) return;
    if (!key) key = keys_.existing(id, issue->particulars.content.key_id);
    keys_.seal(*key, field, text);
  };
  std::visit([&](auto& data) { for_each_personal(data, seal_text); }, payload);
}

void Sealer::seal_registration(std::int64_t id, casework::IssueRegistered& registered) {
  for (casework::Resident& resident : registered.particulars.residents) {
    std::optional<KeyRing::NewKey> key;
    auto seal_identity = [&](std::string_view field, casework::Personal& text) {
      if (!key) key = keys_.make();
      keys_.seal(*key, field, text);
    };
    for_each_personal(resident, seal_identity);
    if (key) keys_.store(id, *key);
  }
  const KeyRing::NewKey key = keys_.make();
  auto seal_text = [&](std::string_view field, casework::Personal& text) {
    if (!text.is_sealed()) keys_.seal(key, field, text);
  };
  for_each_personal(registered, seal_text);
  keys_.store(id, key);
}

}  // namespace minqing::ledger
