// SPDX-License-Identifier: MIT
#include <algorithm>

#include "lib/casework/accusation.hpp"
#include "lib/casework/decide_parts.hpp"

namespace minqing::casework {

Verdict decide_reveal(const Case& c, const IdentityRevealed& wish) {
  for (const Issue& issue : c.books.concerned) {
    const Subject subject(c.rules.roster, issue);
    if (!subject.bars_reader(c.circumstances.actor) && !subject.bars_reader(c.circumstances.by)) {
      continue;
    }
    // Not a word about why: whom it accuses is part of what is kept.
    return refuse(base::Exit::permission,
                  base::text("{} 是保密件，不向您显示明文",
                             "{} is confidential and not shown to you", issue.number),
                  base::text("请由受理它的单位处理", "leave it to the unit that deals with it"));
  }
  return {.events = {wish}};
}

}  // namespace minqing::casework
