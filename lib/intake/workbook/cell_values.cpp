// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/cell_values.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include "lib/intake/serial_date.hpp"

namespace minqing::intake {
namespace {

using Type = Cell::Type;

constexpr std::size_t kExactFigures = 15;
constexpr double kFirstInexact = 1e15;
/// Beyond these a plain decimal would be a row of zeros.
constexpr double kLargestPlain = 1e21;
constexpr double kSmallestPlain = 1e-7;

std::string_view without_blanks(std::string_view words) {
  constexpr std::string_view kBlank = " \t\r\n";
  std::size_t first = words.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return words.substr(first, words.find_last_not_of(kBlank) - first + 1);
}

/// `46348`, `-3`, `0`: figures without a leading zero.
bool is_plain_integer(std::string_view words) {
  if (words.starts_with('-')) words.remove_prefix(1);
  if (words.empty() || (words.size() > 1 && words.front() == '0')) return false;
  return std::all_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<double> parse_double(std::string_view words) {
  if (words.starts_with('+')) words.remove_prefix(1);
  double value = 0;
  auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
  bool whole = error == std::errc() && end == words.data() + words.size();
  return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// 3.2e+17 as 320000000000000000: the figures that are known, then zeros.
std::string with_zeros(std::string_view scientific) {
  std::size_t e = scientific.find('e');
  std::string figures(scientific.substr(0, e));
  std::erase(figures, '.');
  std::size_t sign = figures.starts_with('-') ? 1 : 0;
  std::size_t exponent = 0;
  std::from_chars(scientific.data() + e + 2, scientific.data() + scientific.size(), exponent);
  figures.resize(std::max(figures.size(), sign + exponent + 1), '0');
  return figures;
}

void set_double(Cell& cell, double value) {
  char digits[64];
  double size = std::fabs(value);
  bool plain = value == 0 || (size >= kSmallestPlain && size < kFirstInexact);
  auto format = plain ? std::chars_format::fixed : std::chars_format::scientific;
  auto [end, error] = std::to_chars(digits, digits + sizeof digits, value, format);
  (void)error;  // the shortest form of any double within these bounds fits
  std::string_view shortest(digits, static_cast<std::size_t>(end - digits));
  bool large = size >= kFirstInexact;
  if (large && size < kLargestPlain) {
    cell.set(Type::number, with_zeros(shortest));
  } else {
    cell.set(Type::number, shortest);
  }
  cell.precision_lost = large;
}

/// False when it is no date.
bool set_date(Cell& cell, double value, NumberShape shape, bool date1904) {
  if (shape == NumberShape::number) return false;
  auto text =
      shape == NumberShape::date ? text_of_serial(value, date1904) : text_of_duration(value);
  if (text) cell.set(Type::date, *text);
  return text.has_value();
}

}  // namespace

bool set_number(Cell& cell, std::string_view stored) {
  std::string_view words = without_blanks(stored);
  if (is_plain_integer(words)) {
    cell.set(Type::number, words);
    cell.precision_lost = words.size() - (words.starts_with('-') ? 1 : 0) > kExactFigures;
    return true;
  }
  auto value = parse_double(words);
  if (value) set_double(cell, *value);
  return value.has_value();
}

bool set_shaped_number(Cell& cell, std::string_view words, NumberShape shape, bool date1904) {
  if (shape == NumberShape::number) return set_number(cell, words);
  auto value = parse_double(without_blanks(words));
  return value && (set_date(cell, *value, shape, date1904) || set_number(cell, words));
}

bool set_shaped_number(Cell& cell, double value, NumberShape shape, bool date1904) {
  if (!std::isfinite(value)) return false;
  if (!set_date(cell, value, shape, date1904)) set_double(cell, value);
  return true;
}

bool set_boolean(Cell& cell, std::string_view stored) {
  std::string_view words = without_blanks(stored);
  bool is_true = words == "1" || words == "true";
  if (!is_true && words != "0" && words != "false") return false;
  cell.set(Type::boolean, is_true ? "TRUE" : "FALSE");
  return true;
}

}  // namespace minqing::intake
