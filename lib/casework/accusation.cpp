// SPDX-License-Identifier: MIT
#include "lib/casework/accusation.hpp"

#include <algorithm>

#include "lib/base/utf8.hpp"

namespace minqing::casework {

namespace {

/// A single character is in too many texts to mean anybody.
constexpr std::size_t kFewestPoints = 2;

void add_once(std::vector<std::string>& ids, const std::string& id) {
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

bool has(const std::vector<std::string>& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// A name of the roster where it stands in the text; one of a township means neither.
struct Hit {
  std::size_t begin;
  std::size_t end;
  const Unit* unit;
  const Person* person;

  bool lies_within(const Hit& other) const {
    return other.begin <= begin && end <= other.end && other.end - other.begin > end - begin;
  }
};

class Search {
 public:
  explicit Search(std::string_view text) : text_(base::fold(text)) {}

  template <class Named>
  void look_for(const Named& names, const Unit* unit, const Person* person) {
    look_for_name(names.name, unit, person);
    for (const std::string& other : names.also) look_for_name(other, unit, person);
  }

  /// 上热水村 does not name 热水村, and 热水镇 not 热水: of names within each other the longest
  /// counts.
  std::vector<Hit> longest() const {
    std::vector<Hit> out;
    for (const Hit& hit : hits_) {
      const bool is_part = std::any_of(hits_.begin(), hits_.end(),
                                       [&](const Hit& other) { return hit.lies_within(other); });
      if (!is_part) out.push_back(hit);
    }
    return out;
  }

 private:
  void look_for_name(std::string_view name, const Unit* unit, const Person* person) {
    const std::string folded = base::fold(name);
    if (base::to_code_points(folded).size() < kFewestPoints) return;
    for (std::size_t at = 0; (at = text_.find(folded, at)) != std::string::npos; ++at) {
      hits_.push_back({at, at + folded.size(), unit, person});
    }
  }

  std::string text_;
  std::vector<Hit> hits_;
};

/// Where namesakes are named together with the unit of one of them, that one is meant.
std::vector<std::string> without_namesakes(const std::vector<const Person*>& people,
                                           const std::vector<std::string>& units) {
  std::vector<std::string> out;
  for (const Person* person : people) {
    const auto is_of_named_unit = [&](const Person* one) {
      return one->name == person->name && one->unit && has(units, *one->unit);
    };
    const bool is_clear = std::any_of(people.begin(), people.end(), is_of_named_unit);
    if (!is_clear || is_of_named_unit(person)) add_once(out, person->id);
  }
  return out;
}

}  // namespace

Subjects find_subjects(const Roster& roster, std::string_view text) {
  Search search(text);
  for (const Unit& unit : roster.units()) search.look_for(unit, &unit, nullptr);
  for (const Area& area : roster.areas()) {
    search.look_for(area, roster.committee_of(area.code), nullptr);
  }
  for (const Person& person : roster.people()) search.look_for(person, nullptr, &person);

  Subjects out;
  std::vector<const Person*> people;
  for (const Hit& hit : search.longest()) {
    if (hit.unit) add_once(out.units, hit.unit->id);
    if (hit.person) people.push_back(hit.person);
  }
  // `社会事务` alone: the name without its usual ending is clear when nothing stands around it.
  const Match<Unit> whole = roster.match_unit(text);
  if (whole.found) add_once(out.units, whole.found->id);
  out.people = without_namesakes(people, out.units);
  return out;
}

Subject::Subject(const Roster& roster, const Issue& issue)
    : roster_(roster),
      confidential_(issue.particulars.confidential || issue.particulars.nature == "accusation") {
  const auto text = issue.particulars.extra_personal.find(std::string(kSubjectOfReport));
  if (text != issue.particulars.extra_personal.end() && !text->second.plain.empty()) {
    named_ = find_subjects(roster, text->second.plain);
  }
}

bool Subject::bars_unit(std::string_view unit) const {
  if (!confidential_) return false;
  return has(named_.units, unit) ||
         std::any_of(named_.people.begin(), named_.people.end(), [&](const std::string& id) {
           const Person* person = roster_.person(id);
           return person && person->unit == unit;
         });
}

bool Subject::bars_handler(std::string_view person) const { return has(named_.people, person); }

bool Subject::bars_reader(std::string_view person) const {
  if (!confidential_) return false;
  if (has(named_.people, person)) return true;
  const Person* known = roster_.person(person);
  return known && known->unit && bars_unit(*known->unit);
}

}  // namespace minqing::casework
