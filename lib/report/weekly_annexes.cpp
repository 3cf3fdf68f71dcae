// SPDX-License-Identifier: MIT
#include "lib/report/weekly_page.hpp"

namespace minqing::report {

namespace {

using base::text;
using base::Text;

std::string number(std::int64_t value) { return fmt::format("{}", value); }

Column column(const WeeklyPage& page, const Text& heading, CellKind kind = CellKind::text,
              const Text& group = {}) {
  return {page.say(heading), kind, page.say(group)};
}

/// Small numbers have no rate: one call-back is neither 0 % nor 100 %.
std::string rate_cell(const WeeklyPage& page, Ratio ratio, std::int64_t behind) {
  return page.enough(behind) ? format_rate(ratio) : kNoFigure;
}

Row unit_row(const WeeklyPage& page, std::string name, const Counts& counts) {
  return {{std::move(name), number(counts[Metric::assigned]),
           rate_cell(page, sign_rate(counts), counts[Metric::sign_due]),
           number(counts[Metric::due_count]), number(counts[Metric::on_time]),
           number(counts[Metric::late]), number(counts[Metric::overdue]),
           rate_cell(page, on_time_rate(counts), counts[Metric::due_count]),
           number(counts[Metric::called_back]),
           rate_cell(page, page.satisfaction(counts), counts[Metric::rated])}};
}

Table unit_table(const WeeklyPage& page) {
  const Text given = text("交办", "Handed over");
  const Text handled = text("到期事项", "Fallen due");
  const Text asked = text("回访", "Call-backs");
  Table table;
  table.columns = {column(page, text("承办单位", "Unit")),
                   column(page, text("件次", "Count"), CellKind::count, given),
                   column(page, text("签收率", "Signed"), CellKind::rate, given),
                   column(page, text("应办结", "Due"), CellKind::count, handled),
                   column(page, text("按时办结", "In time"), CellKind::count, handled),
                   column(page, text("超期办结", "Late"), CellKind::count, handled),
                   column(page, text("超期未办结", "Overdue"), CellKind::count, handled),
                   column(page, text("按时办结率", "On-time rate"), CellKind::rate, handled),
                   column(page, text("有效回访", "Reached"), CellKind::count, asked),
                   column(page, text("满意率", "Satisfaction"), CellKind::rate, asked)};
  return table;
}

/// `司法所（交办2件次、未销号3件）`
Text idle_unit(const Group& unit) {
  return text("{}（交办{}件次、未销号{}件）", "{} ({} handed over, {} open)", unit.label,
              unit.now[Metric::assigned], unit.now[Metric::closing]);
}

Table overdue_table(const WeeklyPage& page) {
  const Text overdue = text("超期", "Overdue");
  Table table;
  table.columns = {column(page, text("编号", "Number")),
                   column(page, text("诉求类别", "Category")),
                   column(page, text("村（社区）", "Village")),
                   column(page, text("承办单位", "Unit")),
                   column(page, text("办结时限", "Due")),
                   column(page, text("天数", "Days"), CellKind::count, overdue),
                   column(page, text("工作日", "Working days"), CellKind::count, overdue)};
  for (const OverdueLine& line : page.figures().overdue) {
    const std::string due = calendar::to_string(line.due);
    table.rows.push_back(
        {{line.issue.number, page.say(line.issue.category), page.say(line.issue.village),
          page.say(line.issue.unit),
          line.due.provisional ? page.say(text("{}（暂定）", "{} (provisional)", due)) : due,
          number(line.calendar_days), number(line.working_days)}});
  }
  return table;
}

Table closed_table(const WeeklyPage& page) {
  Table table;
  table.columns = {
      column(page, text("编号", "Number")),        column(page, text("诉求类别", "Category")),
      column(page, text("承办单位", "Unit")),      column(page, text("办理结果", "Result")),
      column(page, text("销号依据", "Closed on")), column(page, text("销号日期", "Date"))};
  for (const ClosedLine& line : page.figures().closed) {
    const Text ground = line.ground ? label_of(*line.ground) : base::same(kNoFigure);
    table.rows.push_back(
        {{line.issue.number, page.say(line.issue.category), page.say(line.issue.unit),
          page.say(label_of(line.result)), page.say(ground), base::to_string(line.closed_on)}});
  }
  return table;
}

Table card_table(const WeeklyPage& page) {
  Table table;
  table.columns = {column(page, text("卡号", "Card")),
                   column(page, text("受理", "Received"), CellKind::count),
                   column(page, text("应办结", "Due"), CellKind::count),
                   column(page, text("按时办结", "In time"), CellKind::count),
                   column(page, text("超期未办结", "Overdue"), CellKind::count),
                   column(page, text("销号", "Closed"), CellKind::count),
                   column(page, text("期末未销号", "Closing"), CellKind::count)};
  for (const Group& card : page.figures().by(Dimension::card)) {
    if (card.id.empty() || card.now.all_zero()) continue;
    table.rows.push_back(
        {{card.id, number(card.now[Metric::received_count]), number(card.now[Metric::due_count]),
          number(card.now[Metric::on_time]), number(card.now[Metric::overdue]),
          number(card.now[Metric::closed]), number(card.now[Metric::closing])}});
  }
  return table;
}

struct BookColumn {
  Metric metric;
  Text heading;
};

/// Hand-overs move issues between units, never between categories.
std::vector<BookColumn> book_columns(Dimension dimension, const Counts& all) {
  std::vector<BookColumn> out = {{Metric::opening, text("期初未销号", "Opening")},
                                 {Metric::received_count, text("受理", "Received")},
                                 {Metric::moved_in, text("转入", "Moved in")},
                                 {Metric::reopened_closed, text("销号后重办", "Reopened")},
                                 {Metric::moved_out, text("转出", "Moved out")},
                                 {Metric::closed, text("销号", "Closed")},
                                 {Metric::merged, text("并案", "Merged")},
                                 {Metric::voided, text("作废", "Voided")},
                                 {Metric::closing, text("期末未销号", "Closing")}};
  // Seldom anything is merged: without it the column would be narrow paper wasted.
  if (all[Metric::merged] == 0) {
    std::erase_if(out, [](const BookColumn& column) { return column.metric == Metric::merged; });
  }
  if (dimension != Dimension::unit) {
    std::erase_if(out, [](const BookColumn& column) {
      return column.metric == Metric::moved_in || column.metric == Metric::moved_out;
    });
  }
  return out;
}

Row book_row(std::string name, const std::vector<BookColumn>& columns, const Counts& counts) {
  Row row{{std::move(name)}};
  for (const BookColumn& column : columns) row.cells.push_back(number(counts[column.metric]));
  return row;
}

bool is_in_books(const std::vector<BookColumn>& columns, const Counts& counts) {
  for (const BookColumn& column : columns) {
    if (counts[column.metric] != 0) return true;
  }
  return false;
}

Table book_table(const WeeklyPage& page, Dimension dimension, const Text& heading,
                 const Text& caption) {
  const std::vector<BookColumn> columns = book_columns(dimension, page.figures().now);
  Table table;
  table.caption = page.say(caption);
  table.columns = {column(page, heading)};
  for (const BookColumn& book : columns) {
    table.columns.push_back(column(page, book.heading, CellKind::count));
  }
  for (const Group& group : page.figures().by(dimension)) {
    if (!is_in_books(columns, group.now)) continue;
    table.rows.push_back(book_row(page.say(group.label), columns, group.now));
  }
  table.total = book_row(page.say(text("合计", "Total")), columns, page.figures().now);
  return table;
}

void write_verdict_on_books(WeeklyPage& page) {
  if (page.figures().unbalanced.empty()) {
    page.note(
        text("期初＋受理＋转入＋销号后重办－转出－销号－并案－作废＝期末，各单位、各类别逐行相符。",
             "Opening + received + moved in + reopened − moved out − closed − merged − voided = "
             "closing; every unit and every category agrees."));
    return;
  }
  List list;
  for (const Unbalanced& line : page.figures().unbalanced) {
    list.items.push_back({{page.say(text("{}“{}”：期初加减各项与期末相差{}件。",
                                         "{} '{}': the movements differ from the closing by {}.",
                                         label_of(words(line.dimension), line.dimension),
                                         line.label, line.difference)),
                           true}});
  }
  page.put(std::move(list));
}

}  // namespace

void write_units_annex(WeeklyPage& page) {
  page.put(Attachment{page.say(text("各承办单位办理情况统计表", "Handling by unit"))});
  Table table = unit_table(page);
  table.landscape = true;
  std::vector<Text> idle;
  for (const Group& unit : page.figures().by(Dimension::unit)) {
    if (unit.id.empty()) continue;
    if (unit.now[Metric::due_count] > 0) {
      table.rows.push_back(unit_row(page, page.say(unit.label), unit.now));
    } else if (unit.now[Metric::assigned] + unit.now[Metric::closing] > 0) {
      idle.push_back(idle_unit(unit));
    }
  }
  table.total = unit_row(page, page.say(text("合计", "Total")), page.figures().now);
  page.put(std::move(table));
  if (!idle.empty()) {
    page.note(text("本周无应办结事项、不作比较的单位：{}。合计含这些单位。",
                   "Nothing due this week, not compared: {}. The total includes them.",
                   listed(idle)));
  }
}

void write_overdue_annex(WeeklyPage& page) {
  page.put(Attachment{page.say(text("超期未办结清单", "Overdue issues"))});
  page.put(overdue_table(page));
}

void write_closed_annex(WeeklyPage& page) {
  page.put(Attachment{page.say(text("销号清单", "Issues closed"))});
  page.put(closed_table(page));
}

/// In the order of the cards' numbers, for planning visits: nobody is ranked by the issues that
/// residents brought.
void write_cards_annex(WeeklyPage& page) {
  Table table = card_table(page);
  if (table.rows.empty()) return;
  page.put(Attachment{page.say(text("民情联系卡受理情况", "What came in through contact cards"))});
  page.put(std::move(table));
}

void write_books_annex(WeeklyPage& page) {
  page.put(Attachment{page.say(text("台账收支平衡表", "The books"))});
  page.put(book_table(page, Dimension::unit, text("承办单位", "Unit"),
                      text("按承办单位（件）", "By unit")));
  page.put(book_table(page, Dimension::category, text("诉求类别", "Category"),
                      text("按诉求类别（件）", "By category")));
  write_verdict_on_books(page);
}

}  // namespace minqing::report
