// SPDX-License-Identifier: MIT
// Days in words.

#include <array>

#include "lib/base/utf8.hpp"
#include "lib/calendar/calendar.hpp"

namespace minqing::calendar {
namespace {

using base::Text;
using base::text;

struct Named {
  std::string_view zh;
  std::string_view en;
};

constexpr std::array<Named, 7> kWeekdays = {{{"周一", "Mon"},
                                             {"周二", "Tue"},
                                             {"周三", "Wed"},
                                             {"周四", "Thu"},
                                             {"周五", "Fri"},
                                             {"周六", "Sat"},
                                             {"周日", "Sun"}}};

// The statutory holidays of 全国年节及纪念日放假办法 art. 2, and the word for a day of the office's
// own.
constexpr std::array<Named, 8> kHolidays = {{{"元旦", "New Year"},
                                             {"春节", "Spring Festival"},
                                             {"清明节", "Qingming"},
                                             {"劳动节", "Labour Day"},
                                             {"端午节", "Dragon Boat Festival"},
                                             {"中秋节", "Mid-Autumn Festival"},
                                             {"国庆节", "National Day"},
                                             {"本地", "local"}}};

std::string english_of(std::string_view name) {
  for (const Named& holiday : kHolidays) {
    if (holiday.zh == name) return std::string(holiday.en);
  }
  return std::string(name);
}

Text kind_in_words(const Day& day) {
  switch (day.kind) {
    case DayKind::working_day:
      return text("工作日", "working day");
    case DayKind::weekend:
      return text("{}休息", "{} rest", weekday_name(day.date));
    case DayKind::public_holiday:
      return text("{}放假", "{} holiday", holiday_name(day.name));
    case DayKind::makeup_workday:
      return text("调休上班（{}）", "make-up working day ({})", holiday_name(day.name));
  }
  return {};
}

}  // namespace

Text weekday_name(base::Date date) {
  const Named& name = kWeekdays[static_cast<std::size_t>(base::weekday(date) - 1)];
  return {std::string(name.zh), std::string(name.en)};
}

Text holiday_name(std::string_view name) {
  constexpr std::string_view kSeparator = "、";
  Text words{std::string(name), {}};
  for (std::string_view rest = name;;) {
    const auto end = rest.find(kSeparator);
    words.en += english_of(rest.substr(0, end));
    if (end == std::string_view::npos) return words;
    words.en += " / ";
    rest.remove_prefix(end + kSeparator.size());
  }
}

Text describe(const Day& day) {
  const Text kind = kind_in_words(day);
  if (day.known) return kind;
  return text("{}（{}年尚无日历）", "{} (no calendar for {})", kind, base::year_of(day.date));
}

}  // namespace minqing::calendar
