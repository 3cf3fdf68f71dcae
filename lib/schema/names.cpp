// SPDX-License-Identifier: MIT
#include "lib/schema/names.hpp"

#include "lib/base/utf8.hpp"

#include <unordered_map>
#include <utility>

namespace minqing::schema {

Scope unit_scope() { return {"unit", {"承办单位", "unit"}}; }
Scope category_scope() { return {"category", {"诉求类别", "category"}}; }
Scope nature_scope() { return {"nature", {"诉求性质", "nature"}}; }
Scope channel_scope() { return {"channel", {"来源渠道", "channel"}}; }
Scope area_scope() { return {"area", {"区划", "area"}}; }
Scope source_scope() { return {"source", {"来件单位", "source"}}; }
Scope form_scope() { return {"form", {"文书", "form"}}; }
Scope profile_scope() { return {"profile", {"来件单位的表格", "profile"}}; }
Scope choice_scope(const std::string& field_id) {
  return {"choice of " + field_id, base::text("“{}”的选项", "choice of '{}'", field_id)};
}

void Names::define(const Scope& scope, const std::string& id, Position at, Problems& problems) {
  Members& members = members_[scope];
  const auto [known, is_new] = members.defined.emplace(id, at);
  if (!is_new) {
    problems.add(at, id,
                 base::text("{}“{}”在 {} 已经有了", "{} '{}' stands at {} already", scope.name, id,
                            problems.name_of(known->second)));
    return;
  }
  members.spellings.push_back({id, id, at});
}

void Names::spell(const Scope& scope, const std::string& id, const std::string& word, Position at) {
  // What is missing has its problem already.
  if (!id.empty() && !word.empty()) members_[scope].spellings.push_back({id, word, at});
}

void Names::refer(const Scope& scope, const std::string& id, Position at, std::string key) {
  references_.push_back({scope, id, at, std::move(key)});
}

void Names::check(Problems& problems) const {
  for (const auto& [scope, members] : members_) check_spellings(members, problems);
  for (const Reference& reference : references_) check_reference(reference, problems);
}

void Names::check_spellings(const Members& members, Problems& problems) const {
  std::unordered_map<std::string, const Spelling*> owners;
  for (const Spelling& spelling : members.spellings) {
    const auto [known, is_new] = owners.emplace(base::fold(spelling.word), &spelling);
    if (is_new || known->second->id == spelling.id) continue;
    problems.add(spelling.at, spelling.id,
                 base::text("“{}”已经是“{}”的叫法（{}）", "'{}' is a spelling of '{}' already ({})",
                            spelling.word, known->second->id, problems.name_of(known->second->at)),
                 {"同一个叫法只能属于一处", "a spelling can belong to one of them only"});
  }
}

void Names::check_reference(const Reference& reference, Problems& problems) const {
  std::vector<std::string> ids;
  if (const auto members = members_.find(reference.scope); members != members_.end()) {
    if (members->second.defined.contains(reference.id)) return;
    for (const auto& [id, at] : members->second.defined) ids.push_back(id);
  }
  const std::string nearest = base::nearest(reference.id, ids);
  problems.add(
      reference.at, reference.key,
      base::text("没有{}“{}”", "there is no {} '{}'", reference.scope.name, reference.id),
      nearest.empty() ? base::Text{} : base::text("是不是“{}”？", "did you mean '{}'?", nearest));
}

}  // namespace minqing::schema
