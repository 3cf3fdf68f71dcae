// SPDX-License-Identifier: MIT
#include "lib/report/weekly_words.hpp"

#include <algorithm>
#include <array>

namespace minqing::report {

namespace {

constexpr std::size_t kGroup = 4;
constexpr std::size_t kAnchorDigits = 40;  // 160 bits: enough to anchor the chain

using base::text;
using base::Text;

constexpr std::array kMonths = {"January",   "February", "March",    "April",
                                "May",       "June",     "July",     "August",
                                "September", "October",  "November", "December"};

const char* month_name(int month) { return kMonths[static_cast<std::size_t>(month - 1)]; }

std::string english_span(const base::YearMonthDay& a, const base::YearMonthDay& b) {
  const std::string end = fmt::format("{} {} {}", b.day, month_name(b.month), b.year);
  if (a.year != b.year) {
    return fmt::format("{} {} {} to {}", a.day, month_name(a.month), a.year, end);
  }
  if (a.month != b.month) return fmt::format("{} {} to {}", a.day, month_name(a.month), end);
  return fmt::format("{} to {}", a.day, end);
}

/// In hundredths; 0 where there is nothing to divide by.
std::int64_t hundredths_of(Ratio ratio) {
  return rate_of({ratio.numerator, 100 * ratio.denominator}).value_or(0);
}

}  // namespace

Text issues(std::int64_t count) {
  return text("{}件", "{} {}", count, Text{"", count == 1 ? "issue" : "issues"});
}

Text were(std::int64_t count) { return {"", count == 1 ? "was" : "were"}; }

Text named(const Text& label, std::int64_t count) { return text("{}{}件", "{} {}", label, count); }

Text joined(const std::vector<Text>& parts) {
  Text out;
  for (const Text& part : parts) {
    out.zh += part.zh;
    out.en += part.en;
  }
  return out;
}

Text listed(const std::vector<Text>& parts) {
  Text out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) {
      out.zh += "、";
      out.en += i + 1 == parts.size() ? " and " : ", ";
    }
    out.zh += parts[i].zh;
    out.en += parts[i].en;
  }
  return out;
}

Text month_day(base::Date date) {
  const auto [year, month, day] = base::civil(date);
  return {fmt::format("{}月{}日", month, day), fmt::format("{} {}", day, month_name(month))};
}

Text full_date(base::Date date) {
  const int year = base::year_of(date);
  return text("{}年{}", "{} {}", Text{fmt::format("{}", year), month_day(date).en},
              Text{month_day(date).zh, fmt::format("{}", year)});
}

Text span_of_days(base::Date first, base::Date last) {
  const bool same_year = base::year_of(first) == base::year_of(last);
  const Text end = same_year ? month_day(last) : full_date(last);
  return {full_date(first).zh + "—" + end.zh, english_span(base::civil(first), base::civil(last))};
}

Text change_in_words(std::int64_t now, std::int64_t before, int small) {
  if (now == before) return text("与上周持平", "the same as in the week before");
  if (before == 0) return text("上周为0件", "none in the week before");
  if (std::min(now, before) >= small) {
    return text("较上周{}", "{} on the week before", describe_change(now, before));
  }
  if (now > before) return text("较上周增加{}件", "{} more than in the week before", now - before);
  return text("较上周减少{}件", "{} fewer than in the week before", before - now);
}

Text points_in_words(Ratio now, Ratio before) {
  if (!rate_of(now) || !rate_of(before)) return {};
  if (rate_of(now) == rate_of(before)) return text("，与上周持平", ", as in the week before");
  return text("，较上周{}", ", {} on the week before", describe_ratio_points(now, before));
}

std::string two_decimals(Ratio ratio) {
  const std::int64_t hundredths = hundredths_of(ratio);
  return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
}

std::string short_decimals(Ratio ratio) {
  const std::int64_t hundredths = hundredths_of(ratio);
  if (hundredths % 100 == 0) return fmt::format("{}", hundredths / 100);
  return fmt::format("{}.{}", hundredths / 100, hundredths % 100 / 10);
}

std::string grouped(std::string_view hex, std::size_t digits) {
  std::string out;
  for (std::size_t i = 0; i < std::min(digits, hex.size()); ++i) {
    if (i > 0 && i % kGroup == 0) out += ' ';
    out += hex[i];
  }
  return out;
}

std::string chain_code(std::string_view link) { return grouped(link, kAnchorDigits); }

}  // namespace minqing::report
