// SPDX-License-Identifier: MIT
#include "lib/schema/yaml_checks.hpp"

#include "lib/base/utf8.hpp"
#include "lib/base/word.hpp"
#include "lib/schema/node.hpp"

#include <algorithm>

namespace minqing::schema {
namespace {

/// What yaml-cpp says, in words for people; the first column is its own.
constexpr base::Word kFaults[] = {
    {"illegal tab when looking for indentation", "缩进要用空格，不能用制表符",
     "indent with blanks, not with tabs"},
    {"illegal map value", "冒号的位置不对；值里有“: ”时要加引号",
     "a colon that does not belong here; put a value with ': ' in quotes"},
    {"end of map not found", "缩进不对，或少了冒号", "wrong indentation, or a colon is missing"},
    {"end of sequence not found", "缩进不对，或少了“- ”", "wrong indentation, or '- ' is missing"},
    {"end of map flow not found", "“{”没有闭合", "'{' is not closed"},
    {"end of sequence flow not found", "“[”没有闭合", "'[' is not closed"},
    {"illegal flow end", "多了一个“]”或“}”", "a ']' or '}' too many"},
    {"illegal EOF in scalar", "引号没有闭合", "a quotation mark is not closed"},
    {"illegal block entry", "“- ”的位置不对", "'- ' does not belong here"},
    {"alias not found after *", "以 * 开头的文字要加引号", "put text that begins with * in quotes"},
    {"anchor not found after &", "以 & 开头的文字要加引号",
     "put text that begins with & in quotes"},
    {"the referenced anchor is not defined", "不支持锚点和引用（& 和 *）；以 * 开头的文字要加引号",
     "anchors and aliases (& and *) are not used here; put text that begins with * in quotes"},
    {"unknown token", "这里有不能识别的符号；文字要加引号",
     "a sign that is not understood here; put text in quotes"},
};

/// yaml-cpp lets a tab pass in some places where YAML forbids it.
bool indents_with_tabs(const SourceText& source, Problems& problems) {
  for (std::size_t i = 0; i < source.line_count(); ++i) {
    if (!source.line(i).starts_with('\t') || base::trim(source.line(i)).empty()) continue;
    problems.add({source.file(), static_cast<int>(i) + 1, 1}, {},
                 {"缩进要用空格，不能用制表符", "indent with blanks, not with tabs"});
    return true;
  }
  return false;
}

/// Every bracket may be an item and costs yaml-cpp memory before it reports the first one.
bool has_too_many_brackets(const SourceText& source, Problems& problems) {
  const std::string_view bytes = source.bytes();
  const auto brackets = std::count_if(bytes.begin(), bytes.end(),
                                      [](char byte) { return byte == '[' || byte == '{'; });
  if (static_cast<std::size_t>(brackets) <= kMaxNodes) return false;
  problems.add({source.file(), 0, 0}, {},
               base::text("内容太多：最多 {} 项", "too much: at most {} items", kMaxNodes));
  return true;
}

}  // namespace

bool check_before_yaml(const SourceText& source, Problems& problems) {
  return !has_too_many_brackets(source, problems) && !indents_with_tabs(source, problems);
}

bool is_closed(std::string_view bytes, std::size_t at) {
  if (at >= bytes.size() || (bytes[at] != '"' && bytes[at] != '\'')) return true;
  const char quote = bytes[at];
  for (++at; at < bytes.size(); ++at) {
    if (bytes[at] == '\\' && quote == '"') {
      ++at;
    } else if (bytes[at] == quote) {
      if (quote == '"' || at + 1 == bytes.size() || bytes[at + 1] != quote) return true;
      ++at;
    }
  }
  return false;
}

base::Text fault_in_words(const std::string& message) {
  for (const base::Word& fault : kFaults) {
    if (message == fault.id) return {std::string(fault.zh), std::string(fault.en)};
  }
  return base::text("YAML 写法有误（{}）", "not valid YAML ({})", message);
}

}  // namespace minqing::schema
