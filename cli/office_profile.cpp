// SPDX-License-Identifier: MIT
// 回单 in the sender's own sheet: its columns, order and words, or the very sheet that came in with
// the answers filled in. Personal data are masked; a sender's own cells are given back as they
// came.

#include "cli/confidence.hpp"
#include "cli/history.hpp"
#include "cli/listing.hpp"
#include "cli/naming.hpp"
#include "cli/office.hpp"
#include "cli/office_files.hpp"
#include "lib/base/utf8.hpp"
#include "lib/intake/answer_sheet.hpp"
#include "lib/intake/draft_values.hpp"
#include "lib/intake/import_options.hpp"
#include "lib/intake/workbook/import_file.hpp"
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
using casework::Issue;
using casework::Personal;

constexpr int kNarrowestColumn = 12;
constexpr int kWidestColumn = 50;

std::string masked(const Personal& words) { return privacy::mask_text(words.plain); }
std::string masked(const std::optional<Personal>& words) { return words ? masked(*words) : ""; }
std::string day_of(const std::optional<base::Moment>& at) { return at ? to_string(at->date) : ""; }

/// What an issue says under the fields of a profile.
class Answers {
 public:
  Answers(const Names& names, base::Lang lang) : names_(names), lang_(lang) {}

  /// The cell of a column, in the sender's words.
  std::string cell(const Issue& issue, const std::string& action,
                   const schema::ProfileColumn& column) const {
    if (column.field.empty()) return column.value;
    const std::string id = id_of_field(issue, column.field);
    const auto word = column.words.find(id);
    if (!id.empty() && word != column.words.end()) return word->second;
    return words_of(issue, action, column.field);
  }

 private:
  /// For fields whose values have ids; empty while there is none.
  static std::string id_of_field(const Issue& issue, std::string_view field) {
    const casework::Round& round = issue.round();
    if (field == "category") return issue.particulars.category;
    if (field == "nature") return issue.particulars.nature;
    if (field == "channel") return issue.particulars.channel;
    if (field == "urgency") return std::string(id_of(issue.particulars.urgency));
    if (field == "status") return std::string(id_of(issue.state));
    if (field == "result_kind" && round.resolved_at) return std::string(id_of(round.result_kind));
    if (field == "satisfaction" && round.called_back_at) {
      return std::string(id_of(round.satisfaction));
    }
    return {};
  }

  std::string words_of(const Issue& issue, const std::string& action,
                       std::string_view field) const {
    const casework::Particulars& of = issue.particulars;
    const casework::Round& round = issue.round();
    const casework::Assignment* held = issue.assignment();
    const casework::Resident* resident = of.residents.empty() ? nullptr : &of.residents.front();
    const auto own = [&](const base::Text& words) { return words.in(lang_); };
    if (field == "number") return issue.number;
    if (field == "title") return masked(of.title);
    if (field == "source") return of.source.value_or("");
    if (field == "source_no") return of.source_no.value_or("");
    if (field == "source_due_on") return of.source_due_on ? to_string(*of.source_due_on) : "";
    if (field == "registered_on") return to_string(issue.registered_at.date);
    if (field == "channel") return own(names_.channel(of.channel));
    if (field == "resident") {
      return resident && resident->name ? privacy::mask_name(resident->name->plain) : "";
    }
    if (field == "phone") {
      return resident && resident->phone ? privacy::mask_phone(resident->phone->plain) : "";
    }
    if (field == "address") {
      return resident && resident->address ? privacy::mask_address(resident->address->plain) : "";
    }
    if (field == "village") return of.area ? names_.area(*of.area) : "";
    if (field == "village_group") return of.village_group.value_or("");
    if (field == "content") return masked(of.content);
    if (field == "category") return own(names_.category(of.category));
    if (field == "nature") return own(names_.nature(of.nature));
    if (field == "location") return masked(of.location);
    if (field == "urgency") return own(label_of(of.urgency));
    if (field == "remark") return masked(of.remark);
    if (field == "status") return own(names_.state(issue.state));
    if (field == "assigned_on") return held ? to_string(held->assigned_at.date) : "";
    if (field == "handler_unit") return held ? names_.unit(held->unit) : "";
    if (field == "handler") return held && held->handler ? names_.person(*held->handler) : "";
    if (field == "due_on") return held ? to_string(held->due.due_on) : "";
    if (field == "signed_for_on") return held ? day_of(held->signed_at) : "";
    if (field == "action_taken") return action;
    if (field == "result_kind") return round.resolved_at ? own(label_of(round.result_kind)) : "";
    if (field == "result") return masked(round.result);
    if (field == "resolved_on") return day_of(round.resolved_at);
    if (field == "fed_back_on") return day_of(round.fed_back_at);
    if (field == "satisfaction") {
      return round.called_back_at ? own(label_of(round.satisfaction)) : "";
    }
    return field == "closed_on" ? day_of(round.closed_at) : std::string();
  }

