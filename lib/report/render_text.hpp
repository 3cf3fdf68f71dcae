// SPDX-License-Identifier: MIT
// A document for a terminal or a plain file. Columns align by display width (a Chinese character
// is two); tables, bars and paragraphs keep within `width`, which the caller gives so that the same
// document always gives the same bytes. Residents' text cannot act on a terminal: all of it passes
// base::visible. No blanks at line ends, line feed at the end.

#pragma once

#include <string>

#include "lib/report/document.hpp"

namespace minqing::report {

inline constexpr int kTextWidth = 100;

/// Widths below 40 count as 40.
std::string render_text(const Document& document, int width = kTextWidth);

}  // namespace minqing::report
