// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/confidence.hpp"
#include "cli/context.hpp"
#include "cli/diary_entries.hpp"
#include "cli/history.hpp"
#include "cli/naming.hpp"
#include "lib/base/utf8.hpp"
#include "lib/ledger/diary.hpp"
#include "lib/ledger/papers.hpp"

#include <algorithm>

namespace minqing::cli {

namespace {

/// In the order of the ledger; a reveal of several issues once.
void sort_once(std::vector<ledger::StoredEvent>& events) {
  std::sort(events.begin(), events.end(),
            [](const auto& a, const auto& b) { return a.seq < b.seq; });
  const auto same = [](const auto& a, const auto& b) { return a.seq == b.seq; };
  events.erase(std::unique(events.begin(), events.end(), same), events.end());
}

using Events = std::vector<ledger::StoredEvent>;

void append(Events& events, Events more) {
  std::move(more.begin(), more.end(), std::back_inserter(events));
}

void add_issue(ledger::Ledger& ledger, const std::string& number, Events& events) {
  append(events, ledger::events_of(ledger.db(), *ledger::issue_id(number)));
  append(events, ledger::reveals_of(ledger.db(), number));
  append(events, ledger::papers_of_issue(ledger.db(), number));
}

/// Issues and entries of the diary, as their numbers say.
Events events_of_named(Context& context, ledger::Ledger& ledger, std::vector<std::string> typed,
                       const Arguments& arguments) {
  Events events;
  const auto entries = std::stable_partition(
      typed.begin(), typed.end(), [](const std::string& word) { return !names_entry(word); });
  for (auto word = entries; word != typed.end(); ++word) {
    const std::string number = name_entry(context, ledger, *word);
    append(events, ledger::events_of_entry(ledger.db(), *ledger::find_entry(ledger.db(), number)));
  }
  typed.erase(entries, typed.end());
  if (!typed.empty()) {
    for (const std::string& number : name_issues(context, ledger, typed, arguments)) {
      add_issue(ledger, number, events);
    }
  }
  sort_once(events);
  return events;
}

int run_log(Context& context, const Arguments& arguments) {
  const auto typed = typed_issues(arguments);
  ledger::Ledger& ledger = context.open(ledger::Access::read);
  Events events;
  if (typed.empty()) {
    ledger::for_each_event(ledger.db(), 1, 0,
                           [&](const ledger::StoredEvent& stored) { events.push_back(stored); });
  } else {
    events = events_of_named(context, ledger, typed, arguments);
  }
  for (auto& stored : events) unseal_event(ledger, stored.event);
  hide_confidential(context, ledger.roster(), events);
  const Names names{ledger.roster(), ledger.schema()};
  ledger.end_reading();
  for (const auto& stored : events) {
    if (context.json()) {
      context.out().json(history_json(stored, names, context.lang()));
      continue;
    }
    const std::string seq = base::pad_left(std::to_string(stored.seq), 6);
    const std::string issue = stored.event.issue.empty() ? "" : stored.event.issue + "  ";
    context.out().line(seq + "  " + issue + history_line(stored, names, context.lang()));
  }
  return 0;
}

}  // namespace

Command log_command() {
  return {.name = "log",
          .zh = "流水",
          .group = "looking",
          .summary_zh = "台账的全部记录，或一件诉求、一篇日记的记录、文书和谁看过明文",
          .summary_en =
              "all events of the ledger, or those of an issue or diary entry, its papers and who "
              "had it revealed",
          .nature = Nature::reads,
          .arguments = "[ISSUE|ENTRY…]",
          .max_words = Command::kAnyNumber,
          .options = {},
          .example = "流水 23",
          .example_en = "log 23",
          .run = run_log};
}

}  // namespace minqing::cli
