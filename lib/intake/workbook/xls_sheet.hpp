// SPDX-License-Identifier: MIT
// One sheet of an old workbook. Merged ranges stand behind the cells and hidden rows beside them,
// so the records are passed over once before the cells are read. Cells come in the order of their
// rows from nearly every writer; for the others the places of the records, twelve bytes each, are
// sorted.

#pragma once

#include "lib/intake/sheet.hpp"
#include "lib/intake/workbook/biff_records.hpp"
#include "lib/intake/workbook/xls_book.hpp"

namespace minqing::intake {

/// Throws base::Rejected with sheet and cell. Of two records of one cell the later one counts, as
/// in a spreadsheet program.
void read_xls_sheet(BiffRecords& records, const XlsBook& book, const XlsBook::ListedSheet& sheet,
                    SheetSink& sink);

}  // namespace minqing::intake
