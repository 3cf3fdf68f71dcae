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

Where where_clause(Ledger& ledger, const casework::Selection& selection, base::Date today);

}  // namespace minqing::ledger
