// SPDX-License-Identifier: MIT
// What RegistrationMaker remembers from one draft to the next.

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lib/base/text.hpp"
#include "lib/intake/draft_hints.hpp"
#include "lib/schema/pattern.hpp"

namespace minqing::intake {

/// A cell of villages taken apart.
struct VillageWords {
  const casework::Area* area = nullptr;
  std::string group;  ///< `3组`
  std::string house;  ///< what else follows
};

class RegistrationMemory {
 public:
  const schema::Pattern& pattern(const std::string& expression);

  /// What `read` makes of the words, which a sheet repeats in thousands of rows.
  const VillageWords& village(const std::string& words,
                              const std::function<VillageWords(const std::string&)>& read);

  /// The suggestion for a wrong word of one kind of words (a field's id), else `otherwise`. A sheet
  /// with a column of other things than its heading says has thousands of wrong words, whose likely
  /// meanings nobody reads: after the first kMostSuggestions there are no more.
  base::Text suggestion_for(const std::string& kind, std::string_view word,
                            const std::function<std::vector<Spelling>()>& known,
                            const base::Text& otherwise);

 private:
  static constexpr std::size_t kMostSuggestions = 500;
  static constexpr std::size_t kMostVillages = 10'000;

  std::unordered_map<std::string, schema::Pattern> patterns_;
  std::unordered_map<std::string, VillageWords> villages_;
  std::unordered_map<std::string, std::vector<Spelling>> known_;  ///< by kind
  std::unordered_map<std::string, base::Text> suggestions_;       ///< by kind and word
};

}  // namespace minqing::intake
