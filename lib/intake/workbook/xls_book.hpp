// SPDX-License-Identifier: MIT
// What an old workbook says of all its sheets, in its first part ("globals"): which there are, the
// shared texts, the formats, the code page.

#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "lib/intake/sheet.hpp"
#include "lib/intake/workbook/biff_records.hpp"
#include "lib/intake/workbook/biff_text.hpp"
#include "lib/intake/workbook/shared_strings.hpp"
#include "lib/intake/workbook/styles.hpp"

namespace minqing::intake {

struct XlsBook {
  struct ListedSheet {
    std::uint32_t offset = 0;  ///< of its part in the stream
    SheetInfo info;
  };

  bool is_biff8 = true;  ///< Excel 97 to 2003; else Excel 5 and 95
  bool date1904 = false;
  CodePage code_page;
  std::vector<ListedSheet> sheets;
  SharedStrings strings;
  /// Of them, those that are no valid text: a cell that uses one is refused.
  std::set<std::size_t> broken_strings;
  Styles styles;
};

/// Throws base::Rejected: a password, a version before Excel 5, damage.
XlsBook read_xls_book(BiffRecords& records);

}  // namespace minqing::intake
