// SPDX-License-Identifier: MIT
#include "lib/intake/row_words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "lib/base/utf8.hpp"

namespace minqing::intake {
namespace {

using namespace std::string_view_literals;

constexpr std::array kTotals = {"合计"sv, "小计"sv, "总计"sv, "共计"sv, "累计"sv};
constexpr std::array kFooters = {
    "填表人"sv,   "填报人"sv,   "制表人"sv, "制表"sv,       "统计人"sv,   "审核人"sv,
    "审核"sv,     "复核人"sv,   "负责人"sv, "单位负责人"sv, "主要领导"sv, "分管领导"sv,
    "签字"sv,     "签名"sv,     "签章"sv,   "盖章"sv,       "填表日期"sv, "填报日期"sv,
    "填表时间"sv, "填报时间"sv, "联系人"sv, "联系电话"sv,   "填表说明"sv, "说明"sv,
    "备注"sv,     "注"sv,       "附注"sv};
constexpr std::size_t kLongestTotal = 12 * 3;  // a dozen Chinese characters
constexpr std::size_t kLongestScope = 3 * 3;   // 本月, 全镇, 一季度

bool is_figure(char c) { return c >= '0' && c <= '9'; }

/// After a footer word: the end, a colon, a bracket, or a figure (注1).
bool ends_label(std::string_view rest, bool note) {
  if (rest.empty() || rest.front() == ':' || rest.starts_with("(签") || rest.starts_with("(盖")) {
    return true;
  }
  return note && (is_figure(rest.front()) || rest.starts_with("①"));
}

}  // namespace

bool is_total_word(std::string_view text) {
  std::string key = base::fold(text);
  for (std::string_view word : kTotals) {
    if (key.ends_with(word) && key.size() <= kLongestTotal) return true;
    std::size_t at = key.find(word);
    if (at > kLongestScope) continue;
    char next = key[at + word.size()];
    if (next == ':' || (at == 0 && (next == '(' || is_figure(next)))) return true;
  }
  return false;
}

bool is_footer_text(std::string_view text) {
  std::string key = base::fold(text);
  return std::any_of(kFooters.begin(), kFooters.end(), [&](std::string_view word) {
    bool note = word == "注" || word == "备注" || word == "说明";
    return key.starts_with(word) && ends_label(std::string_view(key).substr(word.size()), note);
  });
}

}  // namespace minqing::intake
