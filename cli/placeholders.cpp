// SPDX-License-Identifier: MIT
#include "cli/placeholders.hpp"

#include "lib/base/utf8.hpp"

#include <algorithm>
#include <cctype>

namespace minqing::cli {

namespace {

struct Name {
  std::string_view en;
  std::string_view zh;
};
// One a line: so a new one is one line.
// clang-format off
constexpr Name kNames[] = {
    {"ADDRESS", "住址"},
    {"AREA", "村"},
    {"BODY", "单位"},
    {"BY", "依据"},
    {"CATEGORY", "类别"},
    {"CHANNEL", "渠道"},
    {"CODE", "前缀"},
    {"COMMAND", "命令"},
    {"DATE", "日期"},
    {"DIGEST", "校验码"},
    {"ENTRY", "日记编号"},
    {"FIELD", "字段"},
    {"FILE", "文件"},
    {"GROUND", "理由"},
    {"HEADING", "列名"},
    {"HOUSEHOLD", "户"},
    {"ISSUE", "编号"},
    {"ITEM", "项目"},
    {"KEY", "键"},
    {"KIND", "事项"},
    {"LEVEL", "满意度"},
    {"LIMIT", "时限"},
    {"METHOD", "方式"},
    {"N", "数字"},
    {"NAME", "名称"},
    {"NATURE", "性质"},
    {"NO", "号"},
    {"NUMBER", "编号"},
    {"PERSON", "姓名"},
    {"PHONE", "电话"},
    {"PRESET", "预设"},
    {"PURPOSE", "用途"},
    {"QUERY", "查询条件"},
    {"RESULT", "结果"},
    {"SEQ", "序号"},
    {"SHEET", "工作表"},
    {"START", "起算日"},
    {"TEXT", "文字"},
    {"TIME", "时间"},
    {"TRANSACTION", "批次号"},
    {"UNIT", "单位"},
    {"URGENCY", "缓急"},
    {"USE", "用途"},
    {"VALUE", "值"},
    {"WEEK", "周"},
    {"WHY", "原因"},
    {"holiday", "放假"},
    {"key", "键"},
    {"value", "值"},
    {"weekly", "周报"},
    {"workday", "上班"},
};
// clang-format on

std::string_view in_chinese(std::string_view word) {
  const auto known = std::find_if(std::begin(kNames), std::end(kNames),
                                  [&](const Name& n) { return n.en == word; });
  return known == std::end(kNames) ? word : known->zh;
}

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

}  // namespace

base::Text placeholder(std::string_view typed) {
  std::string zh;
  for (std::size_t at = 0; at < typed.size();) {
    std::size_t end = at;
    while (end < typed.size() && is_letter(typed[end])) ++end;
    if (end == at) {
      zh += typed[at++];
    } else {
      zh += in_chinese(typed.substr(at, end - at));
      at = end;
    }
  }
  return {std::move(zh), std::string(typed)};
}

base::Text placeholder(const Option& option) {
  const bool lists_values =
      option.words &&
      std::any_of(option.metavar.begin(), option.metavar.end(), [](char c) { return c == '|'; });
  if (!lists_values) return placeholder(option.metavar);
  std::vector<std::string> zh;
  for (const base::Word& word : option.words()) zh.emplace_back(word.zh);
  return {base::join(zh, "|"), std::string(option.metavar)};
}

}  // namespace minqing::cli