  const Names& names_;
  base::Lang lang_;
};

struct AnswerRow {
  std::string source_no;
  std::vector<std::string> cells;  ///< in the order of the profile's columns
};

/// What the unit did last in this round.
std::string last_action(const std::vector<ledger::StoredEvent>& events) {
  const std::vector<bool> counts = ledger::effective(events);
  for (std::size_t i = events.size(); i-- > 0;) {
    const auto& payload = events[i].event.payload;
    if (std::holds_alternative<casework::IssueReopened>(payload)) return {};
    const auto* noted = std::get_if<casework::ProgressNoted>(&payload);
    if (noted && counts[i] && noted->action_taken) return masked(noted->action_taken);
  }
  return {};
}

AnswerRow row_of(Context& context, ledger::Ledger& ledger, const ledger::ListedIssue& listed,
                 const schema::Profile& profile) {
  auto events = ledger::events_of(ledger.db(), listed.id);
  for (auto& stored : events) unseal_event(ledger, stored.event);
  hide_confidential(context, ledger.roster(), events);
  const Issue issue = *ledger::fold_stored(events);
  const Names names{ledger.roster(), ledger.schema()};
  const Answers answers(names, context.lang());
  AnswerRow row{issue.particulars.source_no.value_or(""), {}};
  for (const schema::ProfileColumn& column : profile.columns) {
    row.cells.push_back(answers.cell(issue, last_action(events), column));
  }
  return row;
}

/// Issues of the query that this sender sent.
std::vector<AnswerRow> rows_of(Context& context, ledger::Ledger& ledger, const Arguments& arguments,
                               const schema::Profile& profile) {
  std::vector<std::string> words = arguments.words;
  if (words.empty()) words.emplace_back("@待回复");
  const auto selection = read_query(context, ledger, words);
  const auto issues = select_for_caller(context, ledger, selection,
                                        {.today = context.today(),
                                         .sort = sort_of(arguments),
                                         .limit = limit_of(arguments),
                                         .with_text = false});
  std::vector<AnswerRow> rows;
  std::size_t others = 0;
  for (const auto& issue : issues) {
    const schema::Source* source =
        issue.source ? ledger.schema().match_source(*issue.source) : nullptr;
    if (issue.source_no && source && source->id == profile.source) {
      rows.push_back(row_of(context, ledger, issue, profile));
    } else {
      ++others;
    }
  }
  if (others > 0) {
    context.out().remark(text("另有 {} 件不是{}来的，没有导出",
                              "{} more were not sent by {} and are left out", others,
                              profile.label));
  }
  return rows;
}

void set_widths(report::Sheet& sheet) {
  for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
    int width = base::display_width(sheet.columns[i].heading) + 2;
    for (const auto& row : sheet.rows) width = std::max(width, base::display_width(row[i]) + 2);
    sheet.columns[i].width = std::clamp(width, kNarrowestColumn, kWidestColumn);
  }
}

report::Sheet new_sheet(const std::vector<AnswerRow>& rows, const schema::Profile& profile,
                        base::Lang lang) {
  report::Sheet sheet{.name = lang == base::Lang::zh ? "回单" : "Answers"};
  for (const schema::ProfileColumn& column : profile.columns) {
    sheet.columns.push_back({.heading = column.heading});
  }
  for (const AnswerRow& row : rows) sheet.rows.push_back(row.cells);
  set_widths(sheet);
  return sheet;
}

