// SPDX-License-Identifier: MIT
// Finding the header.

#include <algorithm>
#include <map>

#include "lib/base/utf8.hpp"
#include "lib/intake/layout.hpp"

namespace minqing::intake {
namespace {

std::string_view text_of(const Row& row, int column) { return base::trim(row.at(column).value); }

/// Which cells of the first rows show the text of a cell to their left, merged with it. Made once,
/// since a sheet may have a great many merged ranges.
class MergedToLeft {
 public:
  MergedToLeft(std::span<const Row> head, const std::vector<Range>& merges) {
    for (const Range& merge : merges) {
      for (std::size_t i = 0; i < head.size(); ++i) {
        // Below its first row a merged cell says nothing new.
        if (head[i].number == merge.first.row) note(i, merge);
      }
    }
  }

  bool none() const { return last_column_.empty(); }
  /// The column that holds the text; 0 when the cell is not merged.
  int source(std::size_t index, int column) const {
    auto row = sources_.find(index);
    if (row == sources_.end()) return 0;
    return row->second[static_cast<std::size_t>(column)];
  }
  int last_column(std::size_t index) const {
    auto found = last_column_.find(index);
    return found == last_column_.end() ? 0 : found->second;
  }

 private:
  void note(std::size_t index, const Range& merge) {
    auto& row = sources_[index];
    row.resize(kMaxTableColumns + 1);
    int last = std::min(merge.last.column, kMaxTableColumns);
    for (int column = merge.first.column; column <= last; ++column) {
      row[static_cast<std::size_t>(column)] = merge.first.column;
    }
    last_column_[index] = std::max(last_column_[index], last);
  }

  std::map<std::size_t, std::vector<int>> sources_;
  std::map<std::size_t, int> last_column_;
};

/// A block of rows seen as a header.
class Block {
 public:
  Block(std::span<const Row> head, std::size_t first, std::size_t height,
        const MergedToLeft& merged)
      : rows_(head.subspan(first, height)), first_(first), merged_(merged) {}

  int last_column() const {
    int last = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      last = std::max({last, rows_[i].last_column(), merged_.last_column(first_ + i)});
    }
    return std::min(last, kMaxTableColumns);
  }

  /// The texts above each other in a column, each once.
  std::vector<std::string> path(int column) const {
    std::vector<std::string> path;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      std::string_view text = text_at(i, column);
      if (!text.empty() && (path.empty() || path.back() != text)) path.emplace_back(text);
    }
    return path;
  }

 private:
  std::string_view text_at(std::size_t index, int column) const {
    std::string_view own = text_of(rows_[index], column);
    if (!own.empty()) return own;
    if (merged_.none()) return parent_on_the_left(index, column);
    int source = merged_.source(first_ + index, column);
    return source == 0 ? std::string_view() : text_of(rows_[index], source);
  }

  /// Text files have no merged cells: a parent stands over its first child only, and the cells
  /// beside it are empty while the row below is filled.
  std::string_view parent_on_the_left(std::size_t index, int column) const {
    if (index + 1 == rows_.size() || text_of(rows_[index + 1], column).empty()) return {};
    for (int left = column - 1; left > 0; --left) {
      if (text_of(rows_[index + 1], left).empty()) return {};
      if (std::string_view text = text_of(rows_[index], left); !text.empty()) return text;
    }
    return {};
  }

  std::span<const Row> rows_;
  std::size_t first_;
  const MergedToLeft& merged_;
};

std::vector<Column> columns_of(const Block& block, const JudgeHeading& judge) {
  std::vector<Column> columns;
  for (int column = 1; column <= block.last_column(); ++column) {
    std::vector<std::string> path = block.path(column);
    if (path.empty()) continue;
    Heading heading = judge(path.back());
    columns.push_back({column, std::move(path), heading, false, {}, {}});
  }
  return columns;
}

/// A text merged over several columns counts once, or it would outweigh the headings below it.
std::size_t count_known(const std::vector<Column>& columns) {
  std::size_t known = 0;
  const Column* left = nullptr;
  for (const Column& column : columns) {
    bool repeats =
        left != nullptr && left->column + 1 == column.column && left->path == column.path;
    if (column.heading != Heading::unknown && !repeats) ++known;
    left = &column;
  }
  return known;
}

/// Rows of a header lie close together: a row between them without any text is not part of one.
bool is_contiguous(std::span<const Row> rows) {
  return rows.back().number - rows.front().number + 1 == static_cast<std::int64_t>(rows.size());
}

}  // namespace

std::string Column::label() const { return base::join(path, "/"); }

std::string Column::mark() const {
  return label_at.cell.row > 0 ? cell_name(label_at.cell.row, label_at.cell.column)
                               : column_name(column);
}

base::Place place_of(const std::string& file, const SheetInfo& sheet, const Spot& spot) {
  if (spot.line > 0) return {file, {}, {}, spot.line, 0};
  return {file, sheet.name, cell_name(spot.cell.row, spot.cell.column), 0, 0};
}

const Column* Layout::find(int column) const {
  auto found = std::lower_bound(columns.begin(), columns.end(), column,
                                [](const Column& a, int b) { return a.column < b; });
  return found != columns.end() && found->column == column ? &*found : nullptr;
}

Layout find_layout(std::span<const Row> head, const SheetInfo& sheet, const JudgeHeading& judge) {
  MergedToLeft merged(head, sheet.merges);
  Layout best;
  std::size_t most = 1;
  std::size_t above = 0;
  for (std::size_t height = 1; height <= kMaxHeaderRows; ++height) {
    for (std::size_t first = 0; first + height <= head.size(); ++first) {
      auto rows = head.subspan(first, height);
      if (!is_contiguous(rows)) continue;
      std::vector<Column> columns = columns_of(Block(head, first, height, merged), judge);
      std::size_t known = count_known(columns);
      if (known <= most) continue;
      most = known;
      above = first;
      best.columns = std::move(columns);
      best.first_header_row = rows.front().number;
      best.last_header_row = rows.back().number;
    }
  }
  if (!best.found()) return best;
  for (Column& column : best.columns) column.hidden = sheet.is_hidden_column(column.column);
  read_lines_above(head.first(above), best);
  return best;
}

}  // namespace minqing::intake
