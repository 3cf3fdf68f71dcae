// SPDX-License-Identifier: MIT
#include "lib/report/numbers.hpp"

#include <algorithm>
#include <limits>

namespace minqing::report {

namespace {

/// Room for every int64 times every factor used here.
__extension__ using Wide = __int128;

constexpr std::int64_t kWhole = 10000;  // 100.00 %

/// numerator × factor ÷ denominator, half up on the absolute value.
Wide rounded(Wide numerator, Wide factor, Wide denominator) {
  const Wide size = (numerator < 0 ? -numerator : numerator) * factor;
  const Wide result = (2 * size + denominator) / (2 * denominator);
  return numerator < 0 ? -result : result;
}

std::int64_t capped(Wide value) {
  constexpr Wide kMost = std::numeric_limits<std::int64_t>::max();
  return static_cast<std::int64_t>(std::clamp(value, -kMost, kMost));
}

std::int64_t difference(std::int64_t now, std::int64_t before) {
  return capped(Wide{now} - Wide{before});
}

/// 2048 → `20.48`
std::string decimals(std::int64_t hundredths) {
  const std::int64_t size = hundredths < 0 ? -hundredths : hundredths;
  return fmt::format("{}{}.{:02}", hundredths < 0 ? "-" : "", size / 100, size % 100);
}

std::string with_sign(std::int64_t value, const std::string& printed) {
  return value > 0 ? "+" + printed : printed;
}

std::int64_t change_of(std::int64_t now, std::int64_t before) {
  return capped(rounded(Wide{now} - Wide{before}, kWhole, before));
}

std::optional<std::int64_t> points(Ratio now, Ratio before) {
  const auto rate_now = rate_of(now);
  const auto rate_before = rate_of(before);
  if (!rate_now || !rate_before) return std::nullopt;
  return difference(*rate_now, *rate_before);
}

base::Text describe_from_zero(std::int64_t now, const base::Text& unit) {
  if (now == 0) return base::text("持平", "unchanged");
  return base::text("增加{}{}（上期为0）", "up {}{} (none in the period before)", now, unit);
}

}  // namespace

std::optional<std::int64_t> rate_of(Ratio ratio) {
  if (ratio.denominator <= 0) return std::nullopt;
  return capped(rounded(ratio.numerator, kWhole, ratio.denominator));
}

std::string format_hundredths(std::int64_t hundredths) { return decimals(hundredths) + "%"; }

std::string format_rate(std::int64_t numerator, std::int64_t denominator) {
  const auto rate = rate_of({numerator, denominator});
  return rate ? format_hundredths(*rate) : kNoFigure;
}

std::string format_rate(Ratio ratio) { return format_rate(ratio.numerator, ratio.denominator); }

base::Text format_change(std::int64_t now, std::int64_t before) {
  if (before <= 0) {
    const auto change = with_sign(now, fmt::format("{}", now));
    return base::text("上期为0（{}）", "none before ({})", change);
  }
  const std::int64_t change = change_of(now, before);
  return base::same(with_sign(change, format_hundredths(change)));
}

base::Text describe_change(std::int64_t now, std::int64_t before, const base::Text& unit) {
  if (before <= 0) return describe_from_zero(now, unit);
  if (now == before) return base::text("持平", "unchanged");
  const std::int64_t change = change_of(now, before);
  if (now > before) return base::text("上升{}", "up {}", format_hundredths(change));
  return base::text("下降{}", "down {}", format_hundredths(-change));
}

base::Text format_ratio_points(Ratio now, Ratio before) {
  const auto change = points(now, before);
  if (!change) return base::same(kNoFigure);
  return base::text("{}个百分点", "{} pp", with_sign(*change, decimals(*change)));
}

base::Text describe_ratio_points(Ratio now, Ratio before) {
  const auto change = points(now, before);
  if (!change) return base::same(kNoFigure);
  if (*change == 0) return base::text("持平", "unchanged");
  if (*change > 0)
    return base::text("上升{}个百分点", "up {} percentage points", decimals(*change));
  return base::text("下降{}个百分点", "down {} percentage points", decimals(-*change));
}

int share_of(std::int64_t value, std::int64_t full, int steps) {
  if (value <= 0 || full <= 0) return 0;
  const Wide share = rounded(std::min(value, full), steps, full);
  return std::max(static_cast<int>(share), 1);
}

}  // namespace minqing::report
