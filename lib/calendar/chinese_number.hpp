// SPDX-License-Identifier: MIT
// Small whole numbers as people write them: `15`, `十五`, `两`, `二十`.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace minqing::calendar {

/// Takes a number off the front of `words`: ASCII digits, or a Chinese numeral below one hundred.
/// Nothing, and `words` unchanged, when there is none or it is above `most`.
std::optional<std::int64_t> take_number(std::string_view& words, std::int64_t most);

}  // namespace minqing::calendar
