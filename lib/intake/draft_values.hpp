// SPDX-License-Identifier: MIT
// What single values mean that no other reader covers: the words of a cell, yes and no, counts of
// people.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lib/base/text.hpp"
#include "lib/intake/cell.hpp"

namespace minqing::intake {

/// The text of a cell without blanks at its ends, or `fault`: why it has none (an error value, a
/// number whose last figures the spreadsheet has dropped).
struct CellWords {
  std::string words;
  base::Text fault;
};
CellWords words_of(const Cell& cell);

/// A cell as people write it: a day of a date cell without its midnight.
std::string shown_cell(const Cell& cell);

/// An empty cell, or one of dashes or slashes alone, which stand for "nothing" in office sheets.
bool is_blank_cell(const Cell& cell);

/// 是/否, 有/无, √/×, 已/未, yes/no, y/n, true/false, 1/0.
std::optional<bool> parse_yes_no(std::string_view text);

/// A whole number as people write it in a column of numbers: `12`, `１２`, `12人`, `12户`.
std::optional<std::int64_t> parse_count(std::string_view text);

}  // namespace minqing::intake
