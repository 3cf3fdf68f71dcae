// SPDX-License-Identifier: MIT
// What the events of an issue tell that its state does not keep: who did what, and the words of it.
// Of the last round, unless said otherwise. For papers.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/ledger/load.hpp"

namespace minqing::cli {

/// Somebody's words on a day.
struct Noted {
  base::Date on;
  std::string by;  ///< of the roster
  std::string words;
};

struct PaperStory {
  std::optional<Noted> assigned;
  std::optional<Noted> extended;
  std::optional<Noted> returned;
  std::optional<Noted> suspended;
  std::optional<Noted> resolved;
  std::optional<casework::IssueResolved> result;
  std::optional<Noted> checked;
  std::optional<Noted> told;  ///< the resident
  casework::Method told_by = casework::Method::phone;
  std::optional<Noted> called_back;  ///< reached
  std::vector<Noted> progress;       ///< of all rounds
  std::vector<Noted> instructions;   ///< of all rounds
};

/// Of unsealed events that count, in order.
PaperStory story_of(const std::vector<ledger::StoredEvent>& events);

}  // namespace minqing::cli
