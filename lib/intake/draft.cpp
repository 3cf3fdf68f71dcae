// SPDX-License-Identifier: MIT
#include "lib/intake/draft.hpp"

#include <algorithm>

#include "lib/intake/registration.hpp"

namespace minqing::intake {

const DraftValue* Draft::find(std::string_view field) const {
  const auto found = std::find_if(values.begin(), values.end(),
                                  [&](const DraftValue& value) { return value.field == field; });
  return found == values.end() ? nullptr : &*found;
}

DraftResult make_registration(const schema::Schema& schema, const casework::Roster& roster,
                              const DraftDates& dates, const Draft& draft,
                              std::string_view default_channel,
                              std::optional<base::Lang> language) {
  return RegistrationMaker(schema, roster, dates, default_channel, language).make(draft);
}

}  // namespace minqing::intake
