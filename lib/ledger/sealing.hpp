// SPDX-License-Identifier: MIT
// Seals personal text under the keys it belongs to: one for each resident of a registration, one
// for the issue's text, which later events of the issue use too.

#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "lib/casework/issue.hpp"
#include "lib/ledger/keys.hpp"

namespace minqing::ledger {

/// A key that was made, and the issue (or key_owner) whose it is.
struct OwnedKey {
  std::int64_t owner;
  WrappedKey key;
};

/// Of the events of an order, one command after the other.
class Sealer {
 public:
  explicit Sealer(KeyRing& keys) : keys_(keys) {}

  /// `issue` is the state before the event: empty for a registration. Plain text stays beside the
  /// sealed form for the rest of the command.
  void seal(std::int64_t id, const std::optional<casework::Issue>& issue,
            casework::Payload& payload);
  /// Of an event that is about no issue: each visit of a diary has a key for whom it was to, each
  /// event one for its text.
  void seal_own(casework::Payload& payload);

  /// The keys made since the last call; they are to be stored with the events.
  std::vector<OwnedKey> take_keys();
  /// Those that were taken before stand in the table.
  void forget() { recent_.clear(); }

 private:
  void seal_registration(std::int64_t id, casework::IssueRegistered& registered);
  void seal_amendment(std::int64_t id, const casework::Issue& issue, casework::Amendment& change);
  void seal_under_new_key(std::int64_t owner, casework::Personal& text, std::string_view field);
  DataKey make(std::int64_t owner);
  DataKey existing(std::int64_t owner, const std::string& id);
  DataKey new_resident_key(std::int64_t id, std::int64_t resident);

  KeyRing& keys_;
  std::vector<OwnedKey> made_;
  std::vector<std::pair<std::int64_t, DataKey>> recent_;
  std::map<std::pair<std::int64_t, std::int64_t>, DataKey> new_residents_;
};

/// Under which the keys of all liaison cards stand; below it those of diary entries.
inline constexpr std::int64_t kCardKeys = -1;

/// Whose keys an event's personal text is sealed under: the issue's, those of the diary entry it is
/// about, or those of the cards; nothing for events that hold none.
std::optional<std::int64_t> key_owner(std::string_view issue, const casework::Payload& payload);

}  // namespace minqing::ledger
