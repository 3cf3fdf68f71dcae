// SPDX-License-Identifier: MIT
// Units, people and areas in force: the fold of `roster_changed`. Names are matched by id, name,
// further spelling and, for areas and units, without the usual endings; several answers are
// candidates for a person to choose from, never a guess. What is in office goes before what was:
// the village that took another in answers to both names.

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/casework/events_ledger.hpp"
#include "lib/casework/roster_entries.hpp"

namespace minqing::casework {

/// One answer, none, or several candidates.
template <class T>
struct Match {
  const T* found = nullptr;
  std::vector<const T*> candidates;  ///< when `found` is null: what it might mean
};

/// Whether an entry was in office on a day: until its last day, and whoever has none, always.
template <class T>
bool in_office(const T& entry, base::Date day) {
  return !entry.ended || day <= entry.ended->until;
}

/// What an entry was called on a day.
template <class T>
const std::string& name_on(const T& entry, base::Date day) {
  if (entry.former) {
    for (const FormerName& earlier : *entry.former) {
      if (day <= earlier.until) return earlier.name;
    }
  }
  return entry.name;
}

enum class RosterPart { units, people, areas };
inline constexpr RosterPart kRosterParts[] = {RosterPart::units, RosterPart::people,
                                              RosterPart::areas};

class Roster {
 public:
  Roster();
  void apply(RosterChanged change);

  /// A part with its names, in a form of this build (base/packed.hpp).
  std::string pack(RosterPart part) const;
  /// A roster whose parts are read when something of them is asked for, and before it is copied.
  /// Damaged bytes throw base::PackedError then, or when the damaged entry is asked for.
  static Roster from_packed(const std::function<std::string(RosterPart)>& read);
  /// Reads the parts that are not read yet.
  void read_now() const;
  /// Throws base::PackedError when the bytes cannot be a part.
  static void check_packed(std::string_view bytes);

  const Unit* unit(std::string_view id) const { return units_.find(id); }
  const Person* person(std::string_view id) const { return people_.find(id); }
  const Area* area(std::string_view code) const { return areas_.find(code); }
  EntryRange<Unit> units() const { return units_.all(); }
  EntryRange<Person> people() const { return people_.all(); }
  EntryRange<Area> areas() const { return areas_.all(); }
  bool has_people() const { return people_.size() > 0; }

  Match<Unit> match_unit(std::string_view text) const;
  /// `within` narrows namesakes to one unit when given.
  Match<Person> match_person(std::string_view text, std::string_view within = {}) const;
  /// Of counties, townships and villages, not of what lies below a village.
  /// `热水村`, `热水`, `热水村委会`, `热水镇热水村3组`: the longest known village name decides; a
  /// township in front chooses between villages of the same name. Counties and townships match by
  /// their full name only.
  Match<Area> match_area(std::string_view text) const;
  const Person* person_of_login(std::string_view os_user) const;
  /// The committee that handles matters of a village (属地); null when there is none.
  const Unit* committee_of(std::string_view area_code) const;
  /// The unit itself or, when it was dissolved before that day, what became of it; null when
  /// nothing did.
  const Unit* acting_unit(std::string_view id, base::Date day) const;

 private:
  RosterEntries<Unit> units_;
  RosterEntries<Person> people_;
  RosterEntries<Area> areas_;
};

/// Folded name without the usual endings: 热水村委会 → 热水, 社会事务办公室 → 社会事务.
std::string strip_area_ending(std::string_view folded);
std::string strip_unit_ending(std::string_view folded);

}  // namespace minqing::casework
