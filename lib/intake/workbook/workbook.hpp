// SPDX-License-Identifier: MIT
// Reads workbooks, whatever their name says: the contents decide. Read: OOXML (xlsx, xlsm and their
// templates), OpenDocument (ods) and the old binary ones since Excel 5 (xls). Everything else is
// refused with what it is and what to do: encrypted workbooks, xlsb, web pages under a workbook's
// name, text.
//
// This folder is a target of its own, minqing_workbook, since libzip would slow the start of the
// small executable. A reader of a format takes a ZipArchive or a ByteSource and a SheetSink, and
// uses parse_part for its XML.

#pragma once

#include <string>
#include <string_view>

#include "lib/intake/sheet.hpp"
#include "lib/intake/workbook/zip_archive.hpp"

namespace minqing::intake {

/// Throws base::Error when the file cannot be opened, base::Rejected with place and reason when it
/// cannot be read; the rows already given must then not be used.
void read_workbook(const std::string& path, SheetSink& sink, const ZipLimits& limits = {});

/// The same for bytes in memory (standard input); `name` is for messages.
void read_workbook_bytes(std::string_view bytes, const std::string& name, SheetSink& sink,
                         const ZipLimits& limits = {});

}  // namespace minqing::intake
