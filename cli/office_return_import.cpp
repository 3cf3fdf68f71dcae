// SPDX-License-Identifier: MIT
// 回填表 on their way back (`import --update`): every row is judged under the lock against what the
// ledger says now; the steps of a sheet are one transaction. Rows that cannot be written stop all
// of them, unless a file takes them (--rejects).

#include "cli/history.hpp"
#include "cli/office.hpp"
#include "cli/office_files.hpp"
#include "cli/office_returned_rows.hpp"
#include "cli/options.hpp"
#include "cli/writing.hpp"
#include "lib/base/counted.hpp"
#include "lib/base/digest.hpp"
#include "lib/base/utf8.hpp"
#include "lib/intake/return_sheet.hpp"
#include "lib/intake/workbook/import_file.hpp"
#include "lib/privacy/mask.hpp"
#include "lib/report/workbook/sheet.hpp"

#include <algorithm>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;
using intake::ReturnedRow;
using intake::ReturnedSteps;
using intake::ReturnField;
using Verdict = ReturnedSteps::Verdict;

constexpr base::Word kVerdicts[] = {{"untouched", "没有填", "not filled in"},
                                    {"unchanged", "已有未变", "unchanged"},
                                    {"conflict", "冲突", "conflict"},
                                    {"rejected", "不合格", "rejected"},
                                    {"written", "写入", "written"}};
constexpr std::string_view kNotWritten = "ready";  ///< it could be, but for other rows

/// The files' rows, or nothing when none of the files is a return sheet.
std::optional<std::vector<ReturnedRow>> read_return_sheets(Context& context,
                                                           const Arguments& arguments) {
  intake::ReturnSheetReader reader(context.today(), context.lang());
  std::vector<std::string> others;
  for (const std::string& path : arguments.words) {
    reader.begin_file(path);
    intake::read_table_file(path, {}, reader);
    if (!reader.found()) others.push_back(path);
  }
  if (others.size() == arguments.words.size()) return std::nullopt;
  if (!others.empty()) {
    throw Error(
        Exit::usage,
        text("{} 不是回填表，别的是", "{} is no return sheet, unlike the others", others.front()),
        text("回填表和别的表分两次导入", "import them one kind after the other"));
  }
  return reader.take_rows();
}

void check_options(const Arguments& arguments) {
  for (const char* option : {"sheet", "profile", "map", "set", "unknown-category", "encoding",
                             "include-hidden", "explain"}) {
    if (!arguments.has(option)) continue;
    throw Error(Exit::usage, text("回填表的列是固定的，不用 {}",
                                  "a return sheet has fixed columns and takes no {}",
                                  dashed(arguments, option)));
  }
  const auto rejects = arguments.value("rejects");
  if (!rejects) return;
  if (!base::ends_with(base::fold(*rejects), ".xlsx")) {
    throw Error(Exit::usage,
                text("--退件 要写 .xlsx 文件", "--rejects takes the name of a .xlsx file"));
  }
  refuse_existing({*rejects});
}

std::int64_t count(const std::vector<Judged>& rows, Verdict verdict) {
  return std::count_if(rows.begin(), rows.end(),
                       [&](const Judged& one) { return one.steps.verdict == verdict; });
}

/// The steps of one sheet, and which row each is of.
struct SheetOrder {
  std::string prefix;  ///< of the transaction's id
  std::vector<casework::Command> commands;
  std::vector<Judged*> rows;
};

/// In the order of the files.
std::vector<SheetOrder> orders_of(std::vector<Judged>& rows) {
  std::vector<SheetOrder> out;
  for (Judged& one : rows) {
    if (one.steps.verdict != Verdict::steps) continue;
    const std::string prefix = intake::transaction_prefix(*one.row->mark);
    auto order = std::find_if(out.begin(), out.end(),
                              [&](const SheetOrder& known) { return known.prefix == prefix; });
    if (order == out.end()) order = out.insert(out.end(), {prefix, {}, {}});
    for (const casework::Command& command : one.steps.commands) {
      order->commands.push_back(command);
      order->rows.push_back(&one);
    }
  }
  return out;
}

