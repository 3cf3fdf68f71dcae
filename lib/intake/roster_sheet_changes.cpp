// SPDX-License-Identifier: MIT
#include "lib/intake/roster_sheet_changes.hpp"

#include "lib/intake/draft_hints.hpp"
#include "lib/intake/roster_sheet_comparison.hpp"
#include "lib/intake/roster_sheet_words.hpp"

namespace minqing::intake {

using base::text;

namespace {

template <class T>
bool is_same(RosterCounts& counts, const T* earlier, const T& entry) {
  const bool same = earlier != nullptr && *earlier == entry;
  ++(same ? counts.unchanged : earlier == nullptr ? counts.added : counts.updated);
  return same;
}

}  // namespace

RosterComparison::RosterComparison(const casework::Roster& roster, const RosterSheets& sheets)
    : before_(roster), now_(roster), sheets_(sheets) {
  out_.problems = sheets.problems;
}

RosterChanges RosterComparison::compare() {
  for_each(RosterKind::people, [&](const RosterRow& row) {
    if (const std::string* id = row.find("id")) named_ids_.insert(*id);
  });
  for_each(RosterKind::areas, [&](const RosterRow& row) { take_area(row); });
  for_each(RosterKind::areas, [&](const RosterRow& row) { check_parent(row); });
  for_each(RosterKind::units, [&](const RosterRow& row) { take_unit(row); });
  add_committees();
  for_each(RosterKind::people, [&](const RosterRow& row) { take_person(row); });
  return std::move(out_);
}

void RosterComparison::put(const Area& area) {
  if (is_same(out_.areas, before_.area(area.code), area)) return;
  out_.change.areas.push_back(area);
  now_.apply({{}, {}, {area}});
}

void RosterComparison::put(const Unit& unit) {
  if (is_same(out_.units, before_.unit(unit.id), unit)) return;
  out_.change.units.push_back(unit);
  now_.apply({{unit}, {}, {}});
}

void RosterComparison::put(const Person& person) {
  if (is_same(out_.people, before_.person(person.id), person)) return;
  out_.change.people.push_back(person);
  now_.apply({{}, {person}, {}});
}

const std::string* RosterComparison::need(const RosterRow& row, std::string_view column,
                                          base::Text label) {
  const std::string* words = row.find(column);
  if (words == nullptr) add(row, column, text("缺少{}", "the {} is missing", label));
  return words;
}

void RosterComparison::add(const RosterRow& row, std::string_view column, base::Text reason,
                           base::Text way_out) {
  out_.problems.push_back({row.place_of(column), {}, std::move(reason), std::move(way_out)});
}

/// A second row with the id of an earlier one is a slip of whoever wrote the sheet.
bool RosterComparison::is_first(const RosterRow& row, const std::string& id) {
  const auto [earlier, is_new] = seen_.emplace(id, row.place);
  if (!is_new) {
    out_.problems.push_back(
        {row.place,
         {},
         text("与 {} 是同一个", "is the same as {}", to_string(earlier->second)),
         {"只留一行", "leave one row"}});
  }
  return is_new;
}

bool RosterComparison::is_id(const RosterRow& row, std::string_view column) {
  if (is_good_id(*row.find(column))) return true;
  add(row, column,
      {"编号里有空格或标点，或太长", "the id holds blanks or punctuation, or is too long"});
  return false;
}

bool RosterComparison::read_word(const RosterRow& row, std::string_view column,
                                 std::span<const base::Word> words, const base::Text& label,
                                 std::string& out) {
  const std::string* typed = row.find(column);
  if (typed == nullptr) return true;
  if (const auto index = base::find_word(words, *typed)) {
    out = words[*index].id;
    return true;
  }
  add(row, column, text("{}：没有“{}”这一项", "{}: there is no '{}' to choose", label, *typed),
      accepted(base::list_of(words)));
  return false;
}

RosterChanges compare_roster(const casework::Roster& roster, const RosterSheets& sheets) {
  return RosterComparison(roster, sheets).compare();
}

}  // namespace minqing::intake