intake::AnswerSheet read_sheet(const std::string& path, const schema::Profile& profile) {
  intake::AnswerSheetReader reader(profile);
  intake::read_table_file(path, {}, reader);
  if (auto sheet = reader.take()) return std::move(*sheet);
  throw Error(
      Exit::rejected,
      text("{} 里没有{}的表：找不到“{}”这一列", "{} is no sheet of {}: it has no column '{}'", path,
           profile.label, profile.find("source_no")->heading),
      text("表头要与规则里 profiles 写的相同", "headings are those of the schema's profile"));
}

/// What the sender asks of us; the rest of its cells are its own.
bool is_answer(const schema::Schema& schema, const schema::ProfileColumn& column) {
  if (column.field.empty()) return !column.value.empty();
  const schema::Field* field = schema.find_field(column.field);
  return column.field == "number" || field == nullptr || !intake::is_of_registration(*field);
}

struct Filled {
  report::Sheet sheet;
  std::size_t issues = 0;
  std::size_t kept = 0;  ///< cells that hold another answer already
};

/// Empty cells of answers are filled in, by the sender's number.
Filled fill_in(const schema::Schema& schema, const schema::Profile& profile,
               intake::AnswerSheet sheet, const std::vector<AnswerRow>& rows) {
  std::map<std::string, const AnswerRow*> by_number;
  for (const AnswerRow& row : rows) by_number[base::fold(row.source_no)] = &row;
  const std::size_t number = *sheet.find(profile.find("source_no")->heading);
  Filled out;
  out.sheet.name = sheet.sheet.empty() ? "回单" : sheet.sheet;
  out.sheet.above = sheet.above;
  for (const std::string& heading : sheet.headings) out.sheet.columns.push_back({heading});
  for (intake::AnswerSheet::Line& line : sheet.lines) {
    const auto found =
        line.is_data ? by_number.find(base::fold(line.cells[number])) : by_number.end();
    if (found != by_number.end()) {
      ++out.issues;
      for (std::size_t i = 0; i < profile.columns.size(); ++i) {
        const auto at = sheet.find(profile.columns[i].heading);
        const std::string& answer = found->second->cells[i];
        if (!at || answer.empty() || !is_answer(schema, profile.columns[i])) continue;
        if (base::trim(line.cells[*at]).empty()) {
          line.cells[*at] = answer;
        } else if (line.cells[*at] != answer) {
          ++out.kept;
        }
      }
    }
    out.sheet.rows.push_back(std::move(line.cells));
  }
  set_widths(out.sheet);
  return out;
}

std::string target_of(const Arguments& arguments) {
  for (const char* option : {"columns", "return-sheet", "per-unit"}) {
    if (!arguments.has(option)) continue;
    throw Error(Exit::usage,
                text("--表格 的列由规则定，不用 --{}",
                     "the columns of a profile are the schema's; leave --{} out", option));
  }
  const std::string file = arguments.value("output").value_or("");
  if (base::ends_with(base::fold(file), ".xlsx")) return file;
  throw Error(Exit::usage, text("回单写成 .xlsx 文件", "answers are written to a .xlsx file"),
              text("加上 -o 回单.xlsx", "add -o FILE.xlsx"));
}

}  // namespace

int export_profile(Context& context, const Arguments& arguments) {
  const std::string file = target_of(arguments);
  refuse_existing({file});
  ledger::Ledger& ledger = context.open(ledger::Access::read);
  const schema::Schema schema = ledger.schema();
  const schema::Profile& profile =
      intake::profile_named(schema, arguments.value("profile").value_or(""));
  const std::vector<AnswerRow> rows = rows_of(context, ledger, arguments, profile);
  ledger.end_reading();

  Filled filled;
  if (const auto sheet = arguments.value("fill")) {
    filled = fill_in(schema, profile, read_sheet(*sheet, profile), rows);
  } else {
    filled = {new_sheet(rows, profile, context.lang()), rows.size(), 0};
  }
  if (filled.issues < rows.size()) {
    context.out().remark(text("另有 {} 件不在这张表里", "{} more are not in this sheet",
                              rows.size() - filled.issues));
  }
  if (filled.kept > 0) {
    context.out().remark(
        text("{} 格已经有别的字，没有改", "{} cells hold other words and are kept", filled.kept));
  }
  write_files(context,
              {{file, report::workbook_bytes({filled.sheet}, context.clock()()), filled.issues}});
  return 0;
}

}  // namespace minqing::cli
