// SPDX-License-Identifier: MIT
#include "lib/intake/cells_csv.hpp"

#include <array>
#include <utility>

namespace minqing::intake {
namespace {

constexpr std::array<std::string_view, 6> kTypes = {"", "s", "n", "b", "d", "e"};
constexpr std::array<std::string_view, 3> kKinds = {"sheet", "chartsheet", "othersheet"};
constexpr std::array<std::string_view, 3> kVisibilities = {"visible", "hidden", "veryHidden"};

template <class List, class E>
std::string_view word(const List& words, E value) {
  return words[static_cast<std::size_t>(value)];
}

}  // namespace

void append_csv_field(std::string& out, std::string_view value) {
  if (value.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += value;
    return;
  }
  out += '"';
  for (char c : value) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

CellsCsv::CellsCsv(WriteText write) : write_(std::move(write)) {
  write_("sheet,row,col,type,value\n");
}

bool CellsCsv::on_sheet(const SheetInfo& sheet) {
  sheet_.clear();
  append_csv_field(sheet_, sheet.name);
  line(0, 0, word(kKinds, sheet.kind), word(kVisibilities, sheet.visibility));
  for (const Range& merge : sheet.merges) line(0, 0, "merge", to_string(merge));
  return true;
}

bool CellsCsv::on_row(const Row& row) {
  for (const Row::Placed& placed : row.cells()) {
    if (placed.cell.is_empty()) continue;
    line(row.number, placed.column, word(kTypes, placed.cell.type), placed.cell.value);
  }
  return true;
}

void CellsCsv::line(std::int64_t row, int column, std::string_view type, std::string_view value) {
  out_ = sheet_ + ',' + std::to_string(row) + ',' + std::to_string(column) + ',';
  out_ += type;
  out_ += ',';
  append_csv_field(out_, value);
  out_ += '\n';
  write_(out_);
}

}  // namespace minqing::intake
