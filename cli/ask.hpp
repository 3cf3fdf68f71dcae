// SPDX-License-Identifier: MIT
// Questions on a terminal.

#pragma once

#include <string>
#include <string_view>

#include "lib/base/text.hpp"

namespace minqing::cli {

/// Asks for a value that must not show on the screen (a telephone number).
std::string ask_without_echo(const std::string& label);
/// One of the keys given, pressed without Enter where there is a terminal; others are passed over.
/// The last of them when the input ends.
char ask_key(const base::Text& question, std::string_view keys, base::Lang lang);
/// A line of words; empty when the input ends.
std::string ask_line(const base::Text& question, base::Lang lang);
/// Somebody sits there who can answer.
bool is_on_a_terminal();
/// Yes or no; the default is no.
bool confirm(const base::Text& question, base::Lang lang);

}  // namespace minqing::cli
