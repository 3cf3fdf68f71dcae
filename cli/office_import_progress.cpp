// SPDX-License-Identifier: MIT
#include "cli/office_import_progress.hpp"

namespace minqing::cli {

/// The figures come first: a narrow terminal cuts the name.
base::Text WatchedReading::words() const {
  if (of_ == 0) return base::text("正在读：{} 行（{}）", "reading: {} rows ({})", rows_, file_);
  return base::text("正在读：{} 行，{}%（{}）", "reading: {} rows, {}% ({})", rows_,
                    per_cent(done_, of_), file_);
}

}  // namespace minqing::cli
