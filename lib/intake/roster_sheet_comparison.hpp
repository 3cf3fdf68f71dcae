// SPDX-License-Identifier: MIT
// One pass over the sheets of a roster: rows become entries, entries are compared with the roster
// in force. Areas and units are in roster_sheet_places.cpp, their committees in
// roster_sheet_committees.cpp, people in roster_sheet_people.cpp.

#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/base/word.hpp"
#include "lib/intake/roster_sheet_changes.hpp"

namespace minqing::intake {

class RosterComparison {
 public:
  RosterComparison(const casework::Roster& roster, const RosterSheets& sheets);
  RosterChanges compare();

 private:
  using Area = casework::Area;
  using Person = casework::Person;
  using Unit = casework::Unit;

  template <class Act>
  void for_each(RosterKind kind, Act act) const {
    for (const RosterTable& table : sheets_.tables) {
      if (table.kind != kind) continue;
      for (const RosterRow& row : table.rows) act(row);
    }
  }

  void take_area(const RosterRow& row);
  void check_parent(const RosterRow& row);

  /// For the villages of these sheets that have none.
  void add_committees();

  void take_unit(const RosterRow& row);
  const Unit* known_unit(const RosterRow& row, const std::string& name) const;
  bool read_area_of(const RosterRow& row, Unit& unit);
  bool spellings_are_free(const RosterRow& row, const Unit& unit);

  void take_person(const RosterRow& row);
  const Person* known_person(const RosterRow& row, const std::string& name,
                             const std::string& unit);
  bool is_known_otherwise(const std::string& name, const std::optional<std::string>& unit) const;
  bool read_unit_of(const RosterRow& row, Person& person);
  bool login_is_free(const RosterRow& row, const Person& person);

  /// The words of a column that a row cannot do without; null, with a problem, when they lack.
  const std::string* need(const RosterRow& row, std::string_view column, base::Text label);
  bool is_id(const RosterRow& row, std::string_view column);
  bool is_first(const RosterRow& row, const std::string& id);
  /// Sets `out` to the id of one of `words`; a blank cell leaves it.
  bool read_word(const RosterRow& row, std::string_view column, std::span<const base::Word> words,
                 const base::Text& label, std::string& out);
  void add(const RosterRow& row, std::string_view column, base::Text reason,
           base::Text way_out = {});

  void put(const Area& area);
  void put(const Unit& unit);
  void put(const Person& person);

  const casework::Roster& before_;
  casework::Roster now_;  ///< with the rows taken so far
  const RosterSheets& sheets_;
  std::set<std::string> named_ids_;          ///< of people, as these sheets give them
  std::map<std::string, base::Place> seen_;  ///< ids of these sheets, by kind
  RosterChanges out_;
};

}  // namespace minqing::intake
