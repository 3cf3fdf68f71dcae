// SPDX-License-Identifier: MIT
// Old workbooks (xls): BIFF8 (Excel 97 to 2003) and BIFF5 (Excel 5 and 95), in their container or
// as a bare stream of records. Values are those that the file stores; nothing is calculated.

#pragma once

#include "lib/intake/byte_source.hpp"
#include "lib/intake/sheet.hpp"

namespace minqing::intake {

/// The file is a compound file (OLE2). Throws base::Rejected: a password (also on a new workbook,
/// which lies encrypted in such a container), another document, an older version, damage.
void read_xls(ByteSource& source, SheetSink& sink);

/// The file is the stream itself, without a container.
void read_bare_xls(ByteSource& source, SheetSink& sink);

}  // namespace minqing::intake
