// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/confidence.hpp"
#include "cli/context.hpp"
#include "cli/explaining.hpp"
#include "cli/listing.hpp"
#include "cli/naming.hpp"
#include "lib/base/utf8.hpp"
#include "lib/ledger/load.hpp"

#include <algorithm>
#include <map>

namespace minqing::cli {

namespace {

using base::text;

using Kind = Option::Kind;
constexpr Option kDueOptions[] = {
    {"explain", "推算", "", Kind::flag, "", "逐日说明时限怎么算出来的",
     "derive each date day by day"},
};

/// Units as the office lists them, then their people; nobody's issues first. Within them by date,
/// as they were selected.
void put_in_the_office_s_order(std::vector<ledger::ListedIssue>& issues,
                               const casework::Roster& roster) {
  std::map<std::string, std::size_t> units, people;
  for (const auto& unit : roster.units()) units.emplace(unit.id, units.size() + 1);
  for (const auto& person : roster.people()) people.emplace(person.id, people.size() + 1);
  const auto place = [](const std::map<std::string, std::size_t>& known,
                        const std::optional<std::string>& id) {
    if (!id) return std::size_t{0};
    const auto found = known.find(*id);
    return found == known.end() ? known.size() + 1 : found->second;
  };
  const auto key = [&](const ledger::ListedIssue& issue) {
    return std::pair(place(units, issue.unit), place(people, issue.handler));
  };
  std::stable_sort(issues.begin(), issues.end(),
                   [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

/// One table for each unit and handler; the issues stand in that order.
void print_by_unit(Context& context, const std::vector<ledger::ListedIssue>& issues,
                   const Listing& listing, const Names& names) {
  for (auto begin = issues.begin(); begin != issues.end();) {
    const auto end = std::find_if(begin, issues.end(), [&](const ledger::ListedIssue& issue) {
      return issue.unit != begin->unit || issue.handler != begin->handler;
    });
    if (begin != issues.begin()) context.out().line("");
    const std::string unit =
        begin->unit ? names.unit(*begin->unit) : context.in_lang(text("待交办", "not assigned"));
    context.out().line(unit + (begin->handler ? "  " + names.person(*begin->handler) : "") +
                       context.in_lang(text("（{} 件）", " ({})", end - begin)));
    context.out().raw(listing.table({begin, end}, terminal_width(), context.out().color));
    begin = end;
  }
}

int run_due(Context& context, const Arguments& arguments) {
  const auto typed = typed_issues(arguments);
  ledger::Ledger& ledger = context.open(ledger::Access::read);
  const Names names{ledger.roster(), ledger.schema()};
  if (arguments.has("explain")) {
    std::vector<casework::Issue> issues;
    for (const std::string& number : name_issues(context, ledger, typed, arguments)) {
      issues.push_back(*ledger::load_issue(ledger.db(), *ledger::issue_id(number)));
    }
    const calendar::Calendar& calendar = ledger.calendar();
    ledger.end_reading();
    for (const auto& issue : issues) explain(context, issue, names, calendar);
    return 0;
  }
  const base::Date today = context.today();
  std::vector<std::string> query;
  for (const std::string& word : typed) {
    const bool is_term = base::to_half_width(word).find(':') != std::string::npos || word[0] == '@';
    query.push_back(is_term ? word : "编号:" + name_issue(context, ledger, word));
  }
  query.push_back("状态:registered,assigned,signed_for,in_progress,reopened");
  // Without a query: what is late or falls due within the warning window.
  if (typed.empty()) {
    const calendar::Due until =
        calendar::due_date(ledger.calendar(), context.now(), ledger.schema().limits.warn,
                           ledger.schema().limits.counting);
    query.push_back("时限:.." + to_string(until.on));
  }
  auto issues = select_for_caller(
      context, ledger, read_query(context, ledger, query),
      {.today = today, .sort = ledger::SortBy::by_due, .with_extra = context.json()});
  put_in_the_office_s_order(issues, ledger.roster());
  const Listing listing(ledger.roster(), ledger.schema(), today, context.lang());
  ledger.end_reading();
  if (context.json()) {
    for (const auto& issue : issues) context.out().json(listing.json(issue));
  } else if (issues.empty()) {
    context.out().line(text("没有临期或超期的诉求", "nothing is late or falls due"));
  } else {
    print_by_unit(context, issues, listing, names);
  }
  return 0;
}

}  // namespace

Command due_command() {
  return {
      .name = "due",
      .zh = "到期",
      .group = "looking",
      .summary_zh = "临期和超期的诉求，按单位和承办人；--推算 逐日说明",
      .summary_en = "what falls due or is late, by unit and handler; --explain derives the date",
      .nature = Nature::reads,
      .arguments = "[QUERY|ISSUE…]",
      .max_words = Command::kAnyNumber,
      .options = {kDueOptions},
      .example = "到期 23 --推算",
      .example_en = "due 23 --explain",
      .run = run_due};
}

}  // namespace minqing::cli
