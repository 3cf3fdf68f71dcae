// SPDX-License-Identifier: MIT
// What a number format makes of a number: a number, a date or an elapsed time.

#pragma once

#include <cstdint>
#include <string_view>

namespace minqing::intake {

enum class NumberShape : std::uint8_t { number, date, elapsed };

/// The formats that files refer to by number only (ECMA-376 part 1, 18.8.30, with those of Chinese
/// locales: 27–36 and 50–58).
NumberShape shape_of_builtin(int id);

/// A format code: `yyyy"年"m"月"d"日"`, `[h]:mm`, `0.00_);[Red]\(0.00\)`. Words in quotes, escaped
/// characters, colours and locales in brackets say nothing; the first section decides.
NumberShape shape_of_code(std::string_view code);

}  // namespace minqing::intake
