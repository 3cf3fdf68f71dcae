// SPDX-License-Identifier: MIT
#include <algorithm>

#include "lib/casework/accusation.hpp"
#include "lib/casework/decide_parts.hpp"

namespace minqing::casework {

namespace {

/// A unit that the matter is not about: where the schema sends what is confidential (纪检), else
/// the one that decides.
const Unit* other_unit(const Case& c, const Subject& subject) {
  const auto usable = [&](const std::string& id) -> const Unit* {
    return subject.bars_unit(id) ? nullptr : c.rules.roster.unit(id);
  };
  for (const schema::Category& category : c.schema().categories) {
    const schema::Route* route = category.confidential ? c.schema().route_for(category) : nullptr;
    if (!route || route->units.empty()) continue;
    if (const Unit* unit = usable(route->units.front())) return unit;
  }
  return usable(c.schema().default_unit);
}

base::Text way_out(const Case& c, const Subject& subject) {
  const Unit* other = other_unit(c, subject);
  if (!other) {
    return base::text("用 --承办单位 指定与此事无关的单位",
                      "name a unit with --unit that the matter does not concern");
  }
  return base::text("走保密渠道或指定与此事无关的单位：交办 {} --承办单位 {}",
                    "use the confidential channel, or name another unit: assign {} --unit {}",
                    c.issue->number, other->name);
}

}  // namespace

std::optional<Verdict> refuse_subject(const Case& c, const IssueAssigned& event) {
  const Subject subject(c.rules.roster, *c.issue);
  std::vector<std::string> units{event.unit};
  units.insert(units.end(), event.co_units.begin(), event.co_units.end());
  const auto barred = std::find_if(units.begin(), units.end(),
                                   [&](const auto& unit) { return subject.bars_unit(unit); });
  if (barred != units.end()) {
    const Unit* unit = c.rules.roster.unit(*barred);
    return refuse(base::Exit::conflict,
                  base::text("{} 反映的就是{}或它的人员，不能交给它（{}）",
                             "{} is about {} or its people and is not handed to it ({})",
                             c.issue->number, unit ? unit->name : *barred, event.rule),
                  way_out(c, subject));
  }
  for (const auto& person : {event.handler, event.leader}) {
    if (!person) continue;
    if (auto refusal = refuse_subject_as_handler(c, *person)) return refusal;
  }
  return std::nullopt;
}

std::optional<Verdict> refuse_subject_as_handler(const Case& c, std::string_view person) {
  if (!Subject(c.rules.roster, *c.issue).bars_handler(person)) return std::nullopt;
  return refuse(base::Exit::conflict,
                base::text("{} 反映的就是这位同志，不能由本人办理",
                           "{} is about this person, who cannot handle it", c.issue->number),
                base::text("请另一位同志来办", "let somebody else handle it"));
}

}  // namespace minqing::casework
