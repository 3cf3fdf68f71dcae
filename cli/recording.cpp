// SPDX-License-Identifier: MIT
#include "cli/recording.hpp"

#include "cli/likely_duplicates.hpp"
#include "cli/writing.hpp"

namespace minqing::cli {

casework::Command registration(Context& context, ledger::Ledger& ledger,
                               const intake::TypedWords& typed,
                               std::vector<base::Problem>& problems) {
  problems.insert(problems.end(), typed.problems.begin(), typed.problems.end());
  if (!typed.problems.empty()) return {};
  auto result = make_registration(ledger.schema(), ledger.roster(), {context.today(), {}},
                                  typed.draft, {}, context.lang());
  problems.insert(problems.end(), result.problems.begin(), result.problems.end());
  if (!result.registration) return {};
  for (const std::string& field : result.registration->not_taken) {
    const auto* known = ledger.schema().find_field(field);
    problems.push_back(
        {typed.draft.place, known ? known->label.in(context.lang()) : field,
         base::text("登记时不能写这一项", "this is not part of a registration"),
         base::text("登记后用相应的命令记录", "record it afterwards with its own command")});
  }
  return std::move(result.registration->command);
}

int record_typed(Context& context, const Arguments& arguments, const ReadTyped& read) {
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  std::vector<base::Problem> problems;
  casework::Command command = registration(context, ledger, read(ledger.schema()), problems);
  if (!problems.empty()) throw base::Rejected(std::move(problems));
  std::get<casework::Register>(command.wish).answered =
      personal_option(context, arguments, "answered");
  write_registrations(context, ledger, {std::move(command)});
  return 0;
}

}  // namespace minqing::cli
