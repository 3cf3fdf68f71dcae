// SPDX-License-Identifier: MIT
// From a diary as it was written down to commands: the entry, and a registration for each issue
// that came up, linked to its visit. Persons, villages and dates are looked up; nothing is guessed.

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "lib/casework/command.hpp"
#include "lib/casework/roster.hpp"
#include "lib/intake/diary_words.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::intake {

struct DiaryContext {
  const schema::Schema& schema;
  const casework::Roster& roster;
  base::Date today;
  std::string official;  ///< whose diary it is where it does not say
  base::Lang language;
  /// The full number of an issue as it was typed; nothing when there is none.
  std::function<std::optional<std::string>(const std::string&)> issue_number;
  /// Of issues that name none, as it was typed; empty: each has to.
  std::string category = {};
};

struct DiaryResult {
  casework::WriteDiary diary;  ///< without its digest
  /// Registrations that name their visit.
  std::vector<casework::Command> issues;
  std::vector<base::Problem> problems;  ///< with one, the rest is not to be used

  /// The entry and its issues, in the order in which they are carried out.
  std::vector<casework::Command> commands() const;
  /// All that was typed, for the digest by which the same entry is known again.
  std::string said() const;
};

DiaryResult make_diary(const DiaryContext& context, const DiaryWords& words);

}  // namespace minqing::intake
