// SPDX-License-Identifier: MIT
// A document as one HTML file for screen, phone and paper (A4 in the layout of GB/T 9704-2012). The
// file needs nothing else and can do nothing: no script, no address of anything outside, and a
// content security policy that forbids both. Charts are inline SVG that is readable in black and
// white and to a screen reader. The same document gives the same bytes.

#pragma once

#include <string>

#include "lib/report/document.hpp"

namespace minqing::report {

std::string render_html(const Document& document);

}  // namespace minqing::report
