// SPDX-License-Identifier: MIT
// Filled cells of a table that stand under no heading: nothing says what they mean, so nothing is
// taken of them, and they are told. A row of a text file that is longer than its header is another
// matter: a separator inside a text was not quoted, the text is cut and what follows may stand
// under a wrong heading. Such a row is refused.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lib/base/error.hpp"
#include "lib/intake/layout.hpp"
#include "lib/intake/sheet.hpp"

namespace minqing::intake {

struct UnheadedColumn {
  int column = 0;
  std::int64_t filled = 0;  ///< cells
};

class UnheadedCells {
 public:
  /// Of a form, whose cells have labels and no headings, there are none.
  explicit UnheadedCells(const Layout& layout);

  void count(const Row& row);
  /// Why a row of a text file is refused; `file` is for its place.
  std::optional<base::Problem> problem_of(const Row& row, const std::string& file) const;
  /// Ascending; only columns of which something is filled.
  std::vector<UnheadedColumn> columns() const;
  /// The words of a row, for the person who puts it right.
  std::vector<std::string> words_of(const Row& row) const;

 private:
  bool is_unheaded(const Row::Placed& placed) const;

  std::vector<bool> headed_;  ///< by column, from 0; empty for a form
  std::vector<std::int64_t> filled_;
};

}  // namespace minqing::intake
