// SPDX-License-Identifier: MIT
// Import of diaries: all entries of all files in one transaction. An entry that is in the ledger
// already stays as it is, so that a folder can be brought in again and again.

#include "cli/diary_entries.hpp"
#include "cli/likely_duplicates.hpp"
#include "cli/office.hpp"
#include "cli/writing.hpp"
#include "lib/base/counted.hpp"
#include "lib/base/utf8.hpp"
#include "lib/intake/diary_sheet.hpp"
#include "lib/intake/workbook/import_file.hpp"
#include "lib/ledger/diary.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

namespace minqing::cli {

namespace {

using base::text;

constexpr std::string_view kTexts[] = {".txt", ".md"};
constexpr std::string_view kSheets[] = {".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv"};

bool ends_with_any(const std::string& path, std::span<const std::string_view> endings) {
  const std::string folded = base::fold(path);
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return base::ends_with(folded, ending); });
}

/// Not a lock that an office program leaves beside an open file (`~$走访.xlsx`).
bool is_diary_file(const std::filesystem::directory_entry& file) {
  const std::string name = file.path().filename().string();
  std::error_code fault;
  return file.is_regular_file(fault) && !base::starts_with(name, "~$") &&
         (ends_with_any(name, kTexts) || ends_with_any(name, kSheets));
}

/// The files named, and those of the folders named, in the order of their names.
std::vector<std::string> files_of(Context& context, const std::vector<std::string>& named) {
  std::vector<std::string> out, passed_over;
  for (const std::string& path : named) {
    std::error_code fault;
    if (!std::filesystem::is_directory(path, fault)) {
      out.push_back(path);
      continue;
    }
    std::vector<std::string> inside;
    for (const auto& file : std::filesystem::directory_iterator(path, fault)) {
      (is_diary_file(file) ? inside : passed_over).push_back(file.path().string());
    }
    if (fault) {
      throw base::Error(base::Exit::permission,
                        text("不能打开文件夹 {}", "cannot open the folder {}", path));
    }
    std::sort(inside.begin(), inside.end());
    out.insert(out.end(), inside.begin(), inside.end());
  }
  std::sort(passed_over.begin(), passed_over.end());
  for (const std::string& file : passed_over) {
    context.out().remark(
        text("{} 不是文本也不是表格，没有读", "{} is neither text nor sheet", file));
  }
  return out;
}

/// What is in the files, before anything is looked up.
struct Found {
  std::vector<intake::DiaryWords> entries;
  std::vector<base::Problem> problems;
  std::vector<intake::UnusedColumns> unused;
};

Found read_files(const schema::Schema& schema, const std::vector<std::string>& files) {
  Found out;
  intake::DiarySheetReader sheets;
  for (const std::string& file : files) {
    if (!ends_with_any(file, kTexts)) {
      sheets.begin_file(file);
      intake::read_table_file(file, {}, sheets);
      sheets.end_file();
      continue;
    }
    auto read = intake::read_diary_text(schema, intake::read_diary_file(file), file);
    read.words.of_sheet = true;
    out.problems.insert(out.problems.end(), read.problems.begin(), read.problems.end());
    out.entries.push_back(std::move(read.words));
  }
  intake::DiarySheets found = sheets.finish();
  out.problems.insert(out.problems.end(), found.problems.begin(), found.problems.end());
  std::move(found.entries.begin(), found.entries.end(), std::back_inserter(out.entries));
  out.unused = std::move(found.unused);
  return out;
}

struct Counts {
  std::int64_t added = 0;
  std::int64_t known = 0;
  std::int64_t issues = 0;
};

void print(Context& context, const Counts& counts, const Found& found,
           const std::string& transaction) {
  for (const intake::UnusedColumns& one : found.unused) {
    context.out().remark(
        text("{}：没有导入的列：{}", "{}: columns not taken in: {}", one.table,
             base::Text{base::join(one.headings, "、"), base::join(one.headings, ", ")}));
  }
  if (context.json()) {
    base::Json out = base::Json::object();
    out.set("v", 1).set("dry_run", context.dry_run());
    out.set("entries", counts.added).set("unchanged", counts.known).set("issues", counts.issues);
    if (!transaction.empty()) out.set("transaction", transaction);
    context.out().json(out);
    return;
  }
  context.out().line(text("日记：新增 {} 篇，已有 {} 篇；登记诉求 {} 件",
                          "diary: {} added, {} known; {} registered",
                          base::counted(counts.added, "entry", "entries"), counts.known,
                          base::counted(counts.issues, "issue")));
}

}  // namespace

int run_diary_import(Context& context, const Arguments& arguments) {
  const std::vector<std::string> files = files_of(context, arguments.words);
  // Nobody waits for the ledger while files are read.
  const schema::Schema schema = context.open(ledger::Access::read).schema();
  context.close();
  Found found = read_files(schema, files);
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  const std::string category = arguments.value("category").value_or("");
  Counts counts;
  std::set<std::string> seen;
  std::vector<casework::Command> commands;
  for (const intake::DiaryWords& words : found.entries) {
    ReadEntry entry = make_entry(context, ledger, words, found.problems, category);
    if (entry.commands.empty()) continue;
    if (!seen.insert(entry.digest).second || ledger::entry_of_digest(ledger.db(), entry.digest)) {
      ++counts.known;
      continue;
    }
    ++counts.added;
    counts.issues += static_cast<std::int64_t>(entry.commands.size()) - 1;
    std::move(entry.commands.begin(), entry.commands.end(), std::back_inserter(commands));
  }
  if (!found.problems.empty()) throw base::Rejected(std::move(found.problems));
  guard_number(
      context, static_cast<std::size_t>(counts.issues),
      text("要登记 {} 件", "{} would be registered", base::counted(counts.issues, "issue")));
  const LikelyDuplicates likely(context, ledger, commands);
  ledger::Outcome outcome;
  if (!commands.empty()) {
    outcome = write_told(context, ledger, std::move(commands));
    if (!context.json() && !context.out().quiet) echo(context, ledger, outcome);
  }
  print(context, counts, found, outcome.transaction);
  likely.name(context, outcome);
  name_entries_of_the_day(context, ledger, outcome);
  return 0;
}

}  // namespace minqing::cli
