// SPDX-License-Identifier: MIT
#include <algorithm>

#include "lib/casework/accusation.hpp"
#include "lib/casework/decide_parts.hpp"
#include "lib/privacy/mask.hpp"

namespace minqing::casework {

std::optional<Verdict> refuse_reader(const Case& c, const Issue& issue) {
  const Subject subject(c.rules.roster, issue);
  if (!subject.bars_reader(c.circumstances.actor) && !subject.bars_reader(c.circumstances.by)) {
    return std::nullopt;
  }
  // Not a word about why: whom it accuses is part of what is kept.
  return refuse(base::Exit::permission,
                base::text("{} 是保密件，不向您显示明文", "{} is confidential and not shown to you",
                           issue.number),
                base::text("请由受理它的单位处理", "leave it to the unit that deals with it"));
}

Verdict decide_reveal(const Case& c, const IdentityRevealed& wish) {
  for (const Issue& issue : c.books.concerned) {
    if (auto refusal = refuse_reader(c, issue)) return *refusal;
  }
  return {.events = {wish}};
}

Verdict decide_publish(const Case& c, const ReportPublished& wish) {
  if (c.circumstances.now.date < wish.to) {
    return refuse(
        base::Exit::conflict,
        base::text("这一周到 {} 才结束，现在不能发布",
                   "the week ends on {}; it cannot be published yet", to_string(wish.to - 1)),
        base::text("先不加 --发布 看草稿；周后再发布，例如 --周 上周",
                   "see the draft without --publish; publish it afterwards with --week "
                   "last"));
  }
  // What is published stays in the chain for good: no number of a person may stand in it.
  for (const std::string& line : wish.next_steps.value_or(std::vector<std::string>{})) {
    if (privacy::mask_text(line) == line) continue;
    return refuse(base::Exit::rejected,
                  base::text("下步要求里有电话、证件号码一类的个人信息",
                             "the next steps hold a telephone number or the like"),
                  base::text("通报永久留存：写单位和职务，不写号码",
                             "a bulletin is kept for good: name units and posts, no numbers"));
  }
  return {.events = {wish}};
}

}  // namespace minqing::casework
