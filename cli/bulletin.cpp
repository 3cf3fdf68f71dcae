// SPDX-License-Identifier: MIT
#include "cli/bulletin.hpp"

#include "cli/writing.hpp"
#include "lib/base/digest.hpp"
#include "lib/base/utf8.hpp"
#include "lib/intake/day_words.hpp"
#include "lib/ledger/load.hpp"
#include "lib/ledger/published.hpp"
#include "lib/report/canonical.hpp"
#include "lib/report/weekly_period.hpp"

#include <algorithm>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

constexpr std::string_view kReport = "weekly";

base::Period week_of(Context& context, const schema::Schema& schema, const std::string& typed) {
  const std::string word = base::to_half_width(typed);
  const base::Date today = context.today();
  if (word == "last") return report::week_period(schema, today - 7);
  if (word == "this") return report::week_period(schema, today);
  const auto period = intake::parse_period(word, today);
  if (!period) {
    throw Error(Exit::usage, text("--周：“{}”不是哪一周", "--week: '{}' is no week", typed),
                text("可以写 2026-W47、上周、本周、2026-11-20",
                     "accepted: 2026-W47, last, this-week, "
                     "2026-11-20"));
  }
  // Words and ISO weeks begin on Monday; the office's own week is the one that holds that day.
  return report::week_period(schema, period->from);
}

/// Up to where the paper knows the ledger.
struct AsOf {
  std::int64_t seq;
  base::Date day;  ///< of it; deadlines of this day and later have not passed
};

base::Date day_of(ledger::Ledger& ledger, std::int64_t seq) {
  const auto stored = ledger::event_at(ledger.db(), seq);
  return base::local_moment(stored->event.recorded_at, ledger.utc_offset_minutes()).date;
}

/// `--as-of 123` or a day, which means its end.
AsOf read_as_of(Context& context, ledger::Ledger& ledger, const std::string& typed) {
  const bool digits = !typed.empty() && std::all_of(typed.begin(), typed.end(),
                                                    [](char c) { return c >= '0' && c <= '9'; });
  const std::int64_t last = ledger.head().seq;
  if (digits && typed.size() < 8) {
    const std::int64_t seq = std::atoll(typed.c_str());
    if (seq == last) return {seq, context.today()};
    if (seq >= 1 && seq < last) return {seq, day_of(ledger, seq)};
    throw Error(Exit::not_found, text("台账没有第 {} 条，只到第 {} 条",
                                      "there is no event {}; the last is {}", typed, last));
  }
  const base::Date day = context.date("as-of", typed);
  const std::int64_t seq = ledger::last_seq_until(ledger.db(), day, ledger.utc_offset_minutes());
  if (seq > 0) return {seq, std::min(day, context.today())};
  throw Error(Exit::not_found,
              text("{} 时台账还没有记录", "the ledger had no event on {}", to_string(day)));
}

schema::Bulletin bulletin_of(ledger::Ledger& ledger) {
  schema::Bulletin out = ledger.schema().bulletin;
  const std::string name = ledger.fact("name");
  for (std::string* words : {&out.title.zh, &out.title.en, &out.mark, &out.issuer}) {
    *words = with_ledger_name(std::move(*words), name);
  }
  return out;
}

report::IssueSource issues_of(ledger::Ledger& ledger, std::int64_t as_of, bool is_head) {
  return [&ledger, as_of, is_head](base::Date since,
                                   const std::function<void(const casework::Issue&)>& act) {
    if (is_head) {
      ledger::for_each_issue(ledger.db(), since, act);
    } else {
      ledger::for_each_issue_as_of(ledger.db(), as_of, act);
    }
  };
}

/// What the paper says besides its figures: as asked for, else as published, else as the schema has
/// it.
void choose_words(const BulletinRequest& request, const schema::Bulletin& bulletin,
                  const casework::ReportPublished* published, Bulletin& out) {
  out.issuer = bulletin.issuer;
  out.next_steps = bulletin.next_steps;
  if (published) {
    out.issuer = published->issuer.value_or(out.issuer);
    out.next_steps = published->next_steps.value_or(out.next_steps);
  }
  if (!request.signed_by.empty()) out.issuer = request.signed_by;
  if (!request.next_steps.empty()) out.next_steps = request.next_steps;
}

[[noreturn]] void refuse_other_words(const std::string& mark, bool other_steps, std::int64_t head) {
  throw Error(
      Exit::conflict,
      text("{} 已经发布，{}与原件不同", "{} is published with {}", mark,
           other_steps ? text("下步要求", "other next steps") : text("署名", "another signature")),
      text("重印原件：去掉 --下步要求 和 --署名；要改内容，另编新号：--截至 {}",
           "print it again without --with and --signed-by; for another paper under a new "
           "number add --as-of {}",
           head));
}

