// SPDX-License-Identifier: MIT
// The calendar file: `date,name,kind`.

#include <array>
#include <optional>
#include <utility>

#include "lib/base/error.hpp"
#include "lib/base/utf8.hpp"
#include "lib/calendar/calendar.hpp"
#include "lib/calendar/row_check.hpp"

namespace minqing::calendar {
namespace {

using base::Place;
using base::Problem;
using base::text;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kHeader = "date,name,kind";
constexpr std::string_view kHoliday = "holiday";
constexpr std::string_view kWorkday = "workday";
constexpr std::size_t kShortestRow = std::string_view("2026-10-01,春节,holiday\n").size();

std::string_view take_line(std::string_view& rest) {
  const auto end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

std::optional<std::array<std::string_view, 3>> cells_of(std::string_view line) {
  const auto first = line.find(',');
  if (first == std::string_view::npos) return std::nullopt;
  const auto second = line.find(',', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  if (line.find(',', second + 1) != std::string_view::npos) return std::nullopt;
  return std::array{line.substr(0, first), line.substr(first + 1, second - first - 1),
                    line.substr(second + 1)};
}

std::optional<DayKind> kind_of(std::string_view word) {
  if (word == kHoliday) return DayKind::public_holiday;
  if (word == kWorkday) return DayKind::makeup_workday;
  return std::nullopt;
}

class Reader {
 public:
  Reader(std::string_view csv, const std::string& file) : rest_(csv), place_{file, "", "", 0, 0} {}

  std::vector<CalendarRow> read() {
    if (read_header()) {
      rows_.reserve(rest_.size() / kShortestRow);
      while (!rest_.empty()) read_row(next_line());
    }
    if (!problems_.empty()) throw base::Rejected(std::move(problems_));
    return std::move(rows_);
  }

 private:
  std::string_view next_line() {
    ++place_.line;
    return take_line(rest_);
  }

  bool read_header() {
    if (base::starts_with(rest_, kByteOrderMark)) rest_.remove_prefix(kByteOrderMark.size());
    if (next_line() == kHeader) return true;
    add("", text("第一行不是 `{}`", "the first line is not `{}`", kHeader),
        text("日历文件为 UTF-8 编码、逗号分隔的三列", "a calendar is UTF-8 text of three columns"));
    return false;
  }

  void read_row(std::string_view line) {
    if (line.empty()) return;
    const auto cells = cells_of(line);
    if (!cells) {
      add("", text("这一行不是三列", "this line does not have three columns"),
          text("写成 2026-10-01,国庆节,holiday", "write 2026-10-01,国庆节,holiday"));
      return;
    }
    const auto date = base::parse_iso_date((*cells)[0]);
    if (!date) add_bad_date((*cells)[0]);
    const auto kind = kind_of((*cells)[2]);
    if (!kind) add_bad_kind((*cells)[2]);
    if (!base::is_valid_utf8((*cells)[1])) {
      add("name", text("名称不是 UTF-8 编码", "the name is not UTF-8"),
          text("另存为 UTF-8 编码的 CSV", "save the file as CSV in UTF-8"));
      return;
    }
    if (!date || !kind) return;
    rows_.push_back({*date, std::string((*cells)[1]), *kind});
    check_.see(rows_.back(), place_);
  }

  void add_bad_date(std::string_view cell) {
    add("date", text("{}不是日期", "{}is not a date", quoted(cell)),
        text("写成 2026-10-01", "write it as 2026-10-01"));
  }

  void add_bad_kind(std::string_view cell) {
    add("kind", text("{}不是 holiday 或 workday", "{}is neither holiday nor workday", quoted(cell)),
        text("放假写 holiday，调休上班写 workday",
             "holiday for a rest day, workday for a make-up working day"));
  }

  // A cell in another encoding is not repeated.
  static std::string quoted(std::string_view cell) {
    return base::is_valid_utf8(cell) ? "'" + base::fit(base::visible(cell), 40) + "' " : "";
  }

  void add(std::string field, base::Text reason, base::Text way_out) {
    problems_.push_back({place_, std::move(field), std::move(reason), std::move(way_out)});
  }

  std::string_view rest_;
  Place place_;
  std::vector<CalendarRow> rows_;
  std::vector<Problem> problems_;
  RowCheck check_{problems_};
};

}  // namespace

Calendar Calendar::parse(std::string_view csv, const std::string& file) {
  return Calendar(Checked{}, Reader(csv, file).read());
}

std::string to_csv(const Calendar& calendar) {
  std::string csv(kHeader);
  csv += '\n';
  for (const CalendarRow& row : calendar.rows()) {
    csv += base::to_string(row.date);
    csv += ',';
    csv += row.name;
    csv += ',';
    csv += row.kind == DayKind::makeup_workday ? kWorkday : kHoliday;
    csv += '\n';
  }
  return csv;
}

}  // namespace minqing::calendar
