// SPDX-License-Identifier: MIT
// The schema of a running office: taken out as files or as a workbook, and put into force again.

#include "cli/ask.hpp"
#include "cli/new_file.hpp"
#include "cli/office.hpp"
#include "cli/resources.hpp"
#include "cli/schema_differences.hpp"
#include "cli/writing.hpp"
#include "lib/base/counted.hpp"
#include "lib/base/digest.hpp"
#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"
#include "lib/casework/roster_life.hpp"
#include "lib/intake/file_kind.hpp"
#include "lib/intake/rules_sheet.hpp"
#include "lib/intake/workbook/workbook.hpp"
#include "lib/ledger/compiled.hpp"
#include "lib/report/workbook/sheet.hpp"
#include "lib/schema/files.hpp"
#include "lib/schema/parts.hpp"

#include <stdlib.h>

#include <algorithm>
#include <filesystem>

namespace minqing::cli {

namespace {

using base::text;
using casework::Roster;
using schema::LoadedSchema;
using schema::Part;

constexpr Part kParts[] = {Part::categories, Part::limits};

/// `规则.xlsx 类别` for the file that its sheet became.
std::string shown_name(const std::string& workbook, const std::string& file) {
  for (const base::Word& part : schema::part_words()) {
    if (file == std::string(part.id) + ".csv") return workbook + " " + std::string(part.zh);
  }
  return file;
}

/// The schema in force with the tables of a workbook.
LoadedSchema from_workbook(const std::string& path, const std::string& in_force,
                           const Roster& roster) {
  intake::RulesReader reader(path);
  intake::read_workbook(path, reader);
  const auto unit_id = [&](const std::string& word) {
    const auto match = roster.match_unit(word);
    return match.found ? match.found->id : std::string();
  };
  LoadedSchema next;
  next.text = schema::with_parts(in_force, reader.finish(), unit_id);
  next.schema = schema::schema_from_text(
      next.text, [&](const std::string& file) { return shown_name(path, file); });
  return next;
}

LoadedSchema next_schema(const std::string& path, const std::string& in_force,
                         const Roster& roster) {
  if (intake::is_workbook_name(path)) return from_workbook(path, in_force, roster);
  return schema::load_schema(path, schemas_directory());
}

std::vector<casework::Command> commands_for(const LoadedSchema& next, const Roster& roster) {
  const std::string digest = base::to_hex(base::bytes_of(base::sha256({next.text})));
  std::vector<casework::Command> commands;
  commands.push_back({.wish = casework::SchemaApplied{next.schema.id, digest, next.text}});
  casework::RosterChanged brought = casework::brought_by(next.schema, roster);
  if (!brought.units.empty() || !brought.areas.empty()) {
    commands.push_back({.wish = std::move(brought)});
  }
  return commands;
}

void say_applied(Context& context, const std::vector<casework::Command>& commands,
                 std::size_t changes, const std::string& transaction) {
  if (context.json()) {
    base::Json out = base::Json::object();
    out.set("v", 1).set("changes", static_cast<std::int64_t>(changes));
    out.set("dry_run", context.dry_run());
    return context.out().json(out.set("transaction", transaction));
  }
  if (context.out().quiet) return;
  const base::Text count = base::counted(changes, "change");
  context.out().line(context.dry_run()
                         ? text("试运行，没有启用：改动 {} 处", "dry run, not applied: {}", count)
                         : text("已启用：改动 {} 处。已经交办的，时限和派单不变",
                                "applied: {}; what was assigned before keeps its deadline "
                                "and unit",
                                count));
  if (commands.size() < 2) return;
  const auto& brought = std::get<casework::RosterChanged>(commands.back().wish);
  context.out().line(text("名册新增单位 {} 个、区划 {} 个", "new in the roster: {}, {}",
                          base::counted(brought.units.size(), "unit"),
                          base::counted(brought.areas.size(), "area")));
}

/// Everybody works by the rules: whoever sits at a terminal sees the changes before they hold.
void ask_first(Context& context) {
  if (context.dry_run() || context.arguments().has("yes") || !is_on_a_terminal()) return;
  if (confirm(text("启用这些改动吗？", "Apply these changes?"), context.lang())) return;
  throw base::Error(base::Exit::conflict,
                    text("没有确认，什么也没有写入", "not confirmed; nothing was written"));
}

report::Sheet sheet_of(const schema::Schema& rules, Part part, const Roster& roster) {
  const auto unit_name = [&](const std::string& id) {
    const casework::Unit* unit = roster.unit(id);
    return unit ? unit->name : std::string();
  };
  report::Sheet sheet;
  sheet.name = schema::part_words()[static_cast<std::size_t>(part)].zh;
  sheet.rows = schema::rows_of(rules, part, unit_name);
  for (const base::Word& column : schema::part_columns(part)) {
    report::SheetColumn out{std::string(column.zh)};
    for (const auto& row : sheet.rows) {
      const int width = base::display_width(row[sheet.columns.size()]);
      out.width = std::clamp(width + 2, out.width, 40);
    }
    sheet.columns.push_back(std::move(out));
  }
  return sheet;
}

void export_workbook(Context& context, const std::string& path, const std::string& in_force,
                     const Roster& roster) {
  const schema::Schema rules = schema::schema_from_text(in_force);
  std::vector<report::Sheet> sheets;
  for (Part part : kParts) sheets.push_back(sheet_of(rules, part, roster));
  base::write_file_atomically(path, report::workbook_bytes(sheets, context.clock()()));
}

/// A folder of its own, complete or not there.
void export_folder(const std::string& path, const std::string& in_force) {
  std::string unfinished = path + ".XXXXXX";
  if (mkdtemp(unfinished.data()) == nullptr) {
    throw base::Error(base::Exit::io, text("不能写到 {}", "cannot write to {}", path));
  }
  try {
    for (const schema::NamedText& file : schema::split_text(in_force)) {
      const std::string target = unfinished + "/" + file.name;
      base::make_directories(target.substr(0, target.rfind('/')), 0755);
      base::write_file_atomically(target, file.text);
    }
    std::filesystem::permissions(unfinished, std::filesystem::perms(0755));
    std::filesystem::rename(unfinished, path);
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove_all(unfinished, ignored);
    throw;
  }
}

void say_exported(Context& context, const std::string& path) {
  if (context.json()) {
    base::Json out = base::Json::object();
    out.set("v", 1).set("file", path);
    return context.out().json(out.set("dry_run", context.dry_run()));
  }
  if (context.out().quiet) return;
  context.out().line(
      context.dry_run() ? text("试运行，没有写 {}", "dry run, {} is not written", path)
                        : text("已写入 {}；改好后 minqing 规则 启用 {}",
                               "written to {}; once changed: minqing schema apply {}", path, path));
}

}  // namespace

int run_schema_apply(Context& context, const Arguments& arguments) {
  // Nobody waits for the ledger while the schema is read and a person makes up their mind.
  ledger::Ledger& read = context.open(ledger::Access::read);
  const std::string in_force = ledger::schema_text(read.db());
  const Roster roster = read.roster();
  context.close();
  const LoadedSchema next = next_schema(arguments.words.front(), in_force, roster);
  if (next.text == in_force) {
    if (!context.json()) {
      context.out().line(text("与现行规则一字不差，没有写入",
                              "the same text as the schema in force; nothing was written"));
    }
    return 0;
  }
  const auto changes = schema::differences(schema::schema_from_text(in_force), next.schema);
  print_differences(context, changes);
  ask_first(context);
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  if (ledger::schema_text(ledger.db()) != in_force) {
    throw base::Error(base::Exit::conflict,
                      text("规则刚刚被别人改过", "somebody has just changed the schema"),
                      text("再执行一次，看清现在的改动", "repeat it and look at the changes"));
  }
  const auto commands = commands_for(next, ledger.roster());
  const auto outcome = write_to(context, ledger, commands);
  say_applied(context, commands, changes.size(), outcome.transaction);
  return 0;
}

int run_schema_export(Context& context, const Arguments& arguments) {
  const std::string& path = arguments.words.front();
  check_new_file(path);
  ledger::Ledger& ledger = context.open(ledger::Access::read);
  const std::string in_force = ledger::schema_text(ledger.db());
  const Roster roster = ledger.roster();
  ledger.end_reading();
  const bool is_workbook = intake::is_workbook_name(path);
  if (is_workbook && !context.dry_run()) export_workbook(context, path, in_force, roster);
  if (!is_workbook && !context.dry_run()) export_folder(path, in_force);
  say_exported(context, path);
  return 0;
}

}  // namespace minqing::cli
