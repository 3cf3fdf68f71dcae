// SPDX-License-Identifier: MIT
#include "lib/intake/sheet.hpp"

#include <algorithm>
#include <iterator>

#include "lib/base/utf8.hpp"

namespace minqing::intake {

bool SheetInfo::is_hidden_column(int column) const {
  return std::any_of(hidden_columns.begin(), hidden_columns.end(), [&](const Range& range) {
    return range.first.column <= column && column <= range.last.column;
  });
}

Row::Row(const Row& other)
    : number(other.number),
      line(other.line),
      hidden(other.hidden),
      cells_(other.cells().begin(), other.cells().end()),
      used_(other.used_) {}

Row& Row::operator=(const Row& other) {
  if (this == &other) return *this;
  restart(other.number, other.line);
  hidden = other.hidden;
  for (const Placed& placed : other.cells()) cell(placed.column) = placed.cell;
  return *this;
}

std::size_t Row::lower_bound(int column) const {
  auto found = std::lower_bound(cells_.begin(), cells_.begin() + static_cast<long>(used_), column,
                                [](const Placed& a, int b) { return a.column < b; });
  return static_cast<std::size_t>(found - cells_.begin());
}

const Cell& Row::at(int column) const {
  static const Cell kEmpty;
  std::size_t index = lower_bound(column);
  return index < used_ && cells_[index].column == column ? cells_[index].cell : kEmpty;
}

Cell& Row::cell(int column) {
  std::size_t index = column > last_column() ? used_ : lower_bound(column);
  if (index < used_ && cells_[index].column == column) return cells_[index].cell;
  if (used_ == cells_.size()) cells_.emplace_back();
  auto begin = cells_.begin() + static_cast<long>(index);
  auto unused = cells_.begin() + static_cast<long>(used_);
  std::rotate(begin, unused, unused + 1);
  ++used_;
  cells_[index].column = column;
  cells_[index].cell.clear();
  return cells_[index].cell;
}

void Row::restart(std::int64_t new_number, std::int64_t new_line) {
  number = new_number;
  line = new_line;
  hidden = false;
  used_ = 0;
}

bool names_sheet(const std::string& typed, const std::string& name) {
  return base::fold(typed) == base::fold(name);
}

base::Error no_such_sheet(const std::string& typed, const std::vector<std::string>& known) {
  std::vector<std::string> named;
  std::copy_if(known.begin(), known.end(), std::back_inserter(named),
               [](const std::string& name) { return !name.empty(); });
  base::Text way_out = base::text("有：{}", "there are: {}", base::join(named, "、"));
  if (named.empty()) {
    way_out = {"文本文件没有工作表，不用写 --工作表",
               "a text file has no sheets; leave --sheet out"};
  } else if (const std::string near = base::nearest(typed, named); !near.empty()) {
    way_out = base::text("是不是“{}”？", "did you mean '{}'?", near);
  }
  return {base::Exit::not_found, base::text("没有工作表“{}”", "there is no sheet '{}'", typed),
          way_out};
}

base::Place place_of(const std::string& file, const SheetInfo& sheet, const Row& row, int column) {
  if (row.line > 0) return {file, {}, {}, row.line, 0};
  return {file, sheet.name, column > 0 ? cell_name(row.number, column) : std::string(), 0, 0};
}

}  // namespace minqing::intake
