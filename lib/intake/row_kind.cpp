// SPDX-License-Identifier: MIT
#include "lib/intake/row_kind.hpp"

#include <algorithm>
#include <array>

#include "lib/base/utf8.hpp"
#include "lib/intake/row_words.hpp"

namespace minqing::intake {
namespace {

using namespace std::string_view_literals;
using base::Text;

constexpr std::array kHints = {"必填"sv, "选填"sv, "(必填"sv, "(选填"sv, "格式"sv, "示例"sv,
                               "例如"sv, "例:"sv,  "如:"sv,   "填写"sv,  "下拉"sv, "请填"sv};
constexpr int kWideColumns = 3;
constexpr std::size_t kLongestHeading = 200;

bool is_figures(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_filled(const Row::Placed& placed) {
  const std::string& value = placed.cell.value;
  if (value.empty()) return false;
  // Letters, figures and Chinese characters in front answer at once; trim reads the whole text.
  auto first = static_cast<unsigned char>(value.front());
  if ((first > ' ' && first < 0x7F) || (first >= 0xE4 && first <= 0xE9)) return true;
  return !base::trim(value).empty();
}

std::size_t count_filled(const Row& row) {
  auto cells = row.cells();
  return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), is_filled));
}

const Row::Placed* first_filled(const Row& row) {
  auto cells = row.cells();
  auto found = std::find_if(cells.begin(), cells.end(), is_filled);
  return found == cells.end() ? nullptr : &*found;
}

/// 1, 2, 3 … or 甲, 1, 2 …: at least three figures, each one more than the last.
bool is_column_numbers(const Row& row) {
  int last = 0;
  int figures = 0;
  for (const Row::Placed& placed : row.cells()) {
    std::string key = base::fold(placed.cell.value);
    if (key.empty() || key == "栏次" || key == "甲" || key == "乙" || key == "丙") continue;
    if (key != std::to_string(last + 1)) return false;
    ++last;
    ++figures;
  }
  return figures >= 3;
}

bool starts_with_any(std::string_view text, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.starts_with(word); });
}

bool is_explanation(const Row& row) {
  auto cells = row.cells();
  auto hints = std::count_if(cells.begin(), cells.end(), [](const Row::Placed& placed) {
    return starts_with_any(base::fold(placed.cell.value), kHints);
  });
  std::string first = base::fold(first_filled(row)->cell.value);
  return hints >= 2 || first == "例" || first == "示例" || first == "填写说明";
}

}  // namespace

Text describe(RowKind kind) {
  switch (kind) {
    case RowKind::data:
      return {"数据行", "row of data"};
    case RowKind::blank:
      return {"空行", "blank row"};
    case RowKind::hidden:
      return {"隐藏行", "hidden row"};
    case RowKind::beside:
      return {"表格以外的内容", "cells beside the table"};
    case RowKind::repeated_header:
      return {"重复的表头", "repeated header"};
    case RowKind::column_numbers:
      return {"栏次行", "numbers of the columns"};
    case RowKind::explanation:
      return {"填写说明行", "hints for filling it in"};
    case RowKind::total:
      return {"合计行", "row of totals"};
    case RowKind::footer:
      return {"表尾或注释", "footer or note"};
    case RowKind::caption:
      return {"分组标题", "caption of a group"};
    case RowKind::continuation:
      return {"续行，已并入上一行", "continuation, joined to the row above"};
    case RowKind::blank_form:
      return {"没有填的登记表", "blank form"};
    default:
      return {"表头以上的内容", "above the header"};
  }
}

RowJudge::RowJudge(const Layout& layout, const SheetInfo& sheet, bool include_hidden)
    : layout_(layout), include_hidden_(include_hidden), title_key_(base::fold(layout.title)) {
  for (const Column& column : layout.columns) {
    if (column.heading == Heading::running_number && number_column_ == 0) {
      number_column_ = column.column;
    }
    std::vector<std::string>& keys = heading_keys_.emplace_back();
    for (const std::string& text : column.path) keys.push_back(base::heading_key(text));
  }
  for (const Range& merge : sheet.merges) {
    bool wide = merge.last.column - merge.first.column + 1 >= kWideColumns;
    if (wide && merge.first.row > layout.last_header_row) wide_.push_back(merge);
  }
  std::sort(wide_.begin(), wide_.end(),
            [](const Range& a, const Range& b) { return a.first.row < b.first.row; });
}

