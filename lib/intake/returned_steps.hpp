// SPDX-License-Identifier: MIT
// From a row of a return sheet to what it asks of the ledger: the steps that the unit reports, less
// those that stand in the ledger already, unless somebody else has moved the issue meanwhile. Pure;
// whether the steps are allowed is for casework::decide.
//
//   untouched   nothing was filled in
//   unchanged   all that it says is recorded: the sheet was imported before
//   conflict    it says something new, and since the export the ledger says something else too
//   rejected    the row cannot be read, or nobody of the unit is named
//   steps       commands, each with the cell it comes from as its origin

#pragma once

#include <string>
#include <vector>

#include "lib/casework/command.hpp"
#include "lib/casework/issue.hpp"
#include "lib/casework/roster.hpp"
#include "lib/intake/return_sheet.hpp"

namespace minqing::intake {

struct ReturnedSteps {
  enum class Verdict { untouched, unchanged, conflict, rejected, steps };
  Verdict verdict = Verdict::untouched;
  std::vector<casework::Command> commands;
  std::vector<std::size_t> against;  ///< conflict: which of the events since the export
  std::vector<base::Problem> problems;
};

/// What a row is compared with.
struct SinceExport {
  const casework::Issue& issue;  ///< as it is now
  /// What happened to it after the mark and counts, in order, with its texts plain.
  std::vector<casework::Event> events;
};

struct Returning {
  const casework::Roster& roster;
  std::string by;  ///< who did it where a row names nobody: --by; empty: the handler
  base::Lang lang = base::Lang::zh;
};

/// Transactions that import a sheet have ids that begin so: a sheet that is filled in further and
/// imported again does not conflict with itself.
std::string transaction_prefix(const ReturnMark& mark);

ReturnedSteps steps_of(const ReturnedRow& row, const SinceExport& since, const Returning& setting);

}  // namespace minqing::intake
