// SPDX-License-Identifier: MIT
// Which days are worked in China. Monday to Friday are worked and Saturday and Sunday are free,
// except for the days that the State Council's notice for a year lists: rest days (放假) and
// weekend days worked to make up for them (调休上班). A calendar is a list of such exceptions.
//
// A year that is not covered is a year WITHOUT DATA, not a year without holidays; the notice for
// year Y+1 usually appears in the last quarter of year Y. A year counts as known when the calendar
// lists a rest day on 1, 2 or 3 October of it: the National Day holiday stands last in a notice,
// its three statutory days (全国年节及纪念日放假办法 art. 2) always include a weekday, and so every
// complete list names one of them. Rows that a notice for Y+1 places in December of Y, or a list of
// the first months only, do not make a year known.
//
// Where a day is not known, questions are answered as if it were an ordinary week, and the answer
// says so (`known`, `provisional`): a report must not fail in January because a file is missing,
// and it must not be silent either. What remains: the notice for Y+1 can still move the last three
// days of a known year Y (31 December 2007 and 2018 became rest days that way).

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lib/base/text.hpp"
#include "lib/base/time.hpp"

namespace minqing::calendar {

/// What a day is, by the calendar or by the weekday.
enum class DayKind { working_day, weekend, public_holiday, makeup_workday };

/// One exception; `kind` is public_holiday or makeup_workday only.
struct CalendarRow {
  base::Date date;
  std::string name;  ///< the holiday it belongs to; two sharing a break are joined by `、`
  DayKind kind = DayKind::public_holiday;

  bool operator==(const CalendarRow&) const = default;
};

struct Day {
  base::Date date;
  DayKind kind = DayKind::working_day;
  bool known = false;     ///< false: the year has no data, `kind` is by the weekday only
  std::string_view name;  ///< of the holiday, else empty; valid as long as the calendar

  bool worked() const { return kind == DayKind::working_day || kind == DayKind::makeup_workday; }
};

/// Answers that may rest on days that are not known.
struct DayFound {
  base::Date date;
  bool provisional = false;

  bool operator==(const DayFound&) const = default;
};
struct DayCount {
  int days = 0;
  bool provisional = false;

  bool operator==(const DayCount&) const = default;
};

/// Both ends included.
struct YearRange {
  int first = 0;
  int last = 0;

  bool operator==(const YearRange&) const = default;
};

class Calendar {
 public:
  /// Knows nothing.
  Calendar() = default;

  /// Rows ascending by date. Throws base::Rejected as `parse` does, without a file.
  explicit Calendar(std::vector<CalendarRow> rows);

  /// Reads `date,name,kind` with kind `holiday` or `workday`, UTF-8, LF or CR LF, with or without a
  /// byte order mark. Throws base::Rejected with every problem of the file and its line: header,
  /// number of columns, date, name, kind, a date twice or out of order, a `workday` that is not on
  /// a weekend. `file` is the name to show.
  static Calendar parse(std::string_view csv, const std::string& file);

  bool has_year(int year) const;
  /// The known years, ascending, neighbours joined: `2007–2026`.
  std::vector<YearRange> years() const;
  /// True when the year is known or the day itself is listed.
  bool knows(base::Date date) const;

  /// The verdict for one day, from a table; Monday to Friday where `knows` is false.
  bool is_working_day(base::Date date) const;
  Day day(base::Date date) const;

  /// The first working day strictly after `date`; provisional when a day passed is not known.
  DayFound next_working_day(base::Date date) const;
  /// Working days in (a, b]: the day after `a` is the first one that can count. Negative when `b`
  /// lies before `a`.
  DayCount working_days_between(base::Date a, base::Date b) const;

  const std::vector<CalendarRow>& rows() const { return rows_; }
  bool operator==(const Calendar& other) const { return rows_ == other.rows_; }

 private:
  struct Checked {};
  Calendar(Checked, std::vector<CalendarRow> rows);
  void fill_table();
  std::uint8_t marks(base::Date date) const;

  std::vector<CalendarRow> rows_;
  base::Date table_begin_;           ///< 1 January of the first year with a row
  std::vector<std::uint8_t> table_;  ///< marks of every day up to the end of the last year
};

/// The canonical file: what `parse` reads, one form per calendar, for storing and for digests.
std::string to_csv(const Calendar& calendar);

/// `周六` / `Sat`
base::Text weekday_name(base::Date date);
/// `春节` / `Spring Festival`; names that have no English word here stay as they are.
base::Text holiday_name(std::string_view name);
/// `工作日`, `周六休息`, `春节放假`, `调休上班（春节）`; an unknown day adds `（2027年尚无日历）`.
base::Text describe(const Day& day);

}  // namespace minqing::calendar
