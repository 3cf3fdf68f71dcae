// SPDX-License-Identifier: MIT
// Rows of an import that are in the ledger and say something else by now: what differs, and with
// --update the amendments that bring it in.

#pragma once

#include <functional>
#include <vector>

#include "cli/context.hpp"
#include "lib/intake/import_rows.hpp"
#include "lib/intake/import_summary.hpp"

namespace minqing::cli {

/// Reads the files again for the drafts that are named in it.
using ReadDrafts = std::function<void(intake::RowDrafts&)>;

/// The drafts of the rows that have changed.
intake::RowDrafts drafts_of_changed(const intake::ImportBatch& batch,
                                    const intake::ImportVerdicts& verdicts, const ReadDrafts& read);

/// What brings the changed rows in, in their order.
struct SheetChanges {
  std::vector<casework::Command> amendments;  ///< of what was registered
  std::vector<casework::Command> steps;       ///< that the sheet tells of since, not recorded yet
};

/// Says of each changed row what differs; rows of which nothing does count as unchanged.
SheetChanges compare_changed(Context& context, ledger::Ledger& ledger,
                             const intake::ImportBatch& batch, intake::ImportVerdicts& verdicts,
                             const intake::RowDrafts& drafts);

/// Carries the changes out and echoes them. Transactions of amendments can be told from corrections
/// made by hand, which a sheet does not overrun.
void write_changes(Context& context, ledger::Ledger& ledger, SheetChanges changes);
/// Error(conflict) names the rows whose fields were corrected by hand since the import.
void refuse_overruling(Context& context, ledger::Ledger& ledger,
                       const std::vector<casework::Command>& amendments);

}  // namespace minqing::cli
