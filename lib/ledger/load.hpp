// SPDX-License-Identifier: MIT
// Issues from the ledger: folded from their events (exact, for decisions, `show` and as-of), or
// read from the projections (fast, without sealed text, for figures and lists).

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "lib/casework/issue.hpp"
#include "lib/ledger/ledger.hpp"

namespace minqing::ledger {

/// One event with its place in the chain.
struct StoredEvent {
  std::int64_t seq = 0;
  casework::Event event;
};

/// The issue's state after all its events; nothing when there is no such issue.
std::optional<casework::Issue> load_issue(Database& db, std::int64_t id);
/// The state after these events of one issue, in order, without what was undone.
std::optional<casework::Issue> fold_stored(const std::vector<StoredEvent>& events);
/// For each of these events of one issue, whether it counts or was undone.
std::vector<bool> effective(const std::vector<StoredEvent>& events);
/// Folds the next event of an issue into its state; an undoing reads its events again up to there.
void fold_in(Database& db, const StoredEvent& stored, std::optional<casework::Issue>& issue);
/// The same with whom it is about (casework/accusation.hpp) in plain: what rules decide on.
std::optional<casework::Issue> load_to_decide(Ledger& ledger, std::int64_t id);
/// The issue's events in order.
std::vector<StoredEvent> events_of(Database& db, std::int64_t id);
/// The reveals among whose issues it is, in order.
std::vector<StoredEvent> reveals_of(Database& db, const std::string& number);
/// Event `seq`; nothing when there is none.
std::optional<StoredEvent> event_at(Database& db, std::int64_t seq);
/// All events from `from_seq` on, at most `limit` (0: all), in order.
void for_each_event(Database& db, std::int64_t from_seq, std::int64_t limit,
                    const std::function<void(const StoredEvent&)>& act);

/// Issues that moved, fell due or were open on or after `since`, from the projections, in the order
/// of their numbers. Sealed text is left out.
void for_each_issue(Database& db, base::Date since,
                    const std::function<void(const casework::Issue&)>& act);
/// The same from a fold of the events up to `seq`, in memory.
void for_each_issue_as_of(Database& db, std::int64_t seq,
                          const std::function<void(const casework::Issue&)>& act);

/// Years in which numbers were given, the latest first.
std::vector<int> years_with_numbers(Database& db);
/// The last counter given in a year; 0 when there is none.
std::int64_t last_number(Database& db, int year);
/// Number of issue `id`, or empty.
std::string number_of(Database& db, std::int64_t id);

}  // namespace minqing::ledger
