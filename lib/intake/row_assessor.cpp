// SPDX-License-Identifier: MIT
#include "lib/intake/row_assessor.hpp"

namespace minqing::intake {

RowAssessor::RowAssessor(const schema::Schema& schema, const casework::Roster& roster,
                         const DraftDates& dates, base::Lang language)
    : maker_(schema, roster, dates, schema.default_channel, language),
      text_({dates.sheet_date, true, dates.date1904}) {}

void RowAssessor::assess(AssessedRow& row, const std::vector<ColumnReport>& columns,
                         const RowDigest& digest) {
  if (!row.result.problems.empty()) return;
  row.result = maker_.make(row.draft);
  if (!row.result.registration) return;
  text_.clear();
  for (const ColumnReport& column : columns) {
    text_.add(column.mapped, row.row.at(column.mapped.column.column));
  }
  const auto& wish = std::get<casework::Register>(row.result.registration->command.wish);
  const casework::Particulars& of = wish.particulars;
  row.key = digest(text_.key(of.source.value_or(""), of.source_no));
  row.digest = digest(text_.rest(row.key));
}

}  // namespace minqing::intake
