// SPDX-License-Identifier: MIT
// What was written of an issue after its registration: what was done, the result, what the resident
// was told and said. No projection holds these texts; they are unsealed from the events.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lib/casework/event.hpp"
#include "lib/ledger/ledger.hpp"

namespace minqing::ledger {

enum class ToldIn { action_taken, result, feedback, call_back };

struct ToldText {
  ToldIn in = ToldIn::action_taken;
  std::string plain;
};

/// For many issues, one after the other.
class ToldTexts {
 public:
  explicit ToldTexts(Ledger& ledger);
  /// In order; without what was undone, and without what was erased.
  std::vector<ToldText> of(std::int64_t issue);

 private:
  std::vector<casework::Event> events_that_count(std::int64_t issue);

  Ledger& ledger_;
  Statement query_;
};

}  // namespace minqing::ledger
