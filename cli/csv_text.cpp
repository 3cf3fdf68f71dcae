// SPDX-License-Identifier: MIT
#include "cli/csv_text.hpp"

#include <algorithm>

#include "lib/base/utf8.hpp"

namespace minqing::cli {

namespace {

bool is_plain_number(std::string_view text) {
  if (!text.empty() && text.front() == '-') text.remove_prefix(1);
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

bool starts_formula(std::string_view line) {
  const std::string plain = base::to_half_width(base::trim(line));
  return !plain.empty() && std::string_view("=+-@").find(plain.front()) != std::string_view::npos;
}

/// A line inside a cell may become a cell of its own in a careless reader.
bool may_run(std::string_view cell) {
  if (is_plain_number(cell)) return false;
  if (!cell.empty() && (cell.front() == '\t' || cell.front() == '\r' || cell.front() == '\n')) {
    return true;
  }
  for (std::string_view line : base::split(cell, '\n')) {
    if (starts_formula(line)) return true;
  }
  return false;
}

}  // namespace

std::string csv_line(const std::vector<std::string>& cells) {
  std::string out;
  for (const std::string& cell : cells) {
    if (!out.empty()) out += ',';
    out += '"';
    if (may_run(cell)) out += '\'';
    for (char c : cell) {
      if (c == '"') out += '"';
      out += c;
    }
    out += '"';
  }
  return out + "\r\n";
}

}  // namespace minqing::cli
