// SPDX-License-Identifier: MIT
#include "lib/intake/date_notation.hpp"

#include <charconv>

#include "lib/intake/date_scanner.hpp"
#include "lib/intake/serial_date.hpp"

namespace minqing::intake {
namespace {

using base::Date;

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;

DateValue no_date(base::Text reason) {
  return {DateValue::Kind::problem, {}, {}, std::move(reason)};
}

DateValue no_notation() {
  return no_date(
      base::text("不是日期；可用的写法：{}", "not a date; accepted: {}", accepted_dates()));
}

DateValue no_such_day() { return no_date({"没有这一天", "there is no such day"}); }

DateValue partial() {
  return {DateValue::Kind::partial, {}, {}, {"缺少年份", "the year is missing"}};
}

DateValue moment(Date date, std::optional<int> second) {
  return {DateValue::Kind::moment, {date, second.value_or(base::Moment::kUnknown)}, {}, {}};
}

Date first_of_next_month(int year, int month) {
  return month == 12 ? *base::make_date(year + 1, 1, 1) : *base::make_date(year, month + 1, 1);
}

/// The year that makes a short day lie where the context wants it.
int supplied_year(const WrittenDay& day, const DateContext& context) {
  auto [year, month, last] = base::civil(*context.sheet_date);
  bool later = day.month > month || (day.month == month && day.day > last);
  return later && context.already_past ? year - 1 : year;
}

/// A day that is written out but for the year.
DateValue resolve_day(WrittenDay day, const DateContext& context, std::optional<int> second) {
  if (day.year == 0 && !context.sheet_date) {
    bool possible = base::make_date(2000, day.month, day.day).has_value();
    return possible ? partial() : no_such_day();
  }
  if (day.year == 0) day.year = supplied_year(day, context);
  auto date = base::make_date(day.year, day.month, day.day);
  return date ? moment(*date, second) : no_such_day();
}

/// `22日`: the sheet's month. A later day would be a guess at another month.
DateValue resolve_bare_day(int day, const DateContext& context, std::optional<int> second) {
  if (!context.sheet_date) return partial();
  auto [year, month, last] = base::civil(*context.sheet_date);
  auto date = base::make_date(year, month, day);
  if (!date) return no_such_day();
  if (day > last && context.already_past) {
    return no_date({"只有“日”，而且晚于本表日期；请写明月份",
                    "only a day of the month, and later than the sheet's date; write the month"});
  }
  return moment(*date, second);
}

DateValue resolve_month(WrittenDay day, const DateContext& context) {
  if (day.month == 0) return no_date({"只有年份", "only a year"});
  if (day.month > 12) return no_such_day();
  if (day.year == 0 && !context.sheet_date) return partial();
  if (day.year == 0) day.year = supplied_year({0, day.month, 1}, context);
  DateValue value{DateValue::Kind::month, {}, {}, {"只有月份", "only a month"}};
  value.period = {*base::make_date(day.year, day.month, 1),
                  first_of_next_month(day.year, day.month)};
  return value;
}

DateValue resolve(const WrittenDay& day, const DateContext& context, std::optional<int> second) {
  if (day.year != 0 && (day.year < kFirstYear || day.year > kLastYear)) {
    return no_date(base::text("年份不在 {} 到 {} 之间", "the year is not within {} to {}",
                              kFirstYear, kLastYear));
  }
  if (day.day == 0) return resolve_month(day, context);
  if (day.month == 0) return resolve_bare_day(day.day, context, second);
  return resolve_day(day, context, second);
}

/// The end of a range takes what it does not say from the beginning: `11月3日-5日`.
DateValue resolve_range(const WrittenDay& first, WrittenDay last, const DateContext& context) {
  DateValue from = resolve(first, context, {});
  if (from.kind != DateValue::Kind::moment) return from;
  auto begun = base::civil(from.moment.date);
  bool new_year = last.year == 0 && last.month != 0 && last.month < begun.month;
  if (last.year == 0) last.year = begun.year + (new_year ? 1 : 0);
  if (last.month == 0) last.month = begun.month;
  DateValue to = resolve(last, context, {});
  if (to.kind != DateValue::Kind::moment) return to;
  if (to.moment.date < from.moment.date) {
    return no_date({"起止日期颠倒", "the range ends before it begins"});
  }
  DateValue value{
      DateValue::Kind::range, {}, {}, {"是一段时间而不是一天", "a range and not a day"}};
  value.period = {from.moment.date, to.moment.date + 1};
  return value;
}

DateValue parse_prepared(DateScanner scanner, const DateContext& context) {
  auto day = scanner.take_day();
  if (!day) return no_notation();
  auto second = scanner.take_time();
  if (!second && scanner.take_range_sign()) {
    auto last = scanner.take_day();
    if (!last) last = scanner.take_bare_day();
    scanner.pass_remarks();
    if (!last || !scanner.at_end()) return no_notation();
    return resolve_range(*day, *last, context);
  }
  scanner.pass_remarks();
  if (!second) second = scanner.take_time();
  scanner.pass_remarks();
  return scanner.at_end() ? resolve(*day, context, second) : no_notation();
}

/// 2026年11月16日—22日 in a title: its last day.
WrittenDay end_of_range(const WrittenDay& first, DateScanner scanner) {
  auto last = scanner.take_range_sign() ? scanner.take_day() : std::nullopt;
  if (!last) return first;
  return {last->year == 0 ? first.year : last->year, last->month == 0 ? first.month : last->month,
          last->day};
}

DateValue from_date_cell(std::string_view value) {
  constexpr std::string_view kMidnight = "T00:00:00";
  if (value.ends_with(kMidnight)) value.remove_suffix(kMidnight.size());
  auto read = base::parse_moment(value.substr(0, value.find('.')));
  if (!read) return no_date({"只有时间，没有日期", "a time without a day"});
  return {DateValue::Kind::moment, *read, {}, {}};
}

/// A number beyond it, such as an identity number, is no serial date.
constexpr double kMoreDaysThanAnyDate = 1e7;

DateValue from_number(std::string_view value, const DateContext& context) {
  if (value.size() == 8 && value.find('.') == std::string_view::npos) {
    return parse_prepared(DateScanner(value), context);
  }
  double serial = 0;
  std::from_chars(value.data(), value.data() + value.size(), serial);
  const bool small = serial >= 0 && serial < kMoreDaysThanAnyDate;
  auto date =
      small ? date_of_serial(static_cast<std::int64_t>(serial), context.date1904) : std::nullopt;
  bool likely =
      date && *date >= *base::make_date(2000, 1, 1) && *date < *base::make_date(2100, 1, 1);
  if (likely) return from_date_cell(*text_of_serial(serial, context.date1904));
  return no_date({"单元格里是数字，看不出是哪一天（3.10 会变成 3.1）；请把单元格改为文本或日期格式",
                  "the cell holds a number that is no certain day (3.10 becomes 3.1); give the "
                  "cell a text or date format"});
}

}  // namespace

DateValue parse_date(std::string_view text, const DateContext& context) {
  std::string prepared = prepare_date_text(text);
  return parse_prepared(DateScanner(prepared), context);
}

DateValue parse_date_cell(const Cell& cell, const DateContext& context) {
  switch (cell.type) {
    case Cell::Type::text:
      return parse_date(cell.value, context);
    case Cell::Type::date:
      return from_date_cell(cell.value);
    case Cell::Type::number:
      return from_number(cell.value, context);
    default:
      return no_notation();
  }
}

std::optional<Date> find_date(std::string_view line) {
  std::string prepared = prepare_date_text(line);
  auto is_digit = [&](std::size_t i) { return prepared[i] >= '0' && prepared[i] <= '9'; };
  for (std::size_t i = 0; i < prepared.size(); ++i) {
    if (!is_digit(i) || (i > 0 && is_digit(i - 1))) continue;
    DateScanner scanner(std::string_view(prepared).substr(i));
    auto day = scanner.take_day();
    if (!day || day->year < kFirstYear || day->year > kLastYear) continue;
    day = end_of_range(*day, scanner);
    if (day->month == 0) return base::make_date(day->year, 12, 31);
    if (day->month > 12) continue;
    if (day->day == 0) return first_of_next_month(day->year, day->month) - 1;
    if (auto date = base::make_date(day->year, day->month, day->day)) return date;
  }
  return std::nullopt;
}

base::Text accepted_dates() {
  return base::same(
      "2026-11-22, 2026/11/22, 2026.11.22, 2026年11月22日, 20261122, 11月22日, 11.22");
}

}  // namespace minqing::intake
