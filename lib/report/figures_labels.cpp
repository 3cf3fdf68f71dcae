// SPDX-License-Identifier: MIT
#include "lib/report/figures_labels.hpp"

namespace minqing::report {

base::Text unit_label(const casework::Roster& roster, std::string_view id, base::Date day) {
  if (id.empty()) return base::text("未交办", "handed to no one");
  const casework::Unit* unit = roster.unit(id);
  return base::same(unit ? std::string_view(name_on(*unit, day)) : id);
}

base::Text category_label(const schema::Schema& schema, std::string_view id) {
  const schema::Category* category = schema.find_category(id);
  return category ? category->label : base::same(id);
}

base::Text choice_label(const std::vector<schema::Choice>& choices, std::string_view id) {
  for (const schema::Choice& choice : choices) {
    if (choice.id == id) return choice.label;
  }
  return base::same(id);
}

base::Text card_label(std::string_view no) {
  return no.empty() ? base::text("没有卡", "no card") : base::same(no);
}

std::string_view first_level(const schema::Schema& schema, std::string_view category) {
  const schema::Category* found = schema.find_category(category);
  return found && !found->parent.empty() ? std::string_view(found->parent) : category;
}

}  // namespace minqing::report
