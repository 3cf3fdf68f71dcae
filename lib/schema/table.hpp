// SPDX-License-Identifier: MIT
// Tables of a schema (units, areas) as CSV: UTF-8, comma, one header row, one row a line. A row
// becomes a map from header to cell, so that the readers of YAML read tables too; an empty cell is
// a key that is not there. Cells count as quoted: `010` and `no` are text in a table.

#pragma once

#include "lib/schema/node.hpp"
#include "lib/schema/problems.hpp"
#include "lib/schema/source_text.hpp"

#include <optional>

namespace minqing::schema {

/// A list of maps, or nothing when the text cannot be read at all. Refused: a quote that is not
/// closed on its line, a row of another length than the header, an empty or doubled header.
std::optional<Node> parse_table(const SourceText& source, Problems& problems);

}  // namespace minqing::schema
