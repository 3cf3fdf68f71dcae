// SPDX-License-Identifier: MIT
#include "lib/schema/table.hpp"

#include "lib/base/utf8.hpp"

#include <string>
#include <utility>
#include <vector>

namespace minqing::schema {
namespace {

struct Cell {
  std::string text;
  Position at;
};

class TableReader {
 public:
  TableReader(const SourceText& source, Problems& problems)
      : source_(source), problems_(problems) {}

  std::optional<Node> read() {
    if (!read_header()) return std::nullopt;
    Node table;
    table.kind = Node::Kind::list;
    table.at = {source_.file(), 1, 1};
    std::size_t count = 0;
    for (std::size_t i = 1; i < source_.line_count(); ++i) {
      if (base::trim(source_.line(i)).empty()) continue;
      count += header_.size();
      if (count > kMaxNodes) {
        problems_.add(line_position(i), {},
                      base::text("表太大：最多 {} 格", "too large: at most {} cells", kMaxNodes));
        return std::nullopt;
      }
      add_row(table, i);
    }
    return table;
  }

 private:
  Position line_position(std::size_t line) const {
    return {source_.file(), static_cast<int>(line) + 1, 1};
  }

  bool read_header() {
    auto cells = cells_of(0);
    if (!cells) return false;
    header_ = std::move(*cells);
    bool good = true;
    for (std::size_t i = 0; i < header_.size(); ++i) good = check_heading(i) && good;
    return good;
  }

  bool check_heading(std::size_t index) {
    const Cell& heading = header_[index];
    if (heading.text.empty()) {
      problems_.add(heading.at, {}, {"表头有空格子", "an empty heading"},
                    {"第一行写各列的名称", "the first line names the columns"});
      return false;
    }
    for (std::size_t i = 0; i < index; ++i) {
      if (header_[i].text != heading.text) continue;
      problems_.add(heading.at, heading.text, {"这一列出现两次", "this column stands here twice"});
      return false;
    }
    return true;
  }

  void add_row(Node& table, std::size_t line) {
    auto cells = cells_of(line);
    if (!cells) return;
    if (cells->size() != header_.size()) {
      problems_.add(
          line_position(line), {},
          base::text("这一行有 {} 格，表头有 {} 格", "cells in this row: {}, in the header: {}",
                     cells->size(), header_.size()),
          {"格子里有逗号时要加双引号", "put a cell with a comma in double quotes"});
      return;
    }
    Node row;
    row.kind = Node::Kind::map;
    row.at = line_position(line);
    for (std::size_t i = 0; i < cells->size(); ++i) {
      if (!(*cells)[i].text.empty()) row.entries.push_back(entry_of(i, (*cells)[i]));
    }
    table.items.push_back(std::move(row));
  }

  Entry entry_of(std::size_t column, Cell& cell) const {
    Entry entry{header_[column].text, header_[column].at, {}};
    entry.value.kind = Node::Kind::scalar;
    entry.value.quoted = true;
    entry.value.at = cell.at;
    entry.value.text = std::move(cell.text);
    return entry;
  }

  std::optional<std::vector<Cell>> cells_of(std::size_t line) {
    const std::string_view text = source_.line(line);
    std::vector<Cell> cells;
    for (std::size_t at = 0;;) {
      Cell cell{{}, source_.position_of(source_.offset_of(line, at))};
      if (!take_cell(text, at, cell)) return std::nullopt;
      cells.push_back(std::move(cell));
      if (at == text.size()) return cells;
      ++at;  // the comma
    }
  }

  /// Moves `at` to the comma or the end of the line after the cell.
  bool take_cell(std::string_view text, std::size_t& at, Cell& cell) {
    if (at == text.size() || text[at] != '"') {
      const std::size_t end = std::min(text.find(',', at), text.size());
      cell.text = base::trim(text.substr(at, end - at));
      at = end;
      return check_bare(cell);
    }
    for (++at; at < text.size(); ++at) {
      if (text[at] != '"') {
        cell.text += text[at];
      } else if (at + 1 < text.size() && text[at + 1] == '"') {
        cell.text += text[++at];
      } else {
        return end_quoted(text, ++at, cell);
      }
    }
    problems_.add(cell.at, {},
                  {"引号没有在本行闭合", "a quotation mark is not closed on its line"});
    return false;
  }

  bool end_quoted(std::string_view text, std::size_t at, const Cell& cell) {
    if (at == text.size() || text[at] == ',') return true;
    problems_.add(cell.at, {},
                  {"引号后面还有字", "something stands after the closing quotation mark"},
                  {"格子里的引号要写两个", "write a quotation mark inside a cell twice"});
    return false;
  }

  bool check_bare(const Cell& cell) {
    if (cell.text.find('"') == std::string::npos) return true;
    problems_.add(cell.at, {}, {"格子中间有引号", "a quotation mark inside a cell"},
                  {"整个格子加双引号，里面的引号写两个",
                   "put the whole cell in double quotes and write inner ones twice"});
    return false;
  }

  const SourceText& source_;
  Problems& problems_;
  std::vector<Cell> header_;
};

}  // namespace

std::optional<Node> parse_table(const SourceText& source, Problems& problems) {
  if (!source.check(problems)) return std::nullopt;
  return TableReader(source, problems).read();
}

}  // namespace minqing::schema
