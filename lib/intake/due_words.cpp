// SPDX-License-Identifier: MIT
#include "lib/intake/due_words.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "lib/base/utf8.hpp"
#include "lib/intake/day_words.hpp"

namespace minqing::intake {
namespace {

constexpr int kMostDaysOfYear = 366;

bool drop_ending(std::string_view& words, std::span<const std::string_view> endings) {
  for (const std::string_view ending : endings) {
    if (words.size() <= ending.size() || !words.ends_with(ending)) continue;
    words.remove_suffix(ending.size());
    return true;
  }
  return false;
}

/// The last day of the month or year that the words name.
std::optional<base::Date> last_day_of(std::string_view words, base::Date today) {
  if (words == "月") return month_of(today).to - 1;
  if (words == "年") return year_period(today).to - 1;
  const auto period = parse_period(words, today);
  return period ? std::optional(period->to - 1) : std::nullopt;
}

}  // namespace

std::optional<base::Date> parse_due_day(std::string_view text, base::Date from) {
  constexpr std::array<std::string_view, 3> kBefore = {"以前", "之前", "前"};
  constexpr std::array<std::string_view, 2> kEnd = {"底", "末"};
  const std::string folded = base::fold(text);
  std::string_view words = folded;
  const bool is_before = drop_ending(words, kBefore);
  const bool is_end = drop_ending(words, kEnd);
  if (!is_before && !is_end) return std::nullopt;
  // Where the year is missing, this one's day may have passed already.
  for (const base::Date today : {from, from + kMostDaysOfYear}) {
    const auto day = is_end ? last_day_of(words, today) : parse_day(words, today);
    if (day && *day >= from) return day;
  }
  return std::nullopt;
}

bool is_without_day(std::string_view text) {
  constexpr std::array<std::string_view, 13> kWords = {
      "立即",     "立即办理", "即办", "即时",     "马上",     "立行立改", "长期",
      "长期坚持", "长期推进", "持续", "持续推进", "常态推进", "常态化"};
  const std::string folded = base::fold(text);
  return std::find(kWords.begin(), kWords.end(), folded) != kWords.end();
}

}  // namespace minqing::intake
