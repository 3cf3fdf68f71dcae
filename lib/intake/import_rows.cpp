// SPDX-License-Identifier: MIT
#include "lib/intake/import_rows.hpp"

#include <algorithm>
#include <utility>

#include "lib/base/digest.hpp"
#include "lib/base/utf8.hpp"
#include "lib/intake/draft_values.hpp"

namespace minqing::intake {
namespace {

using base::text;

/// Enough to tell a running number from a sender's.
constexpr std::size_t kFirstRows = 50;

/// Needed for every registration, unless the schema has a value of its own for them.
bool is_needed(const schema::Schema& schema, const schema::Field& field) {
  if (field.id == "content" || field.id == "category") return true;
  if (field.id == "nature") return schema.default_nature.empty();
  if (field.id == "channel") return schema.default_channel.empty();
  const bool by_ledger = field.id == "number" || field.id == "row_no";
  return field.required && !by_ledger && is_of_registration(field);
}

void keep_first(std::vector<Cell>& first, const Cell& cell) {
  const bool known = std::find(first.begin(), first.end(), cell) != first.end();
  if (!known && first.size() < kShownValues) first.push_back(cell);
}

}  // namespace

std::optional<std::size_t> SeenRows::find_or_add(std::string_view key, std::size_t command) {
  const base::Digest digest = base::sha256({key});
  Key first{};
  std::copy_n(digest.begin(), first.size(), first.begin());
  const auto place = static_cast<std::uint32_t>(command);
  const auto [known, is_new] = commands_.try_emplace(first, place);
  if (is_new) return std::nullopt;
  return known->second;
}

void ImportBatch::add_problem(base::Problem problem) {
  if (problems.size() < kMostImportProblems) problems.push_back(std::move(problem));
}

ImportRows::ImportRows(const ImportSetting& setting, ImportBatch& batch, SeenRows& seen,
                       const std::string& file, const SheetInfo& sheet, const Layout& layout)
    : setting_(setting),
      batch_(batch),
      seen_(seen),
      file_(file),
      sheet_(sheet),
      layout_(layout),
      text_({layout.sheet_date, true, sheet.date1904}),
      unknown_(setting.schema, setting.options.unknown_category) {
  report_.sheet = sheet.name;
  report_.first_header_row = layout.first_header_row;
  report_.last_header_row = layout.last_header_row;
  report_.reporting_unit = layout.reporting_unit;
  report_.sheet_date = layout.sheet_date;
  report_.is_form = layout.is_form;
}

bool ImportRows::take(const Row& row) {
  if (settled_) {
    take_settled(row);
    return true;
  }
  waiting_.push_back(row);
  if (waiting_.size() < kFirstRows) return true;
  settle();
  return setting_.digest != nullptr || setting_.drafts != nullptr;
}

TableReport ImportRows::finish() {
  if (!settled_) settle();
  report_.sent = unknown_.report();
  return std::move(report_);
}

void ImportRows::set_aside(const Row& row, RowKind why) {
  auto known = std::find_if(report_.set_aside.begin(), report_.set_aside.end(),
                            [&](const SetAsideReport& one) { return one.kind == why; });
  if (known == report_.set_aside.end()) {
    known = report_.set_aside.insert(report_.set_aside.end(), {why, 0, {}});
  }
  ++known->rows;
  ++batch_.set_aside;
  if (known->first.size() < kShownRows) known->first.push_back(row.number);
}

void ImportRows::settle() {
  settled_ = true;
  Mapping mapping =
      map_columns(setting_.schema, sheet_, layout_, waiting_, setting_.options.columns);
  // Of blank forms nothing is wanted.
  if (layout_.is_form && waiting_.empty()) mapping.problems.clear();
  if (!layout_.is_form || !waiting_.empty()) {
    check_needed(mapping);
    look_for_village(mapping);
  }
  usable_ = mapping.problems.empty() && usable_;
  for (base::Problem& problem : mapping.problems) {
    problem.place.file = file_;
    batch_.add_problem(std::move(problem));
  }
  for (MappedColumn& column : mapping.columns) {
    report_.columns.push_back({std::move(column), 0, {}});
  }
  const DraftDates dates{setting_.today, layout_.sheet_date, true, sheet_.date1904};
  maker_.emplace(setting_.schema, setting_.roster, dates, setting_.schema.default_channel,
                 language());
  for (const Row& row : waiting_) take_settled(row);
  waiting_ = {};
}

void ImportRows::check_needed(const Mapping& mapping) {
  for (const schema::Field& field : setting_.schema.fields) {
    if (!is_needed(setting_.schema, field)) continue;
    if (mapping.has(field.id) || is_given(field.id)) continue;
    usable_ = false;
    base::Problem problem = problem_of_lack(field);
    // Forms are printed alike: what one lacks, all lack.
    const bool told = layout_.is_form && std::any_of(batch_.problems.begin(), batch_.problems.end(),
                                                     [&](const base::Problem& other) {
                                                       return other.place.file == file_ &&
                                                              other.field == problem.field &&
                                                              other.reason == problem.reason;
                                                     });
    if (!told) batch_.add_problem(std::move(problem));
  }
}

base::Problem ImportRows::problem_of_lack(const schema::Field& field) const {
  const base::Text name{field.label.zh, field.id};
  if (layout_.is_form) {
    return {place_of(file_, sheet_, layout_.columns.front().label_at),
            field.label.in(language()),
            {"这份登记表没有这一项", "the form has no such label"},
            text("指明哪一项是：--map 名称={}；或给所有登记表一个值：--set {}:值",
                 "say which label it is: --map LABEL={}; or give it for all: --set {}:VALUE", name,
                 name)};
  }
  return {{file_, sheet_.name, {}, sheet_.name.empty() ? layout_.last_header_row : 0, 0},
          field.label.in(language()),
          {"没有这一列", "no column gives it"},
          text("指明哪一列是：--map 列名={}；或给全表一个值：--set {}:值",
               "say which column it is: --map HEADING={}; or give it for all rows: --set {}:VALUE",
               name, name)};
}

void ImportRows::look_for_village(const Mapping& mapping) {
  if (mapping.has("village") || is_given("village")) return;
  report_.lacks_village = setting_.schema.find_field("village") != nullptr;
  const std::size_t slash = file_.rfind('/');
  const std::string file = slash == std::string::npos ? file_ : file_.substr(slash + 1);
  for (const std::string& words : {layout_.reporting_unit, layout_.title, sheet_.name, file}) {
    const casework::Area* area = setting_.roster.match_area(words).found;
    if (area == nullptr || area->level != "village") continue;
    report_.perhaps_of = area->name;
    return;
  }
}

base::Lang ImportRows::language() const {
  const base::Lang own = setting_.schema.language == "en" ? base::Lang::en : base::Lang::zh;
  return setting_.language.value_or(own);
}

bool ImportRows::is_given(std::string_view field) const {
  const auto& given = setting_.options.given;
  return std::any_of(given.begin(), given.end(),
                     [&](const DraftValue& value) { return value.field == field; });
}

void ImportRows::take_settled(const Row& row) {
  ++batch_.rows;
  if (layout_.is_form) report_.forms.push_back({sheet_.name, row.number});
  count(row);
  if (!usable_) {
    ++batch_.rejected;
    return;
  }
  if (setting_.drafts != nullptr) return keep_draft(row);
  if (!setting_.digest) return;
  fill_draft(row);
  if (!layout_.strays.empty()) return reject(row, problems_of_strays());
  if (const base::Problem* refusal = refusal_of_draft()) return reject(row, {*refusal});
  DraftResult result = maker_->make(draft_);
  if (!result.registration) return reject(row, std::move(result.problems));
  keep(row, std::move(*result.registration));
}

void ImportRows::count(const Row& row) {
  for (ColumnReport& column : report_.columns) {
    const Cell& cell = row.at(column.mapped.column.column);
    if (is_blank_cell(cell)) continue;
    ++column.filled;
    if (column.first.size() < kShownValues) keep_first(column.first, cell);
  }
}

void ImportRows::fill_draft(const Row& row) {
  draft_.place = place_of_field(row, {});
  draft_.values.clear();
  for (const ColumnReport& column : report_.columns) {
    if (column.mapped.use != ColumnUse::taken) continue;
    const int number = column.mapped.column.column;
    const Cell& cell = row.at(number);
    if (is_blank_cell(cell)) continue;
    draft_.values.push_back({column.mapped.field_id, cell, place_in(row, column.mapped.column)});
    put_in_our_words(draft_.values.back());
  }
  const bool is_filled = draft_.find("category") == nullptr && is_given("category");
  is_sent_ = !is_filled && unknown_.keep_words(draft_);
  if (setting_.drafts == nullptr) add_given(draft_);
}

void ImportRows::add_given(Draft& draft) const {
  for (const DraftValue& given : setting_.options.given) {
    if (draft.find(given.field) != nullptr || (is_sent_ && given.field == "category")) continue;
    draft.values.push_back({given.field, given.cell, draft.place, true});
  }
  if (is_sent_) unknown_.send(draft);
}

void ImportRows::put_in_our_words(DraftValue& value) const {
  for (const SenderWord& known : setting_.options.words) {
    if (known.field != value.field || known.word != base::fold(value.cell.value)) continue;
    return value.cell.set(Cell::Type::text, known.id);
  }
}

void ImportRows::keep_draft(const Row& row) {
  const auto wanted = setting_.drafts->find(to_string(place_of_field(row, {})));
  if (wanted == setting_.drafts->end()) return;
  fill_draft(row);
  const DraftDates dates{setting_.today, layout_.sheet_date, true, sheet_.date1904};
  wanted->second = {draft_, dates, draft_};
  add_given(wanted->second.whole);
}

void ImportRows::reject(const Row& row, std::vector<base::Problem> problems) {
  ++batch_.rejected;
  for (base::Problem& problem : problems) {
    // A value that is missing is shown in its own column.
    for (const ColumnReport& column : report_.columns) {
      const schema::Field* field = column.mapped.field;
      if (problem.place != draft_.place || field == nullptr) continue;
      if (field->label.zh == problem.field || field->label.en == problem.field) {
        problem.place = place_of_field(row, field->id);
      }
    }
  }
  if (setting_.rejects != nullptr) return keep_reject(row, std::move(problems));
  for (base::Problem& problem : problems) batch_.add_problem(std::move(problem));
}

const base::Problem* ImportRows::refusal_of_draft() const {
  if (setting_.refused == nullptr) return nullptr;
  const auto found = setting_.refused->find(to_string(draft_.place));
  return found == setting_.refused->end() ? nullptr : &found->second;
}

/// The day of a form counts for nothing more in a table, unless it is its day of registration.
std::vector<Column> ImportRows::columns_of_rejects() const {
  std::vector<Column> columns;
  for (const ColumnReport& column : report_.columns) {
    const ColumnUse use = column.mapped.use;
    if (use == ColumnUse::refused || use == ColumnUse::hidden) continue;
    Column kept = column.mapped.column;
    if (is_reason_heading(kept.name())) continue;
    if (layout_.is_form && is_sheet_date_label(kept.name())) {
      if (use != ColumnUse::taken) continue;
      kept.path = {column.mapped.field->label.zh};
    }
    columns.push_back(std::move(kept));
  }
  return columns;
}

/// A date without its year, or no date at all: the day of the sheet may be needed for it.
bool ImportRows::has_short_date(const Row& row) const {
  return std::any_of(report_.columns.begin(), report_.columns.end(), [&](const ColumnReport& one) {
    const schema::Field* field = one.mapped.field;
    if (field == nullptr || field->type != schema::FieldType::date) return false;
    const Cell& cell = row.at(one.mapped.column.column);
    return !is_blank_cell(cell) &&
           !parse_date_cell(cell, {std::nullopt, true, sheet_.date1904}).is_moment();
  });
}

void ImportRows::begin_rejects(const Row& row) {
  rejected_columns_ = columns_of_rejects();
  RejectedTable table;
  table.file = file_;
  table.sheet = sheet_.name;
  table.title = layout_.title;
  table.reporting_unit = layout_.reporting_unit;
  // Forms of different days go into one table where they can.
  if (!layout_.is_form || has_short_date(row)) table.sheet_date = layout_.sheet_date;
  table.of_forms = layout_.is_form;
  table.columns = rejected_columns_;
  RejectedTables& all = *setting_.rejects;
  if (all.empty() || !all.back().takes_forms_of(table)) all.push_back(std::move(table));
  rejects_ = &all.back();
}

void ImportRows::keep_reject(const Row& row, std::vector<base::Problem> problems) {
  if (rejects_ == nullptr) begin_rejects(row);
  RejectedRow& kept = rejects_->rows.emplace_back();
  for (const Column& column : rejected_columns_) {
    kept.cells.push_back(words_to_edit(row.at(column.column)));
  }
  for (base::Problem& problem : problems) {
    const auto column = column_to_blame(problem);
    kept.faults.push_back({column, std::move(problem)});
  }
}

/// By the field that the problem names, else by the cell: a text file has no cells.
std::optional<std::size_t> ImportRows::column_to_blame(const base::Problem& problem) const {
  int blamed = layout_.is_form ? 0 : parse_cell_name(problem.place.cell).column;
  for (const ColumnReport& column : report_.columns) {
    const schema::Field* field = column.mapped.field;
    if (column.mapped.use != ColumnUse::taken || field == nullptr || problem.field.empty())
      continue;
    if (field->label.zh != problem.field && field->label.en != problem.field) continue;
    blamed = column.mapped.column.column;
    break;
  }
  const auto found = std::find_if(rejected_columns_.begin(), rejected_columns_.end(),
                                  [&](const Column& column) { return column.column == blamed; });
  if (found == rejected_columns_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - rejected_columns_.begin());
}

void ImportRows::keep(const Row& row, Registration made) {
  casework::Command& command = made.command;
  auto& wish = std::get<casework::Register>(command.wish);
  text_.clear();
  for (const ColumnReport& column : report_.columns) {
    text_.add(column.mapped, row.at(column.mapped.column.column));
  }
  const auto& number = wish.particulars.source_no;
  std::string key = setting_.digest(text_.key(wish.particulars.source.value_or(""), number));
  std::string digest = setting_.digest(text_.rest(key));

  if (const auto earlier = seen_.find_or_add(key, batch_.commands.size())) {
    const casework::Command first = batch_.commands[*earlier];
    const auto& mark = std::get<casework::Register>(first.wish).import_mark;
    return keep_repeated(row, *earlier, mark->row_digest == digest);
  }
  wish.import_mark = {{}, std::move(key), std::move(digest), place_in_file(row)};
  if (is_sent_) unknown_.count();
  batch_.commands.push_back(command);
  for (const casework::Command& step : made.history) batch_.commands.push_back(step);
}

/// The same row again is skipped; the same number with other words needs a person to look at it.
void ImportRows::keep_repeated(const Row& row, std::size_t earlier, bool same) {
  if (same) {
    batch_.repeated.push_back({draft_.place, earlier});
    return;
  }
  const std::string_view field =
      place_of_field(row, "source_no") != draft_.place ? "source_no" : "number";
  reject(row, {{place_of_field(row, field),
                {},
                text("编号与 {} 相同，内容不同", "has the number of {} with other contents",
                     to_string(batch_.place_of_command(earlier))),
                {"核对编号；确是同一件的，只留一行",
                 "check the number; when it is one matter, leave one row"}}});
}

/// The cell of the field's column; of the first column of the registration when there is none.
base::Place ImportRows::place_of_field(const Row& row, std::string_view field) const {
  const auto named =
      std::find_if(report_.columns.begin(), report_.columns.end(), [&](const ColumnReport& column) {
        const bool taken = column.mapped.use == ColumnUse::taken;
        return taken && (field.empty() || column.mapped.field_id == field);
      });
  if (named != report_.columns.end()) return place_in(row, named->mapped.column);
  return field.empty() ? place_of(file_, sheet_, row, 1) : draft_.place;
}

base::Place ImportRows::place_in(const Row& row, const Column& column) const {
  return layout_.is_form ? place_of(file_, sheet_, column.spot())
                         : place_of(file_, sheet_, row, column.column);
}

std::vector<base::Problem> ImportRows::problems_of_strays() const {
  std::vector<base::Problem> problems;
  for (const Spot& spot : layout_.strays) {
    problems.push_back(
        {place_of(file_, sheet_, spot),
         {},
         {"这一格前面没有名称，不知道是哪一项", "no label stands before this cell: what is it?"},
         {"并进它前面的一格，或者在前面补上名称",
          "join it to the cell before, or put a label before it"}});
  }
  return problems;
}

/// Sheet and row, without the file's path: what stands in the ledger.
std::string ImportRows::place_in_file(const Row& row) const {
  if (row.line > 0) return std::to_string(row.line);
  return sheet_.name + "!" + std::to_string(row.number);
}

}  // namespace minqing::intake
