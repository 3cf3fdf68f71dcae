// SPDX-License-Identifier: MIT
#include "lib/privacy/placeholder.hpp"

#include <algorithm>
#include <string>

#include "lib/privacy/surname.hpp"

namespace minqing::privacy {
namespace {

constexpr std::u32string_view kNobody[] = {
    U"匿名", U"匿名者", U"匿名人",   U"匿名群众",     U"无名氏",   U"无",        U"没有",
    U"暂无", U"不详",   U"未知",     U"未留",         U"未留名",   U"未提供",    U"未登记",
    U"保密", U"同上",   U"不愿透露", U"不愿透露姓名", U"不愿提供", U"空白",      U"群众",
    U"村民", U"居民",   U"市民",     U"热心市民",     U"热心群众", U"网民",      U"网友",
    U"业主", U"路人",   U"某某",     U"某某某",       U"某人",     U"anonymous", U"unknown",
    U"none", U"n/a",    U"na"};

constexpr std::u32string_view kTitles[] = {
    U"先生", U"女士", U"小姐", U"同志", U"老师", U"师傅", U"大爷", U"大妈", U"大叔",
    U"大婶", U"大娘", U"大哥", U"大姐", U"大嫂", U"阿姨", U"叔叔", U"伯伯", U"爷爷",
    U"奶奶", U"婆婆", U"老人", U"主任", U"书记", U"支书", U"站长", U"所长", U"镇长",
    U"乡长", U"村长", U"组长", U"队长", U"局长", U"科长", U"院长", U"校长", U"会计",
    U"医生", U"警官", U"经理", U"老板", U"某某", U"某"};

constexpr std::u32string_view kWordsForPhone[] = {
    U"无法接通", U"无人接听", U"不愿提供", U"不愿透露", U"打不通", U"未提供", U"未登记", U"办公室",
    U"没有",     U"暂无",     U"不详",     U"未知",     U"未留",   U"保密",   U"匿名",   U"同上",
    U"空号",     U"停机",     U"关机",     U"错号",     U"同号",   U"本人",   U"儿子",   U"女儿",
    U"儿媳",     U"女婿",     U"丈夫",     U"妻子",     U"老公",   U"老婆",   U"老伴",   U"父亲",
    U"母亲",     U"爸爸",     U"妈妈",     U"哥哥",     U"弟弟",   U"姐姐",   U"妹妹",   U"孙子",
    U"孙女",     U"亲戚",     U"家属",     U"家人",     U"配偶",   U"邻居",   U"手机",   U"电话",
    U"座机",     U"固话",     U"宅电",     U"办公",     U"家里",   U"家庭",   U"住宅",   U"号码",
    U"联系",     U"微信",     U"分机",     U"无",       U"号",     U"转",     U"或",     U"和",
    U"及",       U"家",       U"父",       U"母",       U"子",     U"女",     U"夫",     U"妻",
    U"phone",    U"mobile",   U"none",     U"tel",      U"ext",    U"x"};

template <class Words>
bool contains(const Words& words, std::u32string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

std::u32string lower(std::u32string_view word) {
  std::u32string out(word);
  for (char32_t& value : out) value += value >= 'A' && value <= 'Z' ? 32 : 0;
  return out;
}

/// Length of the title at the end, whatever stands before it.
std::size_t last_title(std::u32string_view name) {
  for (std::u32string_view title : kTitles) {
    if (name.ends_with(title)) return title.size();
  }
  return 0;
}

}  // namespace

bool stands_for_nobody(std::u32string_view name) {
  if (contains(kNobody, lower(name))) return true;
  std::size_t title = last_title(name);
  if (title == 0 || title == name.size()) return false;
  std::u32string_view surname = name.substr(0, name.size() - title);
  return surname.size() == 1 || (surname.size() == 2 && surname_length(surname) == 2);
}

std::size_t title_length(std::u32string_view name) {
  std::size_t title = last_title(name);
  return name.size() >= title + 2 ? title : 0;
}

bool belongs_to_phone(std::u32string_view words) {
  std::u32string small = lower(words);
  std::u32string_view rest = small;
  while (!rest.empty()) {
    auto word = std::find_if(std::begin(kWordsForPhone), std::end(kWordsForPhone),
                             [&](std::u32string_view known) { return rest.starts_with(known); });
    if (word == std::end(kWordsForPhone)) return false;
    rest.remove_prefix(word->size());
  }
  return true;
}

}  // namespace minqing::privacy
