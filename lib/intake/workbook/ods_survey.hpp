// SPDX-License-Identifier: MIT
// What is known of the sheets of an OpenDocument spreadsheet before their rows are read: names,
// visibility, hidden columns and merged ranges, which stand at the cells.

#pragma once

#include <vector>

#include "lib/intake/sheet.hpp"
#include "lib/intake/workbook/zip_archive.hpp"

namespace minqing::intake {

/// In the order of the file. Throws base::Rejected when the contents are no spreadsheet.
std::vector<SheetInfo> survey_ods(ZipArchive& archive);

}  // namespace minqing::intake
