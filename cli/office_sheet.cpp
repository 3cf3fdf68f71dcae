// SPDX-License-Identifier: MIT
// `sheet`: a spreadsheet as the reader sees it. Nothing is written, and no ledger is needed.

#include "cli/office.hpp"
#include "cli/office_reading.hpp"
#include "cli/resources.hpp"
#include "lib/base/utf8.hpp"
#include "lib/intake/cells_csv.hpp"
#include "lib/intake/column_mapping.hpp"
#include "lib/intake/form_shape.hpp"
#include "lib/intake/workbook/import_file.hpp"

#include <unistd.h>

#include <algorithm>
#include <utility>

namespace minqing::cli {

namespace {

using base::text;
using intake::Row;
using intake::SheetInfo;
using intake::SheetKind;
using Shape = intake::SheetShape::Kind;
using intake::Visibility;

/// Cells are not held until the end: a sheet may have millions.
constexpr std::size_t kHeldBytes = 1 << 20;

constexpr base::Word kVisibilities[] = {{"visible", "可见", "visible"},
                                        {"hidden", "隐藏", "hidden"},
                                        {"veryHidden", "深度隐藏", "very hidden"}};
constexpr base::Word kKinds[] = {{"sheet", "", ""},
                                 {"chartsheet", "图表", "chart"},
                                 {"othersheet", "宏或对话框", "macro or dialog"}};

/// Passes on the sheets that were asked for.
class ChosenSheets : public intake::SheetSink {
 public:
  ChosenSheets(std::vector<std::string> wanted, SheetSink& sink)
      : wanted_(std::move(wanted)), sink_(sink) {}

  bool on_sheet(const SheetInfo& sheet) override {
    seen_.push_back(sheet.name);
    chosen_ = wanted_.empty() || std::any_of(wanted_.begin(), wanted_.end(), [&](const auto& name) {
                return intake::names_sheet(name, sheet.name);
              });
    return chosen_ && sink_.on_sheet(sheet);
  }
  bool on_row(const Row& row) override { return sink_.on_row(row); }
  void on_sheet_end() override {
    if (chosen_) sink_.on_sheet_end();
  }

  void check() const {
    for (const std::string& typed : wanted_) {
      const bool found = std::any_of(seen_.begin(), seen_.end(), [&](const std::string& name) {
        return intake::names_sheet(typed, name);
      });
      if (!found) throw intake::no_such_sheet(typed, seen_);
    }
  }

 private:
  std::vector<std::string> wanted_;
  SheetSink& sink_;
  std::vector<std::string> seen_;
  bool chosen_ = false;
};

struct SheetSize {
  SheetInfo info;
  std::int64_t rows = 0;  ///< the last with a value
  int columns = 0;        ///< the last with a value
  std::int64_t cells = 0;
  std::int64_t hidden_rows = 0;
  intake::Layout layout;
  intake::SheetShape::Kind shape = intake::SheetShape::Kind::table;
};

/// Measures sheets, and looks for their headers as `import` does.
class Measure : public intake::SheetSink {
 public:
  explicit Measure(intake::FormWords words) : words_(std::move(words)) {}

  bool on_sheet(const SheetInfo& sheet) override {
    sheets.push_back({.info = sheet});
    head_.clear();
    return true;
  }
  bool on_row(const Row& row) override {
    SheetSize& sheet = sheets.back();
    sheet.rows = row.number;
    sheet.columns = std::max(sheet.columns, row.last_column());
    sheet.cells += static_cast<std::int64_t>(row.cells().size());
    if (row.hidden) ++sheet.hidden_rows;
    if (head_.size() < intake::kHeadRows) head_.push_back(row);
    return true;
  }
  void on_sheet_end() override {
    SheetSize& sheet = sheets.back();
    if (head_.empty()) return;
    sheet.layout = intake::find_layout(head_, sheet.info, words_.judge);
    sheet.shape = shape_of(head_, sheet.info, sheet.layout, words_, false).kind;
  }

  std::vector<SheetSize> sheets;

