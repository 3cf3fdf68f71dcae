// SPDX-License-Identifier: MIT
#include "cli/office_import_changes.hpp"

#include "cli/confidence.hpp"
#include "cli/history.hpp"
#include "cli/next_steps.hpp"
#include "cli/writing.hpp"
#include "lib/base/digest.hpp"
#include "lib/base/utf8.hpp"
#include "lib/casework/amendment.hpp"
#include "lib/intake/amending.hpp"
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

std::vector<casework::Command> compare_changed(Context& context, ledger::Ledger& ledger,
                                               const intake::ImportBatch& batch,
                                               intake::ImportVerdicts& verdicts,
                                               const intake::RowDrafts& drafts) {
  const Names names{ledger.roster(), ledger.schema()};
  std::vector<casework::Command> amendments;
  std::erase_if(verdicts.changed, [&](intake::ImportVerdicts::Changed& changed) {
    const base::Place place = batch.place_of_command(changed.command);
    const auto row = drafts.find(to_string(place));
    const casework::Issue issue = load_plain(ledger, changed.number);
    if (row == drafts.end() || is_kept_from_caller(context, ledger, issue)) return false;
    auto changes = differences(ledger, row->second, issue);
    if (changes.empty()) {
      ++verdicts.unchanged;
      return true;
    }
    changed.difference = details(casework::IssueAmended{changes, {}, {}}, names);
    const base::Text reason = text("来表有变化：{}", "changed in the sheet: {}", to_string(place));
    amendments.push_back(
        {.wish = casework::Amend{std::move(changes), casework::personal(context.in_lang(reason))},
         .issue = changed.number,
         .origin = place});
    return false;
  });
  return amendments;
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

void write_changes(Context& context, ledger::Ledger& ledger,
                   std::vector<casework::Command> amendments) {
  if (amendments.empty()) return;
  const std::string own = context.arguments().value("key").value_or(
      base::make_uuid_v7(context.clock()().micros / 1000));
  const auto outcome = write_to(context, ledger, std::move(amendments), std::string(kPrefix) + own);
  if (!context.json()) echo(context, ledger, outcome);
  name_route(context, outcome);
}

}  // namespace minqing::cli
