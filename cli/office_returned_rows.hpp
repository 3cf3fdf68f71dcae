// SPDX-License-Identifier: MIT
// Rows of return sheets against the ledger: that they are what was exported, and what has happened
// to their issues since.

#pragma once

#include <vector>

#include "cli/context.hpp"
#include "lib/intake/returned_steps.hpp"
#include "lib/ledger/load.hpp"

namespace minqing::cli {

/// A row with its verdict.
struct Judged {
  const intake::ReturnedRow* row = nullptr;
  intake::ReturnedSteps steps;
  std::vector<ledger::StoredEvent> against;  ///< conflict: what the ledger says, plain
};

/// The ledger is open, for reading or for writing; the rows outlive what is made of them.
std::vector<Judged> judge_rows(Context& context, ledger::Ledger& ledger,
                               const std::vector<intake::ReturnedRow>& rows);

}  // namespace minqing::cli
