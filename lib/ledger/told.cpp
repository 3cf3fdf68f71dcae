// SPDX-License-Identifier: MIT
#include "lib/ledger/told.hpp"

#include <optional>

#include "lib/ledger/load.hpp"

namespace minqing::ledger {

namespace {

std::optional<ToldIn> told_in(const casework::Payload& payload) {
  if (std::holds_alternative<casework::ProgressNoted>(payload)) return ToldIn::action_taken;
  if (std::holds_alternative<casework::IssueResolved>(payload)) return ToldIn::result;
  if (std::holds_alternative<casework::IssueFedBack>(payload)) return ToldIn::feedback;
  if (std::holds_alternative<casework::IssueCalledBack>(payload)) return ToldIn::call_back;
  return std::nullopt;
}

}  // namespace

ToldTexts::ToldTexts(Ledger& ledger)
    : ledger_(ledger),
      query_(ledger.db().prepare(
          "SELECT body FROM event WHERE issue = ?1 AND kind IN ('progress_noted', "
          "'issue_resolved', 'issue_fed_back', 'issue_called_back', 'step_undone') "
          "ORDER BY seq")) {}

std::vector<casework::Event> ToldTexts::events_that_count(std::int64_t issue) {
  std::vector<casework::Event> out;
  bool is_undone = false;
  query_.with(issue);
  while (query_.step()) {
    out.push_back(casework::decode_body(query_.blob(0)));
    is_undone |= std::holds_alternative<casework::StepUndone>(out.back().payload);
  }
  if (!is_undone) return out;
  // What an undoing takes out is seen among all events of the issue only.
  out.clear();
  std::vector<StoredEvent> all = events_of(ledger_.db(), issue);
  const std::vector<bool> counts = effective(all);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (counts[i]) out.push_back(std::move(all[i].event));
  }
  return out;
}

std::vector<ToldText> ToldTexts::of(std::int64_t issue) {
  std::vector<ToldText> out;
  for (casework::Event& event : events_that_count(issue)) {
    const auto in = told_in(event.payload);
    if (!in) continue;
    const auto add = [&](std::string_view field, casework::Personal& text) {
      if (auto plain = ledger_.keys().unseal(issue, field, text)) {
        out.push_back({*in, *std::move(plain)});
      }
    };
    std::visit([&](auto& data) { for_each_personal(data, add); }, event.payload);
  }
  return out;
}

}  // namespace minqing::ledger
