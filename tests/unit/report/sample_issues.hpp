// SPDX-License-Identifier: MIT
// A small township and issues made by hand: each is told as a story of events, folded by `evolve`
// as in a ledger. The week of the tests is 2026-11-16 to 2026-11-22.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/calendar/calendar.hpp"
#include "lib/casework/issue.hpp"
#include "lib/casework/roster.hpp"
#include "lib/report/figures.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::report {

/// Signing within one working day; categories utilities (water_supply, power_supply) and
/// environment (refuse).
const schema::Schema& sample_schema();
/// water, power, street, office and the committee qingxi, in this order.
const casework::Roster& sample_roster();
const calendar::Calendar& shipped_calendar();

inline base::Date day(std::string_view iso) { return base::parse_iso_date(iso).value(); }
inline const base::Period kWeek = {day("2026-11-16"), day("2026-11-23")};

/// Days are written `11-18`, moments `11-18 16:00`, all of 2026.
class Story {
 public:
  Story(std::string number, std::string_view on, std::string category = "water_supply",
        std::string nature = "help", std::string channel = "call");

  Story& confidential();
  Story& in_village(std::string area);
  Story& assigned(std::string_view on, std::string unit, std::string_view due,
                  std::optional<std::int64_t> due_minute = {});
  Story& signed_for(std::string_view on);
  Story& resolved(std::string_view on, casework::ResultKind kind = casework::ResultKind::solved);
  Story& checked(std::string_view on);
  Story& fed_back(std::string_view on);
  Story& called_back(std::string_view on, casework::Satisfaction satisfaction,
                     std::optional<bool> responded = true, std::optional<bool> solved = true);
  Story& unreached(std::string_view on);
  Story& closed(std::string_view on,
                casework::CloseGround ground = casework::CloseGround::satisfied);
  /// Without a unit: back to the queue.
  Story& reopened(std::string_view on);
  Story& reopened(std::string_view on, std::string unit, std::string_view due);
  Story& voided(std::string_view on);

  /// Signed unless it is, resolved, checked, told, asked and closed, all on one day.
  Story& finished(std::string_view on, casework::Satisfaction satisfaction);

  casework::Issue& issue() { return *issue_; }
  const casework::Issue& issue() const { return *issue_; }

 private:
  Story& happen(std::string_view on, casework::Payload payload);
  Story& hand_over(std::string_view on, std::string unit, std::string_view due,
                   std::optional<std::int64_t> due_minute, casework::AssignmentBasis basis);

  std::string number_;
  std::optional<casework::Issue> issue_;
};

Figures figures_of(const std::vector<Story>& stories, base::Period period = kWeek);
Figures figures_of(const std::vector<casework::Issue>& issues, base::Period period = kWeek);

/// A week with something in every part of the bulletin.
std::vector<Story> sample_week();

}  // namespace minqing::report
