// SPDX-License-Identifier: MIT
// Drafts to registrations, many in a row: what an import of 100,000 rows would look up again and
// again (compiled patterns, likely words for a value that is wrong) is kept here. Schema and roster
// outlive the maker and do not change meanwhile.

#pragma once

#include <string>
#include <string_view>

#include "lib/intake/draft.hpp"
#include "lib/intake/registration_memory.hpp"

namespace minqing::intake {

class RegistrationMaker {
 public:
  /// `default_channel` and `language` as in make_registration.
  RegistrationMaker(const schema::Schema& schema, const casework::Roster& roster,
                    const DraftDates& dates, std::string_view default_channel = {},
                    std::optional<base::Lang> language = {});

  DraftResult make(const Draft& draft);

 private:
  const schema::Schema& schema_;
  const casework::Roster& roster_;
  DraftDates dates_;
  std::string default_channel_;
  base::Lang language_;
  RegistrationMemory memory_;
};

}  // namespace minqing::intake
