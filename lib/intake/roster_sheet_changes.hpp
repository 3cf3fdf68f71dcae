// SPDX-License-Identifier: MIT
// What the sheets of a roster change: entries added or replaced, compared with the roster in force,
// so that importing the same sheet again changes nothing.
//
//   area     by its code
//   unit     by 编号, else by its name or a spelling; new ones without 编号 become U0001, U0002 …
//   person   by 编号, else by name and unit; new ones become P0001, P0002 …
//
// A village without a unit of its own gets its committee (schema/committees.hpp). A blank cell
// leaves what the roster has. Areas count before units, units before people, whatever the order of
// the files.

#pragma once

#include <cstdint>
#include <vector>

#include "lib/base/error.hpp"
#include "lib/casework/roster.hpp"
#include "lib/intake/roster_sheet.hpp"

namespace minqing::intake {

struct RosterCounts {
  std::int64_t added = 0;
  std::int64_t updated = 0;
  std::int64_t unchanged = 0;
};

struct RosterChanges {
  casework::RosterChanged change;
  RosterCounts units;
  RosterCounts people;
  RosterCounts areas;
  std::int64_t committees = 0;          ///< of the units added, those made for the villages
  std::vector<base::Problem> problems;  ///< with any of them nothing may be written
  std::vector<base::Text> remarks;      ///< what a person should look at

  bool empty() const {
    return change.units.empty() && change.people.empty() && change.areas.empty();
  }
};

RosterChanges compare_roster(const casework::Roster& roster, const RosterSheets& sheets);

}  // namespace minqing::intake
