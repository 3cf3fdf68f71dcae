// SPDX-License-Identifier: MIT
#include "lib/intake/diary_words.hpp"

#include "lib/base/utf8.hpp"
#include "lib/base/word.hpp"

namespace minqing::intake {
namespace {

constexpr base::Word kNone[] = {
    {"none", "无", "none",
     "没有|暂无|暂时没有|无诉求|无意见|无要求|无需求|无困难|无问题|无其他|无其他诉求|没有诉求|"
     "没有意见|没有要求|没有困难|没有问题|没有什么诉求|没有其他诉求|暂无诉求|暂无意见|暂无困难|"
     "暂无问题"}};

}  // namespace

bool says_none(std::string_view said) {
  std::string words = base::fold(said);
  for (std::string_view stop : {"。", "."}) {
    if (base::ends_with(words, stop)) words.resize(words.size() - stop.size());
  }
  return base::find_word(kNone, words).has_value();
}

}  // namespace minqing::intake
