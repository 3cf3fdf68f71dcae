// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/confidence.hpp"
#include "cli/diary_pages.hpp"
#include "lib/base/counted.hpp"
#include "lib/base/utf8.hpp"

#include <charconv>

namespace minqing::cli {

namespace {

using base::text;

using Kind = Option::Kind;
constexpr Option kDiaryListOptions[] = {
    {"person", "走访人", "", Kind::value, "PERSON", "谁的；我 = 本人", "whose; me: your own"},
    {"village", "村", "", Kind::value, "AREA", "走访过哪个村", "who went to this village"},
    {"from", "起", "", Kind::value, "DATE", "从哪一天", "from this day on"},
    {"to", "止", "", Kind::value, "DATE", "到哪一天", "until this day"},
    {"unreviewed", "未阅", "", Kind::flag, "", "只列还没有阅批的", "only those not reviewed yet"},
    {"all", "全部", "", Kind::flag, "", "连作废的一起", "with those that were voided"},
    {"limit", "条数", "", Kind::value, "N", "最多几条", "at most so many"},
};

ledger::EntryQuery entries_asked_for(Context& context, const Arguments& arguments) {
  ledger::EntryQuery query;
  if (const auto typed = arguments.value("person")) query.person = person_or_me(context, *typed);
  if (const auto typed = arguments.value("village")) query.area = village_named(context, *typed);
  if (const auto typed = arguments.value("from")) query.from = context.date("from", *typed);
  if (const auto typed = arguments.value("to")) query.to = context.date("to", *typed);
  if (arguments.has("unreviewed")) query.reviewed = false;
  query.with_voided = arguments.has("all");
  return query;
}

int run_diary_list(Context& context, const Arguments& arguments) {
  ledger::Ledger& ledger = context.open(ledger::Access::read);
  auto entries = select_entries(ledger.db(), entries_asked_for(context, arguments));
  if (const auto limit = count_option(arguments, "limit"); limit && entries.size() > *limit) {
    entries.resize(*limit);
  }
  for (auto& entry : entries) leave_out_kept(context, ledger, entry);
  const Names names{ledger.roster(), ledger.schema()};
  ledger.end_reading();
  if (context.json()) {
    for (const auto& entry : entries) context.out().json(entry_json(entry));
    return 0;
  }
  context.out().raw(entry_table(entries, names, context.lang()).render(terminal_width()));
  context.out().flush();  // the count belongs below the table
  context.out().remark(text("共 {} 篇", "{}", base::counted(entries.size(), "entry", "entries")));
  return 0;
}

}  // namespace

Command diary_list_command() {
  return {.name = "diary list",
          .zh = "日记 列表",
          .group = "diary",
          .summary_zh = "日记的目录：谁哪天走访了哪些村，登记了哪些诉求，阅批没有",
          .summary_en = "entries: who went where on which day, what came up, whether reviewed",
          .nature = Nature::reads,
          .options = {kDiaryListOptions},
          .example = "日记 列表 --走访人 我 --起 本月1日",
          .example_en = "diary list --person me --from 2026-11-01",
          .run = run_diary_list};
}

}  // namespace minqing::cli
