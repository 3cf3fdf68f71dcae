// SPDX-License-Identifier: MIT
// What people write into a column of deadlines (办结时限) beside days and limits (5个工作日).

#pragma once

#include <optional>
#include <string_view>

#include "lib/base/time.hpp"

namespace minqing::intake {

/// 月底前, 年底前, 11月底, 2026年12月底前, 12月5日前, 2026-12-05前: the last day that is meant;
/// without a year the one nearest to `from`, which may lie before it. Nothing for other words.
std::optional<base::Date> parse_due_day(std::string_view text, base::Date from);

/// 立即, 立行立改, 长期坚持, 持续推进 …: no day is meant.
bool is_without_day(std::string_view text);

}  // namespace minqing::intake
