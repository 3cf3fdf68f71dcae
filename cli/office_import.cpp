// SPDX-License-Identifier: MIT
// Import of spreadsheets: everything is read and judged before the ledger is locked, then all rows
// of all files are written in one transaction, or none.

#include "cli/new_file.hpp"
#include "cli/office.hpp"
#include "cli/office_import_changes.hpp"
#include "cli/office_import_history.hpp"
#include "cli/office_import_likely.hpp"
#include "cli/office_import_progress.hpp"
#include "cli/office_reading.hpp"
#include "cli/office_rejects.hpp"
#include "cli/writing.hpp"
#include "lib/base/counted.hpp"
#include "lib/base/file.hpp"
#include "lib/intake/columns_kept.hpp"
#include "lib/intake/import_reader.hpp"
#include "lib/intake/import_summary.hpp"
#include "lib/intake/unknown_category.hpp"
#include "lib/intake/workbook/import_file.hpp"
#include "lib/schema/columns_file.hpp"
#include "lib/schema/files.hpp"

#include <algorithm>
#include <set>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;
using intake::ImportBatch;
using intake::ImportVerdicts;

/// The ledger's rules as they are when the files are read; no lock is held meanwhile.
struct Rules {
  schema::Schema schema;
  casework::Roster roster;
  base::Date today;
};

Rules read_rules(Context& context, ledger::Ledger& ledger, bool will_write) {
  Rules rules{ledger.schema(), ledger.roster(), context.today()};
  if (will_write) {
    // Who is unknown or has no key is told before the files are read, not after.
    context.actor();
    ledger.keys().digest("row", {});
  }
  ledger.end_reading();
  return rules;
}

intake::ImportOptions read_options(const Arguments& arguments, const Rules& rules) {
  intake::ImportOptions options;
  options.sheets = arguments.list("sheet");
  options.columns.include_hidden = arguments.has("include-hidden");
  for (const std::string& words : arguments.list("map")) {
    options.columns.headings.push_back(intake::read_heading_choice(rules.schema, words));
  }
  for (const std::string& words : arguments.list("set")) {
    options.given.push_back(intake::read_given(rules.schema, words));
  }
  if (const auto profile = arguments.value("profile")) {
    if (schema::names_file(*profile)) {
      add_columns(rules.schema, schema::read_columns_file(*profile), options);
    } else {
      add_profile(rules.schema, intake::profile_named(rules.schema, *profile), options);
    }
  }
  check_given(rules.schema, rules.roster, rules.today, options.given);
  if (const auto words = arguments.value("unknown-category")) {
    options.unknown_category = intake::category_for_unknown(rules.schema, *words).id;
  }
  return options;
}

std::optional<intake::CsvFacts> read_import_file(Progress& progress, const std::string& path,
                                                 const intake::CsvOptions& options,
                                                 intake::SheetSink& sink) {
  if (!progress.is_watched()) return intake::read_table_file(path, options, sink);
  WatchedReading reading(progress, path, sink);
  return intake::read_table_file(path, options, reading, reading.bytes());
}

ImportBatch read_files(Context& context, const Arguments& arguments,
                       const intake::ImportSetting& setting) {
  const intake::CsvOptions text_options = read_text_options(arguments);
  intake::ImportReader reader(setting);
  Progress progress(context);
  for (const std::string& path : arguments.words) {
    reader.begin_file(path);
    try {
      reader.end_file(read_import_file(progress, path, text_options, reader));
    } catch (const base::Rejected& fault) {
      reader.abandon_file(fault.problems());
    }
  }
  return reader.finish();
}

/// Rows that the rules refuse are rejected like any other; nothing was written.
void add_refusals(ImportBatch& batch, const ledger::Refused& refused) {
  std::set<std::size_t> rows;
  for (const auto& item : refused.items()) {
    rows.insert(batch.commands.registration_of(item.command));
    batch.add_problem(
        {batch.place_of_command(item.command), {}, item.refusal.reason, item.refusal.way_out});
  }
  batch.rejected += static_cast<std::int64_t>(rows.size());
}

void add_step(ImportVerdicts& verdicts, std::size_t command, const ledger::Step& step) {
  if (step.follows) {
    if (!step.already) verdicts.moved_to(step.state);
  } else if (step.already && step.row_changed) {
    verdicts.changed.push_back({command, step.issue});
  } else if (step.already) {
    ++verdicts.unchanged;
  } else {
    verdicts.add_fresh(command, step.issue);
  }
}

