// SPDX-License-Identifier: MIT
#include "lib/report/figures_groups.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace minqing::report {

std::uint32_t GroupTable::position(std::string_view id) {
  const auto found = positions_.find(id);
  if (found != positions_.end()) return found->second;
  const auto position = static_cast<std::uint32_t>(groups_.size());
  groups_.push_back({.id = std::string(id)});
  positions_.emplace(id, position);
  return position;
}

std::vector<std::uint32_t> GroupTable::arrange(const std::vector<std::string_view>& ids) {
  std::unordered_map<std::string_view, std::size_t> ranks;
  for (std::size_t i = 0; i < ids.size(); ++i) ranks.emplace(ids[i], i);
  const auto key = [&](std::uint32_t position) {
    const std::string_view id = groups_[position].id;
    const auto rank = ranks.find(id);
    return std::tuple(rank == ranks.end() ? ids.size() : rank->second, id);
  };
  std::vector<std::uint32_t> order(groups_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return key(a) < key(b); });

  std::vector<std::uint32_t> moved(groups_.size(), kDropped);
  std::vector<Group> arranged;
  for (std::uint32_t position : order) {
    if (groups_[position].now.all_zero() && groups_[position].before.all_zero()) continue;
    moved[position] = static_cast<std::uint32_t>(arranged.size());
    arranged.push_back(std::move(groups_[position]));
  }
  groups_ = std::move(arranged);
  return moved;
}

}  // namespace minqing::report