/// What the rules refuse is told with the cell that asks for it, and takes its whole row along.
void add_refusals(Context& context, const SheetOrder& order, const ledger::Refused& refused) {
  for (const auto& item : refused.items()) {
    Judged& judged = *order.rows[item.command];
    // After a first step that is refused the later ones cannot but be refused too.
    if (judged.steps.verdict == Verdict::rejected) continue;
    judged.steps.verdict = Verdict::rejected;
    const auto& places = judged.row->places;
    const auto at = std::find(places.begin(), places.end(), order.commands[item.command].origin);
    const auto field = static_cast<ReturnField>(at - places.begin());
    judged.steps.problems.push_back(
        problem_of(*judged.row, field, context.lang(), item.refusal.reason, item.refusal.way_out));
  }
}

void rehearse_all(Context& context, ledger::Ledger& ledger, std::vector<Judged>& rows) {
  for (const SheetOrder& order : orders_of(rows)) {
    try {
      rehearse(context, ledger, order.commands);
    } catch (const ledger::Refused& refused) {
      add_refusals(context, order, refused);
    }
  }
}

/// `办理情况 已到现场，办理结果 已解决`, masked.
base::Text said_by_sheet(const ReturnedRow& row, base::Lang lang) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < intake::kReturnFields; ++i) {
    const auto field = static_cast<ReturnField>(i);
    if (!is_open(field) || row.cell(field).empty()) continue;
    parts.push_back(base::label_of(words(field), field).in(lang) + " " +
                    privacy::mask_text(row.cell(field)));
  }
  return {base::join(parts, "，"), base::join(parts, ", ")};
}

/// Both sides, for a person to decide.
base::Text describe_conflict(const Judged& judged, const Names& names, base::Lang lang) {
  std::vector<std::string> lines;
  for (const auto& stored : judged.against) lines.push_back(history_line(stored, names, lang));
  return text("{}：{} 导出以后，台账里有了别的变化\n  台账：{}\n  表里：{}",
              "{}: since the export of {} the ledger has changed\n  ledger: {}\n  sheet: {}",
              to_string(judged.row->place(ReturnField::number)), judged.row->number,
              base::Text{base::join(lines, "\n        "), base::join(lines, "\n          ")},
              said_by_sheet(*judged.row, lang));
}

base::Text way_out_of_conflict() {
  return text("核对后用命令办理，或重新导出回填表",
              "decide, and use the commands or export the sheet again");
}

std::vector<std::string> reasons_of(const Judged& judged, const Names& names, base::Lang lang) {
  if (judged.steps.verdict == Verdict::conflict) {
    return {describe_conflict(judged, names, lang).in(lang)};
  }
  std::vector<std::string> out;
  for (const base::Problem& problem : judged.steps.problems) {
    out.push_back(to_line(problem, lang));
  }
  return out;
}

bool is_bad(const Judged& judged) {
  return judged.steps.verdict == Verdict::conflict || judged.steps.verdict == Verdict::rejected;
}

/// Rows that were not written, with the reason beside each: filled in again, they are imported
/// again.
report::Sheet rejects_sheet(Context& context, const std::vector<Judged>& rows, const Names& names) {
  const base::Lang lang = context.lang();
  const bool zh = lang == base::Lang::zh;
  report::Sheet sheet{.name = zh ? "回填表" : "Return sheet"};
  for (std::size_t i = 0; i < intake::kReturnFields; ++i) {
    const auto field = static_cast<ReturnField>(i);
    sheet.columns.push_back({.heading = base::label_of(words(field), field).in(lang), .width = 15});
  }
  sheet.columns.push_back(
      {.heading = zh ? "没有写入的原因" : "Why it was not written", .width = 50});
  for (const Judged& judged : rows) {
    if (!is_bad(judged)) continue;
    std::vector<std::string> cells(judged.row->cells.begin(), judged.row->cells.end());
    cells.push_back(base::join(reasons_of(judged, names, lang), "\n"));
    sheet.rows.push_back(std::move(cells));
  }
  return sheet;
}

[[noreturn]] void refuse_all(Context& context, const std::vector<Judged>& rows,
                             const Names& names) {
  std::vector<base::Problem> problems;
  std::vector<ledger::Refused::Item> conflicts;
  for (const Judged& judged : rows) {
    for (const auto& problem : judged.steps.problems) problems.push_back(problem);
    if (judged.steps.verdict != Verdict::conflict) continue;
    conflicts.push_back({0,
                         {Exit::conflict, describe_conflict(judged, names, context.lang()),
                          way_out_of_conflict()}});
  }
  if (problems.empty()) throw ledger::Refused(std::move(conflicts), rows.size() + 1);
  for (const auto& item : conflicts) {
    problems.push_back({{}, {}, item.refusal.reason, item.refusal.way_out});
  }
  throw base::Rejected(std::move(problems));
}

