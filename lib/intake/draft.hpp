// SPDX-License-Identifier: MIT
// From typed words to a command: a draft holds what somebody typed or a row holds, field by field,
// as text with its place; `make_registration` checks it against schema and roster and gives a
// Register or problems. Options, `key:value` words, --batch lines and spreadsheet rows all come
// this way.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/base/error.hpp"
#include "lib/base/time.hpp"
#include "lib/casework/command.hpp"
#include "lib/casework/roster.hpp"
#include "lib/intake/cell.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::intake {

struct DraftValue {
  std::string field;  ///< id of the schema's field; also `card` and `confidential`
  Cell cell;          ///< as stored; typed words are text cells
  base::Place place;
  bool for_all = false;  ///< given for every row (--set), not by this one
};

struct Draft {
  std::vector<DraftValue> values;
  base::Place place;  ///< of the row or line

  /// The first value of a field; null when there is none.
  const DraftValue* find(std::string_view field) const;
};

/// What dates are read against.
struct DraftDates {
  base::Date today;
  /// 填报日期: supplies a missing year in a sheet.
  std::optional<base::Date> sheet_date;
  /// Rows of a sheet may be years old: a year is never taken from today, and `registered_on` is
  /// needed where the schema requires it. What is typed now is registered now.
  bool of_sheet = false;
  /// The workbook's serial dates count from 1904.
  bool date1904 = false;
};

struct Registration {
  casework::Command command;  ///< Register with its business time
  /// What a row of a sheet tells of the time since (row_history.hpp).
  std::vector<casework::Command> history;
  /// Fields that were given and are known but that a registration does not take (办理结果 …).
  std::vector<std::string> not_taken;
};

struct DraftResult {
  std::optional<Registration> registration;
  std::vector<base::Problem> problems;  ///< empty when there is a registration
};

/// `default_channel` (id or label) is taken when the draft names none; without either the channel
/// is missing. Nothing is inferred: categories, natures, villages and channels are matched by id,
/// label or listed spelling; near misses are problems that offer the candidates. For many drafts
/// use RegistrationMaker (registration.hpp), which looks things up once.
/// Problems name the field in `language`; absent, in the schema's.
DraftResult make_registration(const schema::Schema& schema, const casework::Roster& roster,
                              const DraftDates& dates, const Draft& draft,
                              std::string_view default_channel = {},
                              std::optional<base::Lang> language = {});

/// `村:热水村` → field and value: the key is a field id, its label, one of its headings or a short
/// word of daily use (村, 类别, 姓名, 电话). Full-width `：` counts. Words without a known key are
/// content. An unknown key that looks like a known one (`类刑:供水`) is a problem with the right
/// word. A value `-` stays as it is: who asks for it without echo replaces it.
struct TypedWords {
  Draft draft;  ///< words without a key are joined to the field `content`
  std::vector<base::Problem> problems;
};
TypedWords read_words(const schema::Schema& schema, const std::vector<std::string>& words);

/// One NDJSON line `{"village":"热水村","content":"…"}`: keys as in read_words, values text,
/// integers or booleans; any other key is a problem.
TypedWords read_json_line(const schema::Schema& schema, std::string_view line,
                          const base::Place& place);

}  // namespace minqing::intake
