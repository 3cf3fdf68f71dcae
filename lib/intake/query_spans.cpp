// SPDX-License-Identifier: MIT
// Values that are no names: dates and periods, numbers of days, yes and no, issue numbers.

#include <algorithm>
#include <charconv>

#include "lib/base/utf8.hpp"
#include "lib/intake/date_notation.hpp"
#include "lib/intake/day_words.hpp"
#include "lib/intake/draft_values.hpp"
#include "lib/intake/query_values.hpp"

namespace minqing::intake {
namespace {

const std::string& one_value(const TypedTerm& typed) {
  if (typed.values.size() == 1) return typed.values.front();
  fail_query(base::text("{}只能有一个值", "{} takes one value", key_name(typed)),
             {"一段时间写成 起..止", "write a span as from..to"});
}

/// `3..5`, `3..`, `..5`; without dots both ends are the value.
struct Ends {
  std::string from;
  std::string to;
};

Ends ends_of(const TypedTerm& typed, const std::string& value) {
  std::string plain = base::to_half_width(value);
  for (std::string_view dots : {"…", "。。", "~"}) {
    const std::size_t at = plain.find(dots);
    if (at != std::string::npos) plain.replace(at, dots.size(), "..");
  }
  const std::size_t at = plain.find("..");
  if (at == std::string::npos) return {plain, plain};
  const std::size_t last = plain.find_first_not_of('.', at);
  Ends ends{std::string(base::trim(plain.substr(0, at))),
            last == std::string::npos ? "" : std::string(base::trim(plain.substr(last)))};
  if (ends.from.empty() && ends.to.empty()) {
    fail_query(base::text("{}的范围两头都没有", "the range of {} has no ends", key_name(typed)),
               {"写成 起..止、起.. 或 ..止", "write from..to, from.. or ..to"});
  }
  return ends;
}

base::Period period_of(const QueryContext& context, const TypedTerm& typed,
                       const std::string& words) {
  if (const auto period = parse_period(words, context.today)) return *period;
  fail_query(base::text("{}：“{}”不是日期", "{}: '{}' is not a date", key_name(typed), words),
             base::text("可用的写法：今天、上周、本月、3月、2026-W12、{}",
                        "accepted: today, last-week, this-month, 2026-03, 2026-W12, {}",
                        accepted_dates()));
}

std::int64_t days_of(const TypedTerm& typed, const std::string& words) {
  std::string key = base::fold(words);
  for (std::string_view unit : {"天", "日", "days", "d"}) {
    if (key.size() > unit.size() && key.ends_with(unit)) key.resize(key.size() - unit.size());
  }
  constexpr std::size_t kMostFigures = 6;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), value);
  const bool whole = error == std::errc() && end == key.data() + key.size();
  if (whole && value >= 0 && key.size() <= kMostFigures) return value;
  fail_query(
      base::text("{}：“{}”不是天数", "{}: '{}' is no number of days", key_name(typed), words),
      {"写成 30..、..7 或 3..5", "write 30.., ..7 or 3..5"});
}

std::int64_t number_of(const TypedTerm& typed, const std::string& words) {
  if (const auto number = parse_count(words)) return *number;
  fail_query(base::text("{}：“{}”不是整数", "{}: '{}' is no whole number", key_name(typed), words),
             {"写成 30..、..7、3..5 或 12", "write 30.., ..7, 3..5 or 12"});
}

bool yes_of(const TypedTerm& typed) {
  const std::string& value = one_value(typed);
  if (const auto yes = parse_yes_no(value)) return *yes;
  fail_query(base::text("{}：“{}”不是“是”或“否”", "{}: '{}' is neither yes nor no", key_name(typed),
                        value),
             {"写“是”或“否”", "write yes or no"});
}

[[noreturn]] void fail_reversed(const TypedTerm& typed) {
  fail_query(
      base::text("{}的范围起止颠倒", "the range of {} ends before it begins", key_name(typed)));
}

template <class Parse>
void fill_range(const TypedTerm& typed, casework::Term& term, Parse parse) {
  const Ends ends = ends_of(typed, one_value(typed));
  if (!ends.from.empty()) term.at_least = parse(typed, ends.from);
  if (!ends.to.empty()) term.at_most = parse(typed, ends.to);
  if (term.at_least && term.at_most && *term.at_most < *term.at_least) fail_reversed(typed);
}

bool is_figures(std::string_view text, std::size_t least, std::size_t most) {
  return text.size() >= least && text.size() <= most &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

void fill_dates(const QueryContext& context, const TypedTerm& typed, casework::Term& term) {
  const Ends ends = ends_of(typed, one_value(typed));
  // A period word as an end is taken whole: `上周..本周` is fourteen days.
  if (!ends.from.empty()) term.from = period_of(context, typed, ends.from).from;
  if (!ends.to.empty()) term.to = period_of(context, typed, ends.to).to - 1;
  if (term.from && term.to && *term.to < *term.from) fail_reversed(typed);
}

void fill_days(const TypedTerm& typed, casework::Term& term) { fill_range(typed, term, days_of); }
void fill_numbers(const TypedTerm& typed, casework::Term& term) {
  fill_range(typed, term, number_of);
}

void fill_flag(const TypedTerm& typed, casework::Term& term) {
  term.at_least = term.at_most = yes_of(typed) ? 1 : 0;
}

void fill_yes_no(const TypedTerm& typed, casework::Term& term) {
  // Not yes is no: there is no third value.
  term.yes = yes_of(typed) != term.negated;
  term.negated = false;
}

std::optional<std::string> parse_issue_number(std::string_view text, base::Date today) {
  constexpr std::size_t kMostFigures = 7;
  std::string key = base::fold(text);
  if (is_figures(key, 1, kMostFigures)) {
    return std::to_string(base::year_of(today)) + "-" + key;
  }
  const std::size_t dash = key.find('-');
  if (dash == std::string::npos || !is_figures(key.substr(dash + 1), 1, kMostFigures)) {
    return std::nullopt;
  }
  if (is_figures(key.substr(0, dash), 2, 2)) return "20" + key;
  const std::size_t site = std::min(key.find_first_of("0123456789"), dash);
  const bool letters = std::all_of(key.begin(), key.begin() + static_cast<std::ptrdiff_t>(site),
                                   [](char c) { return c >= 'a' && c <= 'z'; });
  if (!letters || !is_figures(key.substr(site, dash - site), 4, 4)) return std::nullopt;
  std::transform(key.begin(), key.begin() + static_cast<std::ptrdiff_t>(site), key.begin(),
                 [](char c) { return static_cast<char>(c - 'a' + 'A'); });
  return key;
}

}  // namespace minqing::intake
