// SPDX-License-Identifier: MIT
#include "cli/office_rejects.hpp"

#include "cli/csv_text.hpp"
#include "cli/office_files.hpp"
#include "cli/remote_words.hpp"
#include "lib/base/counted.hpp"
#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"
#include "lib/intake/import_options.hpp"
#include "lib/report/workbook/sheet.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <set>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;
using intake::RejectedRow;
using intake::RejectedTable;

constexpr int kReasonWidth = 50;
constexpr std::size_t kSheetNameLength = 31;

/// `登记日期: “2026-13-02”：没有这一天（写明是哪一天，如 2026-03-05）`
std::string words_of(const base::Problem& problem, base::Lang lang, bool with_place) {
  base::Problem shown = problem;
  if (!with_place) shown.place = {};
  std::string words = to_line(shown, lang);
  if (problem.way_out.empty()) return words;
  const base::Text whole = text("{}（{}）", "{} ({})", words, problem.way_out);
  return whole.in(lang);
}

std::string reasons_of(const RejectedRow& row, base::Lang lang) {
  std::vector<std::string> lines;
  for (const RejectedRow::Fault& fault : row.faults) {
    lines.push_back(words_of(fault.problem, lang, true));
  }
  if (!row.unheaded.empty()) {
    lines.push_back(
        text("没有表头的格：{}", "cells under no heading: {}", base::join(row.unheaded, " | "))
            .in(lang));
  }
  return base::join(lines, "\n");
}

/// What the lines above the table said and an import reads again.
std::vector<std::string> lines_above(const RejectedTable& table, base::Lang lang) {
  std::string facts;
  if (!table.reporting_unit.empty()) facts = "填报单位：" + table.reporting_unit;
  if (table.sheet_date) {
    facts += (facts.empty() ? "" : "    ") + ("填报日期：" + base::to_string(*table.sheet_date));
  }
  if (facts.empty() && table.title.empty()) return {};
  std::vector<std::string> lines = {
      table.title.empty() ? text("没有写入的行", "Rows that were not written").in(lang)
                          : table.title};
  if (!facts.empty()) lines.push_back(facts);
  return lines;
}

/// Letters that a sheet's name cannot have are left out; names differ.
std::string sheet_name(const RejectedTable& table, std::set<std::string>& used) {
  std::string name = table.sheet;
  if (name.empty()) {
    name = table.file.substr(table.file.rfind('/') + 1);
    name.resize(std::min(name.rfind('.'), name.size()));
  }
  std::u32string letters = base::to_code_points(name);
  std::erase_if(letters, [](char32_t c) {
    return c < 0x20 || std::u32string_view(U"[]:*?/\\'").find(c) != std::u32string_view::npos;
  });
  if (letters.empty()) letters = U"-";
  letters.resize(std::min(letters.size(), kSheetNameLength));
  name = base::to_utf8(letters);
  for (int number = 2; !used.insert(base::fold(name)).second; ++number) {
    const std::string suffix = " " + std::to_string(number);
    letters.resize(std::min(letters.size(), kSheetNameLength - suffix.size()));
    name = base::to_utf8(letters) + suffix;
  }
  return name;
}

std::vector<std::string> cells_of(const RejectedRow& row, base::Lang lang) {
  std::vector<std::string> cells = row.cells;
  cells.push_back(reasons_of(row, lang));
  return cells;
}

void add_marks(report::Sheet& sheet, const RejectedRow& row, std::size_t index, base::Lang lang) {
  std::map<std::size_t, std::vector<std::string>> by_column;
  for (const RejectedRow::Fault& fault : row.faults) {
    if (fault.column) by_column[*fault.column].push_back(words_of(fault.problem, lang, false));
  }
  for (const auto& [column, words] : by_column) {
    sheet.marks.push_back({index, column, base::join(words, "\n")});
  }
}

report::Sheet sheet_of(const RejectedTable& table, std::string name, base::Lang lang) {
  report::Sheet sheet{.name = std::move(name), .above = lines_above(table, lang)};
  for (const RejectedRow& row : table.rows) {
    add_marks(sheet, row, sheet.rows.size(), lang);
    sheet.rows.push_back(cells_of(row, lang));
  }
  for (const intake::Column& column : table.columns) {
    sheet.columns.push_back(
        {.heading = column.name(),
         .over = {column.path.begin(), column.path.end() - 1},
         .width = fitting_width(column.name(), sheet.rows, sheet.columns.size())});
  }
  sheet.columns.push_back({.heading = intake::reason_heading().in(lang), .width = kReasonWidth});
  return sheet;
}

std::string workbook_of(const intake::RejectedTables& tables, Context& context) {
  std::vector<report::Sheet> sheets;
  std::set<std::string> names;
  for (const RejectedTable& table : tables) {
    sheets.push_back(sheet_of(table, sheet_name(table, names), context.lang()));
  }
  return report::workbook_bytes(sheets, context.clock()());
}

