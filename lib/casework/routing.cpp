// SPDX-License-Identifier: MIT
#include "lib/casework/routing.hpp"

#include <vector>

namespace minqing::casework {

namespace {

base::Text name_of(const Roster& roster, const std::string& unit) {
  const Unit* known = roster.unit(unit);
  return base::same(known ? known->name : unit);
}

Routed to_default(const schema::Schema& schema, const Roster& roster, const base::Text& why) {
  Routed out;
  out.unit = schema.default_unit;
  out.basis = AssignmentBasis::default_unit;
  out.rule = base::text("{}，由{}协调", "{}; {} decides", why, name_of(roster, out.unit));
  return out;
}

/// Units that were dissolved give way to those that took over; without one, the schema's word
/// stands and the assignment is refused with the reason.
void follow_successors(const Roster& roster, base::Date day, Routed& routed) {
  const auto follow = [&](std::string& id) {
    const Unit* unit = roster.acting_unit(id, day);
    if (!unit || unit->id == id) return;
    routed.rule = base::text("{}；{}已并入{}", "{}; {} became part of {}", routed.rule,
                             name_of(roster, id), base::same(unit->name));
    id = unit->id;
  };
  follow(routed.unit);
  for (std::string& unit : routed.co_units) follow(unit);
  std::erase(routed.co_units, routed.unit);
}

Routed route_as_written(const schema::Schema& schema, const Roster& roster,
                        std::string_view category, const std::optional<std::string>& area) {
  const schema::Category* known = schema.find_category(category);
  const schema::Route* rule = known ? schema.route_for(*known) : nullptr;
  if (!rule) {
    return to_default(schema, roster, base::text("类别未归口", "the category has no route"));
  }
  Routed out;
  if (rule->by_area) {
    const Unit* committee = area ? roster.committee_of(*area) : nullptr;
    if (!committee) {
      return to_default(
          schema, roster,
          base::text("属地办理但没有所属村", "handled by area, but no village is known"));
    }
    out.unit = committee->id;
    out.basis = AssignmentBasis::area;
    out.rule = base::text("类别“{}”属地办理 → {}", "category '{}' goes by area → {}", known->label,
                          base::same(committee->name));
    return out;
  }
  out.unit = rule->units.front();
  out.co_units.assign(rule->units.begin() + 1, rule->units.end());
  out.rule = base::text("类别“{}”归口 → {}", "category '{}' by function → {}", known->label,
                        name_of(roster, out.unit));
  return out;
}

}  // namespace

Routed route(const schema::Schema& schema, const Roster& roster, std::string_view category,
             const std::optional<std::string>& area, base::Date day) {
  Routed out = route_as_written(schema, roster, category, area);
  follow_successors(roster, day, out);
  return out;
}

}  // namespace minqing::casework
