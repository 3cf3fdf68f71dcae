// SPDX-License-Identifier: MIT
// The cells of a form (登记表): which of them are labels, what stands behind a label in the same
// cell, and what of a value was printed there before anybody filled it in.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/intake/cell.hpp"
#include "lib/intake/layout.hpp"

namespace minqing::intake {

/// What forms are known by.
struct FormWords {
  JudgeHeading judge;
  /// Headings of the matter itself (反映内容): a sheet without one is no form of an issue.
  std::function<bool(std::string_view heading)> is_matter;
};

enum class LabelKind : std::uint8_t {
  none,
  field,  ///< a heading that the caller knows
  paper   ///< about the paper: 填表日期, 填报单位, 审核人, 注
};
LabelKind label_kind(const FormWords& words, std::string_view text);

/// `姓名：张某    电话：` in one cell, as label and value; empty when no label with a colon begins
/// it. Only the first label may be one that is not known. Both point into `text`.
struct LabelledText {
  std::string_view label;
  std::string_view value;
  LabelKind kind = LabelKind::none;
};
std::vector<LabelledText> labelled_texts(const FormWords& words, std::string_view text);

/// Without its colon and, where it is no English, the blanks that spread it out: `姓  名：`.
std::string plain_label(std::string_view text);
/// Short enough and without figures, as what a label says is.
bool may_be_label(const Cell& cell);

/// Makes the cell empty when it holds what was printed there (`____`, `  年  月  日`, boxes that
/// nobody ticked); of boxes the one that is ticked stays.
void drop_print(Cell& cell);

}  // namespace minqing::intake
