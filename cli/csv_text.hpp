// SPDX-License-Identifier: MIT
// CSV for spreadsheets: RFC 4180 quoting, and no cell that a spreadsheet would run as a formula.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minqing::cli {

/// One line with its CRLF. A cell that begins with = + - @ (also full width, also after white space
/// or a line break inside) gets an apostrophe in front (OWASP, CSV injection); plain numbers stay.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace minqing::cli
