// SPDX-License-Identifier: MIT
// OpenDocument spreadsheets (ods and their templates).

#pragma once

#include "lib/intake/sheet.hpp"
#include "lib/intake/workbook/zip_archive.hpp"

namespace minqing::intake {

/// True when the archive is a document of OpenDocument (whatever is inside).
bool is_opendocument(const ZipArchive& archive);

/// All sheets in the order of the file. Cells and rows that stand for many are given as often as
/// they stand for, up to a limit. Throws base::Rejected: a password, another document, damage.
void read_ods(ZipArchive& archive, SheetSink& sink);

}  // namespace minqing::intake
