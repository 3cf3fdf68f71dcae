// SPDX-License-Identifier: MIT
// `--explain`: which column is what, with a few values to recognise it by.

#include "lib/base/utf8.hpp"
#include "lib/intake/draft_values.hpp"
#include "lib/intake/import_summary.hpp"
#include "lib/privacy/mask.hpp"

namespace minqing::intake {
namespace {

using base::Text;
using base::text;

constexpr int kValueWidth = 20;

Text meaning_of(const MappedColumn& column) {
  switch (column.use) {
    case ColumnUse::taken:
      return column.field != nullptr ? column.field->label : base::same(column.field_id);
    case ColumnUse::running_number:
      return {"序号（不是数据）", "running number (no data)"};
    case ColumnUse::not_taken:
      return text("{}（本次不导入）", "{} (not taken in)", column.field->label);
    case ColumnUse::refused:
      return {"丢弃", "dropped"};
    case ColumnUse::hidden:
      return {"未读", "not read"};
    case ColumnUse::put_aside:
      return {"不要", "left out"};
    default:
      return {"？", "?"};
  }
}

std::string masked(const schema::Field& field, const std::string& words) {
  if (field.personal != schema::Personal::identity) return privacy::mask_text(words);
  switch (field.type) {
    case schema::FieldType::name:
      return privacy::mask_name(words);
    case schema::FieldType::phone:
      return privacy::mask_phone(words);
    case schema::FieldType::address:
      return privacy::mask_address(words);
    default:
      return "****";
  }
}

Text label_of(Confidence confidence) {
  switch (confidence) {
    case Confidence::high:
      return {"高", "high"};
    case Confidence::middle:
      return {"中", "middle"};
    case Confidence::low:
      return {"低", "low"};
    default:
      return {};
  }
}

/// A column without a field may hold anything, so nothing of it is shown.
std::string values_of(const ColumnReport& column) {
  if (column.mapped.field == nullptr) return {};
  std::vector<std::string> values;
  for (const Cell& cell : column.first) {
    values.push_back(
        base::fit(base::visible(masked(*column.mapped.field, words_of(cell).words)), kValueWidth));
  }
  return base::join(values, " | ");
}

}  // namespace

std::vector<ExplainedColumn> explain(const TableReport& table) {
  std::vector<ExplainedColumn> out;
  for (const ColumnReport& column : table.columns) {
    const MappedColumn& mapped = column.mapped;
    const bool is_none = mapped.use == ColumnUse::unknown && mapped.rule.words.empty();
    const Text rule =
        is_none ? Text{"没有字段用这个表头", "no field has this heading"} : mapped.rule.words;
    out.push_back({mapped.column.mark(), mapped.column.label(), meaning_of(mapped), rule,
                   label_of(confidence_of(mapped.rule.basis)), values_of(column)});
  }
  for (const UnheadedColumn& one : table.unheaded) {
    out.push_back({column_name(one.column),
                   {},
                   {"不导入", "not taken in"},
                   {"没有表头", "it has no heading"},
                   {},
                   {}});
  }
  return out;
}

}  // namespace minqing::intake