 private:
  intake::FormWords words_;
  std::vector<Row> head_;
};

/// The headings that `import` would know: those of the ledger where one is named, else of the
/// schema that ledgers are opened with.
schema::Schema schema_of(Context& context) {
  if (!context.knows_ledger()) {
    return schema::load_schema("township", schemas_directory()).schema;
  }
  schema::Schema schema = context.open(ledger::Access::read).schema();
  context.close();
  return schema;
}

std::string rows_of_header(const intake::Layout& layout) {
  if (!layout.found()) return {};
  const std::string first = std::to_string(layout.first_header_row);
  if (layout.first_header_row == layout.last_header_row) return first;
  return first + "–" + std::to_string(layout.last_header_row);
}

/// `3–4`, `登记表`, `没有认出`
std::string header_of(const SheetSize& sheet, base::Lang lang) {
  if (sheet.shape == Shape::forms) return text("登记表", "forms").in(lang);
  if (sheet.shape == Shape::unclear) return text("认不准", "unclear").in(lang);
  const std::string header = rows_of_header(sheet.layout);
  return header.empty() && sheet.cells > 0 ? text("没有认出", "not recognised").in(lang) : header;
}

/// `可见`, `隐藏`, `图表`
std::string state_of(const SheetSize& sheet, base::Lang lang) {
  std::vector<std::string> words = {base::label_of(kVisibilities, sheet.info.visibility).in(lang)};
  if (sheet.info.kind != SheetKind::table) {
    words.push_back(base::label_of(kKinds, sheet.info.kind).in(lang));
  }
  return base::join(words, lang == base::Lang::zh ? "，" : ", ");
}

base::Json to_json(const SheetSize& sheet) {
  base::Json out = base::Json::object();
  out.set("v", 1);
  out.set("sheet", sheet.info.name);
  out.set("kind", base::word_of(kKinds, sheet.info.kind).id);
  out.set("visibility", base::word_of(kVisibilities, sheet.info.visibility).id);
  out.set("rows", sheet.rows);
  out.set("columns", static_cast<std::int64_t>(sheet.columns));
  out.set("cells", sheet.cells);
  out.set("hidden_rows", sheet.hidden_rows);
  out.set("merges", static_cast<std::int64_t>(sheet.info.merges.size()));
  if (sheet.shape != Shape::table) {
    out.set("shape", sheet.shape == Shape::forms ? "forms" : "unclear");
  } else if (sheet.layout.found()) {
    out.set("first_header_row", sheet.layout.first_header_row);
    out.set("last_header_row", sheet.layout.last_header_row);
  }
  return out;
}

void print_table(Context& context, const std::vector<SheetSize>& sheets) {
  const bool zh = context.lang() == base::Lang::zh;
  const auto words = [&](const char* in_zh, const char* in_en) { return zh ? in_zh : in_en; };
  TextTable table({{words("工作表", "sheet")},
                   {words("状态", "state")},
                   {words("行", "rows"), true},
                   {words("列", "columns"), true},
                   {words("有值的格", "cells"), true},
                   {words("合并", "merged"), true},
                   {words("隐藏行", "hidden rows"), true},
                   {words("表头在第几行", "header in row")}});
  for (const SheetSize& sheet : sheets) {
    const std::string name =
        sheet.info.name.empty() ? words("（文本）", "(text)") : sheet.info.name;
    const std::string header = header_of(sheet, context.lang());
    table.add({name, state_of(sheet, context.lang()), std::to_string(sheet.rows),
               sheet.columns == 0 ? "" : intake::column_name(sheet.columns),
               std::to_string(sheet.cells), std::to_string(sheet.info.merges.size()),
               std::to_string(sheet.hidden_rows), header});
  }
  context.out().raw(table.render(terminal_width()));
}

int print_overview(Context& context, const Arguments& arguments) {
  const schema::Schema schema = schema_of(context);
  const intake::ColumnChoices no_choices;
  Measure measure(intake::form_words(schema, no_choices));
  ChosenSheets chosen(arguments.list("sheet"), measure);
  const auto facts =
      intake::read_table_file(arguments.words.front(), read_text_options(arguments), chosen);
  chosen.check();
  if (context.json()) {
    for (const SheetSize& sheet : measure.sheets) context.out().json(to_json(sheet));
    return 0;
  }
  if (facts) context.out().line(describe(*facts));
  print_table(context, measure.sheets);
  return 0;
}

int print_cells(Context& context, const Arguments& arguments) {
  const bool on_terminal = isatty(STDOUT_FILENO) == 1;
  std::string held;  // nothing is printed of a small file that turns out to be damaged
  intake::CellsCsv cells([&](std::string_view line) {
    held += on_terminal ? base::visible(line, true) : std::string(line);
    if (held.size() < kHeldBytes) return;
    context.out().raw(std::exchange(held, {}));
    context.out().flush();
  });
  ChosenSheets chosen(arguments.list("sheet"), cells);
  intake::read_table_file(arguments.words.front(), read_text_options(arguments), chosen);
  chosen.check();
  context.out().raw(held);
  return 0;
}

}  // namespace

int run_sheet(Context& context, const Arguments& arguments) {
  return arguments.has("cells") ? print_cells(context, arguments)
                                : print_overview(context, arguments);
}

}  // namespace minqing::cli
