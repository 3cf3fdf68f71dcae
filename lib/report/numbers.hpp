// SPDX-License-Identifier: MIT
// How figures are printed. Exact integer arithmetic throughout (domain facts §4.1): no binary
// floating point comes near a rate that is read out in a meeting. Two decimals, half up on the
// absolute value; where there is nothing to divide by, `—` and never 0 % or 100 %.

#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "lib/base/text.hpp"

namespace minqing::report {

/// What is printed where a denominator is zero.
inline constexpr const char* kNoFigure = "—";

struct Ratio {
  std::int64_t numerator = 0;
  std::int64_t denominator = 0;

  bool operator==(const Ratio&) const = default;
};

/// In hundredths of a percent: 911/972 → 9372. Nothing when the denominator is not positive.
std::optional<std::int64_t> rate_of(Ratio ratio);
/// 9372 → `93.72%`, -5 → `-0.05%`.
std::string format_hundredths(std::int64_t hundredths);

/// 911/972 → `93.72%`; n/0 → `—`.
std::string format_rate(std::int64_t numerator, std::int64_t denominator);
std::string format_rate(Ratio ratio);

/// 环比 of a count, for a cell: 506 after 420 → `+20.48%`; after 0 → `上期为0（+12）`, because a
/// percentage of nothing misleads.
base::Text format_change(std::int64_t now, std::int64_t before);
/// The same for a sentence: `上升20.48%`, `下降5.00%`, `持平`, `增加12件（上期为0）`. `unit` is
/// the measure word that follows a number.
base::Text describe_change(std::int64_t now, std::int64_t before,
                           const base::Text& unit = {"件", ""});

/// 环比 of a rate, for a cell: `+3.67个百分点`; `—` when either rate is none. It is the difference
/// of the two rates as printed, so that a reader who subtracts them finds the same.
base::Text format_ratio_points(Ratio now, Ratio before);
/// The same for a sentence: `上升3.67个百分点`, `持平`.
base::Text describe_ratio_points(Ratio now, Ratio before);

/// value ÷ full of `steps`, half up, within 0..steps; a positive value is at least one step, so
/// that it can be seen. For drawing bars.
int share_of(std::int64_t value, std::int64_t full, int steps);

}  // namespace minqing::report
