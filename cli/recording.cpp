// SPDX-License-Identifier: MIT
#include "cli/recording.hpp"

#include "cli/likely_duplicates.hpp"
#include "cli/writing.hpp"
#include "lib/base/utf8.hpp"
#include "lib/casework/roster.hpp"
#include "lib/ledger/cards.hpp"

namespace minqing::cli {

namespace {

/// A card was given to a household, whose village it knows: who names the card need not name the
/// village too.
void add_village_of_card(Context& context, ledger::Ledger& ledger, intake::Draft& draft) {
  const intake::DraftValue* card = draft.find("card");
  if (card == nullptr || draft.find("village") != nullptr) return;
  const auto no = base::to_half_width(base::trim(card->cell.value));
  const auto code = ledger::area_of_card(ledger.db(), no);
  const casework::Area* area = code ? ledger.roster().area(*code) : nullptr;
  if (area == nullptr || !casework::in_office(*area, context.today())) return;
  intake::DraftValue village{"village", {}, card->place};
  village.cell.set(intake::Cell::Type::text, area->code);
  draft.values.push_back(std::move(village));
}

}  // namespace

casework::Command registration(Context& context, ledger::Ledger& ledger,
                               const intake::TypedWords& typed,
                               std::vector<base::Problem>& problems) {
  problems.insert(problems.end(), typed.problems.begin(), typed.problems.end());
  if (!typed.problems.empty()) return {};
  intake::Draft draft = typed.draft;
  add_village_of_card(context, ledger, draft);
  auto result = make_registration(ledger.schema(), ledger.roster(), {context.today(), {}}, draft,
                                  {}, context.lang());
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
