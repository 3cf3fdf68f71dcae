// SPDX-License-Identifier: MIT
// Words that tell a row of totals or a footer, as the first filled cell of a row says them.

#pragma once

#include <string_view>

namespace minqing::intake {

/// 合计, 小计, 总计, 共计 alone, at the end (一组小计), or before a figure, colon or bracket.
bool is_total_word(std::string_view text);
/// 填表人：, 审核人：张某, 注：1.… and the like.
bool is_footer_text(std::string_view text);

}  // namespace minqing::intake