RowKind RowJudge::judge(const Row& own, const Row& filled, bool after_data) {
  RowKind kind = kind_of(own, filled, after_data);
  if (kind == RowKind::data) before_data_ = in_footer_ = false;
  if (kind == RowKind::footer) in_footer_ = true;
  return kind;
}

RowKind RowJudge::kind_of(const Row& own, const Row& filled, bool after_data) {
  const Row::Placed* first = first_filled(own);
  if (first == nullptr) return RowKind::blank;
  if (own.hidden && !include_hidden_) return RowKind::hidden;
  if (is_beside(own)) return RowKind::beside;
  if (before_data_ && is_column_numbers(own)) return RowKind::column_numbers;
  if (has_number(own)) return RowKind::data;
  if (repeats_header(own)) return RowKind::repeated_header;
  if (before_data_ && is_explanation(own)) return RowKind::explanation;
  if (is_total_word(first->cell.value)) return RowKind::total;
  if (is_footer_text(first->cell.value)) return RowKind::footer;
  if (in_footer_ && count_filled(own) == 1) return RowKind::footer;
  if (is_caption(own)) return RowKind::caption;
  if (after_data && is_continuation(own, filled)) return RowKind::continuation;
  return RowKind::data;
}

bool RowJudge::has_number(const Row& row) const {
  return number_column_ > 0 && is_figures(base::fold(row.at(number_column_).value));
}

bool RowJudge::is_beside(const Row& own) const {
  auto cells = own.cells();
  return std::none_of(cells.begin(), cells.end(), [&](const Row::Placed& placed) {
    return is_filled(placed) && layout_.find(placed.column) != nullptr;
  });
}

bool RowJudge::says_heading(const Row::Placed& placed) const {
  const Column* column = layout_.find(placed.column);
  if (column == nullptr || placed.cell.value.size() > kLongestHeading) return false;
  const auto& keys = heading_keys_[static_cast<std::size_t>(column - layout_.columns.data())];
  return std::find(keys.begin(), keys.end(), base::heading_key(placed.cell.value)) != keys.end();
}

bool RowJudge::repeats_header(const Row& own) const {
  std::size_t filled = count_filled(own);
  if (filled == 1) {
    return !title_key_.empty() && base::fold(first_filled(own)->cell.value) == title_key_;
  }
  std::size_t same = 0;
  std::size_t others = 0;
  for (const Row::Placed& placed : own.cells()) {
    if (!is_filled(placed)) continue;
    ++(says_heading(placed) ? same : others);
    if (others * 2 > filled) return false;  // most rows end here after half of their cells
  }
  return same >= 2;
}

bool RowJudge::is_caption(const Row& own) const {
  if (count_filled(own) != 1) return false;
  const Row::Placed* only = first_filled(own);
  if (only->column == number_column_) return true;
  auto from = std::lower_bound(wide_.begin(), wide_.end(), own.number,
                               [](const Range& a, std::int64_t row) { return a.first.row < row; });
  for (; from != wide_.end() && from->first.row == own.number; ++from) {
    if (from->contains(own.number, only->column)) return true;
  }
  return false;
}

bool RowJudge::is_continuation(const Row& own, const Row& filled) const {
  if (number_column_ == 0 || has_number(filled)) return false;
  auto cells = own.cells();
  return std::all_of(cells.begin(), cells.end(), [&](const Row::Placed& placed) {
    if (!is_filled(placed)) return true;
    const Column* column = layout_.find(placed.column);
    return column != nullptr && column->heading == Heading::free_text &&
           placed.cell.type == Cell::Type::text;
  });
}

}  // namespace minqing::intake
