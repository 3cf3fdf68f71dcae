// SPDX-License-Identifier: MIT
// Numbers of headings and attachments, the same in every format. Chinese papers count `一、`
// `（一）` `1.` `（1）` without a blank behind the number (GB/T 9704-2012, 7.3.3; no 、 after a
// bracket); English ones `1.` `1.1` `1.1.1`. A single attachment is called 附件, several 附件1,
// 附件2.

#pragma once

#include <array>
#include <string>
#include <vector>

#include "lib/report/document.hpp"

namespace minqing::report {

/// 1 → 一, 12 → 十二, 20 → 二十, 47 → 四十七; beyond 99 in Arabic figures.
std::string chinese_numeral(int number);

/// Walks along with a renderer: each call counts on.
class Outline {
 public:
  explicit Outline(const Document& document);

  /// The heading with its number.
  std::string heading(const Heading& heading);
  /// `附件1`; headings after it count from one again.
  std::string attachment();
  /// `附件：1.××统计表`, `2.…`: the first word apart, so that the names can be aligned below each
  /// other. Empty names when there is no attachment.
  struct Names {
    std::string word;
    std::vector<std::string> names;
  };
  Names attachment_names() const;

 private:
  std::string number(int level);

  base::Lang language_;
  std::array<int, 4> counters_{};
  int attachments_ = 0;
  std::vector<std::string> titles_;
};

}  // namespace minqing::report
