// SPDX-License-Identifier: MIT
#include "cli/record_form.hpp"

#include "cli/editor.hpp"
#include "cli/output.hpp"
#include "cli/recording.hpp"
#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"
#include "lib/intake/draft_pairs.hpp"

#include <algorithm>

namespace minqing::cli {

namespace {

using base::text;

constexpr int kCommentWidth = 76;
constexpr std::size_t kMostVillages = 60;
constexpr std::uint64_t kMaxForm = 1 << 20;

constexpr FormField kFormFields[] = {
    {"village", "村", "village"},
    {"category", "类别", "category"},
    {"nature", "性质", "nature"},
    {"channel", "渠道", "channel"},
    {"resident", "姓名", "name"},
    {"phone", "电话", "phone"},
    {"address", "住址", "address"},
    {"urgency", "紧急程度", "urgency"},
    {"title", "标题", "title"},
    {"location", "地点", "location"},
    {"people_count", "人数", "people"},
    {"source", "来件单位", "source"},
    {"source_no", "来件编号", "source_no"},
    {"source_due_on", "来件时限", "source_due"},
    {"remark", "备注", "remark"},
    {"content", "内容", "content"},
};

std::string key_of(const FormField& row, base::Lang lang) {
  return std::string(lang == base::Lang::zh ? row.zh : row.en);
}

std::string comment(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += "# " + line + "\n";
  return out;
}
std::string comment(const base::Text& words, base::Lang lang) {
  return comment(base::wrap(words.in(lang), kCommentWidth));
}

std::string typed_value(const intake::Draft& typed, std::string_view field) {
  const intake::DraftValue* value = typed.find(field);
  return value == nullptr ? std::string() : std::string(value->cell.value);
}

bool has_row(std::string_view field) {
  return std::any_of(std::begin(kFormFields), std::end(kFormFields),
                     [&](const FormField& row) { return row.field == field; });
}

/// What was typed and has no row of its own, and the office's own fields.
std::string further_rows(const schema::Schema& schema, const intake::Draft& typed) {
  std::string out;
  for (const intake::DraftValue& value : typed.values) {
    if (!has_row(value.field)) out += value.field + ": " + std::string(value.cell.value) + "\n";
  }
  for (const schema::Field& field : schema.fields) {
    if (field.extra && typed.find(field.id) == nullptr) out += field.id + ": \n";
  }
  return out;
}

}  // namespace

std::span<const FormField> form_fields() { return kFormFields; }

std::vector<std::string> choices_of(const schema::Schema& schema, const casework::Roster& roster,
                                    std::string_view field, base::Lang lang) {
  std::vector<std::string> out;
  if (field == "category") {
    for (const schema::Category& category : schema.categories) {
      const bool is_parent =
          std::any_of(schema.categories.begin(), schema.categories.end(),
                      [&](const schema::Category& other) { return other.parent == category.id; });
      if (!is_parent) out.push_back(category.label.in(lang));
    }
  } else if (field == "nature") {
    for (const schema::Choice& nature : schema.natures) out.push_back(nature.label.in(lang));
  } else if (field == "channel") {
    for (const schema::Choice& channel : schema.channels) out.push_back(channel.label.in(lang));
  } else if (field == "urgency") {
    for (const base::Word& word : casework::words(casework::Urgency{})) {
      out.emplace_back(lang == base::Lang::zh ? word.zh : word.en);
    }
  } else if (field == "village") {
    for (const casework::Area& area : roster.areas()) {
      if (area.level == "village") out.push_back(area.name);
    }
    if (out.size() > kMostVillages) out.clear();
  }
  return out;
}

std::string form_text(const schema::Schema& schema, const casework::Roster& roster,
                      const intake::Draft& typed, base::Lang lang) {
  std::string out = comment(
      text("登记一件诉求：冒号后面填写，不填的留空，# 开头的行不算。存盘退出即登记；"
           "什么也不改，就不登记。",
           "One issue: write behind the colons, leave empty what is not known; lines with # do not "
           "count. Saving and leaving registers it; unchanged, nothing is registered."),
      lang);
  for (const FormField& row : kFormFields) {
    if (row.field == "content") {
      out += further_rows(schema, typed);
      out += comment(text("内容写在最后，可以写几行。",
                          "The content comes last and may have several "
                          "lines."),
                     lang);
    }
    const auto choices = choices_of(schema, roster, row.field, lang);
    out += comment(in_lines(choices, lang == base::Lang::zh ? "、" : ", ", kCommentWidth));
    out += key_of(row, lang) + ": " + typed_value(typed, row.field) + "\n";
  }
  return out;
}

int record_edited(Context& context, const Arguments& arguments,
                  const std::vector<std::string>& words, const std::string& file) {
  std::string before;
  if (file.empty()) {
    ledger::Ledger& ledger = context.open(ledger::Access::read);
    const auto typed = intake::read_words(ledger.schema(), words);
    if (!typed.problems.empty()) throw base::Rejected(typed.problems);
    before = form_text(ledger.schema(), ledger.roster(), typed.draft, context.lang());
  } else {
    before = base::read_file(file, kMaxForm);
  }
  context.close();  // nobody waits for a person who types
  PrivateFile form(context.in_lang(text("登记.txt", "record.txt")), before);
  run_editor(form.path());
  const std::string after = base::read_file(form.path(), kMaxForm);
  if (after == before) {
    throw base::Error(base::Exit::conflict, text("表单没有改动，什么也没有写入",
                                                 "the form was not changed; nothing was written"));
  }
  try {
    return record_typed(context, arguments, [&](const schema::Schema& schema) {
      return intake::read_form(schema, after, form.path());
    });
  } catch (...) {
    form.keep();
    context.out().remark(text("表单留着，改好再登记：minqing 登记 -e --来自 {}",
                              "the form is kept; to go on: minqing record -e --from {}",
                              form.path()));
    throw;
  }
}

int record_from_file(Context& context, const Arguments& arguments, const std::string& file) {
  const std::string bytes = base::read_file(file, kMaxForm);
  const bool is_yaml = base::ends_with(file, ".yaml") || base::ends_with(file, ".yml");
  return record_typed(context, arguments, [&](const schema::Schema& schema) {
    return is_yaml ? intake::read_yaml(schema, bytes, file)
                   : intake::read_form(schema, bytes, file);
  });
}

}  // namespace minqing::cli
