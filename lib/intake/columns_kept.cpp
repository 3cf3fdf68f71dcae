// SPDX-License-Identifier: MIT
#include "lib/intake/columns_kept.hpp"

#include <set>

#include "lib/base/utf8.hpp"

namespace minqing::intake {
namespace {

/// Of columns that are not read nothing but the heading is kept.
std::string field_of(const MappedColumn& column) {
  const bool is_read = column.use == ColumnUse::taken || column.use == ColumnUse::running_number;
  return is_read ? column.field_id : std::string();
}

}  // namespace

schema::ColumnsFile columns_to_keep(const ImportBatch& batch, const ImportOptions& options) {
  schema::ColumnsFile file;
  std::set<std::string> known;
  for (const FileReport& one : batch.files) {
    for (const TableReport& table : one.tables) {
      for (const ColumnReport& column : table.columns) {
        const std::string heading = column.mapped.column.label();
        if (heading.empty() || !known.insert(base::heading_key(heading)).second) continue;
        file.columns.push_back({heading, field_of(column.mapped)});
      }
    }
  }
  for (const DraftValue& given : options.given) file.set[given.field] = given.cell.value;
  file.unknown_category = options.unknown_category;
  return file;
}

}  // namespace minqing::intake
