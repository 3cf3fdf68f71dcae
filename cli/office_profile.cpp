// SPDX-License-Identifier: MIT
// 回单 in the sender's own sheet: its columns, order and words, or the very sheet that came in with
// the answers filled in. Personal data are masked; a sender's own cells are given back as they
// came.

#include "cli/confidence.hpp"
#include "cli/listing.hpp"
#include "cli/naming.hpp"
#include "cli/office.hpp"
#include "cli/office_answers.hpp"
#include "cli/office_files.hpp"
#include "cli/options.hpp"
#include "lib/base/counted.hpp"
#include "lib/base/utf8.hpp"
#include "lib/intake/answer_sheet.hpp"
#include "lib/intake/import_options.hpp"
#include "lib/intake/workbook/import_file.hpp"
#include "lib/report/workbook/sheet.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

constexpr int kNarrowest = 12;
constexpr int kWidest = 50;

/// Issues of the query that this sender sent.
std::vector<AnswerRow> rows_of(Context& context, ledger::Ledger& ledger, const Arguments& arguments,
                               const schema::Profile& profile) {
  std::vector<std::string> words = arguments.words;
  if (words.empty()) words.emplace_back("@待回复");
  const auto selection = read_query(context, ledger, words);
  const auto issues = select_for_caller(context, ledger, selection,
                                        {.today = context.today(),
                                         .sort = sort_of(arguments),
                                         .limit = limit_of(arguments),
                                         .with_text = false});
  std::vector<AnswerRow> rows;
  std::size_t others = 0;
  for (const auto& issue : issues) {
    const schema::Source* source =
        issue.source ? ledger.schema().match_source(*issue.source) : nullptr;
    if (issue.source_no && source && source->id == profile.source) {
      rows.push_back(answers_of(context, ledger, issue, profile));
    } else {
      ++others;
    }
  }
  if (others > 0) {
    context.out().remark(text("另有 {} 件不是{}来的，没有导出", "{} not sent by {} and left out",
                              base::counted(others, "more was", "more were"), profile.label));
  }
  return rows;
}

void set_widths(report::Sheet& sheet) {
  for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
    int width = base::display_width(sheet.columns[i].heading) + 2;
    for (const auto& row : sheet.rows) width = std::max(width, base::display_width(row[i]) + 2);
    sheet.columns[i].width = std::clamp(width, kNarrowest, kWidest);
  }
}

report::Sheet new_sheet(const std::vector<AnswerRow>& rows, const schema::Profile& profile,
                        base::Lang lang) {
  report::Sheet sheet{.name = lang == base::Lang::zh ? "回单" : "Answers"};
  for (const schema::ProfileColumn& column : profile.columns) {
    sheet.columns.push_back({.heading = column.heading});
  }
  for (const AnswerRow& row : rows) sheet.rows.push_back(row.cells);
  set_widths(sheet);
  return sheet;
}

intake::AnswerSheet read_sheet(const std::string& path, const schema::Profile& profile) {
  intake::AnswerSheetReader reader(profile);
  intake::read_table_file(path, {}, reader);
  if (auto sheet = reader.take()) return std::move(*sheet);
  throw Error(
      Exit::rejected,
      text("{} 里没有{}的表：找不到“{}”这一列", "{} is no sheet of {}: it has no column '{}'", path,
           profile.label, profile.find("source_no")->heading),
      text("表头要与规则里 profiles 写的相同", "headings are those of the schema's profile"));
}

/// What the sender asks of us; the rest of its cells are its own.
bool is_answer(const schema::Schema& schema, const schema::ProfileColumn& column) {
  if (column.field.empty()) return !column.value.empty();
  const schema::Field* field = schema.find_field(column.field);
  return column.field == "number" || field == nullptr || !intake::is_of_registration(*field);
}

struct Filled {
  report::Sheet sheet;
  std::size_t issues = 0;
  std::size_t kept = 0;              ///< cells that hold another answer already
  std::set<std::string> no_columns;  ///< answers that the sheet has no column for, by heading
};

/// The sender's own heading, else one that means this field and no other, nor another of the
/// profile's columns.
std::optional<std::size_t> column_for(const schema::Schema& schema, const schema::Profile& profile,
                                      const schema::ProfileColumn& column,
                                      const intake::AnswerSheet& sheet) {
  if (const auto own = sheet.find(column.heading)) return own;
  if (column.field.empty()) return std::nullopt;
  for (std::size_t i = 0; i < sheet.headings.size(); ++i) {
    const auto meant = schema.match_heading(sheet.headings[i]);
    const bool is_of_profile =
        std::any_of(profile.columns.begin(), profile.columns.end(), [&](const auto& other) {
          return base::heading_key(other.heading) == base::heading_key(sheet.headings[i]);
        });
    if (!is_of_profile && meant.size() == 1 && meant.front()->id == column.field) return i;
  }
  return std::nullopt;
}

