// SPDX-License-Identifier: MIT
// 回填表 on their way out: what a unit has in hand, without identities, with a mark for each row of
// the state it was exported at.

#include "cli/confidence.hpp"
#include "cli/listing.hpp"
#include "cli/naming.hpp"
#include "cli/office.hpp"
#include "cli/office_files.hpp"
#include "lib/base/counted.hpp"
#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"
#include "lib/intake/return_sheet.hpp"
#include "lib/ledger/load.hpp"
#include "lib/privacy/mask.hpp"
#include "lib/report/workbook/sheet.hpp"

#include <algorithm>
#include <map>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;
using intake::ReturnField;

constexpr std::size_t kSheetDigits = 8;

/// By unit id, in the order of the roster's names for files that do not change places.
using ByUnit = std::map<std::string, std::vector<ledger::ListedIssue>>;

int width_of(ReturnField field) {
  switch (field) {
    case ReturnField::matter:
      return 44;
    case ReturnField::action_taken:
      return 36;
    case ReturnField::return_reason:
      return 24;
    case ReturnField::number:
    case ReturnField::mark:
      return 15;
    default:
      return 11;
  }
}

base::Text hint_of(ReturnField field) {
  switch (field) {
    case ReturnField::signed_for_by:
      return text("本单位谁签收、谁承办", "who of the unit signs for it and handles it");
    case ReturnField::first_contact:
      return text("哪天联系了诉求人，如 2026-11-22", "the day the resident was contacted");
    case ReturnField::action_taken:
      return text("做了什么；申请延期的写理由", "what was done; the reason for more time");
    case ReturnField::result:
      return text("办好了才填，同时填办理情况和办结日期",
                  "only when it is done, with what was done and the date");
    case ReturnField::resolved_on:
      return text("哪天办结，如 2026-11-22", "the day it was done");
    case ReturnField::extend_to:
      return text("到期前申请延到哪天；批准了才算", "the new date asked for; it needs approval");
    case ReturnField::return_reason:
      return text("不是本单位的事，写明理由", "why it is not for this unit");
    default:
      return {};
  }
}

std::string heading_of(ReturnField field, base::Lang lang) {
  return base::label_of(words(ReturnField{}), field).in(lang);
}

/// One unit's sheet while it is made.
class SheetMaker {
 public:
  SheetMaker(Context& context, ledger::Ledger& ledger, const casework::Unit& unit)
      : context_(context),
        ledger_(ledger),
        unit_(unit),
        names_{ledger.roster(), ledger.schema()},
        id_(digest(fmt::format("{}\n{}\n{}", unit.id, ledger.head().seq, context.clock()().micros),
                   kSheetDigits)) {}

  report::Sheet make(const std::vector<ledger::ListedIssue>& issues) {
    report::Sheet sheet{.name = heading("回填表", "Return sheet"), .locked = true};
    sheet.above = {
        words(text("{}回填表", "Return sheet of {}", unit_.name)),
        words(text("{}，{} 导出，{} 件", "{}, exported {}, {}", ledger_.fact("name"),
                   to_string(context_.today()), base::counted(issues.size(), "issue"))),
        words(text("只填有底色的格，没有办的空着；填好后原样交回，不要改编号和校验两列",
                   "fill in the coloured cells only, and leave number and mark as they are"))};
    for (std::size_t i = 0; i < intake::kReturnFields; ++i) {
      sheet.columns.push_back(column_of(static_cast<ReturnField>(i)));
    }
    for (const auto& issue : issues) sheet.rows.push_back(row_of(issue));
    return sheet;
  }

 private:
  std::string words(const base::Text& of) const { return of.in(context_.lang()); }
  std::string heading(const char* zh, const char* en) const {
    return context_.lang() == base::Lang::zh ? zh : en;
  }
  std::string digest(const std::string& of, std::size_t digits) {
    return ledger_.keys().digest("return_sheet", of).substr(0, digits);
  }

  report::SheetColumn column_of(ReturnField field) const {
    report::SheetColumn column{.heading = heading_of(field, context_.lang()),
                               .width = width_of(field),
                               .open = is_open(field),
                               .hint = words(hint_of(field))};
    column.dates = field == ReturnField::first_contact || field == ReturnField::resolved_on ||
                   field == ReturnField::extend_to;
    if (field == ReturnField::result) {
      column.choices = {words(label_of(casework::ResultKind::solved)),
                        words(label_of(casework::ResultKind::explained))};
      column.only_choices = true;
    }
    if (field == ReturnField::signed_for_by) {
      for (const casework::Person& person : ledger_.roster().people()) {
        if (person.unit == unit_.id) column.choices.push_back(person.name);
      }
    }
    return column;
  }

  /// What the unit has done already stands in its column, locked.
  std::vector<std::string> row_of(const ledger::ListedIssue& listed) {
    const auto issue = ledger::load_to_decide(ledger_, listed.id);
    const casework::Assignment& held = *issue->assignment();
    std::vector<std::string> row(intake::kReturnFields);
    const auto put = [&](ReturnField field, std::string value) {
      row[static_cast<std::size_t>(field)] = std::move(value);
    };
    const std::string handler = held.handler ? names_.person(*held.handler) : "";
    put(ReturnField::number, listed.number);
    put(ReturnField::village, listed.area ? names_.area(*listed.area) : "");
    put(ReturnField::category, words(names_.category(listed.category)));
    put(ReturnField::matter, matter_of(listed));
    put(ReturnField::assigned_on, to_string(held.assigned_at.date));
    put(ReturnField::due_on, to_string(held.due.due_on));
    put(ReturnField::state, words(names_.state(listed.state)));
    put(ReturnField::handler, handler);
    if (held.signed_at) put(ReturnField::signed_for_by, handler);
    if (held.contacted_at) put(ReturnField::first_contact, to_string(held.contacted_at->date));
    put(ReturnField::mark, mark_of(*issue));
    return row;
  }

