// SPDX-License-Identifier: MIT
// Commands that need workbook libraries. Their rows stand in the one table with the others; what
// they do is linked into `minqing-office` only, so that nothing slows the start of `record`.

#pragma once

#include "cli/context.hpp"

namespace minqing::cli {

int run_office_command(Context& context, const Command& command, const Arguments& arguments);

int run_print(Context& context, const Arguments& arguments);
int run_import(Context& context, const Arguments& arguments);
int run_roster_import(Context& context, const Arguments& arguments);

}  // namespace minqing::cli
