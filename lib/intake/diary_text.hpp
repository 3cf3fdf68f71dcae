// SPDX-License-Identifier: MIT
// A diary as a plain text:
//
//   日期: 2026-11-15
//   走访人: 李秀梅、王庆生
//   天气: 晴
//
//   ## 走访 户:RS-03-012 村:热水村 方式:上门
//   老两口在家，水管接头渗水。
//   诉求: 自来水浑浊三天了 类别:供水 姓名:周小满 电话:13800000001
//   当场答复: 已请水务站明天来看
//   关联: 17
//
//   ## 体会
//   下周再去看一次。
//
// A head, then a section for each visit. `诉求:` lines become issues, with the words of `record`.
// `当场答复:` below a 诉求 answers it; with a category of its own it is a matter that was settled
// on the spot (`答复:` before what was said). A line that begins with a blank goes on with the 诉求
// above it. 关联 names issues that were in the ledger before. Everything else is what was said.
// Lines that begin with a single `#` do not count. The first line may be that of a written diary:
// `3月15日 星期二 天气 晴`.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/intake/diary_words.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::intake {

struct DiaryText {
  DiaryWords words;
  std::vector<base::Problem> problems;
};
/// `file` is the name to show.
DiaryText read_diary_text(const schema::Schema& schema, std::string_view text,
                          const std::string& file);

/// The whole text of a diary file, whatever its encoding (encoding.hpp); `-` is standard input.
/// Throws as open_file and TextReader do.
std::string read_diary_file(const std::string& path);

}  // namespace minqing::intake
