// SPDX-License-Identifier: MIT
// Which character separates the fields of a text table.

#pragma once

#include <cstdint>
#include <string_view>

namespace minqing::intake {

struct SeparatorFound {
  char separator = ',';
  /// Line of a record that another separator divides into as many fields as this one divides the
  /// others: the file mixes two. 0 when there is none.
  std::int64_t mixed_line = 0;
};

/// Judges the first records (at most fifty) of the text's beginning: the separator that divides
/// most of them into the same number of fields, two or more; then the one with more fields; then in
/// the order `,` TAB `;`. Separators inside quotes do not count. A single column gives `,`.
/// `complete`: the beginning is the whole text, so its last record is whole.
SeparatorFound find_separator(std::string_view beginning, bool complete);

}  // namespace minqing::intake
