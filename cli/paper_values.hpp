// SPDX-License-Identifier: MIT
// What the places of a paper say about an issue (schema/form_words.hpp), masked like everything
// else unless a purpose revealed it; of an accusation and whatever is confidential nobody's
// identity.

#pragma once

#include <string>
#include <vector>

#include "cli/phrases.hpp"
#include "lib/casework/issue.hpp"
#include "lib/ledger/load.hpp"
#include "lib/report/papers/fill.hpp"

namespace minqing::cli {

/// The paper besides its issue.
struct PaperFacts {
  base::Lang language = base::Lang::zh;
  base::Date on;      ///< of the paper; deadlines of this day have not passed
  std::string mark;   ///< empty while it has none
  int notice_no = 1;  ///< which paper of its form about this issue
};

/// `events`: unsealed, those that count; `issue` is what they come to.
report::PaperValues issue_values(const casework::Issue& issue,
                                 const std::vector<ledger::StoredEvent>& events, const Names& names,
                                 const PaperFacts& facts);

/// Title, else the beginning of the content, in one line and masked.
std::string matter_of(const casework::Issue& issue);

}  // namespace minqing::cli