/// Under a number that was given there is one paper.
void take_number(ledger::Ledger& ledger, const BulletinRequest& request,
                 const schema::Bulletin& bulletin, const casework::ReportPublished* published,
                 Bulletin& out) {
  choose_words(request, bulletin, published, out);
  if (published) {
    Bulletin original;
    choose_words({}, bulletin, published, original);
    const bool other_steps = original.next_steps != out.next_steps;
    if (other_steps || original.issuer != out.issuer) {
      if (request.publish) refuse_other_words(published->mark, other_steps, ledger.head().seq);
      return;  // a draft
    }
    out.year = published->year;
    out.number = published->number;
    out.is_published = true;
  } else if (request.publish) {
    out.year = base::year_of(out.week.to - 1);
    out.number = ledger::next_report_number(ledger.db(), kReport, static_cast<int>(out.year));
  }
  if (out.number > 0) {
    out.mark = report::bulletin_mark(bulletin, static_cast<int>(out.year), out.number);
  }
}

}  // namespace

std::string with_ledger_name(std::string words, const std::string& name) {
  constexpr std::string_view kHolder = "{ledger}";
  for (std::size_t at = 0; (at = words.find(kHolder, at)) != std::string::npos; at += name.size()) {
    words.replace(at, kHolder.size(), name);
  }
  return words;
}

Bulletin make_bulletin(Context& context, ledger::Ledger& ledger, const BulletinRequest& request) {
  Bulletin out;
  const schema::Schema& schema = ledger.schema();
  const schema::Bulletin bulletin = bulletin_of(ledger);
  out.week = week_of(context, schema, request.week);
  const auto earlier = ledger::find_published(ledger.db(), kReport, out.week);
  const std::int64_t head = ledger.head().seq;
  AsOf as_of{head, context.today()};
  if (request.as_of) {
    as_of = read_as_of(context, ledger, *request.as_of);
  } else if (request.publish && earlier) {
    as_of.seq = earlier->as_of;
  }
  out.as_of = as_of.seq;
  const bool again = earlier && earlier->as_of == out.as_of;
  take_number(ledger, request, bulletin, again ? &*earlier : nullptr, out);

  report::FigureQuestion question{schema, ledger.roster(), ledger.calendar(), out.week};
  // What has a number is about a week that was over.
  if (out.number == 0) question.asked_on = as_of.day;
  out.figures = compute(question, issues_of(ledger, out.as_of, out.as_of == head));
  report::WeeklyContext page;
  page.language = context.lang();
  page.bulletin = bulletin;
  page.ledger_name = ledger.fact("name");
  page.as_of = out.as_of;
  page.head = ledger::link_hex(ledger.db(), out.as_of);
  page.schema_digest = ledger.schema_digest();
  page.practice = ledger.is_practice();
  page.issuer = out.issuer;
  page.next_steps = out.next_steps;
  if (out.number > 0) page.number = out.number;
  out.document = weekly_bulletin(out.figures, page);
  return out;
}

void publish_bulletin(Context& context, ledger::Ledger& ledger, const Bulletin& bulletin,
                      const std::string& page, const std::string& format) {
  if (bulletin.is_published) {
    context.out().remark(text("这一周已发布过：{}，没有再次编号",
                              "this week was published as {}; no new number was "
                              "given",
                              bulletin.mark));
    return;
  }
  if (!bulletin.figures.unbalanced.empty()) {
    throw Error(Exit::integrity,
                text("收支不平，不能发布；草稿里指明了是哪一行",
                     "the books do not balance; the draft "
                     "says which line"),
                text("不加 --发布 先看草稿，并运行 验账、重建",
                     "see the draft without --publish, and run "
                     "verify and rebuild"));
  }
  casework::ReportPublished event;
  event.report = kReport;
  event.mark = bulletin.mark;
  event.year = bulletin.year;
  event.number = bulletin.number;
  event.from = bulletin.week.from;
  event.to = bulletin.week.to;
  event.as_of = bulletin.as_of;
  event.figures_digest = report::figures_digest(bulletin.figures);
  event.file_digest = base::to_hex(base::bytes_of(base::sha256({page})));
  event.format = format;
  event.issuer = bulletin.issuer;
  event.next_steps = bulletin.next_steps;
  write_to(context, ledger, {{.wish = event}});
  context.out().remark(context.dry_run()
                           ? text("试运行：没有发布；正式发布时编为 {}",
                                  "dry run: nothing is published; the number would be {}",
                                  bulletin.mark)
                           : text("已发布 {}", "published as {}", bulletin.mark));
}

}  // namespace minqing::cli
