// SPDX-License-Identifier: MIT
#include "cli/listing.hpp"

#include "cli/csv_text.hpp"
#include "cli/extra_fields.hpp"
#include "cli/output.hpp"
#include "lib/base/utf8.hpp"
#include "lib/privacy/mask.hpp"

namespace minqing::cli {

namespace {

using base::text;

constexpr int kMatterWidthOffTerminal = 60;
constexpr int kWideScreen = 110;
constexpr int kNarrowColumn = 12;

const base::Word kColumns[] = {
    {"number", "编号", "number"},
    {"state", "状态", "state"},
    {"category", "类别", "category"},
    {"village", "村", "village"},
    {"registered_on", "登记日期", "registered"},
    {"handler_unit", "承办单位", "unit"},
    {"due_on", "时限", "due"},
    {"remark", "提示", "remark"},
    {"content", "事项", "matter"},
};

}  // namespace

Listing::Listing(const casework::Roster& roster, const schema::Schema& schema, base::Date today,
                 base::Lang lang)
    : names_{roster, schema}, today_(today), lang_(lang) {}

base::Text Listing::due_remark(const ledger::ListedIssue& issue) const {
  using casework::State;
  if (!issue.due_on || issue.state == State::closed || issue.state == State::voided) return {};
  if (issue.resolved_at) {
    return issue.is_overdue(today_) ? text("超期办结", "resolved late") : base::Text{};
  }
  const int days = *issue.due_on - today_;
  if (days < 0) return text("超期 {} 天", "{} days late", -days);
  if (days == 0) return text("今日到期", "due today");
  return text("还有 {} 天", "{} days left", days);
}

std::vector<std::string> Listing::cells(const ledger::ListedIssue& issue) const {
  return {issue.number,
          names_.state(issue.state).in(lang_),
          names_.category(issue.category).in(lang_),
          issue.area ? names_.area(*issue.area) : "",
          to_string(issue.registered_at.date),
          issue.unit ? names_.unit(*issue.unit) : "",
          issue.due_on ? to_string(*issue.due_on) : "",
          due_remark(issue).in(lang_),
          privacy::mask_text(issue.matter())};
}

std::string Listing::table(const std::vector<ledger::ListedIssue>& issues, int width) const {
  std::vector<TextTable::Column> columns;
  for (const base::Word& word : kColumns) {
    columns.push_back({std::string(lang_ == base::Lang::zh ? word.zh : word.en)});
  }
  columns.back().max_width = width > 0 ? 0 : kMatterWidthOffTerminal;
  // On a narrow screen the matter needs the room.
  if (width > 0 && width < kWideScreen) {
    for (TextTable::Column& column : columns) {
      if (column.max_width == 0 && &column != &columns.back()) column.max_width = kNarrowColumn;
    }
  }
  TextTable table(std::move(columns));
  for (const auto& issue : issues) table.add(cells(issue));
  return table.render(width);
}

std::string Listing::csv(const std::vector<ledger::ListedIssue>& issues, bool for_terminal) const {
  std::vector<std::string> headings;
  for (const base::Word& word : kColumns) {
    headings.emplace_back(lang_ == base::Lang::zh ? word.zh : word.en);
  }
  // With a byte-order mark, so that spreadsheets do not take it for the local encoding.
  std::string out = "\xEF\xBB\xBF" + csv_line(headings);
  for (const auto& issue : issues) {
    std::vector<std::string> row = cells(issue);
    if (for_terminal) {
      for (std::string& cell : row) cell = base::visible(cell);
    }
    out += csv_line(row);
  }
  return out;
}

base::Json Listing::json(const ledger::ListedIssue& issue) const {
  base::Json out = base::Json::object();
  out.set("v", 1);
  out.set("number", issue.number);
  out.set("state", id_of(issue.state));
  out.set("round", issue.round);
  out.set("category", issue.category);
  out.set("nature", issue.nature);
  out.set("channel", issue.channel);
  out.set("urgency", id_of(issue.urgency));
  out.set("registered_on", to_string(issue.registered_at));
  if (issue.area) out.set("village", *issue.area);
  if (issue.source) out.set("source", *issue.source);
  if (issue.source_no) out.set("source_no", *issue.source_no);
  if (issue.unit) out.set("handler_unit", *issue.unit);
  if (issue.handler) out.set("handler", *issue.handler);
  if (issue.due_on) out.set("due_on", to_string(*issue.due_on));
  if (issue.resolved_at) out.set("resolved_on", to_string(*issue.resolved_at));
  if (issue.closed_at) out.set("closed_on", to_string(*issue.closed_at));
  if (issue.satisfaction) out.set("satisfaction", id_of(*issue.satisfaction));
  out.set("overdue", issue.is_overdue(today_));
  out.set("content", privacy::mask_text(issue.matter()));
  if (!issue.extra.empty()) out.set("extra", extra_json(names_, issue.extra));
  return out;
}

}  // namespace minqing::cli
