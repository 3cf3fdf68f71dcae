// SPDX-License-Identifier: MIT
// What a file is, told by its first bytes; offices give workbooks any name.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lib/base/text.hpp"

namespace minqing::intake {

enum class FileKind : std::uint8_t {
  text,          ///< CSV and the like, or nothing
  zip,           ///< xlsx, xlsm, ods …: the workbook room looks inside
  ole,           ///< xls, or an encrypted workbook
  bare_xls,      ///< the records of an xls (Excel 5 and later) without a container
  old_workbook,  ///< a workbook before Excel 5: records without a container
  web_page,      ///< a table saved as HTML or XML under a workbook's name
  other          ///< pdf, picture, word processor, SYLK …
};

/// How many bytes kind_of wants to see.
inline constexpr std::size_t kKindBytes = 512;
FileKind kind_of(std::string_view first_bytes);

/// True for names that promise a workbook (`.xls`, `.xlsx`, `.xlsm`, `.ods`, `.et`, in any case).
bool is_workbook_name(std::string_view path);

/// Throws base::Rejected with what the file is and what to do, when its kind cannot be read
/// as a table, or when it is text under a workbook's name.
void refuse_other_kinds(const std::string& path, FileKind kind);

}  // namespace minqing::intake
