// SPDX-License-Identifier: MIT
// Names of groups. An id that the roster or the schema does not know (any more) is shown as it
// stands: a report of the past must not fail because a unit was renamed.

#pragma once

#include <string_view>

#include "lib/base/text.hpp"
#include "lib/casework/roster.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::report {

/// 未交办 for the empty id.
/// As it was called on that day.
base::Text unit_label(const casework::Roster& roster, std::string_view id, base::Date day);
base::Text category_label(const schema::Schema& schema, std::string_view id);
base::Text choice_label(const std::vector<schema::Choice>& choices, std::string_view id);
/// 没有卡 for the empty id.
base::Text card_label(std::string_view no);

/// The id of the first-level category above, or the id itself.
std::string_view first_level(const schema::Schema& schema, std::string_view category);

}  // namespace minqing::report
