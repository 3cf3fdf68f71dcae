// SPDX-License-Identifier: MIT
// Groups of one dimension while they are being counted: found by id in any order, arranged in the
// order of roster and schema at the end.

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lib/report/figures.hpp"

namespace minqing::report {

class GroupTable {
 public:
  /// The position of the group, which is made when it is new.
  std::uint32_t position(std::string_view id);
  Group& at(std::uint32_t position) { return groups_[position]; }

  /// Positions of the groups once they stand in the order of `ids`, unknown ids after them by id;
  /// groups without any figure are dropped (kDropped).
  static constexpr std::uint32_t kDropped = UINT32_MAX;
  std::vector<std::uint32_t> arrange(const std::vector<std::string_view>& ids);
  /// Afterwards: the arranged groups.
  std::vector<Group> take() { return std::move(groups_); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> positions_;
  std::vector<Group> groups_;
};

}  // namespace minqing::report
