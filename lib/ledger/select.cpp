// SPDX-License-Identifier: MIT
#include "lib/ledger/select.hpp"

#include <algorithm>

#include "lib/base/utf8.hpp"
#include "lib/ledger/project.hpp"
#include "lib/ledger/row_values.hpp"
#include "lib/ledger/where.hpp"

namespace minqing::ledger {

namespace {

constexpr std::string_view kColumns =
    "SELECT i.id, i.number, i.state, i.round, i.registered_at, i.channel, i.nature, i.category, "
    "i.urgency, i.confidential, i.area, i.source, i.source_no, i.unit, i.handler, i.due_on, "
    "i.resolved_at, i.closed_at, i.satisfaction, t.title, t.content, t.residents";
constexpr int kFirstExtra = 22;
constexpr std::string_view kFrom = " FROM issue i JOIN issue_text t ON t.issue = i.id ";

std::string question(const std::vector<const schema::Field*>& extra) {
  std::string sql(kColumns);
  for (const schema::Field* field : extra) sql += ", x." + extra_column(*field);
  sql += kFrom;
  if (!extra.empty()) sql += "LEFT JOIN issue_extra x ON x._issue = i.id ";
  return sql;
}

std::string order_by(SortBy sort) {
  switch (sort) {
    case SortBy::by_due:
      return " ORDER BY i.due_on IS NULL, i.due_on, i.id";
    case SortBy::by_registration:
      return " ORDER BY i.registered_at, i.id";
    case SortBy::by_unit:
      return " ORDER BY i.unit IS NULL, i.unit, i.due_on, i.id";
    case SortBy::by_number:
      break;
  }
  return " ORDER BY i.id";
}

ListedIssue read_row(const Statement& row) {
  ListedIssue out;
  out.id = row.integer(0);
  out.number = row.string(1);
  out.state = value<casework::State>(row, 2);
  out.round = row.integer(3);
  out.registered_at = moment(row, 4).value_or(base::Moment{});
  out.channel = row.string(5);
  out.nature = row.string(6);
  out.category = row.string(7);
  out.urgency = value<casework::Urgency>(row, 8);
  out.confidential = row.integer(9) != 0;
  out.area = row.maybe_string(10);
  out.source = row.maybe_string(11);
  out.source_no = row.maybe_string(12);
  out.unit = row.maybe_string(13);
  out.handler = row.maybe_string(14);
  if (auto due = moment(row, 15)) out.due_on = due->date;
  out.resolved_at = moment(row, 16);
  out.closed_at = moment(row, 17);
  if (!row.is_null(18)) out.satisfaction = value<casework::Satisfaction>(row, 18);
  return out;
}

void unseal_text(Ledger& ledger, const Statement& row, ListedIssue& out) {
  if (!row.is_null(19)) {
    out.title = ledger.keys().unseal(out.id, "title", from_column(row.blob(19))).value_or("");
  }
  out.content = ledger.keys().unseal(out.id, "content", from_column(row.blob(20))).value_or("");
}

void unseal_residents(Ledger& ledger, const Statement& row, ListedIssue& out) {
  casework::from_json(row.text(21), out.residents);
  for (casework::Resident& resident : out.residents) {
    for_each_personal(resident, [&](std::string_view field, casework::Personal& text) {
      text.plain = ledger.keys().unseal(out.id, field, text).value_or("");
    });
  }
}

bool has_all_words(const ListedIssue& issue, const std::vector<std::string>& folded_words) {
  if (folded_words.empty()) return true;
  const std::string text = base::fold(issue.title) + '\n' + base::fold(issue.content);
  return std::all_of(folded_words.begin(), folded_words.end(),
                     [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

}  // namespace

bool ListedIssue::is_overdue(base::Date today) const {
  using casework::State;
  if (!due_on || state == State::voided || state == State::suspended || state == State::merged) {
    return false;
  }
  if (resolved_at) return resolved_at->date > *due_on;
  return state != State::closed && *due_on < today;
}

std::string ListedIssue::matter() const {
  const std::string_view words = base::trim(title.empty() ? content : title);
  std::string line;
  bool gap = false;
  for (char32_t point : base::to_code_points(words)) {
    const bool blank =
        point == ' ' || (point >= 0x09 && point <= 0x0D) || point == 0xA0 || point == 0x3000;
    if (blank) {
      gap = !line.empty();
      continue;
    }
    if (gap) line += ' ';
    gap = false;
    base::append_utf8(line, point);
  }
  return line;
}

std::vector<ListedIssue> select(Ledger& ledger, const casework::Selection& selection,
                                const SelectOptions& options) {
  const Where where = where_clause(ledger, selection, options.today);
  std::vector<const schema::Field*> extra;
  if (options.with_extra) extra = extra_fields(ledger.schema());
  if (!extra.empty()) need_extra_table(ledger.db());
  Statement rows = ledger.db().prepare(question(extra) + where.sql + order_by(options.sort));
  where.bind_to(rows);
  std::vector<std::string> words;
  for (const std::string& word : selection.words) words.push_back(base::fold(word));

  std::vector<ListedIssue> out;
  while (rows.step()) {
    ListedIssue issue = read_row(rows);
    if (options.with_text || !words.empty()) unseal_text(ledger, rows, issue);
    if (!has_all_words(issue, words)) continue;
    if (options.with_residents) unseal_residents(ledger, rows, issue);
    if (!extra.empty()) {
      issue.extra = read_extra(ledger.keys(), issue.id, rows, kFirstExtra, extra);
    }
    out.push_back(std::move(issue));
    if (options.limit > 0 && static_cast<std::int64_t>(out.size()) >= options.limit) break;
  }
  return out;
}

std::optional<ListedIssue> find_listed(Ledger& ledger, const std::string& number,
                                       const SelectOptions& options) {
  casework::Selection selection;
  selection.terms.push_back({.criterion = casework::Criterion::number, .any_of = {number}});
  auto found = select(ledger, selection, options);
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::vector<std::string> numbers(Ledger& ledger, const casework::Selection& selection,
                                 base::Date today) {
  const Where where = where_clause(ledger, selection, today);
  Statement rows =
      ledger.db().prepare("SELECT i.number FROM issue i " + where.sql + " ORDER BY i.id");
  where.bind_to(rows);
  std::vector<std::string> out;
  while (rows.step()) out.push_back(rows.string(0));
  return out;
}

std::int64_t count(Ledger& ledger, const casework::Selection& selection, base::Date today) {
  const Where where = where_clause(ledger, selection, today);
  Statement query = ledger.db().prepare("SELECT count(*) FROM issue i " + where.sql);
  where.bind_to(query);
  query.step();
  return query.integer(0);
}

}  // namespace minqing::ledger
