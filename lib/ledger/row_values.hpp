// SPDX-License-Identifier: MIT
// What the columns of a projection hold, read back.

#pragma once

#include <optional>

#include "lib/base/time.hpp"
#include "lib/casework/vocabulary.hpp"
#include "lib/ledger/sql.hpp"

namespace minqing::ledger {

/// Nothing for NULL.
inline std::optional<base::Moment> moment(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return base::parse_moment(row.text(column));
}

/// The id of an enumerator; the first one for anything else.
template <class E>
E value(const Statement& row, int column) {
  return casework::parse_word<E>(row.text(column)).value_or(E{});
}

}  // namespace minqing::ledger
