// SPDX-License-Identifier: MIT
// 更正: which recorded fields can be amended, and how. Both ways stand in one table: reading a
// field's present value and writing another one.

#pragma once

#include <vector>

#include "lib/casework/issue.hpp"

namespace minqing::casework {

/// Writes the new value of one field. Throws std::logic_error for a field that is none, which
/// `decide` never lets happen.
void apply_amendment(Issue& issue, const Amendment& change);

/// What was asked for: one entry for each of `fields`, also where nothing differs. `resident`
/// counts from 1 and says whose name, telephone or address is meant. Personal text of `before` must
/// be plain beside its sealed form. A field that cannot be amended is left out.
std::vector<Amendment> amendments(const Particulars& before, const Particulars& after,
                                  const std::vector<std::string>& fields, std::int64_t resident);
/// The same for the fields of rounds and hand-overs, whose new value is typed as it is stored.
std::optional<Amendment> amendment_of_round(const Issue& issue, const std::string& field,
                                            const std::string& value);
/// Says something new.
bool changes_something(const Amendment& change);

/// True for a field whose amendment moves a deadline, or may (登记日期 where the clock starts with
/// it, the sender's deadline, our own).
bool moves_deadline(std::string_view field);
/// True for a field that decides who handles the issue.
bool decides_route(std::string_view field);

}  // namespace minqing::casework
