// SPDX-License-Identifier: MIT
// What stands for a value in help and messages: `--unit UNIT` in English, `--承办单位 单位` in
// Chinese. The table of commands names them in English.

#pragma once

#include "cli/command.hpp"

namespace minqing::cli {

/// `ISSUE…` as 编号…; words that are not known stay as they are.
base::Text placeholder(std::string_view typed);
/// Of an option's value; a short closed list is spelled out in the words of the language.
base::Text placeholder(const Option& option);

}  // namespace minqing::cli
