// SPDX-License-Identifier: MIT
// Who may approve. A post of the roster may name several (`党委副书记、镇长`); each counts.

#include "lib/base/utf8.hpp"
#include "lib/schema/policy.hpp"
#include "lib/schema/starred.hpp"

#include <algorithm>

namespace minqing::schema {
namespace {

/// Leaders of a township or street office, where a schema names nobody. The secretary of a village
/// (村支书、村党支部书记) is none of them.
const std::vector<std::string> kLeaders = {
    "*党委书记",    "*党委副书记", "*党工委书记",     "*党工委副书记", "*纪委书记",
    "*纪工委书记",  "*镇长",       "*乡长",           "*人大主席",     "*人大副主席",
    "*党委委员",    "*党工委委员", "*街道办事处主任", "*街道办主任",   "*街道办事处副主任",
    "*街道办副主任"};

/// `党委副书记、镇长` as its two posts.
std::vector<std::string> posts_in(std::string_view post) {
  std::string rest = base::fold(post);
  for (const std::string_view mark : {"、", ";", "/", "|"}) {
    for (std::size_t at = rest.find(mark); at != std::string::npos; at = rest.find(mark)) {
      rest.replace(at, mark.size(), ",");
    }
  }
  std::vector<std::string> posts;
  for (std::size_t from = 0; from <= rest.size();) {
    const std::size_t to = std::min(rest.find(',', from), rest.size());
    posts.push_back(base::heading_key(std::string_view(rest).substr(from, to - from)));
    from = to + 1;
  }
  return posts;
}

bool has_post(const std::vector<std::string>& wanted, std::string_view post) {
  const std::vector<std::string> held = posts_in(post);
  return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& one) {
    const Starred starred(one);
    return std::any_of(held.begin(), held.end(),
                       [&](const std::string& own) { return starred.matches(own); });
  });
}

bool names(const std::vector<std::string>& ids, std::string_view id) {
  return !id.empty() && std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

bool Approvers::admit(std::string_view person, std::string_view post, std::string_view unit) const {
  if (empty()) return has_post(kLeaders, post);
  return names(people, person) || names(units, unit) || has_post(posts, post);
}

}  // namespace minqing::schema
