// SPDX-License-Identifier: MIT
// A diary entry as it was written down, in a text file, on a form or in the rows of a sheet: words
// with their places, nothing looked up yet. diary_making.hpp makes commands of them.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/base/error.hpp"
#include "lib/base/time.hpp"

namespace minqing::intake {

struct DiaryWords {
  struct Value {
    std::string words;
    base::Place place;
  };
  /// 诉求, or 当场答复: what was raised, as `key:value` words.
  struct Issue {
    std::vector<std::string> words;
    base::Place place;
    std::optional<Value> answered;  ///< what was answered on the spot
  };
  struct Visit {
    base::Place place;
    std::optional<Value> household;
    std::optional<Value> village;
    std::optional<Value> location;
    std::optional<Value> method;
    std::optional<Value> about;  ///< numbers of issues that were in the ledger before
    std::string said;
    std::vector<Issue> issues;
  };

  base::Place place;
  std::optional<Value> day;
  std::optional<Value> official;  ///< who went; the first is whose diary it is
  std::optional<Value> weather;
  std::optional<Value> village;  ///< of all visits that name no other
  std::string remark;            ///< 体会、小结、计划
  std::vector<Visit> visits;
  /// It may be years old: a year that is missing comes from here and never from today.
  bool of_sheet = false;
  std::optional<base::Date> sheet_date;
};

/// What people write where there is nothing: 无, 没有, 暂无诉求 …, none.
bool says_none(std::string_view said);

/// Words of a line, parted by blanks; `"…"` at the beginning of a word or of a value holds blanks
/// together.
std::vector<std::string> words_of_line(std::string_view line);

}  // namespace minqing::intake
