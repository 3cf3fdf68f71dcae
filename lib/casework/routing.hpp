// SPDX-License-Identifier: MIT
// Which unit answers for an issue (派单目录): the category's function first (归口), the village
// where the category is bound to the place (属地), else the unit that decides. Facts: domain §3.9.

#pragma once

#include <string>
#include <vector>

#include "lib/casework/roster.hpp"
#include "lib/casework/vocabulary.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::casework {

struct Routed {
  std::string unit;  ///< empty when nobody can be named; `rule` then says why
  std::vector<std::string> co_units;
  AssignmentBasis basis = AssignmentBasis::category;
  base::Text rule;
};

/// As of `day`: what was dissolved before is replaced by what took over.
Routed route(const schema::Schema& schema, const Roster& roster, std::string_view category,
             const std::optional<std::string>& area, base::Date day);

}  // namespace minqing::casework
