// SPDX-License-Identifier: MIT
// Telephone numbers as people write them (domain facts §2.9): mobile and landline numbers with
// blanks, hyphens, +86, full width, an extension (转8001), a note in brackets, two numbers in one
// cell, 400 numbers and short service numbers; or words that say there is none. Nothing is
// repaired: ten or twelve figures, or a number that a spreadsheet turned into 1.38E+10, are a
// problem. Messages never repeat the number.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lib/base/text.hpp"
#include "lib/intake/cell.hpp"

namespace minqing::intake {

struct PhoneValue {
  enum class Kind : std::uint8_t {
    numbers,  ///< `numbers`, for matching; the text as typed is what is kept
    none,     ///< 无, 不详, 未留, 保密 … or nothing
    problem   ///< `reason`
  };
  Kind kind = Kind::problem;
  /// Figures only, a hyphen after an area code and before an extension: `13800000001`,
  /// `0735-8220001-8001`.
  std::vector<std::string> numbers;
  base::Text reason;
};

PhoneValue parse_phone(std::string_view text);
/// A number cell is taken by its figures; one with lost figures is a problem.
PhoneValue parse_phone_cell(const Cell& cell);

}  // namespace minqing::intake