/// Empty cells of answers are filled in.
void fill_line(const schema::Schema& schema, const schema::Profile& profile,
               const intake::AnswerSheet& sheet, const AnswerRow& answers,
               intake::AnswerSheet::Line& line, Filled& out) {
  ++out.issues;
  for (std::size_t i = 0; i < profile.columns.size(); ++i) {
    const std::string& answer = answers.cells[i];
    if (answer.empty() || !is_answer(schema, profile.columns[i])) continue;
    const auto at = column_for(schema, profile, profile.columns[i], sheet);
    if (!at) {
      out.no_columns.insert(profile.columns[i].heading);
    } else if (base::trim(line.cells[*at]).empty()) {
      line.cells[*at] = answer;
    } else if (line.cells[*at] != answer) {
      ++out.kept;
    }
  }
}

/// Lines find their issues by the sender's number.
Filled fill_in(const schema::Schema& schema, const schema::Profile& profile,
               intake::AnswerSheet sheet, const std::vector<AnswerRow>& rows) {
  std::map<std::string, const AnswerRow*> by_number;
  for (const AnswerRow& row : rows) by_number[base::fold(row.source_no)] = &row;
  const std::size_t number = *sheet.find(profile.find("source_no")->heading);
  Filled out;
  out.sheet.name = sheet.sheet.empty() ? "回单" : sheet.sheet;
  out.sheet.above = sheet.above;
  for (const std::string& heading : sheet.headings) out.sheet.columns.push_back({heading});
  for (intake::AnswerSheet::Line& line : sheet.lines) {
    const auto found =
        line.is_data ? by_number.find(base::fold(line.cells[number])) : by_number.end();
    if (found != by_number.end()) fill_line(schema, profile, sheet, *found->second, line, out);
    out.sheet.rows.push_back(std::move(line.cells));
  }
  set_widths(out.sheet);
  return out;
}

std::string profile_target(const Arguments& arguments) {
  for (const char* option : {"columns", "return-sheet", "per-unit"}) {
    if (!arguments.has(option)) continue;
    throw Error(Exit::usage, text("--表格 的列由规则定，不用 {}",
                                  "the columns of a profile are the schema's; leave {} out",
                                  dashed(arguments, option)));
  }
  const std::string file = arguments.value("output").value_or("");
  if (base::ends_with(base::fold(file), ".xlsx")) return file;
  throw Error(Exit::usage, text("回单写成 .xlsx 文件", "answers are written to a .xlsx file"),
              text("加上 -o 回单.xlsx", "add -o FILE.xlsx"));
}

}  // namespace

int export_profile(Context& context, const Arguments& arguments) {
  const std::string file = profile_target(arguments);
  refuse_existing({file});
  ledger::Ledger& ledger = context.open(ledger::Access::read);
  const schema::Schema schema = ledger.schema();
  const schema::Profile& profile =
      intake::profile_named(schema, arguments.value("profile").value_or(""));
  const std::vector<AnswerRow> rows = rows_of(context, ledger, arguments, profile);
  ledger.end_reading();

  Filled filled;
  if (const auto sheet = arguments.value("fill")) {
    filled = fill_in(schema, profile, read_sheet(*sheet, profile), rows);
  } else {
    filled = {.sheet = new_sheet(rows, profile, context.lang()), .issues = rows.size()};
  }
  if (filled.issues < rows.size()) {
    context.out().remark(text("另有 {} 件不在这张表里", "{} not in this sheet",
                              base::counted(rows.size() - filled.issues, "more is", "more are")));
  }
  if (!filled.no_columns.empty()) {
    const std::vector<std::string> headings(filled.no_columns.begin(), filled.no_columns.end());
    context.out().remark(text("表里没有这些列，没有填：{}", "the sheet has no such columns: {}",
                              base::Text{base::join(headings, "、"), base::join(headings, ", ")}));
  }
  if (filled.kept > 0) {
    context.out().remark(text("{} 格已经有别的字，没有改", "{} other words, kept",
                              base::counted(filled.kept, "cell holds", "cells hold")));
  }
  write_files(context,
              {{file, report::workbook_bytes({filled.sheet}, context.clock()()), filled.issues}});
  return 0;
}

}  // namespace minqing::cli
