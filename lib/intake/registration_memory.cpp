// SPDX-License-Identifier: MIT
#include "lib/intake/registration_memory.hpp"

namespace minqing::intake {

const schema::Pattern& RegistrationMemory::pattern(const std::string& expression) {
  const auto found = patterns_.find(expression);
  if (found != patterns_.end()) return found->second;
  return patterns_.emplace(expression, schema::Pattern(expression)).first->second;
}

const VillageWords& RegistrationMemory::village(
    const std::string& words, const std::function<VillageWords(const std::string&)>& read) {
  const auto found = villages_.find(words);
  if (found != villages_.end()) return found->second;
  if (villages_.size() >= kMostVillages) villages_.clear();
  return villages_.emplace(words, read(words)).first->second;
}

base::Text RegistrationMemory::suggestion_for(const std::string& kind, std::string_view word,
                                              const std::function<std::vector<Spelling>()>& known,
                                              const base::Text& otherwise) {
  const std::string key = kind + '\0' + std::string(word);
  const auto found = suggestions_.find(key);
  if (found != suggestions_.end()) return found->second;
  if (suggestions_.size() >= kMostSuggestions) return otherwise;
  const auto [spellings, is_new] = known_.try_emplace(kind);
  if (is_new) spellings->second = known();
  base::Text suggested = suggestion(word, spellings->second);
  if (suggested.empty()) suggested = otherwise;
  return suggestions_.emplace(key, std::move(suggested)).first->second;
}

}  // namespace minqing::intake
