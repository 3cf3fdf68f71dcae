// SPDX-License-Identifier: MIT
// From the words a file stores for a value to the cell; shared by the workbook formats.

#pragma once

#include <string_view>

#include "lib/intake/cell.hpp"
#include "lib/intake/workbook/number_format.hpp"

namespace minqing::intake {

/// Sets a number cell; false when the words are no finite number. An integer keeps its figures;
/// other forms become the shortest decimal that gives the same number again.
bool set_number(Cell& cell, std::string_view words);

/// The same for a number under a number format that makes it a date or an elapsed time; a number
/// that is none (negative, year 10000) stays a number.
bool set_shaped_number(Cell& cell, std::string_view words, NumberShape shape, bool date1904);

/// The same for numbers stored in binary form; false for what is not finite.
bool set_shaped_number(Cell& cell, double value, NumberShape shape, bool date1904);

/// `1`, `0`, `true`, `false`; false for anything else.
bool set_boolean(Cell& cell, std::string_view words);

}  // namespace minqing::intake
