// SPDX-License-Identifier: MIT
#include "lib/intake/draft_values.hpp"

#include <algorithm>
#include <charconv>

#include "lib/base/code_point.hpp"
#include "lib/base/utf8.hpp"
#include "lib/base/word.hpp"

namespace minqing::intake {
namespace {

constexpr base::Word kYesNo[] = {
    {"no", "否", "No", "n|false|0|无|没有|×|✗|✘|未"},
    {"yes", "是", "Yes", "y|true|1|有|√|✓|✔|已"},
};

/// A midnight of a date cell is no time of day.
std::string date_words(std::string value) {
  constexpr std::string_view kMidnight = "T00:00:00";
  if (value.ends_with(kMidnight)) value.resize(value.size() - kMidnight.size());
  std::replace(value.begin(), value.end(), 'T', ' ');
  return value;
}

}  // namespace

CellWords words_of(const Cell& cell) {
  if (cell.type == Cell::Type::error) {
    return {{}, {"单元格是错误值", "the cell holds an error value"}};
  }
  if (cell.precision_lost) {
    return {{},
            {"数字太长，后面的位数在表格里已丢失；请把单元格改为文本格式重新填写",
             "the number is too long: its last figures are lost in the spreadsheet; give the cell "
             "a text format and type it again"}};
  }
  if (cell.type == Cell::Type::date) return {date_words(cell.value), {}};
  return {std::string(base::trim(cell.value)), {}};
}

std::string shown_cell(const Cell& cell) {
  constexpr std::string_view kMidnight = "T00:00:00";
  std::string words = cell.value;
  if (cell.type == Cell::Type::date && base::ends_with(words, kMidnight)) {
    words.resize(words.size() - kMidnight.size());
  }
  return words;
}

bool is_blank_cell(const Cell& cell) {
  if (cell.is_empty()) return true;
  if (cell.type != Cell::Type::text) return false;
  constexpr std::u32string_view kDashes = U"-/\\—–－／＼";
  for (std::size_t at = 0; at < cell.value.size();) {
    const auto [point, size] = base::decode(cell.value, at);
    if (!base::is_blank(point) && kDashes.find(point) == kDashes.npos) return false;
    at += size;
  }
  return true;
}

std::optional<bool> parse_yes_no(std::string_view text) {
  const auto index = base::find_word(kYesNo, text);
  return index ? std::optional(*index == 1) : std::nullopt;
}

std::optional<std::int64_t> parse_count(std::string_view text) {
  const std::string key = base::fold(text);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), value);
  if (error != std::errc()) return std::nullopt;
  const std::string_view unit(end, static_cast<std::size_t>(key.data() + key.size() - end));
  for (std::string_view known : {"", "人", "名", "位", "户"}) {
    if (unit == known) return value;
  }
  return std::nullopt;
}

}  // namespace minqing::intake
