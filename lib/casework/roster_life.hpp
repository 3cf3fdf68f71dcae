// SPDX-License-Identifier: MIT
// What happens to the entries of a roster in the course of the years, as wishes: people move and
// leave, units and villages are dissolved, renamed, merged. Ids stay with what they were given to;
// whoever reads an old history finds the names of its days.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/casework/roster.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::casework {

/// The units and areas of a schema that the roster does not have yet; what it has stays as it is.
RosterChanged brought_by(const schema::Schema& schema, const Roster& known = Roster());

/// The person goes to another unit or post.
RosterChanged moved(const Person& person, std::optional<std::string> unit,
                    std::optional<std::string> post);
/// `until`: the last day in office. The login is given up.
RosterChanged left(const Person& person, base::Date until,
                   const std::optional<std::string>& substitute);
RosterChanged retired(const Unit& unit, base::Date until);
RosterChanged retired(const Area& area, base::Date until);

/// The earlier name goes on being understood.
RosterChanged renamed(const Unit& unit, const std::string& name);
RosterChanged renamed(const Person& person, const std::string& name);
/// With the committee of a village that bears its name.
RosterChanged renamed(const Roster& roster, const Area& area, const std::string& name);

/// `from` become part of `into` from the day after `until` on: their people, and of villages what
/// lies in them and their committees, go along, and their names mean `into`.
RosterChanged merged(const Roster& roster, const std::vector<const Unit*>& from, const Unit& into,
                     base::Date until);
RosterChanged merged(const Roster& roster, const std::vector<const Area*>& from, const Area& into,
                     base::Date until);

}  // namespace minqing::casework
