// SPDX-License-Identifier: MIT
// Turns of phrase that the parts of the bulletin share, in both languages.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lib/base/text.hpp"
#include "lib/base/time.hpp"
#include "lib/report/figures.hpp"
#include "lib/report/numbers.hpp"

namespace minqing::report {

/// `12件` / `12 issues`
base::Text issues(std::int64_t count);
/// The verb that follows a count: nothing in Chinese, `was` or `were`.
base::Text were(std::int64_t count);
/// `供水12件` / `Water supply 12`
base::Text named(const base::Text& label, std::int64_t count);

/// One text after the other.
base::Text joined(const std::vector<base::Text>& parts);
/// `甲、乙、丙` / `A, B and C`
base::Text listed(const std::vector<base::Text>& parts);

/// `11月22日` / `22 November`
base::Text month_day(base::Date date);
/// `2026年11月22日` / `22 November 2026`
base::Text full_date(base::Date date);
/// `2026年11月16日—11月22日` / `16 to 22 November 2026`; both ends included.
base::Text span_of_days(base::Date first, base::Date last);

/// 环比 of a count in words: `较上周上升20.48%`; in issues where one of the two is below `small`.
base::Text change_in_words(std::int64_t now, std::int64_t before, int small);
/// `，较上周上升3.67个百分点`; nothing where one of the two is no rate.
base::Text points_in_words(Ratio now, Ratio before);

/// `3f9c a21e 77b0`: digits that can be read out and compared.
std::string grouped(std::string_view hex, std::size_t digits);
/// 台账校验码: as much of a link as anchors the chain.
std::string chain_code(std::string_view link);

/// `2.36`
std::string two_decimals(Ratio ratio);
/// `2`, `2.5`: for a median.
std::string short_decimals(Ratio ratio);

}  // namespace minqing::report
