// SPDX-License-Identifier: MIT
#include "cli/office_import_changes.hpp"

#include "cli/confidence.hpp"
#include "cli/history.hpp"
#include "cli/next_steps.hpp"
#include "cli/writing.hpp"
#include "lib/base/digest.hpp"
#include "lib/base/utf8.hpp"
#include "lib/casework/amendment.hpp"
#include "lib/casework/step_name.hpp"
#include "lib/intake/amending.hpp"
#include "lib/intake/recorded.hpp"
#include "lib/intake/registration.hpp"
#include "lib/ledger/load.hpp"

#include <algorithm>

namespace minqing::cli {

namespace {

using base::text;

constexpr std::string_view kPrefix = "update-";

/// Asked for already and not answered yet.
bool is_asked_for(const casework::Issue& issue, const casework::Amendment& change) {
  const casework::Request* open = issue.find_request(casework::RequestKind::amend);
  return open && std::any_of(open->wish.changes.begin(), open->wish.changes.end(),
                             [&](const casework::Amendment& asked) {
                               return asked.field == change.field && asked.after == change.after;
                             });
}

/// What the row says about the first resident and the matter, against what is recorded.
std::vector<casework::Amendment> differences(ledger::Ledger& ledger, const intake::RowDraft& row,
                                             const casework::Issue& issue) {
  auto result =
      intake::make_amendment(ledger.schema(), ledger.roster(), row.dates, row.draft, issue, 1);
  std::erase_if(result.changes, [&](const casework::Amendment& change) {
    return !casework::changes_something(change) || is_asked_for(issue, change);
  });
  return std::move(result.changes);
}

/// What the row tells of the time after registration and the ledger does not.
std::vector<casework::Command> steps_since(ledger::Ledger& ledger, const intake::RowDraft& row,
                                           const std::string& number) {
  const auto made =
      intake::RegistrationMaker(ledger.schema(), ledger.roster(), row.dates).make(row.whole);
  if (!made.registration || made.registration->history.empty()) return {};
  auto events = ledger::events_of(ledger.db(), *ledger::issue_id(number));
  const std::vector<bool> counts = ledger::effective(events);
  for (ledger::StoredEvent& stored : events) unseal_event(ledger, stored.event);
  std::vector<casework::Command> steps = made.registration->history;
  std::erase_if(steps, [&](const casework::Command& step) {
    for (std::size_t i = 0; i < events.size(); ++i) {
      if (counts[i] && intake::is_recorded(events[i].event, step)) return true;
    }
    return false;
  });
  for (casework::Command& step : steps) step.issue = number;
  return steps;
}

/// `登记以后：办结 2026-11-12，反馈 2026-11-13`
base::Text describe_steps(const std::vector<casework::Command>& steps) {
  base::Text out;
  for (const casework::Command& step : steps) {
    const base::Text label = casework::step_label(casework::step_of(step.wish));
    out = text("{}{}{} {}", "{}{}{} {}", out,
               out.empty() ? base::Text{"登记以后：", "since then: "} : base::Text{"，", ", "},
               label, to_string(step.at->date));
  }
  return out;
}

/// One line for each issue.
void say_steps(Context& context, const std::vector<casework::Command>& steps) {
  for (auto first = steps.begin(); first != steps.end();) {
    const auto end = std::find_if(first, steps.end(),
                                  [&](const auto& step) { return step.issue != first->issue; });
    context.out().line(text("{}  {}", "{}  {}", first->issue, describe_steps({first, end})));
    first = end;
  }
}

/// The last correction of a field that no sheet made.
const ledger::StoredEvent* corrected_by_hand(const std::vector<ledger::StoredEvent>& events,
                                             const std::string& field) {
  const std::vector<bool> counts = ledger::effective(events);
  for (std::size_t i = events.size(); i-- > 0;) {
    const auto* amended = std::get_if<casework::IssueAmended>(&events[i].event.payload);
    if (!amended || !counts[i]) continue;
    const bool is_of_field =
        std::any_of(amended->changes.begin(), amended->changes.end(),
                    [&](const casework::Amendment& change) { return change.field == field; });
    if (!is_of_field) continue;
    return base::starts_with(events[i].event.transaction, kPrefix) ? nullptr : &events[i];
  }
  return nullptr;
}

}  // namespace

intake::RowDrafts drafts_of_changed(const intake::ImportBatch& batch,
                                    const intake::ImportVerdicts& verdicts,
                                    const ReadDrafts& read) {
  intake::RowDrafts drafts;
  for (const auto& changed : verdicts.changed) {
    drafts[to_string(batch.place_of_command(changed.command))];
  }
  if (!drafts.empty()) read(drafts);
  return drafts;
}

SheetChanges compare_changed(Context& context, ledger::Ledger& ledger,
                             const intake::ImportBatch& batch, intake::ImportVerdicts& verdicts,
                             const intake::RowDrafts& drafts) {
  const Names names{ledger.roster(), ledger.schema()};
  SheetChanges out;
  std::erase_if(verdicts.changed, [&](intake::ImportVerdicts::Changed& changed) {
    const base::Place place = batch.place_of_command(changed.command);
    const auto row = drafts.find(to_string(place));
    const casework::Issue issue = load_plain(ledger, changed.number);
    if (row == drafts.end() || is_kept_from_caller(context, ledger, issue)) return false;
    auto changes = differences(ledger, row->second, issue);
    auto steps = steps_since(ledger, row->second, changed.number);
    if (changes.empty() && steps.empty()) {
      ++verdicts.unchanged;
      return true;
    }
    changed.difference = describe_steps(steps);
    for (casework::Command& step : steps) out.steps.push_back(std::move(step));
    if (changes.empty()) return false;
    const base::Text amended = details(casework::IssueAmended{changes, {}, {}}, names);
    changed.difference = changed.difference.empty()
                             ? amended
                             : text("{}；{}", "{}; {}", amended, changed.difference);
    const base::Text reason = text("来表有变化：{}", "changed in the sheet: {}", to_string(place));
    out.amendments.push_back(
        {.wish = casework::Amend{std::move(changes), casework::personal(context.in_lang(reason))},
         .issue = changed.number,
         .origin = place});
    return false;
  });
  return out;
}

void refuse_overruling(Context& context, ledger::Ledger& ledger,
                       const std::vector<casework::Command>& amendments) {
  const Names names{ledger.roster(), ledger.schema()};
  std::vector<ledger::Refused::Item> items;
  for (std::size_t i = 0; i < amendments.size(); ++i) {
    auto events = ledger::events_of(ledger.db(), *ledger::issue_id(amendments[i].issue));
    for (const auto& change : std::get<casework::Amend>(amendments[i].wish).changes) {
      const ledger::StoredEvent* by_hand = corrected_by_hand(events, change.field);
      if (!by_hand) continue;
      ledger::StoredEvent shown = *by_hand;
      unseal_event(ledger, shown.event);
      items.push_back(
          {i,
           {base::Exit::conflict,
            text("{}：{} 这一项在台账里更正过\n  台账：{}\n  表里：{}",
                 "{}: {} was corrected in the ledger\n  ledger: {}\n  sheet: {}",
                 to_string(amendments[i].origin), amendments[i].issue,
                 history_line(shown, names, context.lang()),
                 details(casework::IssueAmended{{change}, {}, {}}, names)),
            text("以台账为准的，改表；以表为准的，用 更正", "correct the sheet, or use 'amend'")}});
    }
  }
  if (!items.empty()) throw ledger::Refused(std::move(items), amendments.size() + 1);
}

void write_changes(Context& context, ledger::Ledger& ledger, SheetChanges changes) {
  const std::string own = context.arguments().value("key").value_or(
      base::make_uuid_v7(context.clock()().micros / 1000));
  if (!changes.amendments.empty()) {
    const auto outcome =
        write_to(context, ledger, std::move(changes.amendments), std::string(kPrefix) + own);
    if (!context.json()) echo(context, ledger, outcome);
    name_route(context, outcome);
  }
  if (changes.steps.empty()) return;
  const std::vector<casework::Command> steps = changes.steps;
  write_told(context, ledger, std::move(changes.steps), "steps-" + own);
  if (!context.json() && !context.out().quiet) say_steps(context, steps);
}

}  // namespace minqing::cli
