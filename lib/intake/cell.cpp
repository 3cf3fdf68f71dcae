// SPDX-License-Identifier: MIT
#include "lib/intake/cell.hpp"

#include <algorithm>

#include "lib/base/ascii.hpp"

namespace minqing::intake {
namespace {

int letter_value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A' + 1;
  if (c >= 'a' && c <= 'z') return c - 'a' + 1;
  return 0;
}

void skip_dollar(std::string_view& words) {
  if (words.starts_with('$')) words.remove_prefix(1);
}

int take_column(std::string_view& words) {
  int column = 0;
  while (!words.empty() && letter_value(words.front()) > 0 && column <= kMaxColumn) {
    column = column * 26 + letter_value(words.front());
    words.remove_prefix(1);
  }
  return column;
}

std::int64_t take_row(std::string_view& words) {
  std::int64_t row = 0;
  while (!words.empty() && base::is_digit(words.front()) && row <= kMaxRow) {
    row = row * 10 + (words.front() - '0');
    words.remove_prefix(1);
  }
  return row;
}

}  // namespace

void Cell::clear() {
  type = Type::empty;
  precision_lost = false;
  value.clear();
}

void Cell::set(Type new_type, std::string_view new_value) {
  type = new_type;
  value.assign(new_value);
}

std::string column_name(int column) {
  std::string name;
  for (; column > 0; column = (column - 1) / 26) {
    name += static_cast<char>('A' + (column - 1) % 26);
  }
  std::reverse(name.begin(), name.end());
  return name;
}

std::string cell_name(std::int64_t row, int column) {
  return column_name(column) + std::to_string(row);
}

Position parse_cell_name(std::string_view name) {
  skip_dollar(name);
  int column = take_column(name);
  skip_dollar(name);
  std::int64_t row = take_row(name);
  bool fits = name.empty() && column >= 1 && column <= kMaxColumn && row >= 1 && row <= kMaxRow;
  return fits ? Position{row, column} : Position{};
}

Range parse_range(std::string_view words) {
  std::size_t colon = words.find(':');
  Position first = parse_cell_name(words.substr(0, colon));
  if (colon == std::string_view::npos) return {first, first};
  Position last = parse_cell_name(words.substr(colon + 1));
  if (first.row == 0 || last.row < first.row || last.column < first.column) return {};
  return {first, last};
}

std::string to_string(const Range& range) {
  return cell_name(range.first.row, range.first.column) + ':' +
         cell_name(range.last.row, range.last.column);
}

}  // namespace minqing::intake
