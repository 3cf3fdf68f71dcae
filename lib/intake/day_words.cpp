// SPDX-License-Identifier: MIT
#include "lib/intake/day_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "lib/base/utf8.hpp"
#include "lib/intake/date_notation.hpp"

namespace minqing::intake {
namespace {

using base::Date;
using base::Period;

struct DayWord {
  std::string_view words;  ///< separated by `|`, folded
  int shift;
};
constexpr std::array kDayWords = {
    DayWord{"今天|今日|本日|当天|today", 0},
    DayWord{"昨天|昨日|yesterday", -1},
    DayWord{"前天", -2},
    DayWord{"明天|明日|tomorrow", 1},
    DayWord{"后天", 2},
};

using PeriodOf = Period (*)(Date, int);
struct PeriodWord {
  std::string_view words;
  PeriodOf period_of;
  int shift;
};
constexpr std::array kPeriodWords = {
    PeriodWord{"本周|这周|本星期|这星期|this-week|thisweek", week_of, 0},
    PeriodWord{"上周|上星期|last-week|lastweek", week_of, -1},
    PeriodWord{"下周|下星期|next-week|nextweek", week_of, 1},
    PeriodWord{"本月|当月|这个月|this-month|thismonth", month_of, 0},
    PeriodWord{"上月|上个月|last-month|lastmonth", month_of, -1},
    PeriodWord{"下月|下个月|next-month|nextmonth", month_of, 1},
    PeriodWord{"本季度|本季|this-quarter|thisquarter", quarter_of, 0},
    PeriodWord{"上季度|上季|last-quarter|lastquarter", quarter_of, -1},
    PeriodWord{"今年|本年|本年度|this-year|thisyear", year_period, 0},
    PeriodWord{"去年|上年|上年度|last-year|lastyear", year_period, -1},
};

bool lists(std::string_view words, std::string_view word) {
  for (std::string_view known : base::split(words, '|')) {
    if (known == word) return true;
  }
  return false;
}

Date first_of_month(int months) {  // months since the year 0
  return *base::make_date(months / 12, months % 12 + 1, 1);
}

int month_count(Date day) {
  auto [year, month, day_of_month] = base::civil(day);
  return year * 12 + month - 1;
}

/// 周三, 本周三, 上周三, 星期日 …: the weekday of a week.
std::optional<Date> parse_weekday(std::string_view word, Date today) {
  int shift = 0;
  for (auto [prefix, weeks] : {std::pair{"本", 0}, {"这", 0}, {"上", -1}, {"下", 1}}) {
    if (!word.starts_with(prefix)) continue;
    word.remove_prefix(std::string_view(prefix).size());
    shift = weeks;
    break;
  }
  std::size_t unit = word.starts_with("星期") ? 6 : word.starts_with("周") ? 3 : 0;
  if (unit == 0) return std::nullopt;
  word.remove_prefix(unit);
  constexpr std::array<std::string_view, 8> kNames = {"一", "二", "三", "四",
                                                      "五", "六", "日", "天"};
  auto name = std::find(kNames.begin(), kNames.end(), word);
  if (name == kNames.end()) return std::nullopt;
  int day = std::min(static_cast<int>(name - kNames.begin()), 6);
  return week_of(today, shift).from + day;
}

std::optional<int> take_number(std::string_view& text, std::size_t digits) {
  int value = 0;
  if (text.size() < digits) return std::nullopt;
  auto [end, error] = std::from_chars(text.data(), text.data() + digits, value);
  if (error != std::errc() || end != text.data() + digits) return std::nullopt;
  text.remove_prefix(digits);
  return value;
}

/// `2026-w12`
std::optional<Period> parse_iso_week(std::string_view key) {
  auto year = take_number(key, 4);
  if (!year || !(key.starts_with("-w") || key.starts_with("w"))) return std::nullopt;
  key.remove_prefix(key.find('w') + 1);
  auto week = take_number(key, key.size());
  if (!week) return std::nullopt;
  auto monday = base::monday_of({*year, *week});
  return monday ? std::optional(Period{*monday, *monday + 7}) : std::nullopt;
}

int quarter_number(std::string_view key) {
  constexpr std::array<std::string_view, 12> kNames = {
      "q1",      "q2",      "q3",       "q4",       "第1季度",  "第2季度",
      "第3季度", "第4季度", "第一季度", "第二季度", "第三季度", "第四季度"};
  auto found = std::find(kNames.begin(), kNames.end(), key);
  return found == kNames.end() ? 0 : static_cast<int>((found - kNames.begin()) % 4) + 1;
}

/// `2026`, `2026年`, `2026q1`, `2026年第一季度`
std::optional<Period> parse_year(std::string_view key) {
  auto year = take_number(key, 4);
  if (!year || !base::make_date(*year, 1, 1) || *year > 9998) return std::nullopt;
  Date first = *base::make_date(*year, 1, 1);
  if (key.starts_with("年")) key.remove_prefix(3);
  if (key.starts_with("-")) key.remove_prefix(1);
  if (key.empty() || key == "度") return year_period(first);
  int quarter = quarter_number(key);
  if (quarter == 0) return std::nullopt;
  return quarter_of(*base::make_date(*year, quarter * 3, 1));
}

std::optional<Period> parse_dates(std::string_view text, Date today) {
  DateValue value = parse_date(text, {today, false, false});
  if (value.kind == DateValue::Kind::month || value.kind == DateValue::Kind::range) {
    return value.period;
  }
  if (!value.is_moment()) return std::nullopt;
  return Period{value.moment.date, value.moment.date + 1};
}

}  // namespace

Period week_of(Date day, int shift) {
  Date monday = day - (base::weekday(day) - 1) + 7 * shift;
  return {monday, monday + 7};
}

Period month_of(Date day, int shift) {
  int months = month_count(day) + shift;
  return {first_of_month(months), first_of_month(months + 1)};
}

Period quarter_of(Date day, int shift) {
  int months = (month_count(day) / 3 + shift) * 3;
  return {first_of_month(months), first_of_month(months + 3)};
}

Period year_period(Date day, int shift) {
  int months = (base::year_of(day) + shift) * 12;
  return {first_of_month(months), first_of_month(months + 12)};
}

std::optional<Date> parse_day_word(std::string_view text, Date today) {
  std::string key = base::fold(text);
  for (const DayWord& word : kDayWords) {
    if (lists(word.words, key)) return today + word.shift;
  }
  if (lists("月底|本月底|月末|month-end|monthend", key)) return month_of(today).to - 1;
  if (lists("年底|年末|year-end|yearend", key)) return year_period(today).to - 1;
  return parse_weekday(key, today);
}

std::optional<Date> parse_day(std::string_view text, Date today) {
  if (auto day = parse_day_word(text, today)) return day;
  DateValue value = parse_date(text, {today, false, false});
  bool day_only = value.is_moment() && value.moment.second == base::Moment::kUnknown;
  return day_only ? std::optional(value.moment.date) : std::nullopt;
}

std::optional<Period> parse_period(std::string_view text, Date today) {
  std::string key = base::fold(text);
  for (const PeriodWord& word : kPeriodWords) {
    if (lists(word.words, key)) return word.period_of(today, word.shift);
  }
  if (key == "last") return week_of(today, -1);
  if (auto day = parse_day_word(key, today)) return Period{*day, *day + 1};
  if (auto week = parse_iso_week(key)) return week;
  if (auto year = parse_year(key)) return year;
  return parse_dates(text, today);
}

}  // namespace minqing::intake
