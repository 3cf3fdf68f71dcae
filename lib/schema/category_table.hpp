// SPDX-License-Identifier: MIT
// Categories as a table, the way a spreadsheet has them: `id,parent,label,label_en,also,route,
// not_below,confidential,evidence`, one category a row.

#pragma once

#include "lib/schema/node.hpp"

namespace minqing::schema {

/// The map of categories that such a table stands for, as YAML would give it. Each part keeps its
/// place in the table. What cannot be one (a row without an id) is a problem.
Node categories_of_table(const Node& table, Problems& problems);

}  // namespace minqing::schema
