// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/confidence.hpp"
#include "cli/context.hpp"
#include "cli/csv_text.hpp"
#include "cli/listing.hpp"
#include "cli/naming.hpp"
#include "cli/saved_queries.hpp"
#include "lib/base/counted.hpp"
#include "lib/base/utf8.hpp"
#include "lib/ledger/select.hpp"

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

constexpr base::Word kListFormats[] = {{"table", "表格", "table"},
                                       {"csv", "CSV", "CSV"},
                                       {"json", "JSON", "JSON"},
                                       {"ids", "编号", "numbers only"}};
std::span<const base::Word> list_formats() { return kListFormats; }

using Kind = Option::Kind;
constexpr Option kListOptions[] = {
    {"format", "格式", "f", Kind::value, "table|csv|json|ids", "输出格式", "output format",
     list_formats},
    {"saved", "常用", "", Kind::flag, "", "列出常用查询：自己的、本单位的、自带的",
     "the saved queries: your own, the office's, the shipped ones"},
};

int run_list(Context& context, const Arguments& arguments) {
  ledger::Ledger& ledger = context.open(ledger::Access::read);
  if (arguments.has("saved")) {
    print_saved_queries(context, ledger.schema());
    return 0;
  }
  std::vector<std::string> words = arguments.words;
  if (words.empty()) words.push_back("未销号:是");
  const auto selection = read_query(context, ledger, words);
  const std::string format = context.json() ? "json" : arguments.value("format").value_or("table");
  const auto columns = columns_named(arguments.value("columns").value_or(""));
  ledger::SelectOptions options{.today = context.today(),
                                .sort = sort_of(arguments),
                                .limit = limit_of(arguments),
                                .with_text = format != "ids",
                                .with_residents = show_residents(columns),
                                .with_extra = format == "json"};
  const auto issues = select_for_caller(context, ledger, selection, options);
  const Listing listing(ledger.roster(), ledger.schema(), context.today(), context.lang(), columns);
  ledger.end_reading();

  if (format == "ids") {
    for (const auto& issue : issues) context.out().line(issue.number);
  } else if (format == "json") {
    for (const auto& issue : issues) context.out().json(listing.json(issue));
  } else if (format == "csv") {
    context.out().raw(listing.csv(issues, terminal_width() > 0));
  } else {
    context.out().raw(listing.table(issues, terminal_width(), context.out().color));
    context.out().flush();  // the count belongs below the table
    context.out().remark(text("共 {} 件", "{}", base::counted(issues.size(), "issue")));
  }
  return 0;
}

}  // namespace

Command list_command() {
  return {.name = "list",
          .zh = "列表",
          .group = "looking",
          .summary_zh = "按条件列出诉求；不写条件列出未销号的",
          .summary_en = "list issues by a query; without one, those not yet closed",
          .nature = Nature::reads,
          .arguments = "[QUERY]",
          .max_words = Command::kAnyNumber,
          .options = {kListOptions, listing_options()},
          .example = "列表 状态:办理中 承办单位:水务站 时限:..今天",
          .example_en = "list state:in_progress unit:水务站 due:..today",
          .run = run_list};
}

}  // namespace minqing::cli
