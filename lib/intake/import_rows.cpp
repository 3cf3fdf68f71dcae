// SPDX-License-Identifier: MIT
#include "lib/intake/import_rows.hpp"

#include <algorithm>
#include <utility>

#include "lib/base/both.hpp"
#include "lib/base/digest.hpp"
#include "lib/base/utf8.hpp"
#include "lib/intake/draft_values.hpp"

namespace minqing::intake {
namespace {

using base::text;

/// Enough to tell a running number from a sender's.
constexpr std::size_t kFirstRows = 50;
/// Rows assessed at a time, some milliseconds of work, and of what size at the most.
constexpr std::size_t kAtOnce = 256;
constexpr std::size_t kAtOnceBytes = std::size_t{2} << 20;

/// Needed for every registration, unless the schema has a value of its own for them.
bool is_needed(const schema::Schema& schema, const schema::Field& field) {
  if (field.id == "content" || field.id == "category") return true;
  if (field.id == "nature") return schema.default_nature.empty();
  if (field.id == "channel") return schema.default_channel.empty();
  const bool by_ledger = field.id == "number" || field.id == "row_no";
  return field.required && !by_ledger && is_of_registration(field);
}

std::size_t size_of(const Row& row) {
  std::size_t size = 0;
  for (const Row::Placed& placed : row.cells()) size += placed.cell.value.size();
  return size;
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
      unheaded_(layout),
      unknown_(setting.schema, setting.options.unknown_category),
      dates_{setting.today, layout.sheet_date, true, sheet.date1904} {
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
  assess_pending();
  report_.unheaded = unheaded_.columns();
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
  assessor_.emplace(setting_.schema, setting_.roster, dates_, language());
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
            text("指明哪一项是：--对应 名称={}；或给所有登记表一个值：--设定 {}:值",
                 "say which label it is: --map LABEL={}; or give it for all: --set {}:VALUE", name,
                 name)};
  }
  return {{file_, sheet_.name, {}, sheet_.name.empty() ? layout_.last_header_row : 0, 0},
          field.label.in(language()),
          {"没有这一列", "no column gives it"},
          text("指明哪一列是：--对应 列名={}；或给全表一个值：--设定 {}:值",
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
  AssessedRow& assessed = next_place();
  assessed.row = row;
  fill_draft(assessed);
  assessed.result.problems = problems_before(assessed);
  pending_bytes_ += size_of(row);
  if (pending_rows_ == kAtOnce || pending_bytes_ >= kAtOnceBytes) assess_pending();
}

/// What speaks against a row before its values are looked at.
std::vector<base::Problem> ImportRows::problems_before(const AssessedRow& assessed) const {
  if (!layout_.strays.empty()) return problems_of_strays();
  if (auto longer = unheaded_.problem_of(assessed.row, file_)) return {*std::move(longer)};
  if (const base::Problem* refusal = refusal_of(assessed.draft)) return {*refusal};
  return {};
}

AssessedRow& ImportRows::next_place() {
  if (pending_rows_ == pending_.size()) pending_.emplace_back();
  AssessedRow& place = pending_[pending_rows_++];
  place.result = {};
  return place;
}

/// Half of many rows on a second thread; what they make of them is taken in order.
void ImportRows::assess_pending() {
  const std::size_t half = pending_rows_ == kAtOnce ? kAtOnce / 2 : pending_rows_;
  if (half < pending_rows_) {
    if (!second_assessor_) {
      second_roster_ = setting_.roster;
      second_assessor_.emplace(setting_.schema, *second_roster_, dates_, language());
    }
    base::do_both([&] { assess(*assessor_, 0, half); },
                  [&] { assess(*second_assessor_, half, pending_rows_); });
  } else {
    assess(*assessor_, 0, half);
  }
  const std::size_t rows = std::exchange(pending_rows_, 0);
  for (std::size_t i = 0; i < rows; ++i) {
    if (pending_[i].result.registration) {
      keep(pending_[i]);
    } else {
      reject(pending_[i]);
    }
  }
  // Rows as long as books are not kept for their memory.
  if (std::exchange(pending_bytes_, 0) >= kAtOnceBytes) pending_ = {};
}

void ImportRows::assess(RowAssessor& assessor, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    assessor.assess(pending_[i], report_.columns, setting_.digest);
  }
}

void ImportRows::count(const Row& row) {
  unheaded_.count(row);
  for (ColumnReport& column : report_.columns) {
    const Cell& cell = row.at(column.mapped.column.column);
    if (is_blank_cell(cell)) continue;
    ++column.filled;
    if (column.first.size() < kShownValues) keep_first(column.first, cell);
  }
}

void ImportRows::fill_draft(AssessedRow& assessed) {
  Draft& draft = assessed.draft;
  draft.place = place_of_field(assessed.row, {});
  draft.values.clear();
  for (const ColumnReport& column : report_.columns) {
    if (column.mapped.use != ColumnUse::taken) continue;
    const int number = column.mapped.column.column;
    const Cell& cell = assessed.row.at(number);
    if (is_blank_cell(cell)) continue;
    draft.values.push_back(
        {column.mapped.field_id, cell, place_in(assessed.row, column.mapped.column)});
    put_in_our_words(draft.values.back());
  }
  const bool is_filled = draft.find("category") == nullptr && is_given("category");
  assessed.unknown_words = is_filled ? std::nullopt : unknown_.keep_words(draft);
  if (setting_.drafts == nullptr) add_given(assessed);
}

void ImportRows::add_given(AssessedRow& assessed) const {
  Draft& draft = assessed.draft;
  for (const DraftValue& given : setting_.options.given) {
    if (draft.find(given.field) != nullptr) continue;
    if (assessed.unknown_words && given.field == "category") continue;
    draft.values.push_back({given.field, given.cell, draft.place, true});
  }
  if (assessed.unknown_words) unknown_.send(draft);
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
  AssessedRow assessed;
  assessed.row = row;
  fill_draft(assessed);
  wanted->second = {assessed.draft, dates_, {}};
  add_given(assessed);
  wanted->second.whole = std::move(assessed.draft);
}

void ImportRows::reject(AssessedRow& assessed) {
  ++batch_.rejected;
  std::vector<base::Problem>& problems = assessed.result.problems;
  for (base::Problem& problem : problems) {
    // A value that is missing is shown in its own column.
    for (const ColumnReport& column : report_.columns) {
      const schema::Field* field = column.mapped.field;
      if (problem.place != assessed.draft.place || field == nullptr) continue;
      if (field->label.zh == problem.field || field->label.en == problem.field) {
        problem.place = place_of_field(assessed.row, field->id);
      }
    }
  }
  if (setting_.rejects != nullptr) {
    if (!rejects_) rejects_.emplace(*setting_.rejects, file_, sheet_, layout_, report_.columns);
    return rejects_->add(assessed.row, unheaded_.words_of(assessed.row), std::move(problems));
  }
  for (base::Problem& problem : problems) batch_.add_problem(std::move(problem));
}

const base::Problem* ImportRows::refusal_of(const Draft& draft) const {
  if (setting_.refused == nullptr) return nullptr;
  const auto found = setting_.refused->find(to_string(draft.place));
  return found == setting_.refused->end() ? nullptr : &found->second;
}

void ImportRows::keep(AssessedRow& assessed) {
  Registration& made = *assessed.result.registration;
  if (const auto earlier = seen_.find_or_add(assessed.key, batch_.commands.size())) {
    const casework::Command first = batch_.commands[*earlier];
    const auto& mark = std::get<casework::Register>(first.wish).import_mark;
    return keep_repeated(assessed, *earlier, mark->row_digest == assessed.digest);
  }
  std::get<casework::Register>(made.command.wish).import_mark = {
      {}, std::move(assessed.key), std::move(assessed.digest), place_in_file(assessed.row)};
  if (assessed.unknown_words) unknown_.count(*assessed.unknown_words);
  batch_.commands.push_back(made.command);
  for (const casework::Command& step : made.history) batch_.commands.push_back(step);
}

/// The same row again is skipped; the same number with other words needs a person to look at it.
void ImportRows::keep_repeated(AssessedRow& assessed, std::size_t earlier, bool same) {
  if (same) {
    batch_.repeated.push_back({assessed.draft.place, earlier});
    return;
  }
  assessed.result.problems = {
      {place_of_repeated(assessed),
       {},
       text("编号与 {} 相同，内容不同", "has the number of {} with other contents",
            to_string(batch_.place_of_command(earlier))),
       {"核对编号；确是同一件的，只留一行",
        "check the number; when it is one matter, leave one row"}}};
  reject(assessed);
}

base::Place ImportRows::place_of_repeated(const AssessedRow& assessed) const {
  for (const std::string_view field : {"source_no", "number"}) {
    for (const ColumnReport& column : report_.columns) {
      const bool taken = column.mapped.use == ColumnUse::taken;
      if (taken && column.mapped.field_id == field) {
        return place_in(assessed.row, column.mapped.column);
      }
    }
  }
  return assessed.draft.place;
}

/// The cell of the field's column; of the first column of the registration when there is none.
base::Place ImportRows::place_of_field(const Row& row, std::string_view field) const {
  const auto named =
      std::find_if(report_.columns.begin(), report_.columns.end(), [&](const ColumnReport& column) {
        const bool taken = column.mapped.use == ColumnUse::taken;
        return taken && (field.empty() || column.mapped.field_id == field);
      });
  if (named != report_.columns.end()) return place_in(row, named->mapped.column);
  return field.empty() ? place_of(file_, sheet_, row, 1) : place_of_field(row, {});
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
