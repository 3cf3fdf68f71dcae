// SPDX-License-Identifier: MIT
// The lists of a report: an issue is named by its number, category, village and unit, never by a
// resident. Of a confidential matter (举报) neither category nor village is told, because the list
// goes to all units (信访工作条例 art. 30 and 46).

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/calendar/calendar.hpp"
#include "lib/calendar/due.hpp"
#include "lib/casework/roster.hpp"
#include "lib/report/figures_facts.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::report {

/// What a list says of any issue.
struct ListedIssue {
  std::string number;
  base::Text category;
  base::Text village;  ///< empty when not known or not told
  base::Text unit;
};

/// 超期未办结.
struct OverdueLine {
  ListedIssue issue;
  std::int64_t round = 1;
  calendar::Due due;
  int calendar_days = 0;  ///< days after the deadline up to the last day of the period
  int working_days = 0;
};

/// 销号.
struct ClosedLine {
  ListedIssue issue;
  casework::ResultKind result = casework::ResultKind::solved;
  std::optional<casework::CloseGround> ground;
  base::Date closed_on;
};

struct ListWords {
  const schema::Schema& schema;
  const casework::Roster& roster;
  const calendar::Calendar& calendar;
  base::Date day;  ///< units and villages are called as on that day
};

/// Adds the lines that the issue gives to the lists of the period; days late are counted up to
/// `last_day`.
void list_overdue(const ListWords& words, const casework::Issue& issue,
                  const std::vector<OverdueRound>& rounds, base::Date last_day,
                  std::vector<OverdueLine>& lines);
void list_closed(const ListWords& words, const casework::Issue& issue, base::Period period,
                 std::vector<ClosedLine>& lines);

/// The longest overdue first, then by number; closed ones by number and date.
void sort_lines(std::vector<OverdueLine>& lines);
void sort_lines(std::vector<ClosedLine>& lines);

/// `RS2026-00017` before `RS2026-100000`.
bool is_earlier_number(const std::string& a, const std::string& b);

}  // namespace minqing::report
