// SPDX-License-Identifier: MIT
// The rows of one OOXML worksheet.

#pragma once

#include <string_view>

#include "lib/intake/sheet.hpp"
#include "lib/intake/workbook/shared_strings.hpp"
#include "lib/intake/workbook/styles.hpp"
#include "lib/intake/workbook/zip_archive.hpp"

namespace minqing::intake {

/// `info` is announced once its hidden columns are known; its merges must be there already. Throws
/// base::Rejected with sheet and cell: a shared text that does not exist, a place beyond
/// XFD1048576, rows or cells that do not ascend, a value that is not what its type says.
void read_xlsx_sheet(ZipArchive& archive, std::string_view part, SheetInfo info,
                     const SharedStrings& strings, const Styles& styles, SheetSink& sink);

}  // namespace minqing::intake
