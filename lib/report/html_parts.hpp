// SPDX-License-Identifier: MIT
// Parts of an HTML document that have a file of their own.

#pragma once

#include "lib/base/text.hpp"
#include "lib/report/document.hpp"
#include "lib/report/html.hpp"

namespace minqing::report::html {

/// The names of the fonts, as properties of the root: --song, --fang, --hei, --kai.
const Escaped& fonts();
/// The style sheet of a document, without the element around it; `fonts` are in it.
const Escaped& style_sheet();

Escaped table_block(const Table& table, base::Lang language);
Escaped chart_block(const Chart& chart, base::Lang language);

/// `（无）`, where a table or chart is empty.
Escaped nothing(base::Lang language);

}  // namespace minqing::report::html
