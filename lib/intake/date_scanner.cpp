// SPDX-License-Identifier: MIT
#include "lib/intake/date_scanner.hpp"

#include <algorithm>
#include <array>

#include "lib/base/ascii.hpp"
#include "lib/base/utf8.hpp"

namespace minqing::intake {
namespace {

/// Two figures of a year mean this century.
int full_year(int year) { return year < 100 ? 2000 + year : year; }

/// What a half-day word does to an hour up to 12.
struct HalfDay {
  std::string_view word;
  int noon;   ///< what 12 becomes; -1: 12 is not said, or means two things
  int shift;  ///< for hours 1..11
};
constexpr std::array kHalfDays = {
    HalfDay{"上午", -1, 0},  HalfDay{"早上", -1, 0},  HalfDay{"早晨", -1, 0},
    HalfDay{"清晨", -1, 0},  HalfDay{"凌晨", -1, 0},  HalfDay{"下午", 12, 12},
    HalfDay{"傍晚", -1, 12}, HalfDay{"晚上", -1, 12}, HalfDay{"晚", -1, 12},
};
constexpr std::string_view kNoon = "中午";

std::optional<int> shifted(int hour, const HalfDay& half) {
  if (hour > 12) return half.shift == 12 ? std::optional(hour) : std::nullopt;
  if (hour == 12) return half.noon < 0 ? std::nullopt : std::optional(half.noon);
  return hour + half.shift;
}

std::optional<int> at_noon(int hour) {
  if (hour == 11 || hour == 12) return hour;
  return hour == 1 || hour == 2 ? std::optional(hour + 12) : std::nullopt;
}

bool is_weather(std::string_view text) {
  constexpr std::u32string_view kWeather =
      U"晴阴多云小中大暴阵雷雨夹雪雾霾霜冰雹沙尘台风转到间有无微级东南西北度"
      U"℃°C~-/.,;，。 0123456789";
  std::u32string points = base::to_code_points(text);
  return !points.empty() && !(points.front() < 0x80) &&
         std::all_of(points.begin(), points.end(),
                     [&](char32_t c) { return kWeather.find(c) != std::u32string_view::npos; });
}

}  // namespace

bool DateScanner::take(std::string_view words) {
  if (!rest_.starts_with(words)) return false;
  rest_.remove_prefix(words.size());
  return true;
}

/// One of the ASCII characters of a list.
bool DateScanner::take_one_of(std::string_view list) {
  if (rest_.empty() || list.find(rest_.front()) == std::string_view::npos) return false;
  rest_.remove_prefix(1);
  return true;
}

std::optional<int> DateScanner::take_number(std::size_t most_digits) {
  std::size_t count = 0;
  int value = 0;
  while (count < rest_.size() && base::is_digit(rest_[count])) {
    if (++count > most_digits) return std::nullopt;
    value = value * 10 + (rest_[count - 1] - '0');
  }
  if (count == 0) return std::nullopt;
  rest_.remove_prefix(count);
  return value;
}

void DateScanner::skip_blanks() {
  while (take(" ")) {
  }
}

std::optional<WrittenDay> DateScanner::take_day() {
  for (auto take_notation : {&DateScanner::take_chinese_day, &DateScanner::take_compact_day,
                             &DateScanner::take_separated_day}) {
    std::string_view before = rest_;
    if (auto day = (this->*take_notation)()) return day;
    rest_ = before;
  }
  return std::nullopt;
}

/// `2026年11月22日`, `11月22日`, `11月22`, `2026年11月`, `2026年`, `22日`.
std::optional<WrittenDay> DateScanner::take_chinese_day() {
  WrittenDay day;
  std::string_view before = rest_;
  auto number = take_number(4);
  if (!number) return std::nullopt;
  if (take("年")) {
    day.year = full_year(*number);
    before = rest_;
    number = take_number(2);
    if (!number) return day;
  }
  if (take("月")) {
    day.month = *number;
    before = rest_;
    number = take_number(2);
    if (!number) return day;
    day.day = *number;
    if (!take("日")) take("号");
    return day;
  }
  if (day.year == 0 && *number < 100 && (take("日") || take("号"))) {
    day.day = *number;
    return day;
  }
  rest_ = before;
  return day.year == 0 ? std::nullopt : std::optional(day);
}

std::optional<WrittenDay> DateScanner::take_bare_day() {
  auto number = take_number(2);
  if (!number || !at_end()) return std::nullopt;
  return WrittenDay{0, 0, *number};
}

/// `20261122`
std::optional<WrittenDay> DateScanner::take_compact_day() {
  auto number = take_number(8);
  if (!number || *number < 10000000) return std::nullopt;
  return WrittenDay{*number / 10000, *number / 100 % 100, *number % 100};
}

/// `2026-11-22`, `2026/11/22`, `2026.11.22`, `26.11.22`, `2026-11`, `11.22`, `11/22`. Two figures
/// of a year are read between dots only: 26/1/5 and 26-1-5 are also written day first.
std::optional<WrittenDay> DateScanner::take_separated_day() {
  std::string_view start = rest_;
  auto first = take_number(4);
  if (!first || rest_.empty()) return std::nullopt;
  bool has_year = start.size() - rest_.size() == 4;
  char separator = rest_.front();
  if (!take_one_of(has_year ? "-/." : "/.")) return std::nullopt;
  auto second = take_number(2);
  if (!second) return std::nullopt;
  std::string_view before = rest_;
  bool third_follows = take(std::string_view(&separator, 1));
  auto third = third_follows ? take_number(2) : std::nullopt;
  if (!third) rest_ = before;
  if (has_year) return WrittenDay{*first, *second, third.value_or(0)};
  if (!third) return WrittenDay{0, *first, *second};
  if (separator != '.' || *first > 99) return std::nullopt;
  return WrittenDay{full_year(*first), *second, *third};
}

std::optional<int> DateScanner::take_time() {
  std::string_view before = rest_;
  if (!take("T")) skip_blanks();
  const HalfDay* half = nullptr;
  for (const HalfDay& known : kHalfDays) {
    if (half == nullptr && take(known.word)) half = &known;
  }
  bool noon = half == nullptr && take(kNoon);
  skip_blanks();
  auto clock = take_clock();
  if (clock) {
    int hour = *clock / 3600;
    auto meant = half != nullptr ? shifted(hour, *half) : noon ? at_noon(hour) : hour;
    if (meant) return *clock + (*meant - hour) * 3600;
  }
  rest_ = before;
  return std::nullopt;
}

/// `9:30`, `09:30:00`, `09:30:00.000`, `9时30分`, `9点半`, `9时`.
std::optional<int> DateScanner::take_clock() {
  auto hour = take_number(2);
  if (!hour || *hour > 23) return std::nullopt;
  bool colon = take(":");
  if (!colon && !take("时") && !take("点")) return std::nullopt;
  if (!colon && take("半")) return *hour * 3600 + 1800;
  if (!colon) take("整");
  auto minute = take_number(2);
  if (!minute && colon) return std::nullopt;
  take("分");
  bool more = minute && (colon ? take(":") : true);
  auto second = more ? take_number(2) : std::nullopt;
  if (colon && more && !second) return std::nullopt;
  if (second && !colon) take("秒");
  if (second && colon && take(".")) take_number(9);
  if (minute.value_or(0) > 59 || second.value_or(0) > 59) return std::nullopt;
  return *hour * 3600 + minute.value_or(0) * 60 + second.value_or(0);
}

bool DateScanner::take_range_sign() {
  skip_blanks();
  bool taken = false;
  for (std::string_view sign : {"--", "-", "——", "—", "–", "~", "至", "到"}) {
    taken = taken || take(sign);
  }
  skip_blanks();
  return taken;
}

/// 上午 without a time says little; before a time that it contradicts it is no remark.
void DateScanner::pass_half_day() {
  std::string_view before = rest_;
  for (const HalfDay& half : kHalfDays) take(half.word);
  take(kNoon);
  skip_blanks();
  if (!rest_.empty() && base::is_digit(rest_.front()) && rest_.size() != before.size())
    rest_ = before;
}

void DateScanner::pass_remarks() {
  for (std::string_view before; before != rest_;) {
    before = rest_;
    take_one_of(" (),;");
    for (std::string_view sign : {"，", "、", "。"}) take(sign);
    bool weekday = take("星期") || take("礼拜") || take("周");
    for (std::string_view day : {"一", "二", "三", "四", "五", "六", "日", "天"}) {
      if (weekday && take(day)) weekday = false;
    }
    if (weekday) rest_ = before;
    pass_half_day();
    if (rest_.starts_with("天气") || is_weather(rest_)) rest_ = {};
    if (weekday) return;
  }
}

}  // namespace minqing::intake
