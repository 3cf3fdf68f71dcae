// SPDX-License-Identifier: MIT
#include "cli/recording.hpp"

#include "cli/writing.hpp"
#include "lib/base/utf8.hpp"
#include "lib/ledger/select.hpp"

namespace minqing::cli {

namespace {

using base::text;

/// Open issues of the same telephone: perhaps the same matter (并单 is a person's decision).
void name_likely_duplicates(Context& context, ledger::Ledger& ledger,
                            const casework::Command& command, const std::string& number) {
  const auto& wish = std::get<casework::Register>(command.wish);
  casework::Selection selection;
  selection.terms.push_back({.criterion = casework::Criterion::open});
  selection.terms.push_back(
      {.criterion = casework::Criterion::category, .any_of = {wish.particulars.category}});
  casework::Term same_phone{.criterion = casework::Criterion::resident_phone};
  for (const auto& resident : wish.particulars.residents) {
    if (resident.phone) same_phone.any_of.push_back(resident.phone->plain);
  }
  if (same_phone.any_of.empty()) return;
  selection.terms.push_back(std::move(same_phone));
  std::vector<std::string> others = numbers(ledger, selection, context.today());
  std::erase(others, number);
  if (others.empty()) return;
  context.out().remark(text("可能重复：同一电话、同一类别还有 {} 未销号",
                            "perhaps a duplicate: the same telephone has {} open in this category",
                            base::join(others, " ")));
}

}  // namespace

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
         text("登记时不能写这一项", "this is not part of a registration"),
         text("登记后用相应的命令记录", "record it afterwards with its own command")});
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
  const auto outcome = write_to(context, ledger, {command});
  echo(context, ledger, outcome);
  if (!outcome.steps.empty() && !outcome.replayed) {
    name_likely_duplicates(context, ledger, command, outcome.steps.front().issue);
  }
  return 0;
}

}  // namespace minqing::cli
