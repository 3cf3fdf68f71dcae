// SPDX-License-Identifier: MIT
// Values of vertically merged cells, filled down as the rows come by: a village merged over its
// five rows is the village of each. Cells merged sideways keep their value in the first column
// only.

#pragma once

#include <vector>

#include "lib/intake/layout.hpp"
#include "lib/intake/sheet.hpp"

namespace minqing::intake {

class MergedCells {
 public:
  /// Only ranges below the header, in a column of the table, that reach over several rows matter.
  MergedCells(const std::vector<Range>& merges, const Layout& layout);

  /// Rows in ascending order. Fills the empty cells of `filled`, a copy of `own`.
  void fill(const Row& own, Row& filled);

 private:
  void activate(const Row& own, const Range& range);

  struct Active {
    Range range;
    Cell value;
  };

  std::vector<Range> waiting_;  ///< by first row, the next at the back
  std::vector<Active> active_;  ///< at most one a column
};

}  // namespace minqing::intake
