// SPDX-License-Identifier: MIT
#include "lib/intake/rejected_rows.hpp"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "lib/base/utf8.hpp"

namespace minqing::intake {
namespace {

constexpr std::string_view kMidnight = "T00:00:00";

}  // namespace

bool RejectedTable::takes_forms_of(const RejectedTable& other) const {
  const bool same_columns =
      std::equal(columns.begin(), columns.end(), other.columns.begin(), other.columns.end(),
                 [](const Column& a, const Column& b) { return a.path == b.path; });
  return of_forms && other.of_forms && file == other.file && sheet_date == other.sheet_date &&
         same_columns;
}

base::Text reason_heading() { return {"没有写入的原因", "Why it was not written"}; }

bool is_reason_heading(const std::string& heading) {
  const base::Text own = reason_heading();
  const std::string key = base::heading_key(heading);
  return key == base::heading_key(own.zh) || key == base::heading_key(own.en);
}

std::string words_to_edit(const Cell& cell) {
  std::string words = cell.value;
  if (cell.precision_lost) {
    // As plain figures it would pass for a number that somebody typed.
    return fmt::format("{:.14E}", std::strtod(words.c_str(), nullptr));
  }
  if (cell.type != Cell::Type::date) return words;
  if (base::ends_with(words, kMidnight)) words.resize(words.size() - kMidnight.size());
  std::replace(words.begin(), words.end(), 'T', ' ');
  return words;
}

}  // namespace minqing::intake
