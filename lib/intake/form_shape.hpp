// SPDX-License-Identifier: MIT
// Whether a sheet is a table or holds forms. A sheet is read as forms when that is sure:
//
//   - three rows or more begin with different known headings, one of the sheet's labels is the
//     matter itself (反映内容), and labels alternate with values
//   - no row of headings is followed by a row that looks like data
//   - no row looks like data of a table
//
// What looks like forms and yet like something else is unclear, for a person to say; everything
// else is read as the table it was taken for before there were forms.

#pragma once

#include <cstdint>
#include <span>

#include "lib/intake/form_cells.hpp"
#include "lib/intake/layout.hpp"
#include "lib/intake/sheet.hpp"

namespace minqing::intake {

struct SheetShape {
  enum class Kind : std::uint8_t { table, forms, unclear };
  Kind kind = Kind::table;
  Spot where;  ///< of what is unclear
};

/// `head`: the first rows. `table`: what find_layout found in them.
SheetShape shape_of(std::span<const Row> head, const SheetInfo& sheet, const Layout& table,
                    const FormWords& words, bool include_hidden);

}  // namespace minqing::intake
