// SPDX-License-Identifier: MIT
#include "cli/office.hpp"

#include <stdexcept>

namespace minqing::cli {

int run_office_command(Context& context, const Command& command, const Arguments& arguments) {
  if (command.name == "export") return run_export(context, arguments);
  if (command.name == "import") return run_import(context, arguments);
  if (command.name == "roster import") return run_roster_import(context, arguments);
  if (command.name == "schema apply") return run_schema_apply(context, arguments);
  if (command.name == "schema export") return run_schema_export(context, arguments);
  if (command.name == "sheet") return run_sheet(context, arguments);
  if (command.name == "card print") return run_card_print(context, arguments);
  if (command.name == "diary import") return run_diary_import(context, arguments);
  if (command.name == "print") return run_print(context, arguments);
  throw std::logic_error("office command without an implementation");
}

}  // namespace minqing::cli
