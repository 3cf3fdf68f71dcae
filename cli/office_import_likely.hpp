// SPDX-License-Identifier: MIT
// Likely duplicates among what an import has brought, looked for once it is written.

#pragma once

#include <vector>

#include "cli/context.hpp"
#include "lib/intake/import_summary.hpp"

namespace minqing::cli {

/// Opens the ledger for reading, and closes it. The rows are written by now: when nothing can be
/// read, this says so and there are none.
std::vector<intake::LikelyPair> find_likely_pairs(Context& context, const schema::Schema& schema,
                                                  const intake::ImportBatch& batch,
                                                  const intake::ImportVerdicts& verdicts);

}  // namespace minqing::cli
