// SPDX-License-Identifier: MIT
// Saved queries, `@name`: the user's own from the settings, those of the office from the schema,
// and the shipped ones. The first that has a name is meant by it.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/context.hpp"

namespace minqing::cli {

struct SavedQuery {
  std::string name;   ///< without @
  std::string query;  ///< its text
  base::Word origin;  ///< settings, schema, shipped
};

/// Each name once, as it would be understood, by origin and name.
std::vector<SavedQuery> saved_queries(Context& context, const schema::Schema& schema);

/// `list --saved`.
void print_saved_queries(Context& context, const schema::Schema& schema);

}  // namespace minqing::cli
