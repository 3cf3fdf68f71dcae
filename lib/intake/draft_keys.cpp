// SPDX-License-Identifier: MIT
#include "lib/intake/draft_keys.hpp"

#include <algorithm>

#include "lib/base/utf8.hpp"
#include "lib/base/word.hpp"

namespace minqing::intake {
namespace {

/// Short words that `record` promises whatever headings a schema lists; `card` and `confidential`
/// are no columns of a sheet at all.
constexpr base::Word kShort[] = {
    {"village", "村", "area", "社区"},
    {"village_group", "组", "group", "小组"},
    {"category", "类别", "category"},
    {"nature", "性质", "nature"},
    {"channel", "渠道", "channel", "来源"},
    {"resident", "姓名", "name", "诉求人|反映人"},
    {"phone", "电话", "phone", "手机|联系电话"},
    {"address", "地址", "address", "住址"},
    {"content", "内容", "content", "诉求"},
    {"title", "标题", "title"},
    {"location", "地点", "location"},
    {"people_count", "人数", "people"},
    {"urgency", "紧急", "urgency", "紧急程度|缓急"},
    {"registered_on", "登记", "registered", "登记日期"},
    {"registrar", "登记人", "registrar"},
    {"source", "来件单位", "source"},
    {"source_no", "来件编号", "source_no", "工单号"},
    {"source_due_on", "来件时限", "source_due"},
    {"campaign", "专项", "campaign"},
    {"card", "联系卡", "card", "卡号"},
    {"confidential", "保密", "confidential"},
    {"grid", "网格", "grid"},
    {"remark", "备注", "remark"},
};

std::string field_with_label(const schema::Schema& schema, std::string_view key) {
  for (const schema::Field& field : schema.fields) {
    const bool is_label =
        base::heading_key(field.label.zh) == key || base::heading_key(field.label.en) == key;
    if (is_label) return field.id;
  }
  return {};
}

}  // namespace

std::optional<KeyAndValue> split_key(std::string_view word) {
  constexpr std::string_view kWide = "：";
  const std::size_t narrow = word.find(':');
  const std::size_t wide = word.find(kWide);
  const std::size_t at = std::min(narrow, wide);
  if (at == std::string_view::npos) return std::nullopt;
  const std::size_t size = at == wide ? kWide.size() : 1;
  return KeyAndValue{base::trim(word.substr(0, at)), word.substr(at + size)};
}

DraftKey find_draft_key(const schema::Schema& schema, std::string_view key) {
  const std::vector<const schema::Field*> fields = schema.match_heading(key);
  if (fields.size() == 1) return {fields.front()->id, {}};
  if (const auto index = base::find_word(kShort, key)) return {std::string(kShort[*index].id), {}};
  if (!fields.empty()) return {{}, fields};
  return {field_with_label(schema, base::heading_key(key)), {}};
}

base::Problem ambiguous_key(const base::Place& place, std::string_view key,
                            const std::vector<const schema::Field*>& might_be) {
  std::vector<std::string> zh, en;
  for (const schema::Field* field : might_be) {
    zh.push_back(field->label.zh);
    en.push_back(field->id);
  }
  const base::Text list{base::join(zh, "、"), base::join(en, ", ")};
  return {place, std::string(key),
          base::text("可能指 {} 个字段", "may mean {} fields", might_be.size()),
          base::text("写明是哪一个：{}", "say which: {}", list)};
}

std::string nearest_draft_key(const schema::Schema& schema, std::string_view key) {
  std::vector<std::string> known;
  for (const base::Word& word : kShort) {
    known.insert(known.end(), {std::string(word.zh), std::string(word.id), std::string(word.en)});
  }
  for (const schema::Field& field : schema.fields) {
    known.insert(known.end(), {field.label.zh, field.id});
    known.insert(known.end(), field.headings.begin(), field.headings.end());
  }
  return base::nearest(key, known);
}

}  // namespace minqing::intake
