// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/confidence.hpp"
#include "cli/context.hpp"
#include "cli/history.hpp"
#include "cli/naming.hpp"
#include "lib/base/utf8.hpp"
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

int run_log(Context& context, const Arguments& arguments) {
  const auto typed = typed_issues(arguments);
  ledger::Ledger& ledger = context.open(ledger::Access::read);
  std::vector<ledger::StoredEvent> events;
  if (typed.empty()) {
    ledger::for_each_event(ledger.db(), 1, 0,
                           [&](const ledger::StoredEvent& stored) { events.push_back(stored); });
  } else {
    for (const std::string& number : name_issues(context, ledger, typed, arguments)) {
      const auto own = ledger::events_of(ledger.db(), *ledger::issue_id(number));
      events.insert(events.end(), own.begin(), own.end());
      const auto reveals = ledger::reveals_of(ledger.db(), number);
      events.insert(events.end(), reveals.begin(), reveals.end());
      const auto papers = ledger::papers_of_issue(ledger.db(), number);
      events.insert(events.end(), papers.begin(), papers.end());
    }
    sort_once(events);
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
          .summary_zh = "台账的全部记录，或一件诉求的记录、文书和谁看过明文",
          .summary_en =
              "all events of the ledger, or those of an issue, its papers and who had it revealed",
          .nature = Nature::reads,
          .arguments = "[ISSUE…]",
          .max_words = Command::kAnyNumber,
          .options = {},
          .example = "流水 23",
          .example_en = "log 23",
          .run = run_log};
}

}  // namespace minqing::cli
