// SPDX-License-Identifier: MIT
#include "cli/calendar_change.hpp"

#include "cli/calendar_years.hpp"
#include "cli/writing.hpp"
#include "lib/base/digest.hpp"
#include "lib/casework/decide.hpp"
#include "lib/ledger/load.hpp"
#include "lib/ledger/past.hpp"

namespace minqing::cli {

namespace {

using base::text;

/// The issue as `due_under` takes it: what earlier calendars corrected is counted again, while a
/// deadline that somebody extended or resumed stays.
std::optional<casework::Issue> load_for_counting(ledger::Ledger& ledger, std::int64_t id) {
  auto issue = ledger::load_issue(ledger.db(), id);
  if (!issue || !issue->assignment() || issue->assignment()->due_changes.empty()) return issue;
  auto events = ledger::events_of(ledger.db(), id);
  std::erase_if(events, [](const ledger::StoredEvent& stored) {
    return std::holds_alternative<casework::DeadlineCorrected>(stored.event.payload);
  });
  const auto uncorrected = ledger::fold_stored(events);
  if (uncorrected->assignment()->due_changes.empty()) {
    issue->round().assignments.back().due_changes.clear();
  }
  return issue;
}

/// A new deadline for each issue whose provisional one comes out otherwise.
std::vector<casework::Command> corrections(ledger::Ledger& ledger,
                                           const calendar::Calendar& calendar) {
  std::vector<casework::Command> out;
  for (const std::string& number : ledger::with_provisional_deadline(ledger.db())) {
    const auto issue = load_for_counting(ledger, *ledger::issue_id(number));
    if (!issue) continue;
    if (auto due = casework::due_under(ledger.schema(), calendar, *issue)) {
      out.push_back({.wish = casework::DeadlineCorrected{std::move(*due)}, .issue = number});
    }
  }
  return out;
}

}  // namespace

ledger::Outcome apply_calendar(Context& context, ledger::Ledger& ledger,
                               const calendar::Calendar& calendar) {
  const std::string csv = calendar::to_csv(calendar);
  const std::string digest = base::to_hex(base::bytes_of(base::sha256({csv})));
  std::vector<casework::Command> commands = corrections(ledger, calendar);
  commands.insert(commands.begin(), {.wish = casework::CalendarApplied{digest, csv}});
  return write_to(context, ledger, std::move(commands));
}

void say_calendar_stays(Context& context, const calendar::Calendar& calendar) {
  context.out().line(
      text("日历没有变化：{}", "the calendar stays as it is: {}", years_of(calendar)));
}

}  // namespace minqing::cli
