// SPDX-License-Identifier: MIT
#include "lib/casework/likeness.hpp"

#include "lib/privacy/mask.hpp"

#include <algorithm>
#include <string_view>

namespace minqing::casework {

namespace {

/// Without area code.
constexpr std::size_t kShortestResidentPhone = 7;

bool is_of_a_resident(std::string_view digits) {
  return digits.size() >= kShortestResidentPhone &&
         digits.find_first_not_of(digits.front()) != std::string_view::npos;
}

}  // namespace

std::vector<Likeness> likenesses(const Particulars& of) {
  std::vector<Likeness> out;
  for (const Resident& resident : of.residents) {
    if (!resident.phone) continue;
    for (std::string& phone : privacy::normal_phones(resident.phone->plain)) {
      if (!is_of_a_resident(phone)) continue;
      Likeness one{of.category, std::move(phone)};
      if (std::find(out.begin(), out.end(), one) == out.end()) out.push_back(std::move(one));
    }
  }
  return out;
}

}  // namespace minqing::casework
