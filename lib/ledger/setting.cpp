// SPDX-License-Identifier: MIT
#include "lib/ledger/setting.hpp"

#include "lib/ledger/load.hpp"

#include <utility>

namespace minqing::ledger {

casework::Event event_of(const Setting& of, const casework::Command& command,
                         casework::Payload payload, const std::string& number,
                         const base::Moment& at) {
  casework::Event event;
  event.transaction = of.transaction;
  event.issue = number;
  event.occurred_at = at;
  event.recorded_at = of.recorded_at;
  event.actor = of.order.actor;
  event.by = of.order.done_by(command);
  event.os = of.order.os;
  event.schema = of.ledger.schema_digest().substr(0, 32);
  event.imported = of.order.imported;
  event.payload = std::move(payload);
  if (auto* registered = std::get_if<casework::IssueRegistered>(&event.payload)) {
    if (registered->import_mark) registered->import_mark->batch = of.transaction;
  }
  return event;
}

std::size_t size_of_texts(const casework::Command& command) {
  const auto* wish = std::get_if<casework::Register>(&command.wish);
  if (!wish) return 0;
  std::size_t size = 0;
  // The walk gives each text to be changed; this one leaves them as they are.
  for_each_personal(const_cast<casework::Particulars&>(wish->particulars),
                    [&](std::string_view, const casework::Personal& text) {
                      size += text.plain.size() + text.sealed.size();
                    });
  return size;
}

base::Error unknown_issue(const std::string& number) {
  return {base::Exit::not_found, base::text("没有事项 {}", "there is no issue {}", number),
          base::text("用 list 查看编号", "see the numbers with 'list'")};
}

std::optional<casework::Issue> fold_again(Ledger& ledger, const std::string& number,
                                          const std::vector<casework::Event>& since) {
  std::vector<casework::Event> all;
  for (StoredEvent& stored : events_of(ledger.db(), *issue_id(number))) {
    all.push_back(std::move(stored.event));
  }
  all.insert(all.end(), since.begin(), since.end());
  return casework::fold(all);
}

}  // namespace minqing::ledger
