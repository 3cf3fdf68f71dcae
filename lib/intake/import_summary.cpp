// SPDX-License-Identifier: MIT
#include "lib/intake/import_summary.hpp"
#include "lib/base/counted.hpp"

#include <algorithm>

#include "lib/base/utf8.hpp"

namespace minqing::intake {
namespace {

using base::Text;
using base::text;

/// Rows listed one by one on a terminal.
constexpr std::size_t kMostListed = 50;
/// Unknown categories listed on a line.
constexpr std::size_t kMostSentListed = 20;

Text joined(const std::vector<Text>& parts) {
  std::vector<std::string> zh, en;
  for (const Text& part : parts) {
    zh.push_back(part.zh);
    en.push_back(part.en);
  }
  return {base::join(zh, "，"), base::join(en, ", ")};
}

std::string column_title(const MappedColumn& column) {
  return column.column.mark() + " " + column.column.label();
}

/// `对应：B 姓名＝诉求人，…`
Text describe_taken(const TableReport& table) {
  std::vector<Text> parts;
  for (const ColumnReport& column : table.columns) {
    const MappedColumn& mapped = column.mapped;
    if (mapped.use != ColumnUse::taken) continue;
    const Text label = mapped.field != nullptr ? mapped.field->label : base::same(mapped.field_id);
    parts.push_back(text("{}＝{}", "{} = {}", column_title(mapped), label));
  }
  return text("  导入：{}", "  taken in: {}", joined(parts));
}

void add_unused(std::vector<Text>& lines, const TableReport& table, ColumnUse use, Text heading) {
  std::vector<Text> parts;
  for (const ColumnReport& column : table.columns) {
    if (column.mapped.use != use) continue;
    parts.push_back(text("{}（{} 格）", "{} ({})", column_title(column.mapped),
                         base::counted(column.filled, "cell")));
  }
  if (!parts.empty()) lines.push_back(text("  {}：{}", "  {}: {}", heading, joined(parts)));
}

/// `  没有表头的列，未导入（在表头写上名称）：F（1 格）`
void add_unheaded(std::vector<Text>& lines, const TableReport& table) {
  std::vector<Text> parts;
  for (const UnheadedColumn& one : table.unheaded) {
    parts.push_back(
        text("{}（{} 格）", "{} ({})", column_name(one.column), base::counted(one.filled, "cell")));
  }
  if (parts.empty()) return;
  lines.push_back(text("  没有表头的列，未导入（要的话在表头写上名称）：{}",
                       "  under no heading, not taken in (give them one): {}", joined(parts)));
}

void add_set_aside(std::vector<Text>& lines, const TableReport& table) {
  std::vector<Text> parts;
  for (const SetAsideReport& one : table.set_aside) {
    std::vector<std::string> rows;
    for (std::int64_t row : one.first) rows.push_back(std::to_string(row));
    if (one.rows > static_cast<std::int64_t>(rows.size())) rows.emplace_back("…");
    parts.push_back(table.is_in_several_sheets()
                        ? text("{}（{} 处）", "{} ({})", describe(one.kind), one.rows)
                        : text("{}（第 {} 行）", "{} (row {})", describe(one.kind),
                               Text{base::join(rows, "、"), base::join(rows, ", ")}));
  }
  if (!parts.empty()) lines.push_back(text("  搁置：{}", "  set aside: {}", joined(parts)));
}

/// `  类别认不出，归入“其他”：“五花八门” 3 行，没有写的 1 行`
Text describe_sent(const SentToCategory& sent) {
  std::vector<Text> parts;
  std::int64_t more = 0;
  for (const SentToCategory::Words& one : sent.words) {
    if (parts.size() == kMostSentListed) {
      more += one.rows;
      continue;
    }
    const Text words =
        one.words.empty() ? Text{"没有写的", "none given"} : text("“{}”", "'{}'", one.words);
    parts.push_back(text("{} {} 行", "{} ({})", words, one.rows));
  }
  if (more > 0) parts.push_back(text("别的 {} 行", "others ({})", more));
  return text("  类别认不出，归入“{}”：{}", "  rows of unknown categories, put under '{}': {}",
              sent.label, joined(parts));
}

/// Without a village nothing goes to the village's committee; a sheet from one village has no
/// column for it.
Text describe_lack_of_village(const TableReport& table) {
  if (table.perhaps_of.empty()) {
    return text("  没有哪一列写明是哪个村：都是一个村的，加 --设定 村:村名",
                "  no column names the village: when all are of one, add --set village:NAME");
  }
  return text("  没有哪一列写明是哪个村：都是{}的，加 --设定 村:{}",
              "  no column names the village: when all are of {}, add --set village:{}",
              table.perhaps_of, table.perhaps_of);
}

void add_table(std::vector<Text>& lines, const FileReport& file, const TableReport& table) {
  lines.push_back(describe_table(file, table));
  lines.push_back(describe_taken(table));
  add_unused(lines, table, ColumnUse::not_taken,
             {"本次不导入（登记以后的步骤）", "not taken in by this import (later steps)"});
  add_unused(lines, table, ColumnUse::refused,
             {"丢弃（规则不收）", "dropped (refused by the schema)"});
  add_unused(lines, table, ColumnUse::put_aside, {"不要的列", "left out"});
  add_unused(lines, table, ColumnUse::hidden,
             {"隐藏的列，未读（加 --含隐藏）", "hidden, not read (--include-hidden)"});
  add_unused(lines, table, ColumnUse::unknown,
             {"不认得的列，未导入（可用 --对应 写明）", "unknown, not taken in (see --map)"});
  add_unheaded(lines, table);
  add_set_aside(lines, table);
  if (!table.sent.words.empty()) lines.push_back(describe_sent(table.sent));
  if (table.lacks_village) lines.push_back(describe_lack_of_village(table));
}

Text describe_header(const TableReport& table) {
  if (table.first_header_row == table.last_header_row) {
    return text("表头第 {} 行", "header in row {}", table.first_header_row);
  }
  return text("表头第 {}–{} 行", "header in rows {}–{}", table.first_header_row,
              table.last_header_row);
}

/// `登记表 2 份（第 3、12 行起）`, `登记表 3 份（工作表 张家、李家、王家）`
Text describe_forms(const TableReport& table) {
  const bool by_sheet = table.is_in_several_sheets();
  std::vector<std::string> where;
  for (const FormPlace& form : table.forms) {
    std::string one = by_sheet ? base::visible(form.sheet) : std::to_string(form.row);
    if (by_sheet && !where.empty() && where.back() == one) continue;
    if (where.size() == kShownRows) {
      where.emplace_back("…");
      break;
    }
    where.push_back(std::move(one));
  }
  const Text places{base::join(where, "、"), base::join(where, ", ")};
  const Text count = base::counted(table.forms.size(), "form");
  if (table.forms.empty()) return text("登记表 0 份", "0 forms");
  return by_sheet ? text("登记表 {} 份（工作表 {}）", "{} (sheets {})", count, places)
                  : text("登记表 {} 份（第 {} 行起）", "{} (from row {})", count, places);
}

}  // namespace

std::int64_t ImportVerdicts::ready_rows(const ImportBatch& of) const {
  const auto in_ledger = unchanged + static_cast<std::int64_t>(changed.size());
  return of.rows - of.rejected - static_cast<std::int64_t>(of.repeated.size()) - fresh - in_ledger;
}

/// Numbers of a year follow each other: the whole import holds the lock.
void ImportVerdicts::add_fresh(std::size_t command, const std::string& number) {
  ++fresh;
  issues.emplace_back(command, number);
  ++states[casework::State::registered];
  const std::string_view year = std::string_view(number).substr(0, number.rfind('-') + 1);
  for (auto& [first, last] : numbers) {
    if (!first.starts_with(year)) continue;
    last = number;
    return;
  }
  numbers.emplace_back(number, number);
  std::sort(numbers.begin(), numbers.end());
}

void ImportVerdicts::moved_to(casework::State state) {
  casework::State& last = issues.back().state;
  if (--states[last] == 0) states.erase(last);
  last = state;
  ++states[last];
}

bool ImportVerdicts::is_all_registered() const {
  return states.empty() ||
         (states.size() == 1 && states.begin()->first == casework::State::registered);
}

Text describe_table(const FileReport& file, const TableReport& table) {
  std::vector<Text> parts;
  if (file.text) parts.push_back(intake::describe(*file.text));
  parts.push_back(table.is_form ? describe_forms(table) : describe_header(table));
  if (!table.reporting_unit.empty()) {
    parts.push_back(text("填报单位 {}", "reported by {}", table.reporting_unit));
  }
  if (table.sheet_date) {
    parts.push_back(text("填报日期 {}", "as of {}", base::to_string(*table.sheet_date)));
  }
  const std::string name = table.sheet.empty() ? file.name : file.name + "!" + table.sheet;
  return text("{}：{}", "{}: {}", name, joined(parts));
}

std::vector<Text> describe_files(const ImportBatch& batch) {
  std::vector<Text> lines;
  for (const FileReport& file : batch.files) {
    for (const TableReport& table : file.tables) add_table(lines, file, table);
    for (const auto& [sheet, why] : file.skipped) {
      const std::string name = sheet.empty() ? file.name : file.name + "!" + sheet;
      lines.push_back(text("{}：{}", "{}: {}", name, describe(why)));
    }
  }
  return lines;
}

Text describe_rows(const ImportBatch& batch, const ImportVerdicts& verdicts) {
  Text sum =
      text("数据 {} 行：新增 {}，已有未变 {}，已有但有变化 {}，不合格 {}，重复跳过 {}",
           "{} of data: {} new, {} unchanged, {} changed, {} rejected, {} skipped as repeated",
           base::counted(batch.rows, "row"), verdicts.fresh, verdicts.unchanged,
           verdicts.changed.size(), batch.rejected, batch.repeated.size());
  if (const std::int64_t ready = verdicts.ready_rows(batch); ready > 0) {
    sum = text("{}，合格但没有写入 {}", "{}, {} good but not written", sum, ready);
  }
  sum = text("{}；搁置 {} 行", "{}; {} set aside", sum, base::counted(batch.set_aside, "row"));
  if (verdicts.fresh == 0) return sum;
  std::vector<Text> numbers;
  for (const auto& [first, last] : verdicts.numbers) {
    numbers.push_back(first == last ? base::same(first)
                                    : text("{} 至 {}", "{} to {}", first, last));
  }
  if (!verdicts.is_all_registered()) {
    std::vector<Text> states;
    for (const auto& [state, count] : verdicts.states) {
      states.push_back(text("{} {}", "{} {}", casework::label_of(state), count));
    }
    sum = text("{}\n按表里写的办到：{}", "{}\nas far as the sheet says: {}", sum, joined(states));
  }
  if (verdicts.dry_run) return text("{}\n编号 {}", "{}\nnumbers {}", sum, joined(numbers));
  return text("{}\n编号 {}；批次 {}", "{}\nnumbers {}; batch {}", sum, joined(numbers),
              verdicts.batch);
}

std::vector<Text> describe_left_out(const ImportBatch& batch, const ImportVerdicts& verdicts) {
  std::vector<Text> lines;
  const auto amended = static_cast<std::size_t>(
      std::count_if(verdicts.changed.begin(), verdicts.changed.end(),
                    [](const ImportVerdicts::Changed& changed) { return changed.amended; }));
  const std::size_t all = verdicts.changed.size() - amended + batch.repeated.size();
  for (const ImportVerdicts::Changed& changed : verdicts.changed) {
    if (lines.size() == kMostListed) break;
    if (changed.amended) continue;
    const std::string place = to_string(batch.place_of_command(changed.command));
    lines.push_back(changed.difference.empty()
                        ? text("有变化，没有改动台账：{}（{}）",
                               "changed, the ledger is left as it is: {} ({})", place,
                               changed.number)
                        : text("有变化，没有改动台账：{}（{}）：{}；要改加 --更新",
                               "changed, the ledger is left as it is: {} ({}): {}; --update "
                               "writes it",
                               place, changed.number, changed.difference));
  }
  for (const RepeatedRow& row : batch.repeated) {
    if (lines.size() >= 2 * kMostListed) break;
    const std::string first = to_string(batch.place_of_command(row.command));
    lines.push_back(
        text("跳过：{} 与 {} 相同", "skipped: {} is the same as {}", to_string(row.place), first));
  }
  if (all > lines.size()) {
    lines.push_back(text("还有 {} 行没有列出；全部见 --json", "and {}; all with --json",
                         base::counted(all - lines.size(), "more row")));
  }
  return lines;
}

}  // namespace minqing::intake
