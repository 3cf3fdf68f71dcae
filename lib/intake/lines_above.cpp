// SPDX-License-Identifier: MIT
// Title, reporting unit and date of a sheet, from the rows above its header.

#include <algorithm>
#include <array>

#include "lib/base/utf8.hpp"
#include "lib/intake/date_notation.hpp"
#include "lib/intake/layout.hpp"

namespace minqing::intake {
namespace {

using namespace std::string_view_literals;

// Longer words first: 单位 is also the end of 填报单位.
constexpr std::array kUnitLabels = {"填报单位"sv, "上报单位"sv, "报送单位"sv, "填表单位"sv,
                                    "制表单位"sv, "单位名称"sv, "单位"sv};
constexpr std::array kDateLabels = {"填报日期"sv, "填报时间"sv, "填表日期"sv, "填表时间"sv,
                                    "统计日期"sv, "统计时间"sv, "截止日期"sv, "截止时间"sv,
                                    "上报日期"sv, "上报时间"sv, "报送日期"sv, "报送时间"sv,
                                    "制表日期"sv, "制表时间"sv, "日期"sv,     "时间"sv};

/// The text after `label:` or `label(…):`; no data() when the label does not stand in the line.
std::string_view after_label(std::string_view line, std::string_view label) {
  std::size_t at = line.find(label);
  if (at == std::string_view::npos) return {};
  std::string_view rest = base::trim(line.substr(at + label.size()));
  if (rest.starts_with('('))
    rest = base::trim(rest.substr(std::min(rest.find(')'), rest.size() - 1) + 1));
  return rest.starts_with(':') ? rest.substr(1) : std::string_view();
}

/// Up to a gap of two blanks, or up to the next label with its colon.
std::string value_in(std::string_view rest) {
  rest = base::trim(rest);
  rest = rest.substr(0, rest.find("  "));
  std::size_t colon = rest.find(':');
  if (colon != std::string_view::npos) rest = rest.substr(0, rest.rfind(' ', colon));
  if (colon != std::string_view::npos && rest.find(':') != std::string_view::npos) return {};
  return std::string(base::trim(rest));
}

/// Half width, and each kind of blank as one plain blank, so that gaps can be seen.
std::string plain(std::string_view text) {
  std::u32string points = base::to_code_points(base::to_half_width(text));
  for (char32_t& c : points) {
    if (c == 0xA0 || c == U'\t' || c == U'\n' || c == U'\r' || (c >= 0x2000 && c <= 0x200A))
      c = U' ';
  }
  return base::to_utf8(points);
}

/// The value of the first label that stands in the row: behind it, or in the next filled cell.
template <class Labels>
std::string labelled_value(const Row& row, const Labels& labels) {
  auto cells = row.cells();
  for (std::string_view label : labels) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      std::string line = plain(cells[i].cell.value);
      std::string_view rest = after_label(line, label);
      if (rest.data() == nullptr) continue;
      if (std::string value = value_in(rest); !value.empty()) return value;
      bool in_next = base::trim(rest).empty() && i + 1 < cells.size();
      if (in_next) return value_in(plain(cells[i + 1].cell.value));
    }
  }
  return {};
}

std::optional<base::Date> find_date_in(const Row& row) {
  for (const Row::Placed& placed : row.cells()) {
    if (auto date = find_date(placed.cell.value)) return date;
  }
  return std::nullopt;
}

/// 填报日期：11月20日 takes its year from the title.
std::optional<base::Date> date_of(const std::string& words, std::optional<base::Date> title_date) {
  if (auto date = find_date(words)) return date;
  DateValue value = parse_date(words, {title_date, false, false});
  return value.is_moment() ? std::optional(value.moment.date) : std::nullopt;
}

bool is_single_cell(const Row& row) { return row.cells().size() == 1; }

/// Two characters (日期, 单位) say nothing of whose they are.
constexpr std::size_t kBareLabel = 2 * 3;

template <class Labels>
bool is_one_of(std::string_view label, const Labels& labels) {
  const std::string key = base::heading_key(label);
  return key.size() > kBareLabel && std::find(labels.begin(), labels.end(), key) != labels.end();
}

}  // namespace

bool is_sheet_date_label(std::string_view label) { return is_one_of(label, kDateLabels); }

bool is_reporting_unit_label(std::string_view label) { return is_one_of(label, kUnitLabels); }

void read_lines_above(std::span<const Row> above, Layout& layout) {
  std::optional<base::Date> title_date;
  std::string date_words;
  for (const Row& row : above) {
    std::string unit = labelled_value(row, kUnitLabels);
    std::string date = labelled_value(row, kDateLabels);
    if (layout.reporting_unit.empty()) layout.reporting_unit = unit;
    if (date_words.empty()) date_words = date;
    if (!unit.empty() || !date.empty() || row.empty()) continue;
    if (layout.title.empty() && is_single_cell(row)) {
      layout.title = base::trim(row.cells().front().cell.value);
    }
    if (!title_date) title_date = find_date_in(row);
  }
  layout.sheet_date = date_words.empty() ? title_date : date_of(date_words, title_date);
  if (!layout.sheet_date) layout.sheet_date = title_date;
}

}  // namespace minqing::intake
