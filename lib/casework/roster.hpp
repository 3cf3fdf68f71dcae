// SPDX-License-Identifier: MIT
// Units, people and areas in force: the fold of `roster_changed`. Names are matched by id, name,
// further spelling and, for areas and units, without the usual endings; several answers are
// candidates for a person to choose from, never a guess.

#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lib/casework/events_ledger.hpp"

namespace minqing::casework {

/// One answer, none, or several candidates.
template <class T>
struct Match {
  const T* found = nullptr;
  std::vector<const T*> candidates;  ///< when `found` is null: what it might mean
};

/// Names of entries by their folded form; exact ones win over stripped ones.
struct NameIndex {
  std::unordered_multimap<std::string, std::size_t> exact;
  std::unordered_multimap<std::string, std::size_t> stripped;
};

class Roster {
 public:
  void apply(RosterChanged change);

  const Unit* unit(std::string_view id) const;
  const Person* person(std::string_view id) const;
  const Area* area(std::string_view code) const;
  const std::deque<Unit>& units() const { return units_.all; }
  const std::deque<Person>& people() const { return people_.all; }
  const std::deque<Area>& areas() const { return areas_.all; }

  Match<Unit> match_unit(std::string_view text) const;
  /// `within` narrows namesakes to one unit when given.
  Match<Person> match_person(std::string_view text, std::string_view within = {}) const;
  /// `热水村`, `热水`, `热水村委会`, `热水镇热水村3组`: the longest known village name decides; a
  /// township in front chooses between villages of the same name. Counties and townships match by
  /// their full name only.
  Match<Area> match_area(std::string_view text) const;
  const Person* person_of_login(std::string_view os_user) const;
  /// The committee that handles matters of a village (属地); null when there is none.
  const Unit* committee_of(std::string_view area_code) const;

 private:
  template <class T>
  struct Entries {
    std::deque<T> all;
    std::unordered_map<std::string, std::size_t> by_id;
    /// Made when the first name is looked up: most commands ask for one kind, and folding the names
    /// of all would take them longer than the rest of their work.
    mutable std::optional<NameIndex> names;
  };
  Entries<Unit> units_;
  Entries<Person> people_;
  Entries<Area> areas_;
  std::unordered_map<std::string, std::size_t> committees_;
  std::unordered_map<std::string, std::size_t> logins_;

  /// Stores or replaces the entry and returns its place.
  template <class T>
  static std::size_t put(Entries<T>& entries, const std::string& id, T entry);
  template <class T>
  static const T* by_id(const Entries<T>& entries, std::string_view id);
  template <class T>
  static const NameIndex& names_of(const Entries<T>& entries);
};

/// Folded name without the usual endings: 热水村委会 → 热水, 社会事务办公室 → 社会事务.
std::string strip_area_ending(std::string_view folded);
std::string strip_unit_ending(std::string_view folded);

}  // namespace minqing::casework
