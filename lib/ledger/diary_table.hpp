// SPDX-License-Identifier: MIT
// Writing the projections of the diary (see project.hpp). They hold when, where and by whom; what
// was said stays in the events.

#pragma once

#include "lib/casework/event.hpp"
#include "lib/ledger/keys.hpp"

namespace minqing::ledger {

class DiaryTable {
 public:
  DiaryTable(Database& db, KeyRing& keys) : db_(db), keys_(keys) {}

  /// False when the event is not one of the diary.
  bool write(std::int64_t seq, const casework::Event& event);
  /// Names an issue with the visit in which it came up, if it did in one.
  void link(std::int64_t issue, const casework::Particulars& of);

 private:
  void write_entry(std::int64_t seq, const casework::DiaryWritten& written);
  void write_visit(std::int64_t entry, std::int64_t no, const casework::DiaryVisit& visit);
  std::optional<std::string> household_digest(std::int64_t entry,
                                              const casework::DiaryVisit& visit);

  Database& db_;
  KeyRing& keys_;
};

}  // namespace minqing::ledger
