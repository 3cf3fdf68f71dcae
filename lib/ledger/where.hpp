// SPDX-License-Identifier: MIT
// A selection's terms as an SQL condition over table `issue i`. Values are bound, never pasted.

#pragma once

#include <string>
#include <variant>
#include <vector>

#include "lib/casework/selection.hpp"
#include "lib/ledger/ledger.hpp"

namespace minqing::ledger {

struct Where {
  std::string sql;  ///< `WHERE …`, or empty
  std::vector<std::variant<std::int64_t, std::string>> values;

  void bind_to(Statement& statement) const;
};

/// `'registered', 'assigned', …`: the states of issues that are open. SQLite finds those that are
/// listed by an index, and those that are not by reading the whole table.
std::string open_states();

Where where_clause(Ledger& ledger, const casework::Selection& selection, base::Date today);

}  // namespace minqing::ledger
