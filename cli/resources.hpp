// SPDX-License-Identifier: MIT
// What the program ships: schemas, the calendar, its second executable. An installed program finds
// them beside itself, one in a build tree in the sources.

#pragma once

#include <string>

namespace minqing::cli {

/// Folder that holds `township/`, `calendar/` …; MINQING_SCHEMAS overrides.
std::string schemas_directory();
/// `minqing-office`, which carries workbooks and printing.
std::string office_program();

}  // namespace minqing::cli
