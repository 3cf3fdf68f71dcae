// SPDX-License-Identifier: MIT
// A diary filled in by hand: as a form in the editor, or question by question on a terminal. Both
// give the text of intake/diary_text.hpp; when it cannot be taken in it is kept to go on with.

#pragma once

#include <string>

#include "cli/context.hpp"

namespace minqing::cli {

/// `diary add -e`: `file` is a text to go on with, or empty.
int write_edited_diary(Context& context, const std::string& file);
/// `diary add` on a terminal.
int write_asked_diary(Context& context);

}  // namespace minqing::cli