  std::string mark_of(const casework::Issue& issue) {
    const std::string covered =
        intake::covered_by_mark(issue.number, unit_.id, issue.last_seq, id_);
    return to_string(intake::ReturnMark{issue.last_seq, id_, digest(covered, intake::kMarkDigits)});
  }

  static std::string matter_of(const ledger::ListedIssue& listed) {
    std::string whole = listed.title;
    if (!whole.empty() && !listed.content.empty()) whole += "\n";
    return privacy::mask_text(whole + listed.content);
  }

  Context& context_;
  ledger::Ledger& ledger_;
  const casework::Unit& unit_;
  Names names_;
  std::string id_;
};

void check_return_options(const Arguments& arguments) {
  const bool one = arguments.has("output");
  if (arguments.has("columns")) {
    throw Error(Exit::usage, text("回填表的列是固定的", "the columns of a return sheet are fixed"),
                text("去掉 --列", "leave --columns out"));
  }
  if (one && arguments.has("per-unit")) {
    throw Error(Exit::usage, text("--按单位 和 -o 只用一个", "use either --per-unit or -o"));
  }
  if (!one && !arguments.has("per-unit")) {
    throw Error(Exit::usage, text("没有写导出到哪里", "where to write is missing"),
                text("一个单位的加 -o 文件.xlsx，各单位的用 --按单位 文件夹",
                     "add -o FILE.xlsx for one unit, or use --per-unit DIR"));
  }
  if (one && !base::ends_with(base::fold(*arguments.value("output")), ".xlsx")) {
    throw Error(Exit::usage, text("回填表只写成 .xlsx：锁定和下拉在别的格式里没有",
                                  "a return sheet is a .xlsx: other formats lock nothing"));
  }
}

bool is_in_hand(const ledger::ListedIssue& issue) {
  using casework::State;
  return issue.unit && (issue.state == State::assigned || issue.state == State::signed_for ||
                        issue.state == State::in_progress);
}

ByUnit select_in_hand(Context& context, ledger::Ledger& ledger, const Arguments& arguments) {
  std::vector<std::string> words = arguments.words;
  if (words.empty()) words.push_back("未销号:是");
  const auto selection = read_query(context, ledger, words);
  auto issues = select_for_caller(
      context, ledger, selection,
      {.today = context.today(), .sort = sort_of(arguments), .limit = limit_of(arguments)});
  ByUnit out;
  std::size_t others = 0;
  for (auto& issue : issues) {
    if (is_in_hand(issue)) {
      out[*issue.unit].push_back(std::move(issue));
    } else {
      ++others;
    }
  }
  if (others > 0 && !arguments.words.empty()) {
    context.out().remark(text("另有 {} 件不在承办单位手上，没有导出",
                              "{} more are not in the hands of a unit and left out", others));
  }
  for (auto& [unit, of_unit] : out) hide_from_unit(context, ledger, unit, of_unit);
  if (out.empty()) {
    throw Error(Exit::not_found, text("没有哪一件在承办单位手上", "no issue is in a unit's hands"));
  }
  return out;
}

/// A unit's name in a file's name.
std::string file_name(Context& context, const casework::Unit& unit) {
  std::string name = unit.name;
  for (char& c : name) {
    if (c == '/' || c == '\\' || static_cast<unsigned char>(c) < ' ') c = '_';
  }
  const bool zh = context.lang() == base::Lang::zh;
  return fmt::format("{}_{}_{}.xlsx", name, zh ? "回填表" : "return_sheet",
                     to_string(context.today()));
}

const casework::Unit& only_unit(ledger::Ledger& ledger, const ByUnit& issues) {
  if (issues.size() == 1) return *ledger.roster().unit(issues.begin()->first);
  std::vector<std::string> names;
  for (const auto& [id, of_unit] : issues) names.push_back(ledger.roster().unit(id)->name);
  throw Error(Exit::usage,
              text("这些事项在 {} 个单位手上：{}", "the issues are in the hands of {} units: {}",
                   names.size(), base::join(names, "、")),
              text("加上 承办单位:名称，或用 --按单位 文件夹，每个单位一张",
                   "add unit:NAME, or use --per-unit DIR for a sheet each"));
}

}  // namespace

int export_return_sheets(Context& context, const Arguments& arguments) {
  check_return_options(arguments);
  const auto folder = arguments.value("per-unit");
  if (!folder) refuse_existing({*arguments.value("output")});
  ledger::Ledger& ledger = context.open(ledger::Access::read);
  const ByUnit issues = select_in_hand(context, ledger, arguments);

  std::vector<WrittenFile> files;
  std::vector<std::string> paths;
  if (!folder) only_unit(ledger, issues);
  for (const auto& [id, of_unit] : issues) {
    const casework::Unit& unit = *ledger.roster().unit(id);
    paths.push_back(folder ? *folder + "/" + file_name(context, unit) : *arguments.value("output"));
    const report::Sheet sheet = SheetMaker(context, ledger, unit).make(of_unit);
    files.push_back(
        {paths.back(), report::workbook_bytes({sheet}, context.clock()()), of_unit.size()});
  }
  ledger.end_reading();
  refuse_existing(paths);
  if (folder && !context.dry_run()) base::make_directories(*folder, 0750);
  write_files(context, files);
  return 0;
}

}  // namespace minqing::cli
