// SPDX-License-Identifier: MIT
// Dates as people write them (domain facts §2.9). A date is one of these notations or a problem;
// nothing is guessed:
//
//   2026-11-22  2026/11/2  2026.11.22  20261122  26.11.22      full width and blanks do not matter
//   2026年11月22日  26年11月22日  二〇二六年十一月二十二日 (also with ○, O or 零)
//   11月22日  11.22  11/22  22日               without a year: partial, unless a context gives it
//   …  09:30  09:30:00  T09:30  上午9时30分  下午3点半            a time after the date
//   3月15日 星期二 天气 晴                      weekday and weather are passed over
//   2026年11月  11月                            a month
//   11月3日-5日  3月4日— 3月10日  2026.11.3至11.5                a range
//
// The year of a short date comes from the sheet (its 填报日期 or title). What was registered cannot
// lie after the day the sheet was filled in, so a later day belongs to the year before.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "lib/base/text.hpp"
#include "lib/base/time.hpp"
#include "lib/intake/cell.hpp"

namespace minqing::intake {

/// What a short date is completed by.
struct DateContext {
  /// The day of the sheet, or today; nothing: short dates stay partial.
  std::optional<base::Date> sheet_date;
  /// The date lies on or before the sheet's (registration, visit). False for what may lie ahead
  /// (due dates): the year of the sheet's date is taken as it is.
  bool already_past = true;
  /// The workbook's serial dates count from 1904.
  bool date1904 = false;
};

struct DateValue {
  enum class Kind : std::uint8_t {
    moment,   ///< a day, perhaps with a time: `moment`
    partial,  ///< a day without year (or without year and month), and nothing to complete it by
    month,    ///< a whole month: `period`
    range,    ///< several days: `period`
    problem   ///< `reason`
  };
  Kind kind = Kind::problem;
  base::Moment moment;
  base::Period period;
  base::Text reason;

  bool is_moment() const { return kind == Kind::moment; }
};

DateValue parse_date(std::string_view text, const DateContext& context = {});

/// A cell of a column that is declared to hold dates. Date cells and texts are read; a midnight of
/// a date cell is no time of day. A number is a serial date when it lies between 2000-01-01 and
/// 2100-01-01, or eight digits that are a date; `3.10` typed into a cell without a text format is
/// the number 3.1, March 1 or 10, and a problem.
DateValue parse_date_cell(const Cell& cell, const DateContext& context = {});

/// The first full date or month with a year that stands anywhere in a line of text (a title,
/// 填报日期 …); a month counts as its last day, a year as its 31 December.
std::optional<base::Date> find_date(std::string_view line);

/// The notations, for messages.
base::Text accepted_dates();

}  // namespace minqing::intake
