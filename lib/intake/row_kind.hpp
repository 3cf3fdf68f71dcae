// SPDX-License-Identifier: MIT
// What a row below the header is. A row with a figure under 序号 is data whatever else it holds;
// for the others these rules apply, in this order:
//
//   blank           nothing but white space
//   hidden          hidden (also by a filter), unless hidden rows are wanted
//   beside          filled only outside the columns of the table
//   repeated_header at least two cells, and half of all, say what the header says in their column;
//   or
//                   the title again
//   column_numbers  directly below the header: 1, 2, 3 … under the columns
//   explanation     directly below the header: hints for those who fill it in (必填, 格式：…, 示例)
//   total           the first filled cell is 合计, 小计, 总计 or 共计, alone, at the end
//   (一组小计), or
//                   followed by a figure or colon
//   footer          the first filled cell is 填表人：, 审核人：, 注： or the like, and the lines of
//   one
//                   cell that follow it
//   caption         one filled cell: under 序号, or merged over three columns or more (一、热水村)
//   continuation    directly below a data row, the table has a 序号 column and nothing stands
//   there,
//                   and only texts under long-text headings are filled: they belong to the row
//                   above
//   data            everything else

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lib/base/text.hpp"
#include "lib/intake/layout.hpp"
#include "lib/intake/sheet.hpp"

namespace minqing::intake {

enum class RowKind : std::uint8_t {
  data,
  blank,
  hidden,
  beside,
  repeated_header,
  column_numbers,
  explanation,
  total,
  footer,
  caption,
  continuation,
  above,      ///< above the header: title, unit, date
  blank_form  ///< a form whose labels have no values; the row is its first
};

/// `合计行` / `row of totals`
base::Text describe(RowKind kind);

class RowJudge {
 public:
  RowJudge(const Layout& layout, const SheetInfo& sheet, bool include_hidden);

  /// `own`: the row as stored. `filled`: with the values of merged cells from above.
  /// `after_data`: the row before it was data or its continuation. Rows come in order.
  RowKind judge(const Row& own, const Row& filled, bool after_data);

 private:
  RowKind kind_of(const Row& own, const Row& filled, bool after_data);
  bool has_number(const Row& row) const;
  bool is_beside(const Row& own) const;
  bool says_heading(const Row::Placed& placed) const;
  bool repeats_header(const Row& own) const;
  bool is_caption(const Row& own) const;
  bool is_continuation(const Row& own, const Row& filled) const;

  const Layout& layout_;
  bool include_hidden_;
  int number_column_ = 0;    ///< 0: the table has no running number
  std::vector<Range> wide_;  ///< ranges merged over three columns or more, by row
  std::string title_key_;
  std::vector<std::vector<std::string>> heading_keys_;  ///< of each column, all levels
  bool before_data_ = true;
  bool in_footer_ = false;
};

}  // namespace minqing::intake
