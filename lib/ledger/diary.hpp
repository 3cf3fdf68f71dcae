// SPDX-License-Identifier: MIT
// Reading the field diary: entries by day and person, one entry with all that was said, where
// somebody has not been for long.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/casework/events_diary.hpp"
#include "lib/ledger/ledger.hpp"
#include "lib/ledger/load.hpp"

namespace minqing::ledger {

/// Our integer for the number of an entry (`RS2026D00017`), or nothing when the text is none.
std::optional<std::int64_t> entry_id(std::string_view number);

/// Keyed digest of a household's code or name.
std::string household_digest(KeyRing& keys, std::string_view household);

/// An entry as lists show it: nothing sealed.
struct ListedEntry {
  std::int64_t id = 0;
  std::string number;
  std::int64_t seq = 0;  ///< of the event that holds what it says
  std::string official;
  std::vector<std::string> companions;
  base::Date day;
  std::optional<std::string> weather;
  std::int64_t visits = 0;
  std::int64_t reviews = 0;
  std::optional<base::Moment> reviewed_at;
  std::optional<std::string> reviewed_by;
  std::optional<base::Moment> voided_at;
  std::vector<std::string> areas;   ///< where the visits went, each once
  std::vector<std::string> issues;  ///< numbers, each once
};

struct EntryQuery {
  std::optional<std::string> person;  ///< official or companion
  std::optional<std::string> area;    ///< of a visit
  std::optional<base::Date> from;
  std::optional<base::Date> to;  ///< inclusive
  std::optional<bool> reviewed;
  bool with_voided = false;
};
/// The latest day first.
std::vector<ListedEntry> select_entries(Database& db, const EntryQuery& query);
std::optional<ListedEntry> find_entry(Database& db, std::string_view number);

/// One entry with its text unsealed; what was erased stays `〔已抹除〕`.
struct WholeEntry {
  ListedEntry row;
  casework::DiaryEntry entry;
  std::vector<std::vector<std::string>> issues;  ///< numbers by visit
  struct Review {
    base::Moment at;
    std::string by;
    casework::Personal words;
  };
  std::vector<Review> reviews;
  std::optional<casework::Personal> void_reason;
};
WholeEntry load_entry(Ledger& ledger, const ListedEntry& row);

/// What happened to an entry, in order: written, reviewed, voided, revealed to somebody.
std::vector<StoredEvent> events_of_entry(Database& db, const ListedEntry& row);

/// The entry that says the same, unless it was voided.
std::optional<std::string> entry_of_digest(Database& db, std::string_view digest);
/// 0 when the year has none.
std::int64_t last_entry_counter(Database& db, int year);
/// Numbers of the issues that came up in an entry or were looked into.
std::vector<std::string> issues_of_entry(Database& db, std::string_view number);
/// Numbers of the entries that name an issue, voided ones left out.
std::vector<std::string> entries_of_issue(Database& db, std::int64_t issue);
/// Years that have entries, the latest first.
std::vector<int> years_with_entries(Database& db);

}  // namespace minqing::ledger
