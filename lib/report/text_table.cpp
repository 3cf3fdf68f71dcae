// SPDX-License-Identifier: MIT
// Tables in plain text: three thick or thin lines and no vertical ones. What is too wide is wrapped
// inside its cell; what still does not fit continues in a second table below, with the first column
// repeated.

#include <algorithm>
#include <vector>

#include "lib/base/utf8.hpp"
#include "lib/report/table_layout.hpp"
#include "lib/report/text_page.hpp"

namespace minqing::report {

namespace {

constexpr int kGap = 2;

/// One cell, or a group heading over several.
struct Piece {
  std::vector<std::string> lines;
  int width;
  Align align;
};
enum class Stand { top, bottom };

std::string aligned(std::string_view text, int width, Align align) {
  if (align == Align::right) return base::pad_left(text, width);
  if (align == Align::left) return base::pad_right(text, width);
  const int before = std::max((width - base::display_width(text)) / 2, 0);
  return base::pad_right(base::pad_left("", before) + std::string(text), width);
}

std::string rule(std::string_view stroke, int width) {
  std::string out;
  for (int i = 0; i < width; ++i) out += stroke;
  return out;
}

/// Columns of the table that are printed side by side.
struct Part {
  std::vector<std::size_t> columns;
  std::vector<int> widths;
};

int width_of(const std::vector<int>& widths) {
  return sum(widths) + kGap * (static_cast<int>(widths.size()) - 1);
}

class TablePrinter {
 public:
  TablePrinter(TextPage& page, const Table& table) : page_(page), table_(table) {}

  void print() {
    for (const Part& part : parts()) {
      page_.gap();
      print_part(part);
    }
    page_.gap();
  }

 private:
  /// All columns, or the first one with as many others as fit, again and again.
  std::vector<Part> parts() const {
    const std::vector<Extent> extents = measure_columns(table_);
    std::vector<Part> parts;
    std::size_t next = 1;
    do {
      std::vector<std::size_t> columns = {0};
      int least = extents[0].least;
      while (next < extents.size() &&
             (columns.size() == 1 || least + kGap + extents[next].least <= page_.width())) {
        least += kGap + extents[next].least;
        columns.push_back(next++);
      }
      parts.push_back(fitted(std::move(columns), extents));
    } while (next < extents.size());
    return parts;
  }

  Part fitted(std::vector<std::size_t> columns, const std::vector<Extent>& extents) const {
    std::vector<Extent> chosen;
    for (const std::size_t column : columns) chosen.push_back(extents[column]);
    const int gaps = kGap * (static_cast<int>(columns.size()) - 1);
    return {std::move(columns), fit_widths(chosen, page_.width() - gaps)};
  }

  void print_part(const Part& part) {
    const int width = width_of(part.widths);
    page_.line(rule("━", width));
    if (has_groups(table_)) print_groups(part);
    print_band(headings(part), Stand::bottom);
    page_.line(rule("─", width));
    print_rows(part);
    page_.line(rule("━", width));
  }

  void print_groups(const Part& part) {
    std::vector<Piece> names;
    std::vector<Piece> lines;
    for (const HeaderSpan& span : header_spans(table_, part.columns)) {
      const auto from = part.widths.begin() + static_cast<std::ptrdiff_t>(span.first);
      const int width = width_of({from, from + static_cast<std::ptrdiff_t>(span.count)});
      names.push_back({lines_of(span.group, width), width, Align::center});
      lines.push_back({{span.group.empty() ? "" : rule("─", width)}, width, Align::left});
    }
    print_band(names, Stand::bottom);
    print_band(lines, Stand::bottom);
  }

  std::vector<Piece> headings(const Part& part) const {
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < part.columns.size(); ++i) {
      const Column& column = table_.columns[part.columns[i]];
      pieces.push_back(
          {lines_of(column.heading, part.widths[i]), part.widths[i], align_of(column)});
    }
    return pieces;
  }

  std::vector<Piece> cells(const Part& part, const Row& row) const {
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < part.columns.size(); ++i) {
      const std::size_t column = part.columns[i];
      pieces.push_back({lines_of(cell(row, column), part.widths[i]), part.widths[i],
                        align_of(table_.columns[column])});
    }
    return pieces;
  }

  void print_rows(const Part& part) {
    if (table_.rows.empty()) page_.line(nothing(page_.language()));
    std::vector<std::vector<Piece>> bands;
    for (const Row& row : table_.rows) bands.push_back(cells(part, row));
    const bool spaced = std::any_of(bands.begin(), bands.end(), is_broken);
    for (std::size_t i = 0; i < bands.size(); ++i) {
      if (spaced && i > 0) page_.gap();  // else one could not see where a row ends
      print_band(bands[i], Stand::top);
    }
    if (!table_.total) return;
    page_.line(rule("─", width_of(part.widths)));
    print_band(cells(part, *table_.total), Stand::top);
  }

  static bool is_broken(const std::vector<Piece>& band) {
    return std::any_of(band.begin(), band.end(),
                       [](const Piece& piece) { return piece.lines.size() > 1; });
  }

  static std::vector<std::string> lines_of(std::string_view text, int width) {
    return base::wrap(base::visible(base::trim(text), true), width);
  }

  void print_band(const std::vector<Piece>& band, Stand stand) {
    std::size_t height = 0;
    for (const Piece& piece : band) height = std::max(height, piece.lines.size());
    for (std::size_t i = 0; i < height; ++i) {
      std::string line;
      for (const Piece& piece : band) {
        const std::size_t above = stand == Stand::bottom ? height - piece.lines.size() : 0;
        const bool inside = i >= above && i - above < piece.lines.size();
        if (&piece != &band.front()) line += std::string(kGap, ' ');
        line += aligned(inside ? piece.lines[i - above] : "", piece.width, piece.align);
      }
      page_.line(line);
    }
  }

  TextPage& page_;
  const Table& table_;
};

}  // namespace

void put_table(TextPage& page, const Table& table) {
  if (table.columns.empty()) return;
  page.gap();
  if (!table.caption.empty()) page.centred(table.caption);
  TablePrinter(page, table).print();
}

}  // namespace minqing::report
