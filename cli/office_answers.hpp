// SPDX-License-Identifier: MIT
// What an issue says under the columns of a sender's sheet, in the sender's words, masked.

#pragma once

#include <string>
#include <vector>

#include "cli/context.hpp"
#include "lib/ledger/select.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::cli {

struct AnswerRow {
  std::string source_no;
  std::vector<std::string> cells;  ///< in the order of the profile's columns
};

/// Words of a matter that is kept from the caller are not shown.
AnswerRow answers_of(Context& context, ledger::Ledger& ledger, const ledger::ListedIssue& listed,
                     const schema::Profile& profile);

}  // namespace minqing::cli
