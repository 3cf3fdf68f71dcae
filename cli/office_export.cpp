// SPDX-License-Identifier: MIT
// Issues out of the ledger as a spreadsheet: the columns of `list`, masked like there.

#include "cli/confidence.hpp"
#include "cli/listing.hpp"
#include "cli/naming.hpp"
#include "cli/office.hpp"
#include "cli/office_files.hpp"
#include "lib/base/utf8.hpp"
#include "lib/report/workbook/sheet.hpp"

#include <algorithm>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

std::string target_of(const Arguments& arguments) {
  if (const auto file = arguments.value("output")) return *file;
  throw Error(Exit::usage, text("没有写导出到哪个文件", "the file to write is missing"),
              text("加上 -o 文件.xlsx 或 -o 文件.csv", "add -o FILE.xlsx or -o FILE.csv"));
}

report::Sheet sheet_of(const Listing& listing, const std::vector<ledger::ListedIssue>& issues) {
  report::Sheet sheet{.name = listing.lang() == base::Lang::zh ? "台账" : "Ledger"};
  for (const auto& issue : issues) sheet.rows.push_back(listing.cells(issue));
  for (const std::string& heading : listing.headings()) {
    sheet.columns.push_back(
        {.heading = heading, .width = fitting_width(heading, sheet.rows, sheet.columns.size())});
  }
  return sheet;
}

}  // namespace

int run_export(Context& context, const Arguments& arguments) {
  if (arguments.has("profile")) return export_profile(context, arguments);
  if (arguments.has("fill")) {
    throw Error(Exit::usage,
                text("--回填到 要写明是谁的表", "--fill needs to know whose sheet it is"),
                text("加上 --表格 名称，如 县12345", "add --profile NAME"));
  }
  if (arguments.has("return-sheet") || arguments.has("per-unit")) {
    return export_return_sheets(context, arguments);
  }
  const std::string file = target_of(arguments);
  const FileFormat format = format_of_file(file);
  refuse_existing({file});
  const auto columns = columns_named(arguments.value("columns").value_or(""));
  ledger::Ledger& ledger = context.open(ledger::Access::read);
  std::vector<std::string> words = arguments.words;
  if (words.empty()) words.push_back("未销号:是");
  const auto selection = read_query(context, ledger, words);
  const auto issues = select_for_caller(context, ledger, selection,
                                        {.today = context.today(),
                                         .sort = sort_of(arguments),
                                         .limit = limit_of(arguments),
                                         .with_residents = show_residents(columns)});
  const Listing listing(ledger.roster(), ledger.schema(), context.today(), context.lang(), columns);
  ledger.end_reading();

  const std::string bytes =
      format == FileFormat::csv
          ? listing.csv(issues, false)
          : report::workbook_bytes({sheet_of(listing, issues)}, context.clock()());
  write_files(context, {{file, bytes, issues.size()}});
  return 0;
}

}  // namespace minqing::cli