std::string csv_of(const RejectedTable& table, base::Lang lang) {
  std::string out = "\xEF\xBB\xBF";
  for (const std::string& line : lines_above(table, lang)) out += csv_line({line});
  std::size_t levels = 1;
  for (const intake::Column& column : table.columns) levels = std::max(levels, column.path.size());
  for (std::size_t level = 0; level < levels; ++level) {
    std::vector<std::string> cells;
    for (const intake::Column& column : table.columns) {
      cells.push_back(level < column.path.size() ? column.path[level] : std::string());
    }
    cells.push_back(level == 0 ? intake::reason_heading().in(lang) : std::string());
    out += csv_line(cells);
  }
  for (const RejectedRow& row : table.rows) out += csv_line(cells_of(row, lang));
  return out;
}

/// What says how rows are read is wanted again for those that were rejected.
constexpr std::string_view kReadsRows[] = {"ledger", "profile",          "map",
                                           "set",    "unknown-category", "update"};

/// As it is typed in a shell.
std::string word_to_type(const std::string& word) {
  constexpr std::string_view kSpecial = " \t\n'\"\\$`!*?[](){}<>|&;#~";
  if (word.find_first_of(kSpecial) == std::string::npos) return word;
  std::string out = "'";
  for (char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

/// The value of a resident's own field is not repeated: the line may go into a mail of cron.
std::string without_person(const schema::Schema& schema, const std::string& setting) {
  const schema::Field* field = schema.find_field(intake::read_given(schema, setting).field);
  if (field == nullptr || field->personal != schema::Personal::identity) return setting;
  return field->label.zh + ":…";
}

/// `minqing 导入 退件.csv --设定 渠道:来电`
base::Text import_again(const Arguments& arguments, const schema::Schema& schema,
                        const std::string& file) {
  const Command& command = *arguments.command;
  const std::string named = " " + word_to_type(file);
  base::Text out{"minqing " + std::string(command.zh) + named,
                 "minqing " + std::string(command.name) + named};
  for (const Option* option : all_options(command)) {
    if (std::ranges::find(kReadsRows, option->name) == std::end(kReadsRows)) continue;
    for (const std::string& value : arguments.list(option->name)) {
      std::string word = option->name == "set" ? without_person(schema, value) : value;
      if (const char* called = std::getenv(kCalledLedger); called && option->name == "ledger") {
        word = called;
      }
      const std::string typed = option->kind == Option::Kind::flag ? "" : " " + word_to_type(word);
      out.zh += " --" + std::string(option->zh) + typed;
      out.en += " --" + std::string(option->name) + typed;
    }
  }
  return out;
}

}  // namespace

Rejects::Rejects(Context& context, const Arguments& arguments)
    : context_(context), file_(arguments.value("rejects")) {
  if (!file_) return;
  format_of_file(*file_);
  refuse_existing({*file_});
}

void Rejects::read_by(const Arguments& arguments, const schema::Schema& schema) {
  if (file_) again_ = import_again(arguments, schema, *file_);
}

std::size_t Rejects::rows() const {
  std::size_t rows = 0;
  for (const RejectedTable& table : tables) rows += table.rows.size();
  return rows;
}

void Rejects::write() {
  if (rows() == 0) return;
  const bool is_csv = format_of_file(*file_) == FileFormat::csv;
  if (is_csv && tables.size() > 1) {
    throw Error(
        Exit::usage,
        text("--退件：{} 张表里有不合格的行，一个 .csv 文件放不下",
             "--rejects: a .csv file cannot hold the rows of {} tables", tables.size()),
        text("文件名以 .xlsx 结尾，每张表一页", "let the name end with .xlsx: a sheet for each"));
  }
  if (!context_.dry_run()) {
    base::write_file_atomically(
        *file_, is_csv ? csv_of(tables.front(), context_.lang()) : workbook_of(tables, context_));
    written_ = true;
  }
  print();
}

void Rejects::print() const {
  if (context_.json()) {
    base::Json out = base::Json::object();
    out.set("v", 1);
    out.set("rejects", *file_);
    out.set("rows", static_cast<std::int64_t>(rows()));
    if (context_.dry_run()) out.set("dry_run", true);
    return context_.out().json(out);
  }
  if (context_.out().quiet) return;
  const base::Text count = base::counted(rows(), "rejected row");
  context_.out().line(context_.dry_run()
                          ? text("试运行，没有写文件：{} 行不合格，会放进 {}",
                                 "dry run, no file written: {} would go into {}", count, *file_)
                          : text("{} 行不合格，放进了 {}；改好后：{}",
                                 "{} in {}; put right, import it by: {}", count, *file_, again_));
}

void Rejects::take_back() {
  if (std::exchange(written_, false)) ::unlink(file_->c_str());
}

}  // namespace minqing::cli
