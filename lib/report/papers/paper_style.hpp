// SPDX-License-Identifier: MIT
// The look of the papers: what the classes that a template may use mean (man/minqing-forms.5.md).

#pragma once

#include "lib/report/html.hpp"

namespace minqing::report::html {

/// The style sheet, without the element around it and without the fonts.
const Escaped& paper_style();

}  // namespace minqing::report::html
