// SPDX-License-Identifier: MIT
// The counting itself: takes issues in, one after the other, and gives the figures at the end.

#pragma once

#include <array>
#include <vector>

#include "lib/report/figures.hpp"
#include "lib/report/figures_facts.hpp"
#include "lib/report/figures_groups.hpp"

namespace minqing::report {

class Counting {
 public:
  /// The question outlives the counting.
  explicit Counting(const FigureQuestion& question);

  /// The first day of which an issue can matter.
  base::Date since() const;
  void take(const casework::Issue& issue);
  /// Once, at the end.
  Figures finish();

 private:
  using Places = std::array<std::uint32_t, kDimensions>;

  GroupTable& table(Dimension dimension) { return tables_[index_of(dimension)]; }
  Places places_of(const casework::Issue& issue);
  void keep_facts(const casework::Issue& issue, std::size_t of_period);
  void count(const Finding& finding, Counts Group::*side, Counts& total);
  void arrange(Dimension dimension);
  void sort_subjects();
  void measure_handling();
  void check_books();

  const FigureQuestion& question_;
  Figures figures_;
  FactFinder now_;
  FactFinder before_;
  std::array<GroupTable, kDimensions> tables_;
  Findings findings_;
  Places places_{};  ///< of the finding being counted
};

}  // namespace minqing::report
