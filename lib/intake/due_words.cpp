// SPDX-License-Identifier: MIT
#include "lib/intake/due_words.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>
#include <string>

#include "lib/base/utf8.hpp"
#include "lib/intake/day_words.hpp"

namespace minqing::intake {
namespace {

bool drop_ending(std::string_view& words, std::span<const std::string_view> endings) {
  for (const std::string_view ending : endings) {
    if (words.size() <= ending.size() || !words.ends_with(ending)) continue;
    words.remove_suffix(ending.size());
    return true;
  }
  return false;
}

bool is_one_of(std::string_view words, std::initializer_list<std::string_view> all) {
  return std::find(all.begin(), all.end(), words) != all.end();
}

bool has_month(std::string_view words) {
  return words.find("月") != words.npos || words.find_first_of("-/.") != words.npos;
}

/// The day in the year of `from` or in the next, whichever is nearer: 1月5日 is written in November
/// for the coming January, 11月5日 is then some days too late.
template <class Read>
std::optional<base::Date> nearer(base::Date from, Read read) {
  constexpr int kDaysOfYear = 365;
  const std::optional<base::Date> day = read(from);
  const std::optional<base::Date> next = read(from + kDaysOfYear);
  if (!day || *day >= from || !next) return day;
  return *next - from < from - *day ? next : day;
}

/// The last day of the month or year that the words name.
std::optional<base::Date> last_day_of(std::string_view words, base::Date from) {
  if (is_one_of(words, {"月", "本月", "当月"})) return month_of(from).to - 1;
  if (is_one_of(words, {"年", "本年", "今年"})) return year_period(from).to - 1;
  if (words == "下月") return month_of(from, 1).to - 1;
  if (words == "明年") return year_period(from, 1).to - 1;
  if (words.find_first_of("0123456789") == words.npos) return std::nullopt;
  return nearer(from, [&](base::Date today) -> std::optional<base::Date> {
    const auto period = parse_period(words, today);
    return period ? std::optional(period->to - 1) : std::nullopt;
  });
}

}  // namespace

std::optional<base::Date> parse_due_day(std::string_view text, base::Date from) {
  constexpr std::array<std::string_view, 3> kBefore = {"以前", "之前", "前"};
  constexpr std::array<std::string_view, 2> kEnd = {"底", "末"};
  const std::string folded = base::fold(text);
  std::string_view words = folded;
  const bool is_before = drop_ending(words, kBefore);
  if (drop_ending(words, kEnd)) return last_day_of(words, from);
  // 5日前 may as well be five days ago.
  if (!is_before || !has_month(words)) return std::nullopt;
  return nearer(from, [&](base::Date today) { return parse_day(words, today); });
}

bool is_without_day(std::string_view text) {
  constexpr std::array<std::string_view, 13> kWords = {
      "立即",     "立即办理", "即办", "即时",     "马上",     "立行立改", "长期",
      "长期坚持", "长期推进", "持续", "持续推进", "常态推进", "常态化"};
  const std::string folded = base::fold(text);
  return std::find(kWords.begin(), kWords.end(), folded) != kWords.end();
}

}  // namespace minqing::intake
