// SPDX-License-Identifier: MIT
// What the caller of an import decides: columns (`--map`), values for fields that the sheet lacks
// (`--set`), sheets. Words are read against the schema before any file is.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/casework/roster.hpp"
#include "lib/intake/column_mapping.hpp"
#include "lib/intake/draft.hpp"
#include "lib/schema/columns_file.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::intake {

/// A sender's word for one of our ids.
struct SenderWord {
  std::string field;
  std::string word;  ///< folded
  std::string id;
};

struct ImportOptions {
  ColumnChoices columns;
  std::vector<DraftValue> given;    ///< each field at most once
  std::vector<std::string> sheets;  ///< by name; empty: all
  std::vector<SenderWord> words;    ///< of a profile
  std::string unknown_category;     ///< id of where rows without a known category go; or empty
};

/// Reads by a sender's profile: its columns, its words, and the sender where no column names one.
/// What the options say already goes before.
void add_profile(const schema::Schema& schema, const schema::Profile& profile,
                 ImportOptions& options);
/// Reads by a file of columns; what the options say already goes before. Throws base::Error (usage)
/// for fields that there are not.
void add_columns(const schema::Schema& schema, const schema::ColumnsFile& file,
                 ImportOptions& options);
/// The profile that is meant. Throws base::Error (not_found) that names those there are.
const schema::Profile& profile_named(const schema::Schema& schema, std::string_view name);

/// `事由=反映内容`, `C=content`, `电话=-`. Throws base::Error (usage).
HeadingChoice read_heading_choice(const schema::Schema& schema, std::string_view words);
/// `村:热水村`, `渠道:网络`. Throws base::Error (usage).
DraftValue read_given(const schema::Schema& schema, std::string_view words);
/// Throws base::Error (usage) when a field is given twice, or a value is not one of its field.
void check_given(const schema::Schema& schema, const casework::Roster& roster, base::Date today,
                 const std::vector<DraftValue>& given);

}  // namespace minqing::intake
