// SPDX-License-Identifier: MIT
// Questions on a terminal.

#pragma once

#include <string>

#include "lib/base/text.hpp"

namespace minqing::cli {

/// Asks for a value that must not show on the screen (a telephone number).
std::string ask_without_echo(const std::string& label);
/// Yes or no; the default is no.
bool confirm(const base::Text& question, base::Lang lang);

}  // namespace minqing::cli
