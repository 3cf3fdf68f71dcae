// SPDX-License-Identifier: MIT
#include "lib/ledger/sealing.hpp"

#include "lib/ledger/diary.hpp"
#include "lib/ledger/ledger.hpp"

#include <algorithm>

namespace minqing::ledger {

void Sealer::seal(std::int64_t id, const std::optional<casework::Issue>& issue,
                  casework::Payload& payload) {
  if (auto* registered = std::get_if<casework::IssueRegistered>(&payload)) {
    seal_registration(id, *registered);
    return;
  }
  if (auto* amended = std::get_if<casework::IssueAmended>(&payload)) {
    for (casework::Amendment& change : amended->changes) seal_amendment(id, *issue, change);
  } else if (auto* request = std::get_if<casework::RequestMade>(&payload)) {
    for (casework::Amendment& change : request->changes) seal_amendment(id, *issue, change);
  }
  std::optional<DataKey> key;
  auto seal_text = [&](std::string_view field, casework::Personal& text) {
    // Text that an earlier event of the command sealed already (a reason carried over) stays.
    if (text.is_sealed()) return;
    if (!key) key = existing(id, issue->particulars.content.key_id);
    keys_.maker().seal(*key, field, text);
  };
  std::visit([&](auto& data) { for_each_personal(data, seal_text); }, payload);
}

void Sealer::seal_own(casework::Payload& payload) {
  const auto owner = key_owner({}, payload);
  if (!owner) return;
  if (auto* given = std::get_if<casework::CardGiven>(&payload)) {
    if (given->household) seal_under_new_key(*owner, *given->household, "household");
  } else if (auto* written = std::get_if<casework::DiaryWritten>(&payload)) {
    for (casework::DiaryVisit& visit : written->entry.visits) {
      if (visit.household) seal_under_new_key(*owner, *visit.household, "household");
    }
  }
  std::optional<DataKey> key;
  auto seal_text = [&](std::string_view field, casework::Personal& text) {
    if (text.is_sealed()) return;
    if (!key) key = make(*owner);
    keys_.maker().seal(*key, field, text);
  };
  std::visit([&](auto& data) { for_each_personal(data, seal_text); }, payload);
}

std::vector<OwnedKey> Sealer::take_keys() { return std::exchange(made_, {}); }

DataKey Sealer::make(std::int64_t owner) {
  DataKey key = keys_.maker().make();
  made_.push_back({owner, keys_.maker().wrap(key)});
  recent_.emplace_back(owner, key);
  return key;
}

DataKey Sealer::existing(std::int64_t owner, const std::string& id) {
  const auto made = std::find_if(recent_.begin(), recent_.end(), [&](const auto& one) {
    return one.first == owner && one.second.id == id;
  });
  return made == recent_.end() ? keys_.existing(owner, id) : made->second;
}

void Sealer::seal_under_new_key(std::int64_t owner, casework::Personal& text,
                                std::string_view field) {
  keys_.maker().seal(make(owner), field, text);
}

std::optional<std::int64_t> key_owner(std::string_view issue, const casework::Payload& payload) {
  if (const auto id = issue_id(issue)) return id;
  const std::string card =
      std::visit([](const auto& data) { return casework::card_number(data); }, payload);
  if (!card.empty()) return kCardKeys;
  const std::string entry =
      std::visit([](const auto& data) { return casework::entry_number(data); }, payload);
  const auto id = entry_id(entry);
  return id ? std::optional(-*id) : std::nullopt;
}

/// Whose name, telephone or address it is decides the key: the resident's own, or a new one for
/// somebody of whom nothing was known.
void Sealer::seal_amendment(std::int64_t id, const casework::Issue& issue,
                            casework::Amendment& change) {
  if (!change.resident) return;  // under the key of the issue's text
  const auto& residents = issue.particulars.residents;
  const auto index = static_cast<std::size_t>(*change.resident - 1);
  std::string known;
  if (index < residents.size()) {
    casework::Resident resident = residents[index];
    for_each_personal(resident, [&](std::string_view, casework::Personal& text) {
      if (text.is_sealed()) known = text.key_id;
    });
  }
  const DataKey key = known.empty() ? new_resident_key(id, *change.resident) : existing(id, known);
  for_each_personal(change, [&](std::string_view field, casework::Personal& text) {
    if (!text.is_sealed()) keys_.maker().seal(key, field, text);
  });
}

/// Name and telephone that are added by one command belong to one person.
DataKey Sealer::new_resident_key(std::int64_t id, std::int64_t resident) {
  auto [place, is_first] = new_residents_.try_emplace({id, resident});
  if (is_first) place->second = make(id);
  return place->second;
}

void Sealer::seal_registration(std::int64_t id, casework::IssueRegistered& registered) {
  for (casework::Resident& resident : registered.particulars.residents) {
    std::optional<DataKey> key;
    auto seal_identity = [&](std::string_view field, casework::Personal& text) {
      if (!key) key = make(id);
      keys_.maker().seal(*key, field, text);
    };
    for_each_personal(resident, seal_identity);
  }
  const DataKey key = make(id);
  auto seal_text = [&](std::string_view field, casework::Personal& text) {
    if (!text.is_sealed()) keys_.maker().seal(key, field, text);
  };
  for_each_personal(registered, seal_text);
}

}  // namespace minqing::ledger
