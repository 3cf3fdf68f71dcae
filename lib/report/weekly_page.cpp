// SPDX-License-Identifier: MIT
#include "lib/report/weekly_page.hpp"

#include <algorithm>

namespace minqing::report {

using base::text;
using base::Text;

Text WeeklyPage::at_the_end() const {
  if (const auto day = figures_.running_on) {
    return text("截至{}", "as of {}", month_day(*day));
  }
  return text("截至{}24时", "at the end of {}", month_day(last_day()));
}

bool WeeklyPage::enough(std::int64_t count) const {
  return count >= std::max(context_.bulletin.small_number, 1);
}

Text WeeklyPage::change(Metric metric) const {
  return change_in_words(now(metric), earlier(metric), context_.bulletin.small_number);
}

Text WeeklyPage::rate(const Text& name, Ratio now_rate, Ratio before_rate, Metric behind) const {
  const Text is = text("{}{}", "{} {}", name, format_rate(now_rate));
  if (!enough(earlier(behind))) return is;
  return joined({is, points_in_words(now_rate, before_rate)});
}

Ratio WeeklyPage::satisfaction(const Counts& counts) const {
  return satisfaction_rate(counts, figures_.fairly_weight_percent);
}

void WeeklyPage::heading(int level, const Text& words) { put(Heading{level, say(words)}); }

void WeeklyPage::paragraph(const Text& words) { put(Paragraph{{{say(words)}}}); }

void WeeklyPage::paragraph(const Text& strong, const Text& rest) {
  put(Paragraph{{{say(strong), true}, {say(rest)}}});
}

void WeeklyPage::note(const Text& words) { put(Note{say(words)}); }

}  // namespace minqing::report
