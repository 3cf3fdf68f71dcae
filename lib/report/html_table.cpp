// SPDX-License-Identifier: MIT
// Tables in HTML: widths follow from the content by the same rule as in plain text, so that the
// printed page does not depend on the browser; on a narrow screen the table scrolls inside its box.

#include "lib/base/utf8.hpp"
#include "lib/report/html_parts.hpp"
#include "lib/report/table_layout.hpp"

namespace minqing::report::html {

namespace {

/// Half-width characters of 10.5 pt that the type area holds: 156 mm, and 225 mm on landscape
/// pages.
constexpr int kPortrait = 84;
constexpr int kLandscape = 121;
/// What the padding of a cell takes, with some room for fonts whose figures are wider than half.
constexpr int kPadding = 3;

Escaped class_of(Align align) {
  if (align == Align::right) return "r"_html;
  return align == Align::center ? "c"_html : "l"_html;
}

Escaped columns_of(const std::vector<int>& widths) {
  Escaped out;
  const int whole = sum(widths);
  for (const int width : widths) {
    const int share = width * 1000 / whole;
    out += compose("<col style=\"width:{}.{}%\">", share / 10, share % 10);
  }
  return compose("<colgroup>{}</colgroup>\n", out);
}

Escaped text_of(const std::string& text) { return escape(base::trim(text)); }

Escaped headings_of(const Table& table) {
  if (!has_groups(table)) {
    Escaped cells;
    for (const Column& column : table.columns) {
      cells += compose("<th scope=\"col\">{}</th>", text_of(column.heading));
    }
    return compose("<tr>{}</tr>\n", cells);
  }
  Escaped upper;
  Escaped lower;
  for (const HeaderSpan& span : header_spans(table, all_columns(table))) {
    if (span.group.empty()) {
      upper += compose("<th scope=\"col\" rowspan=\"2\">{}</th>",
                       text_of(table.columns[span.first].heading));
      continue;
    }
    upper +=
        compose("<th scope=\"colgroup\" colspan=\"{}\">{}</th>", span.count, text_of(span.group));
    for (std::size_t i = span.first; i < span.first + span.count; ++i) {
      lower += compose("<th scope=\"col\">{}</th>", text_of(table.columns[i].heading));
    }
  }
  return compose("<tr>{}</tr>\n<tr>{}</tr>\n", upper, lower);
}

Escaped row_of(const Table& table, const Row& row, bool strong) {
  Escaped cells;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    cells += compose("<td class=\"{}\">{}</td>", class_of(align_of(table.columns[i])),
                     text_of(cell(row, i)));
  }
  if (strong) return compose("<tr class=\"strong\">{}</tr>\n", cells);
  return compose("<tr>{}</tr>\n", cells);
}

Escaped rows_of(const Table& table, base::Lang language) {
  Escaped rows;
  for (const Row& row : table.rows) rows += row_of(table, row, row.strong);
  if (table.rows.empty()) {
    rows += compose("<tr><td class=\"c\" colspan=\"{}\">{}</td></tr>\n", table.columns.size(),
                    nothing(language));
  }
  if (table.total) rows += row_of(table, *table.total, true);
  return rows;
}

}  // namespace

Escaped nothing(base::Lang language) {
  return language == base::Lang::zh ? "（无）"_html : "(none)"_html;
}

Escaped table_block(const Table& table, base::Lang language) {
  if (table.columns.empty()) return {};
  const bool wide = is_landscape(table);
  const int padding = kPadding * static_cast<int>(table.columns.size());
  std::vector<int> widths =
      fit_widths(measure_columns(table), (wide ? kLandscape : kPortrait) - padding);
  for (int& width : widths) width += kPadding;
  Escaped out = wide ? "<figure class=\"table wide\">\n"_html : "<figure class=\"table\">\n"_html;
  if (!table.caption.empty()) {
    out += compose("<figcaption>{}</figcaption>\n", text_of(table.caption));
  }
  out += compose(
      "<div class=\"box\" tabindex=\"0\">\n<table "
      "style=\"min-width:{}em\">\n{}<thead>\n{}</thead>\n"
      "<tbody>\n{}</tbody>\n</table>\n</div>\n</figure>\n",
      sum(widths) / 2, columns_of(widths), headings_of(table), rows_of(table, language));
  return out;
}

}  // namespace minqing::report::html
