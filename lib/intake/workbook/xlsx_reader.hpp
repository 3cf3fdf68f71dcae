// SPDX-License-Identifier: MIT
// OOXML workbooks: xlsx, xlsm, xltx, xltm, Transitional and Strict. Macros, pictures, links to
// other files and everything else that is no cell are left alone.

#pragma once

#include "lib/intake/sheet.hpp"
#include "lib/intake/workbook/zip_archive.hpp"

namespace minqing::intake {

/// True when the archive is a package of Office Open XML (whatever is inside).
bool is_ooxml(const ZipArchive& archive);

/// All sheets in the order of the workbook. Throws base::Rejected for what cannot be read, also for
/// binary workbooks (xlsb) and documents that are no workbooks, which are named.
void read_xlsx(ZipArchive& archive, SheetSink& sink);

}  // namespace minqing::intake