/// What write_rows or rehearse_rows make of the rows of a batch.
ImportVerdicts judge_rows(Context& context, ledger::Ledger& ledger, const ImportBatch& batch,
                          decltype(write_rows)& carry_out, bool dry_run) {
  ImportVerdicts verdicts;
  verdicts.dry_run = dry_run;
  std::size_t command = 0;
  const auto take = [&](const ledger::Step& step) { add_step(verdicts, command++, step); };
  verdicts.batch = carry_out(context, ledger, batch.commands, take).transaction;
  return verdicts;
}

/// What counts is what would be new: a sheet that grows is imported again and again.
void guard(Context& context, const ImportBatch& batch) {
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  const std::int64_t fresh = judge_rows(context, ledger, batch, rehearse_rows, true).fresh;
  context.close();  // nobody waits for the ledger while a person makes up their mind
  guard_number(context, static_cast<std::size_t>(fresh),
               text("要新登记 {} 件", "{} would be registered", base::counted(fresh, "issue")));
}

/// The rejected rows are in their file before the others are in the ledger; when these do not get
/// there, the file goes again.
ImportVerdicts write_with_rejects(Context& context, ledger::Ledger& ledger,
                                  const ImportBatch& batch, Rejects& rejects) {
  rejects.write();
  try {
    return judge_rows(context, ledger, batch, write_rows, context.dry_run());
  } catch (const base::OutcomeUnknown&) {
    throw;
  } catch (...) {
    rejects.take_back();
    throw;
  }
}

ImportVerdicts write(Context& context, ImportBatch& batch, Rejects& rejects) {
  try {
    if (is_guarded(context)) guard(context, batch);
    ledger::Ledger& ledger = context.open(ledger::Access::write);
    return write_with_rejects(context, ledger, batch, rejects);
  } catch (const ledger::Refused& refused) {
    add_refusals(batch, refused);
    return {};
  }
}

/// Without --update the differences are only told.
ImportVerdicts write_new(Context& context, ImportBatch& batch, const ReadDrafts& read,
                         Rejects& rejects) {
  ImportVerdicts verdicts = write(context, batch, rejects);
  context.close();
  const auto drafts = drafts_of_changed(batch, verdicts, read);
  if (!drafts.empty()) {
    compare_changed(context, context.open(ledger::Access::read), batch, verdicts, drafts);
  }
  return verdicts;
}

/// What the rules refuse of the amendments is told with the rows that they come from.
void rehearse_changes(Context& context, ledger::Ledger& ledger, ImportBatch& batch,
                      const SheetChanges& changes) {
  const auto try_out = [&](const std::vector<casework::Command>& commands, const auto& act) {
    if (commands.empty()) return;
    try {
      act(context, ledger, commands);
    } catch (const ledger::Refused& refused) {
      for (const auto& item : refused.items()) {
        batch.add_problem(
            {commands[item.command].origin, {}, item.refusal.reason, item.refusal.way_out});
      }
    }
  };
  try_out(changes.amendments, rehearse);
  try_out(changes.steps, rehearse_told);
}

/// What would become of the rows, under the lock that stays held; problems when the rules refuse.
ImportVerdicts look_under_lock(Context& context, ImportBatch& batch) {
  try {
    ledger::Ledger& ledger = context.open(ledger::Access::write);
    return judge_rows(context, ledger, batch, rehearse_rows, true);
  } catch (const ledger::Refused& refused) {
    add_refusals(batch, refused);
    return {};
  }
}

