// SPDX-License-Identifier: MIT
// What an import found out about the columns of its files, to be kept for the next one.

#pragma once

#include "lib/intake/import_batch.hpp"
#include "lib/intake/import_options.hpp"

namespace minqing::intake {

/// Every column of every table once, by its heading, and what was given for all rows.
schema::ColumnsFile columns_to_keep(const ImportBatch& batch, const ImportOptions& options);

}  // namespace minqing::intake
