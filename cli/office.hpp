// SPDX-License-Identifier: MIT
// Commands that need workbook libraries. Their rows stand in the one table with the others; what
// they do is linked into `minqing-office` only, so that nothing slows the start of `record`.

#pragma once

#include "cli/context.hpp"

#include <optional>

namespace minqing::cli {

int run_office_command(Context& context, const Command& command, const Arguments& arguments);

int run_print(Context& context, const Arguments& arguments);
int run_export(Context& context, const Arguments& arguments);
/// `export --return-sheet` and `--per-unit`.
int export_return_sheets(Context& context, const Arguments& arguments);
/// `export --profile`.
int export_profile(Context& context, const Arguments& arguments);
int run_import(Context& context, const Arguments& arguments);
/// `import --update` of return sheets; nothing when none of the files is one.
std::optional<int> import_return_sheets(Context& context, const Arguments& arguments);
int run_sheet(Context& context, const Arguments& arguments);
int run_card_print(Context& context, const Arguments& arguments);
int run_diary_import(Context& context, const Arguments& arguments);
int run_roster_import(Context& context, const Arguments& arguments);
int run_schema_apply(Context& context, const Arguments& arguments);
int run_schema_export(Context& context, const Arguments& arguments);

}  // namespace minqing::cli
