// SPDX-License-Identifier: MIT
// `import --unknown-category`: rows whose category is empty or is no word of the schema's go to one
// category, their own word goes into the remark. What is nearly one of the schema's words (供氺)
// stays a problem that offers it: a slip would end in the wrong queue without anybody looking.
//
// The category is the caller's and not the row's, like a value of --set; the word is the row's. A
// row that comes again says the same.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lib/intake/draft.hpp"
#include "lib/intake/draft_hints.hpp"
#include "lib/intake/import_batch.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::intake {

/// The category that is meant. Throws base::Error (usage) for one that there is not.
const schema::Category& category_for_unknown(const schema::Schema& schema, std::string_view words);

class UnknownCategories {
 public:
  /// `category`: where such rows go, by its id; empty: nowhere, all drafts stay as they are.
  UnknownCategories(const schema::Schema& schema, const std::string& category);

  /// Moves the words of the draft's category into its remark when the row has no known one, and
  /// gives them, empty for a row without any: the row is to go to the category, see `send`. Nothing
  /// for other rows.
  std::optional<std::string> keep_words(Draft& draft);
  /// Gives the category to a draft whose words are kept.
  void send(Draft& draft) const;
  /// Counts a row of these words.
  void count(const std::string& words) { ++rows_[words]; }
  /// What was counted; the word that most rows have first.
  SentToCategory report() const;

 private:
  bool is_near(const std::string& words);

  const schema::Schema& schema_;
  const schema::Category* category_;
  std::vector<Spelling> known_;  ///< once one is needed
  std::unordered_map<std::string, bool> near_;
  std::map<std::string, std::int64_t> rows_;
};

}  // namespace minqing::intake
