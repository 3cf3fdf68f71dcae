// SPDX-License-Identifier: MIT
// The bad rows of one table on their way into the file of `--rejects`: their cells as a person can
// edit them, and which cell each problem blames.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/intake/import_batch.hpp"
#include "lib/intake/layout.hpp"
#include "lib/intake/rejected_rows.hpp"

namespace minqing::intake {

class ImportRejects {
 public:
  /// All of them outlive this; `columns` are those of the table, mapped.
  ImportRejects(RejectedTables& tables, const std::string& file, const SheetInfo& sheet,
                const Layout& layout, const std::vector<ColumnReport>& columns);
  /// `unheaded`: what stood under no heading.
  void add(const Row& row, std::vector<std::string> unheaded, std::vector<base::Problem> problems);

 private:
  void begin(const Row& row);
  std::vector<Column> columns_to_keep() const;
  bool has_short_date(const Row& row) const;
  std::optional<std::size_t> column_to_blame(const base::Problem& problem) const;

  RejectedTables& tables_;
  const std::string& file_;
  const SheetInfo& sheet_;
  const Layout& layout_;
  const std::vector<ColumnReport>& columns_;
  RejectedTable* into_ = nullptr;  ///< once there is a bad row
  std::vector<Column> kept_;       ///< its columns, as they are numbered here
};

}  // namespace minqing::intake
