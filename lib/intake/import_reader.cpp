// SPDX-License-Identifier: MIT
#include "lib/intake/import_reader.hpp"

#include <algorithm>

#include "lib/base/utf8.hpp"
#include "lib/intake/return_sheet.hpp"

namespace minqing::intake {
namespace {

using base::Error;
using base::Exit;
using base::text;

base::Text suggestion_for(const std::string& word, const std::vector<std::string>& known) {
  const std::string near = base::nearest(word, known);
  if (!near.empty()) return text("是不是“{}”？", "did you mean '{}'?", near);
  return text("有：{}", "there are: {}", base::join(known, "、"));
}

}  // namespace

ImportReader::ImportReader(const ImportSetting& setting) : setting_(setting) {}

void ImportReader::begin_file(const std::string& name) {
  batch_.files.push_back({name, {}, {}, {}});
}

void ImportReader::end_file(std::optional<CsvFacts> facts) {
  FileReport& file = batch_.files.back();
  file.text = facts;
  const bool is_told = std::any_of(file.skipped.begin(), file.skipped.end(), [](const auto& one) {
    return one.second == SheetSkipped::unclear;
  });
  if (is_told) return;
  const bool wanted = std::any_of(file.skipped.begin(), file.skipped.end(), [](const auto& one) {
    return one.second == SheetSkipped::no_header || one.second == SheetSkipped::empty ||
           one.second == SheetSkipped::hidden;
  });
  if (!file.tables.empty() || (!wanted && !file.skipped.empty())) return;
  batch_.add_problem(
      {{file.name, {}, {}, 0, 0},
       {},
       {"没有找到可以导入的表", "holds no table that can be imported"},
       {"表头要有认得的列名；列名不同的，用 --对应 列名=字段 写明；隐藏的表加 --含隐藏",
        "its header needs known headings; name others with --map HEADING=FIELD; hidden sheets "
        "need --include-hidden"}});
}

void ImportReader::abandon_file(const std::vector<base::Problem>& problems) {
  for (const base::Problem& problem : problems) batch_.add_problem(problem);
  rows_.reset();
  table_.reset();
}

ImportBatch ImportReader::finish() {
  check_sheets();
  check_choices();
  return std::move(batch_);
}

bool ImportReader::on_sheet(const SheetInfo& sheet) {
  const auto& wanted = setting_.options.sheets;
  sheets_seen_.push_back(sheet.name);
  const bool chosen = std::any_of(wanted.begin(), wanted.end(), [&](const std::string& name) {
    return names_sheet(name, sheet.name);
  });
  const bool is_text = sheet.name.empty();
  if (!wanted.empty() && !chosen && !is_text) {
    on_skipped(sheet, SheetSkipped::not_chosen);
    return false;
  }
  table_.emplace(
      static_cast<TableSink&>(*this), heading_judge(setting_.schema, setting_.options.columns),
      TableOptions{setting_.options.columns.include_hidden, chosen ? sheet.name : std::string(),
                   form_words(setting_.schema, setting_.options.columns)});
  return table_->on_sheet(sheet);
}

bool ImportReader::on_row(const Row& row) { return table_->on_row(row); }

void ImportReader::on_sheet_end() {
  if (!table_) return;
  table_->on_sheet_end();
  finish_table();
  table_.reset();
}

void ImportReader::finish_table() {
  if (!rows_) return;
  TableReport report = rows_->finish();
  rows_.reset();
  std::vector<TableReport>& tables = batch_.files.back().tables;
  if (tables.empty() || !tables.back().add_forms(report)) tables.push_back(std::move(report));
}

bool ImportReader::on_table(const SheetInfo& sheet, const Layout& layout) {
  finish_table();  // a form is followed by the next
  if (is_return_sheet(layout)) {
    throw Error(Exit::usage, text("{} 是回填表", "{} is a return sheet", batch_.files.back().name),
                text("加上 --更新：填了的按签收、跟进、办结、延期、退回写入",
                     "add --update: what is filled in becomes the steps of the unit"));
  }
  rows_.emplace(setting_, batch_, seen_, batch_.files.back().name, sheet, layout);
  return true;
}

bool ImportReader::on_data(const Row& row) { return rows_->take(row); }

void ImportReader::on_set_aside(const Row& row, RowKind why, std::int64_t) {
  rows_->set_aside(row, why);
}

void ImportReader::on_skipped(const SheetInfo& sheet, SheetSkipped why) {
  batch_.files.back().skipped.emplace_back(sheet.name, why);
}

void ImportReader::on_unclear(const SheetInfo& sheet, const Spot& spot) {
  batch_.add_problem(
      {place_of(batch_.files.back().name, sheet, spot),
       {},
       {"从这一行起认不准：像登记表，又像表格",
        "unclear from this row on: like a form, and like a table"},
       {"登记表里每个名称右边放一格值，里面的小表移走；是表格的，表头放在一行、每件一行；不导入这张"
        "表的，"
        "用 --工作表 写明要哪些",
        "in a form every label has one value to its right and no table stands inside; in a table "
        "the header is one row and each issue another; to leave this sheet out, name the others "
        "with --sheet"}});
}

void ImportReader::check_sheets() const {
  for (const std::string& wanted : setting_.options.sheets) {
    const bool found =
        std::any_of(sheets_seen_.begin(), sheets_seen_.end(),
                    [&](const std::string& sheet) { return names_sheet(wanted, sheet); });
    if (!found) throw no_such_sheet(wanted, sheets_seen_);
  }
}

void ImportReader::check_choices() const {
  for (const HeadingChoice& choice : setting_.options.columns.headings) {
    if (!choice.expected) continue;
    std::vector<std::string> known;
    bool found = false;
    for (const FileReport& file : batch_.files) {
      for (const TableReport& table : file.tables) {
        for (const ColumnReport& column : table.columns) {
          known.push_back(column.mapped.column.name());
          found = found || choice.names(column.mapped.column);
        }
      }
    }
    // Without any table the files have their own problems.
    if (found || known.empty()) continue;
    throw Error(Exit::usage,
                text("--对应：没有列叫“{}”", "--map: no column is called '{}'", choice.heading),
                suggestion_for(choice.heading, known));
  }
}

}  // namespace minqing::intake
