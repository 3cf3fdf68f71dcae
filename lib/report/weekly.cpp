// SPDX-License-Identifier: MIT
#include "lib/report/weekly.hpp"

#include "lib/report/weekly_page.hpp"

namespace minqing::report {

namespace {

using base::text;
using base::Text;

constexpr int kMonday = 1;

base::Date signed_on(const Figures& figures, const WeeklyContext& context) {
  return context.signed_on.value_or(figures.period.to);
}

const std::string& issuer_of(const WeeklyContext& context) {
  return context.issuer.empty() ? context.bulletin.issuer : context.issuer;
}

/// Weeks have a number when they are those of ISO 8601.
Text title_of(const Figures& figures) {
  const base::Date first = figures.period.from;
  if (base::weekday(first) != kMonday) {
    return text("群众诉求办理情况周通报", "Weekly bulletin on residents' issues");
  }
  const base::IsoWeek week = base::iso_week(first);
  return text("{}年第{}周群众诉求办理情况通报", "Residents' issues in week {1} of {0}", week.year,
              week.week);
}

Document head_of(const WeeklyPage& page) {
  const Figures& figures = page.figures();
  const WeeklyContext& context = page.context();
  const base::Date day = signed_on(figures, context);
  const Text days = span_of_days(figures.period.from, page.last_day());
  Document document;
  document.language = context.language;
  if (context.practice) document.mark = page.say(text("演练", "PRACTICE"));
  if (!figures.unbalanced.empty()) document.mark = page.say(text("草稿", "DRAFT"));
  document.letterhead = page.say(context.bulletin.title);
  if (context.number) {
    document.number = bulletin_mark(context.bulletin, base::year_of(day), *context.number);
  }
  document.issuer = issuer_of(context);
  document.issued_on = page.say(full_date(day));
  document.title = page.say(title_of(figures));
  document.subtitle = page.say(text("（{}）", "({})", days));
  return document;
}

void write_next_steps(WeeklyPage& page) {
  const WeeklyContext& context = page.context();
  const auto& steps = context.next_steps.empty() ? context.bulletin.next_steps : context.next_steps;
  if (steps.empty()) return;
  page.heading(1, text("下步要求", "What is asked for"));
  List list;
  list.numbered = true;
  for (const std::string& step : steps) list.items.push_back({{step}});
  page.put(std::move(list));
}

}  // namespace

std::string bulletin_mark(const schema::Bulletin& bulletin, int year, std::int64_t number) {
  return schema::numbered(bulletin.mark, year, number);
}

Document weekly_bulletin(const Figures& figures, const WeeklyContext& context) {
  WeeklyPage page(figures, context);
  Document document = head_of(page);
  write_overview(page);
  page.heading(1, text("办理和回访情况", "Handling and call-backs"));
  write_timeliness(page);
  write_call_backs(page);
  write_topics(page);
  write_problems(page);
  write_next_steps(page);
  page.put(AttachmentList{});
  page.put(Signature{issuer_of(context), document.issued_on});
  write_units_annex(page);
  write_overdue_annex(page);
  write_closed_annex(page);
  write_books_annex(page);
  write_cards_annex(page);
  write_basis(page);
  document.blocks = page.take();
  return document;
}

}  // namespace minqing::report
