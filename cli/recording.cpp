// SPDX-License-Identifier: MIT
#include "cli/recording.hpp"

#include "cli/confidence.hpp"
#include "cli/writing.hpp"
#include "lib/base/utf8.hpp"
#include "lib/ledger/likely_same.hpp"

#include <map>

namespace minqing::cli {

namespace {

using base::text;

/// Open issues that are perhaps the same matter (并案 is a person's decision).
void name_likely_duplicates(Context& context, ledger::Ledger& ledger,
                            const casework::Command& command, const std::string& number) {
  const auto& wish = std::get<casework::Register>(command.wish);
  const auto likenesses = casework::likenesses(wish.particulars);
  if (likenesses.empty()) return;
  ledger::LikelySame open(ledger);
  std::map<std::int64_t, std::string> others;
  for (const casework::Likeness& likeness : likenesses) {
    open.for_each_open(likeness, [&](const ledger::LikelySame::Issue& issue) {
      const bool is_told = issue.number != number &&
                           !(issue.confidential && is_kept_from_caller(context, ledger, issue.id));
      if (is_told) others.emplace(issue.id, issue.number);
      return true;
    });
  }
  if (others.empty()) return;
  std::vector<std::string> numbers;
  for (auto& [id, other] : others) numbers.push_back(std::move(other));
  context.out().remark(text("可能重复：同一电话、同一类别还有 {} 未销号",
                            "perhaps a duplicate: the same telephone has {} open in this category",
                            base::join(numbers, " ")));
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
