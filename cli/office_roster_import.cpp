// SPDX-License-Identifier: MIT
// Import of a roster: units, people and areas of all files in one transaction.

#include "cli/office.hpp"
#include "cli/writing.hpp"
#include "lib/base/counted.hpp"
#include "lib/base/utf8.hpp"
#include "lib/intake/roster_sheet_changes.hpp"
#include "lib/intake/workbook/import_file.hpp"

namespace minqing::cli {

namespace {

using base::text;
using intake::RosterChanges;
using intake::RosterCounts;
using intake::RosterSheets;

RosterSheets read_sheets(const Arguments& arguments) {
  intake::RosterReader reader;
  for (const std::string& path : arguments.words) {
    reader.begin_file(path);
    intake::read_table_file(path, {}, reader);
    reader.end_file();
  }
  return reader.finish();
}

base::Json counts_json(const RosterCounts& counts) {
  base::Json out = base::Json::object();
  out.set("added", counts.added);
  out.set("updated", counts.updated);
  return out.set("unchanged", counts.unchanged);
}

void print_json(Context& context, const RosterChanges& changes, const std::string& transaction) {
  base::Json out = base::Json::object();
  out.set("v", 1);
  out.set("dry_run", context.dry_run());
  out.set("areas", counts_json(changes.areas));
  out.set("units", counts_json(changes.units));
  out.set("people", counts_json(changes.people));
  out.set("committees", changes.committees);
  if (!transaction.empty()) out.set("transaction", transaction);
  context.out().json(out);
}

void print_tables(Context& context, const RosterSheets& sheets) {
  for (const intake::RosterTable& table : sheets.tables) {
    base::Text line = text("{}：{} {} 行", "{}: {}, {}", table.name, describe(table.kind),
                           base::counted(table.rows.size(), "row"));
    if (table.set_aside > 0) {
      line = text("{}，搁置 {} 行", "{}, {} set aside", line, table.set_aside);
    }
    if (!table.unused.empty()) {
      line = text("{}；没有导入的列：{}", "{}; columns not taken in: {}", line,
                  base::Text{base::join(table.unused, "、"), base::join(table.unused, ", ")});
    }
    context.out().line(line);
  }
}

void print_counts(Context& context, intake::RosterKind kind, const RosterCounts& counts) {
  if (counts.added + counts.updated + counts.unchanged == 0) return;
  context.out().line(text("{}：新增 {}，更新 {}，未变 {}", "{}: {} added, {} updated, {} unchanged",
                          describe(kind), counts.added, counts.updated, counts.unchanged));
}

void print(Context& context, const RosterSheets& sheets, const RosterChanges& changes,
           const std::string& transaction) {
  for (const base::Text& remark : changes.remarks) context.out().remark(remark);
  if (context.json()) return print_json(context, changes, transaction);
  if (context.out().quiet) return;
  print_tables(context, sheets);
  if (context.dry_run()) {
    context.out().line(text("试运行，没有写入：", "dry run, nothing written:"));
  }
  print_counts(context, intake::RosterKind::areas, changes.areas);
  print_counts(context, intake::RosterKind::units, changes.units);
  if (changes.committees > 0) {
    context.out().line(text("其中村（居）委会 {} 个，按村（社区）建立",
                            "of them {}, made for the villages",
                            base::counted(changes.committees, "committee")));
  }
  print_counts(context, intake::RosterKind::people, changes.people);
  if (changes.empty()) {
    context.out().line(text("名册没有变化", "the roster is as it was"));
  }
}

}  // namespace

int run_roster_import(Context& context, const Arguments& arguments) {
  const RosterSheets sheets = read_sheets(arguments);
  // New ids continue those of the roster, so it is read under the lock.
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  const RosterChanges changes = compare_roster(ledger.roster(), sheets);
  if (!changes.problems.empty()) throw base::Rejected(changes.problems);
  std::string transaction;
  if (!changes.empty()) {
    casework::Command command;
    command.wish = changes.change;
    transaction = write_to(context, ledger, {std::move(command)}).transaction;
  }
  print(context, sheets, changes, transaction);
  return 0;
}

}  // namespace minqing::cli
