// SPDX-License-Identifier: MIT
// The one QUERY grammar (cli.md): terms `key:value` joined by blanks = and; `,` = or; a minus at
// the value = not; ranges with `..`; words without a key search the text; `@name` is a saved query.
// Safe in a shell without quoting:
//
//   状态:办理中 承办单位:水务站 时限:..今天 天数:30.. 状态:-已销号 超期:是
//
// A word of the command line may hold several terms. Full-width signs and figures count as their
// ASCII forms, 、 as a comma, … and ～ as `..`. What is named is resolved: units, people and areas
// by the roster (a township selects its villages), categories by the schema (the first level
// selects its children), dates and periods by day_words.hpp.

#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/base/error.hpp"
#include "lib/base/time.hpp"
#include "lib/base/word.hpp"
#include "lib/casework/roster.hpp"
#include "lib/casework/selection.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::intake {

struct QueryContext {
  const schema::Schema& schema;
  const casework::Roster& roster;
  base::Date today;
  std::string person;  ///< id of who asks, for 承办人:我; may be empty
  std::string unit;    ///< id of the asker's unit, for 承办单位:本单位; may be empty
  /// The user's own, without @; they come before the schema's, and those before the shipped ones.
  std::map<std::string, std::string> saved;
};

/// Throws base::Error (usage) that names the nearest right key or value; an empty value explains
/// quoting. `姓名:-` and `电话:-` mean "ask for it": the `-` stays in `any_of`, who asks without
/// echo replaces it.
casework::Selection parse_query(const QueryContext& context, const std::vector<std::string>& words);

/// The shipped saved queries: name without @ and its text (待交办, 超期 …).
const std::map<std::string, std::string>& shipped_queries();

/// The keys in the order of casework::Criterion, with their spellings, for help and completion.
std::span<const base::Word> query_keys();

/// The number of an issue as people name it: `17` (of this year) and `26-17` become `2026-17`,
/// `rs2026-00017` becomes `RS2026-00017`; ledger::issue_id reads both forms. Nothing for anything
/// else.
std::optional<std::string> parse_issue_number(std::string_view text, base::Date today);

}  // namespace minqing::intake
