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

/// `B:D` or `2:4`, whole columns or rows; a zero range when it is neither.
Range parse_whole_lines(std::string_view first, std::string_view last) {
  skip_dollar(first);
  skip_dollar(last);
  int from_column = take_column(first);
  int to_column = take_column(last);
  std::int64_t from_row = take_row(first);
  std::int64_t to_row = take_row(last);
  if (!first.empty() || !last.empty()) return {};
  bool columns = from_column > 0 && to_column > 0 && from_row == 0 && to_row == 0;
  if (columns && to_column <= kMaxColumn) return {{1, from_column}, {kMaxRow, to_column}};
  bool rows = from_column == 0 && to_column == 0 && from_row > 0 && to_row > 0;
  if (rows && to_row <= kMaxRow) return {{from_row, 1}, {to_row, kMaxColumn}};
  return {};
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
  Range range{first, parse_cell_name(words.substr(colon + 1))};
  if (first.row == 0) range = parse_whole_lines(words.substr(0, colon), words.substr(colon + 1));
  bool in_order = range.first.row <= range.last.row && range.first.column <= range.last.column;
  return in_order ? range : Range{};
}

std::string to_string(const Range& range) {
  return cell_name(range.first.row, range.first.column) + ':' +
         cell_name(range.last.row, range.last.column);
}

std::string_view out_of_formula(std::string_view value) {
  constexpr std::string_view kOpening = "=\"";
  if (value.size() <= kOpening.size() || !value.starts_with(kOpening) || value.back() != '"') {
    return value;
  }
  const std::string_view inside = value.substr(kOpening.size(), value.size() - kOpening.size() - 1);
  return inside.find('"') == inside.npos ? inside : value;
}

}  // namespace minqing::intake
