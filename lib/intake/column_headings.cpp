// SPDX-License-Identifier: MIT
#include "lib/intake/column_headings.hpp"

#include <algorithm>
#include <array>

#include "lib/base/utf8.hpp"
#include "lib/intake/registration_fields.hpp"

namespace minqing::intake {

namespace {

/// Long texts, which may go on in the row below.
bool is_long_text(const schema::Field& field) {
  constexpr std::array kLong = {"content",       "action_taken",   "result",
                                "return_reason", "pending_reason", "remark"};
  return std::find(kLong.begin(), kLong.end(), field.id) != kLong.end();
}

Heading heading_of(const schema::Field* field) {
  if (field == nullptr) return Heading::known;
  if (field->id == "row_no") return Heading::running_number;
  return is_long_text(*field) ? Heading::free_text : Heading::known;
}

Rule rule_of_heading(const std::vector<const schema::Field*>& fields, std::string_view heading) {
  const std::string key = base::heading_key(heading);
  const base::Text& label = fields.front()->label;
  const bool is_label = key == base::heading_key(label.zh) || key == base::heading_key(label.en);
  if (is_label) return {Basis::label, {"表头就是字段名", "the name of the field"}};
  return {Basis::alias, {"字段的另一个叫法", "another name of the field"}};
}

}  // namespace

Confidence confidence_of(Basis basis) {
  switch (basis) {
    case Basis::none:
      return Confidence::none;
    case Basis::given:
    case Basis::label:
    case Basis::alias:
    case Basis::path:
      return Confidence::high;
    case Basis::parent:
    case Basis::others:
    case Basis::values:
      return Confidence::middle;
    default:
      return Confidence::low;
  }
}

Meaning meaning_of(const schema::Schema& schema, const Column& column) {
  const std::vector<std::string>& path = column.path;
  for (std::size_t start = 0; start < path.size(); ++start) {
    const bool with_parent = start + 1 < path.size();
    std::string heading;
    for (std::size_t i = start; i < path.size(); ++i) heading += path[i];
    auto fields = schema.match_heading(heading);
    if (fields.empty()) continue;
    Rule rule = with_parent ? Rule{Basis::path,
                                   base::text("连同上级表头：{}", "with its parent: {}", heading)}
                            : rule_of_heading(fields, heading);
    return {std::move(fields), std::move(rule), with_parent};
  }
  // 诉求类别 over 一级 and 二级.
  if (path.size() > 1) {
    auto fields = schema.match_heading(path[path.size() - 2]);
    const bool is_category = fields.size() == 1 && fields.front()->id == "category";
    if (is_category) {
      return {std::move(fields), {Basis::parent, {"上级表头", "parent heading"}}, true};
    }
  }
  return {};
}

bool is_refused(const schema::Schema& schema, const Column& column) {
  std::string whole;
  for (const std::string& part : column.path) {
    if (schema.refuses_heading(part)) return true;
    whole += part;
  }
  return schema.refuses_heading(whole);
}

bool HeadingChoice::names(const Column& column) const {
  const std::string key = base::heading_key(heading);
  return key == base::heading_key(column.name()) || key == base::heading_key(column.label()) ||
         heading == column.mark();
}

JudgeHeading heading_judge(const schema::Schema& schema, const ColumnChoices& choices) {
  return [&schema, &choices](std::string_view heading) {
    for (const HeadingChoice& choice : choices.headings) {
      if (base::heading_key(choice.heading) == base::heading_key(heading)) {
        return heading_of(schema.find_field(choice.field));
      }
    }
    const auto fields = schema.match_heading(heading);
    if (!fields.empty()) return heading_of(fields.front());
    return schema.refuses_heading(heading) ? Heading::known : Heading::unknown;
  };
}

FormWords form_words(const schema::Schema& schema, const ColumnChoices& choices) {
  const auto is_matter = [&schema, &choices](std::string_view heading) {
    for (const HeadingChoice& choice : choices.headings) {
      if (base::heading_key(choice.heading) == base::heading_key(heading)) {
        return choice.field == "content";
      }
    }
    const auto fields = schema.match_heading(heading);
    return std::any_of(fields.begin(), fields.end(),
                       [](const schema::Field* field) { return field->id == "content"; });
  };
  return {heading_judge(schema, choices), is_matter};
}

bool is_of_registration(const schema::Field& field) {
  return field.extra || reader_of(field.id) != nullptr;
}

bool takes_several(const schema::Field& field) {
  if (field.id == "category" || field.id == "phone") return true;
  const bool is_text = field.type == schema::FieldType::text;
  return is_text && (field.extra || field.personal == schema::Personal::text);
}

}  // namespace minqing::intake