base::Json row_json(const Judged& judged, const Names& names, base::Lang lang, bool written) {
  base::Json out = base::Json::object();
  out.set("v", 1);
  out.set("number", judged.row->number);
  out.set("place", to_string(judged.row->place(ReturnField::number)));
  const bool has_steps = judged.steps.verdict == Verdict::steps;
  out.set("verdict",
          has_steps && !written ? kNotWritten : base::word_of(kVerdicts, judged.steps.verdict).id);
  if (has_steps) {
    out.set("steps", static_cast<std::int64_t>(judged.steps.commands.size()));
  }
  if (is_bad(judged)) {
    base::Json reasons = base::Json::array();
    for (const std::string& reason : reasons_of(judged, names, lang)) reasons.push(reason);
    out.set("reasons", std::move(reasons));
  }
  return out;
}

/// `written`: the rows with steps are; else others stand in their way.
void print_sums(Context& context, const std::vector<Judged>& rows, bool written) {
  context.out().line(text(
      "回填 {} 行：{} {}，已有未变 {}，没有填 {}，冲突 {}，不合格 {}",
      "{}: {} {}, {} unchanged, {} not filled in, {}, {} rejected",
      base::counted(rows.size(), "row"),
      written ? text("写入", "written:") : text("合格但没有写入", "good but not written:"),
      count(rows, Verdict::steps), count(rows, Verdict::unchanged), count(rows, Verdict::untouched),
      base::counted(count(rows, Verdict::conflict), "conflict"), count(rows, Verdict::rejected)));
}

void print_rows(Context& context, const std::vector<Judged>& rows, const Names& names,
                bool written) {
  if (context.json()) {
    for (const Judged& judged : rows) {
      context.out().json(row_json(judged, names, context.lang(), written));
    }
  } else if (!context.out().quiet) {
    print_sums(context, rows, written);
  }
}

/// A person at a terminal is asked while nobody waits for the ledger.
void guard(Context& context, const std::vector<ReturnedRow>& rows) {
  if (!is_guarded(context)) return;
  const auto judged = judge_rows(context, context.open(ledger::Access::read), rows);
  const auto moving = static_cast<std::size_t>(count(judged, Verdict::steps));
  context.close();
  guard_number(context, moving,
               text("要写入 {} 件", "{} would be touched", base::counted(moving, "issue")));
}

void write(Context& context, ledger::Ledger& ledger, std::vector<Judged>& rows) {
  const std::string given = context.arguments().value("key").value_or("");
  for (SheetOrder& order : orders_of(rows)) {
    const std::string own =
        given.empty() ? base::make_uuid_v7(context.clock()().micros / 1000) : given;
    const auto outcome = write_to(context, ledger, std::move(order.commands), order.prefix + own);
    if (!context.json()) echo(context, ledger, outcome);
  }
}

}  // namespace

std::optional<int> import_return_sheets(Context& context, const Arguments& arguments) {
  context.open(ledger::Access::read);
  context.actor();  // who is unknown is told before the files are read
  context.ledger().end_reading();
  const auto rows = read_return_sheets(context, arguments);
  context.close();
  if (!rows) return std::nullopt;
  check_options(arguments);
  guard(context, *rows);

  ledger::Ledger& ledger = context.open(ledger::Access::write);
  auto judged = judge_rows(context, ledger, *rows);
  rehearse_all(context, ledger, judged);
  const Names names{ledger.roster(), ledger.schema()};
  const bool any_bad = std::any_of(judged.begin(), judged.end(), is_bad);
  const auto rejects = arguments.value("rejects");
  if (any_bad && !rejects) {
    print_rows(context, judged, names, false);
    refuse_all(context, judged, names);
  }
  write(context, ledger, judged);
  print_rows(context, judged, names, !context.dry_run());
  if (!any_bad) return 0;
  const report::Sheet left = rejects_sheet(context, judged, names);
  write_files(context,
              {{*rejects, report::workbook_bytes({left}, context.clock()()), left.rows.size()}});
  return static_cast<int>(Exit::partly);
}

}  // namespace minqing::cli