/// New rows and amended ones, or nothing. The files are read for the differences while nobody waits
/// for the ledger; what is written is compared again under the lock.
ImportVerdicts write_all(Context& context, ImportBatch& batch, const ReadDrafts& read,
                         Rejects& rejects) {
  const ImportVerdicts before = look_under_lock(context, batch);
  context.close();
  if (!batch.problems.empty()) return {};
  const auto drafts = drafts_of_changed(batch, before, read);
  if (is_guarded(context)) {
    ImportVerdicts told = before;
    compare_changed(context, context.open(ledger::Access::read), batch, told, drafts);
    context.close();
    const auto touched = static_cast<std::size_t>(told.fresh) + told.changed.size();
    guard_number(context, touched,
                 text("要登记或更正 {} 件", "{} would be registered or amended",
                      base::counted(touched, "issue")));
  }
  ImportVerdicts compared = look_under_lock(context, batch);
  if (!batch.problems.empty()) return {};
  ledger::Ledger& ledger = context.ledger();
  SheetChanges changes = compare_changed(context, ledger, batch, compared, drafts);
  refuse_overruling(context, ledger, changes.amendments);
  rehearse_changes(context, ledger, batch, changes);
  if (!batch.problems.empty()) return {};

  ImportVerdicts verdicts = write_with_rejects(context, ledger, batch, rejects);
  verdicts.unchanged = compared.unchanged;
  verdicts.changed = std::move(compared.changed);
  for (auto& changed : verdicts.changed) changed.amended = !changed.difference.empty();
  write_changes(context, ledger, std::move(changes));
  return verdicts;
}

void print_summary(Context& context, const ImportBatch& batch, const ImportVerdicts& verdicts) {
  if (context.json()) return context.out().json(to_json(batch, verdicts, context.lang()));
  if (context.out().quiet) return;
  for (const base::Text& line : describe_files(batch)) context.out().line(line);
  if (verdicts.dry_run) {
    context.out().line(text("试运行，没有写入：", "dry run, nothing written:"));
  }
  context.out().line(describe_rows(batch, verdicts));
  for (const base::Text& line : describe_left_out(batch, verdicts)) context.out().remark(line);
  for (const base::Text& line : describe(batch, verdicts.likely_pairs, verdicts.dry_run)) {
    context.out().remark(line);
  }
}

/// Empty without one.
base::Text category_label(const schema::Schema& schema, const std::string& id) {
  const schema::Category* category = id.empty() ? nullptr : schema.find_category(id);
  return category == nullptr ? base::Text{} : category->label;
}

/// `unknown`: where rows without a known category go.
void print_explanation(Context& context, const ImportBatch& batch, const base::Text& unknown) {
  if (context.json()) return context.out().json(to_json(batch, {}, context.lang()));
  const auto words = [&](std::string_view zh, std::string_view en) {
    return std::string(context.lang() == base::Lang::zh ? zh : en);
  };
  for (const intake::FileReport& file : batch.files) {
    for (const intake::TableReport& table : file.tables) {
      context.out().line(describe_table(file, table));
      TextTable lines({{words("列", "col")},
                       {words("表头", "heading")},
                       {words("字段", "field")},
                       {words("把握", "confidence")},
                       {words("依据", "by")},
                       {words("头几个值（已脱敏）", "first values (masked)")}});
      for (const intake::ExplainedColumn& column : explain(table)) {
        lines.add({column.letter, column.heading, context.in_lang(column.meaning),
                   context.in_lang(column.confidence), context.in_lang(column.rule),
                   column.values});
      }
      context.out().raw(lines.render(terminal_width()));
    }
  }
  if (!unknown.empty()) {
    context.out().line(
        text("类别认不出或空着的行归入“{}”，原词记入备注",
             "rows without a known category go under '{}', their word kept as a remark", unknown));
  }
}

bool reads_standard_input(const Arguments& arguments) {
  const auto& files = arguments.words;
  return std::find(files.begin(), files.end(), "-") != files.end();
}

void keep_columns(Context& context, const std::string& file, const ImportBatch& batch,
                  const intake::ImportOptions& options) {
  if (context.dry_run()) {
    return context.out().remark(text("试运行，没有写 {}", "dry run, {} is not written", file));
  }
  base::write_file_atomically(file, to_yaml(intake::columns_to_keep(batch, options)));
  context.out().remark(text("各列的对应已存到 {}；下次加 --表格 {}",
                            "the columns are kept in {}; next time: --profile {}", file, file));
}

/// What changed is found by reading a file twice.
void refuse_second_reading(const Arguments& arguments) {
  if (!reads_standard_input(arguments)) return;
  throw Error(Exit::usage,
              text("--更新 不能从标准输入读普通的表",
                   "--update reads no ordinary sheet from standard input"),
              text("写文件名", "give the name of a file"));
}

/// By their place in words.
using RefusedRows = std::map<std::string, base::Problem>;

