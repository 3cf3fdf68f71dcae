// SPDX-License-Identifier: MIT
// By what two matters are perhaps one (重复诉求: the same resident, the same matter, not yet
// finished): a telephone in common and the same category. Whether they are one is for a person to
// say; nothing is merged by itself.

#pragma once

#include <compare>
#include <string>
#include <vector>

#include "lib/casework/events_registration.hpp"

namespace minqing::casework {

struct Likeness {
  std::string category;
  std::string phone;  ///< as privacy::normal_phones writes it

  auto operator<=>(const Likeness&) const = default;
};

/// One for each telephone of its residents, in plain text, each once. None without a telephone:
/// such a matter is like no other, not like all that lack one. Numbers of a service (12345) and
/// fillers (00000000000) are nobody's telephone.
std::vector<Likeness> likenesses(const Particulars& of);

}  // namespace minqing::casework
