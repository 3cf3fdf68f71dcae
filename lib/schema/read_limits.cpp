// SPDX-License-Identifier: MIT
#include "lib/schema/readers.hpp"
#include "lib/schema/words.hpp"

namespace minqing::schema {
namespace {

LimitRule read_rule(const Node& node, Reading& reading) {
  LimitRule rule;
  MapReader map(node, reading);
  map.id("nature", rule.nature);
  map.word("urgency", urgency_words(), rule.urgency);
  map.id("category", rule.category);
  map.need("handle");
  map.limit("handle", rule.handle);
  if (!rule.nature.empty()) {
    reading.names.refer(nature_scope(), rule.nature, map.at("nature"), "nature");
  }
  if (!rule.category.empty()) {
    reading.names.refer(category_scope(), rule.category, map.at("category"), "category");
  }
  return rule;
}

/// The counting of time: Civil Code articles 201 and 203 leave these to the office (domain §3.6).
void read_counting(MapReader& map, calendar::Rules& counting) {
  map.yes_no("roll", counting.roll);
  map.yes_no("deem_next_workday", counting.deem_next_workday);
  map.parsed<calendar::OfficeHours>("office_hours", counting.hours, calendar::OfficeHours::parse,
                                    base::same("08:30-12:00 14:30-17:30"));
}

bool covers(const std::string& earlier, const std::string& later) {
  return earlier.empty() || earlier == later;
}

bool covers_category(const Schema& schema, const std::string& earlier, const std::string& later) {
  if (covers(earlier, later)) return true;
  const Category* category = schema.find_category(later);
  return category != nullptr && category->parent == earlier;
}

bool covers(const Schema& schema, const LimitRule& earlier, const LimitRule& later) {
  return covers(earlier.nature, later.nature) && covers(earlier.urgency, later.urgency) &&
         covers_category(schema, earlier.category, later.category);
}

}  // namespace

Limits read_limits(const Node& node, std::vector<Position>& rules_at, Reading& reading) {
  Limits limits;
  MapReader map(node, reading);
  map.need("handle");
  map.limit("sign", limits.sign);
  map.limit("first_contact", limits.first_contact);
  map.limit("handle", limits.handle);
  map.limit("warn", limits.warn);
  map.limit("return", limits.returned);
  if (const Node* extension = map.find("extension")) {
    limits.extension = read_extension(*extension, reading);
  }
  map.choice("starts", clock_start_words(), limits.starts);
  read_counting(map, limits.counting);
  if (const auto rules = map.find_included("rules")) {
    for (const Node& rule : items_of(*rules, kMaxItems, reading)) {
      limits.rules.push_back(read_rule(rule, reading));
      rules_at.push_back(rule.at);
    }
  }
  return limits;
}

void check_limit_rules(const std::vector<Position>& rules_at, const Schema& schema,
                       Reading& reading) {
  const std::vector<LimitRule>& rules = schema.limits.rules;
  for (std::size_t later = 1; later < rules.size(); ++later) {
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      if (!covers(schema, rules[earlier], rules[later])) continue;
      reading.problems.add(rules_at[later], "rules",
                           base::text("这条规则用不上：第 {} 条已经包括它",
                                      "this rule never applies: rule {} covers it", earlier + 1),
                           {"把具体的规则放在前面", "put the more special rule first"});
      break;
    }
  }
}

}  // namespace minqing::schema