/// Adds the rows that the ledger's rules refuse, or a step of theirs; false when there are no more.
bool note_refused(Context& context, const ImportBatch& batch, RefusedRows& refused) {
  if (batch.commands.empty()) return false;
  const std::size_t before = refused.size();
  try {
    rehearse_rows(context, context.open(ledger::Access::write), batch.commands,
                  [](const ledger::Step&) {});
  } catch (const ledger::Refused& refusal) {
    for (const auto& item : refusal.items()) {
      const std::size_t row = batch.commands.registration_of(item.command);
      refused.emplace(
          to_string(batch.place_of_command(row)),
          base::Problem{
              batch.place_of_command(item.command), {}, item.refusal.reason, item.refusal.way_out});
    }
  }
  return refused.size() > before;
}

/// Reads the files. With --rejects, rows that the ledger refuses are rejected like others: the
/// files are read again without them, which may bring up more.
ImportBatch read_what_counts(Context& context, const Arguments& arguments,
                             intake::ImportSetting setting, Rejects& rejects) {
  RefusedRows refused;
  const bool writes = setting.digest != nullptr;
  if (writes && rejects.wanted()) setting.rejects = &rejects.tables;
  setting.refused = &refused;
  for (;;) {
    // Reading a long file must not hold up those who write; the key is taken out before.
    if (writes) setting.digest("");
    context.ledger().end_reading();
    rejects.tables.clear();
    ImportBatch batch = read_files(context, arguments, setting);
    context.close();
    const bool is_final =
        !writes || !rejects.wanted() || !batch.problems.empty() || reads_standard_input(arguments);
    if (is_final || !note_refused(context, batch, refused)) return batch;
    context.close();
    context.open(ledger::Access::read);
  }
}

}  // namespace

int run_import(Context& context, const Arguments& arguments) {
  if (arguments.has("history")) return print_import_history(context);
  if (arguments.words.empty()) {
    throw Error(Exit::usage, text("没有写要导入的文件", "no file is named"),
                text("例如：minqing 导入 三月.xlsx", "for example: minqing import march.xlsx"));
  }
  if (arguments.has("update")) {
    if (const auto code = import_return_sheets(context, arguments)) return *code;
    context.close();
    refuse_second_reading(arguments);
  }
  const auto kept_file = arguments.value("save-profile");
  if (kept_file) check_new_file(*kept_file);
  Rejects rejects(context, arguments);
  const bool explain_only = arguments.has("explain");
  ledger::Ledger& ledger = context.open(ledger::Access::read);
  const Rules rules = read_rules(context, ledger, !explain_only);
  const intake::ImportOptions options = read_options(arguments, rules);
  rejects.read_by(arguments, rules.schema);
  intake::ImportSetting setting{rules.schema, rules.roster, options,
                                rules.today,  {},           context.lang()};
  if (!explain_only) {
    setting.digest = [begun = ledger.keys().digests().begin("row")](const std::string& row) {
      privacy::KeyedDigest digest = begun;
      digest.add(row);
      return digest.finish();
    };
  }
  ImportBatch batch = read_what_counts(context, arguments, setting, rejects);
  context.close();
  const ReadDrafts read = [&](intake::RowDrafts& drafts) {
    if (reads_standard_input(arguments)) return drafts.clear();
    intake::ImportSetting again = setting;
    again.drafts = &drafts;
    read_files(context, arguments, again);
  };

  if (explain_only) {
    print_explanation(context, batch, category_label(rules.schema, options.unknown_category));
  } else {
    ImportVerdicts verdicts;
    if (batch.problems.empty() && !batch.commands.empty()) {
      verdicts = arguments.has("update") ? write_all(context, batch, read, rejects)
                                         : write_new(context, batch, read, rejects);
    } else if (batch.problems.empty()) {
      rejects.write();
    }
    verdicts.likely_pairs = find_likely_pairs(context, rules.schema, batch, verdicts);
    print_summary(context, batch, verdicts);
  }
  if (!batch.problems.empty()) throw base::Rejected(std::move(batch.problems));
  if (kept_file) keep_columns(context, *kept_file, batch, options);
  return rejects.rows() == 0 ? 0 : static_cast<int>(Exit::partly);
}

}  // namespace minqing::cli
