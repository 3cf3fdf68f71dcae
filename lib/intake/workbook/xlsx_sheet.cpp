// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/xlsx_sheet.hpp"

#include <charconv>
#include <string>
#include <utility>

#include "lib/base/text.hpp"
#include "lib/intake/workbook/fault.hpp"
#include "lib/intake/workbook/xlsx_cell.hpp"
#include "lib/intake/workbook/xml_part.hpp"

namespace minqing::intake {
namespace {

constexpr std::size_t kMaxColumnGroups = kMaxColumn;

std::int64_t whole_number(std::string_view words) {
  std::int64_t value = 0;
  auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
  return error == std::errc() && end == words.data() + words.size() ? value : -1;
}

/// What a message may repeat of a reference in the file.
std::string shown(std::string_view reference) {
  std::string name;
  for (char c : reference.substr(0, 16)) {
    bool plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    name += plain ? c : '?';
  }
  return name;
}

class SheetReader : public XmlHandler {
 public:
  SheetReader(const std::string& file, SheetInfo info, const SharedStrings& strings,
              const Styles& styles, SheetSink& sink)
      : file_(file), info_(std::move(info)), sink_(sink), cell_(strings, styles, info_.date1904) {}

  void start(std::string_view name, const XmlAttributes& attributes, int depth) override {
    if (in_cell_) return cell_.start(name, depth - 4);
    if (depth == 4 && in_row_ && name == "c") {
      in_cell_ = true;
      cell_.begin(attributes);
    } else if (depth == 3 && in_data_ && name == "row") {
      begin_row(attributes);
    } else if (depth == 3 && name == "col" && !announced_) {
      note_columns(attributes);
    } else if (depth == 3 && name == "mergeCell") {
      ++merges_;
    } else if (depth == 2 && name == "sheetData") {
      in_data_ = true;
      announce();
    }
  }

  void end(std::string_view name, int depth) override {
    if (in_cell_ && depth > 4) {
      cell_.end(name, depth - 4);
    } else if (in_cell_) {
      end_cell();
    } else if (depth == 3) {
      in_row_ = false;
    } else if (depth == 2) {
      hand_over_row();
      in_data_ = false;
    } else if (depth == 1) {
      end_sheet();
    }
  }

  void text(std::string_view piece) override {
    if (in_cell_) cell_.text(piece);
  }

  bool is_done() const override { return done_; }
  bool announced() const { return announced_; }

 private:
  void announce() {
    if (announced_) return;
    announced_ = true;
    done_ = !sink_.on_sheet(info_);
    wanted_ = !done_;
  }

  void note_columns(const XmlAttributes& attributes) {
    if (!attributes.is_true("hidden") || info_.hidden_columns.size() == kMaxColumnGroups) return;
    auto first = static_cast<int>(whole_number(attributes.find("min")));
    auto last = static_cast<int>(whole_number(attributes.find("max")));
    info_.hidden_columns.push_back({{0, first}, {0, last}});
  }

  void begin_row(const XmlAttributes& attributes) {
    std::string_view number = attributes.find("r");
    std::int64_t row = number.data() == nullptr ? row_number_ + 1 : whole_number(number);
    in_row_ = true;
    // Some programs begin the row anew for every cell; spreadsheet programs show one row.
    if (row == row_number_ && row > 0) return;
    if (row > kMaxRow || row < row_number_ || row < 1) fail_row(number, row);
    hand_over_row();
    row_number_ = row;
    column_ = 0;
    row_.restart(row);
    row_.hidden = attributes.is_true("hidden");
  }

  void end_cell() {
    in_cell_ = false;
    int column = place_cell();
    if (cell_.is_blank()) return;
    made_.clear();
    if (!cell_.finish(made_)) fail_cell(cell_name(row_number_, column), cell_.fault());
    if (!made_.is_empty()) std::swap(row_.cell(column), made_);
  }

  /// The column of the cell, from its reference or the one before it.
  int place_cell() {
    std::string_view reference = cell_.reference();
    Position place{row_number_, column_ + 1};
    if (!reference.empty()) place = parse_cell_name(reference);
    bool beyond = place.row == 0 || place.column > kMaxColumn;
    if (beyond) {
      fail_cell(shown(reference), {"单元格位置超出 XFD1048576 或无法识别",
                                   "the place lies beyond XFD1048576 or cannot be read"});
    }
    // The same programs write a cell twice, empty at first.
    bool again = place.column == column_ && row_.at(column_).is_empty();
    if (place.row != row_number_ || (place.column <= column_ && !again)) {
      fail_cell(shown(reference), {"单元格的顺序错乱或重复", "cells are out of order or repeated"});
    }
    column_ = place.column;
    return column_;
  }

  /// Only what comes next tells that a row is whole.
  void hand_over_row() {
    if (!done_ && !row_.empty() && !sink_.on_row(row_)) done_ = true;
    row_.restart(row_number_);
  }

  void end_sheet() {
    announce();
    if (!wanted_ || merges_ == info_.merges.size()) return;
    reject(place({}), {"合并单元格的写法不寻常，无法可靠读取",
                       "its merged ranges are written in an uncommon form and cannot be trusted"});
  }

  base::Place place(std::string cell) const { return {file_, info_.name, std::move(cell), 0, 0}; }

  [[noreturn]] void fail_cell(std::string cell, base::Text reason) const {
    reject(place(std::move(cell)), std::move(reason));
  }

  [[noreturn]] void fail_row(std::string_view number, std::int64_t row) const {
    std::string words = shown(number);
    reject(place({}), row > kMaxRow || row < 1
                          ? base::text("行号 {} 超出 1 到 {}",
                                       "row number {} is not within 1 to {}", words, kMaxRow)
                          : base::text("第 {} 行的顺序错乱或重复",
                                       "row {} is out of order or repeated", words));
  }

  const std::string& file_;
  SheetInfo info_;
  SheetSink& sink_;
  XlsxCell cell_;
  Cell made_;
  Row row_;
  std::int64_t row_number_ = 0;
  int column_ = 0;
  std::size_t merges_ = 0;
  bool in_data_ = false;
  bool in_row_ = false;
  bool in_cell_ = false;
  bool announced_ = false;
  bool wanted_ = false;
  bool done_ = false;
};

}  // namespace

void read_xlsx_sheet(ZipArchive& archive, std::string_view part, SheetInfo info,
                     const SharedStrings& strings, const Styles& styles, SheetSink& sink) {
  std::string name = info.name;
  SheetReader reader(archive.name(), std::move(info), strings, styles, sink);
  parse_part(archive, part, reader, name);
  sink.on_sheet_end();
}

}  // namespace minqing::intake
