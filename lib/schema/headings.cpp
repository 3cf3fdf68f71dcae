// SPDX-License-Identifier: MIT
#include "lib/schema/headings.hpp"

#include "lib/base/utf8.hpp"
#include "lib/schema/starred.hpp"

#include <algorithm>

namespace minqing::schema {

void Headings::claim(const std::string& field, const std::string& heading, Position at) {
  std::vector<Claim>& claims = claims_[base::heading_key(heading)];
  const bool known = std::any_of(claims.begin(), claims.end(),
                                 [&](const Claim& claim) { return claim.field == field; });
  if (!known) claims.push_back({field, heading, at});
}

void Headings::decide_by_context(const std::string& heading, Position at) {
  by_context_.emplace(base::heading_key(heading), Mention{heading, at});
}

void Headings::refuse(const std::string& heading, Position at) {
  refused_.push_back({heading, at});
}

bool Headings::is_claimed(std::string_view heading) const {
  return claims_.contains(base::heading_key(heading));
}

void Headings::check(Problems& problems) const {
  for (const auto& [key, claims] : claims_) {
    if (claims.size() > 1 && !by_context_.contains(key)) check_claims(claims, problems);
  }
  check_contexts(problems);
  check_refused(problems);
}

void Headings::check_claims(const std::vector<Claim>& claims, Problems& problems) const {
  for (std::size_t i = 1; i < claims.size(); ++i) {
    problems.add(
        claims[i].at, claims[i].field,
        base::text("表头“{}”已归“{}”（{}）", "heading '{}' belongs to '{}' already ({})",
                   claims[i].heading, claims[0].field, problems.name_of(claims[0].at)),
        {"只归一个字段；确实要看上下文的，列入 headings_by_context",
         "give it to one field; when the context has to decide, list it in headings_by_context"});
  }
}

void Headings::check_contexts(Problems& problems) const {
  for (const auto& [key, mention] : by_context_) {
    const auto claims = claims_.find(key);
    if (claims != claims_.end() && claims->second.size() > 1) continue;
    problems.add(mention.at, "headings_by_context",
                 base::text("没有两个字段使用表头“{}”", "no two fields have the heading '{}'",
                            mention.heading),
                 {"从这里删掉，或写进相关字段的 headings",
                  "delete it here, or add it to the headings of the fields"});
  }
}

void Headings::check_refused(Problems& problems) const {
  for (const Mention& mention : refused_) {
    const Starred refused(mention.heading);
    for (const auto& [key, claims] : claims_) {
      if (!refused.matches(key)) continue;
      problems.add(
          mention.at, "refused_headings",
          base::text("“{}”会拒收字段“{}”的表头“{}”（{}）",
                     "'{}' would refuse a heading of field '{}', '{}' ({})", mention.heading,
                     claims[0].field, claims[0].heading, problems.name_of(claims[0].at)),
          {"两处只能留一处", "only one of them can stay"});
    }
  }
}

}  // namespace minqing::schema
