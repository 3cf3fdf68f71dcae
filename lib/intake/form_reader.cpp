// SPDX-License-Identifier: MIT
#include "lib/intake/form_reader.hpp"

#include <algorithm>
#include <array>

#include "lib/base/utf8.hpp"
#include "lib/intake/draft_values.hpp"
#include "lib/intake/row_words.hpp"

namespace minqing::intake {
namespace {

using namespace std::string_view_literals;

constexpr std::array kTitleEnds = {"表"sv, "单"sv};
constexpr std::size_t kLongestTitle = 40;
/// So many rows of labels make a form, so many headings a header.
constexpr std::size_t kFewRows = 3;

/// Forms of one kind are numbered in their titles: 登记表（一）, 登记表（2）.
std::string title_key(std::string_view text) {
  std::u32string points = base::to_code_points(base::fold(text));
  std::erase_if(points, [](char32_t c) {
    return std::u32string_view(U"0123456789一二三四五六七八九十()第").find(c) !=
           std::u32string_view::npos;
  });
  return base::to_utf8(points);
}

bool ends_as_title(std::string_view text) {
  const std::string key = base::heading_key(text);
  return base::length(key) <= kLongestTitle &&
         std::any_of(kTitleEnds.begin(), kTitleEnds.end(),
                     [&](std::string_view end) { return key.ends_with(end); });
}

}  // namespace

FormReader::FormReader(const FormWords& words, const SheetInfo& sheet, std::span<const Row> head,
                       bool include_hidden)
    : words_(words), sheet_(sheet), include_hidden_(include_hidden) {
  for (const Range& merge : sheet.merges) {
    merged_to_[{merge.first.row, merge.first.column}] = merge.last;
  }
  learn_columns(head);
}

void FormReader::learn_columns(std::span<const Row> head) {
  std::map<int, int> others;  // than labels, less the labels
  for (const Row& row : head) {
    for (const Row::Placed& placed : row.cells()) {
      const Seen seen = see(row, placed);
      const bool known = !seen.labelled.empty() && seen.labelled.front().kind != LabelKind::none;
      const bool is_label = seen.kind != LabelKind::none || known;
      if (is_label) label_columns_.insert(placed.column);
      others[placed.column] += is_label ? -1 : 1;
    }
  }
  for (const auto& [column, count] : others) {
    if (count > 0) value_columns_.insert(column);
  }
}

std::optional<Form> FormReader::take(const Row& row) {
  if (row.hidden && !include_hidden_) {
    set_aside(row, RowKind::hidden);
    return std::nullopt;
  }
  Line line = read(row);
  if (line.cells.empty()) return std::nullopt;
  std::optional<Form> done;
  if (begins_form(line) || form_.looks.size() == kMostFormRows) done = close();
  // What is merged downwards ends with its form.
  if (done)
    std::erase_if(tall_, [&](const Tall& tall) { return tall.range.first.row < row.number; });
  add(std::move(line));
  return done;
}

std::optional<Form> FormReader::finish() { return close(); }

// ---- A row by itself ----

FormReader::Seen FormReader::see(const Row& row, const Row::Placed& placed) const {
  Seen seen;
  seen.cell = &placed.cell;
  seen.at = {row.number, placed.column};
  const auto merged = merged_to_.find({row.number, placed.column});
  seen.last = merged == merged_to_.end() ? seen.at : merged->second;
  if (placed.cell.type != Cell::Type::text) return seen;
  const std::string_view text = base::trim(placed.cell.value);
  seen.kind = label_kind(words_, text);
  seen.colon = (text.ends_with(':') || text.ends_with("：")) && may_be_label(placed.cell);
  if (seen.is_label()) return seen;
  seen.labelled = labelled_texts(words_, text);
  return seen;
}

FormReader::Line FormReader::read(const Row& row) {
  Line line;
  line.row = &row;
  for (const Row::Placed& placed : row.cells()) {
    if (!base::trim(placed.cell.value).empty()) line.cells.push_back(see(row, placed));
  }
  if (!line.cells.empty()) read_cells(line);
  return line;
}

void FormReader::read_cells(Line& line) {
  const Seen& first = line.cells.front();
  const Tall* tall = tall_at(line);
  if (tall != nullptr && tall->section.empty() && !first.is_label() && first.labelled.empty()) {
    line.continues = true;
    return;
  }
  std::size_t from = 0;
  if (begins_section(line)) {
    tall_.push_back({{first.at, first.last}, plain_label(first.cell->value), 0});
    from = 1;
  }
  int open_end = 0;
  for (std::size_t i = from; i < line.cells.size(); ++i) {
    const Seen& seen = line.cells[i];
    if (line.open) {
      Entry& open = line.entries.back();
      if (!begins_label(seen, open, seen.at.column == open_end + 1)) {
        open.value = *seen.cell;
        open.value_at = spot_of(*line.row, seen.at);
        line.open = false;
        continue;
      }
    }
    if (stands_as_label(seen, i == from, line.cells.size())) {
      open_label(line, seen);
    } else if (!seen.labelled.empty() &&
               (seen.labelled.front().kind != LabelKind::none || line.cells.size() > 1)) {
      open_labelled(line, seen);
    } else {
      line.strays.push_back(spot_of(*line.row, seen.at));
    }
    open_end = seen.last.column;
  }
  judge(line);
}

/// 诉求人信息 merged over the rows of 姓名, 电话, 住址.
bool FormReader::begins_section(const Line& line) const {
  if (line.cells.size() < 2) return false;
  const Seen& first = line.cells[0];
  const Seen& next = line.cells[1];
  const bool beside = next.at.column == first.last.column + 1 && next.is_label();
  return beside && first.last.row > first.at.row && next.last.row < first.last.row;
}

/// A cell directly to the right of a label is its value, whatever it says: 诉求类别 | 其他. In text
/// files a value stands further off, where a label was merged over several columns.
bool FormReader::begins_label(const Seen& seen, const Entry& open, bool adjacent) const {
  const bool is_known = seen.kind != LabelKind::none;
  if (seen.colon) return is_known || open.colon || !adjacent;
  const bool as_value = adjacent || value_columns_.contains(seen.at.column);
  if (is_known) return !as_value;
  const bool labelled = !seen.labelled.empty() && seen.labelled.front().kind != LabelKind::none;
  return labelled && (open.colon || !as_value);
}

/// Known words, words with a colon, and words where other rows have their labels.
bool FormReader::stands_as_label(const Seen& seen, bool first, std::size_t cells) const {
  if (seen.is_label()) return true;
  if (!seen.labelled.empty() && seen.labelled.front().kind != LabelKind::none) return false;
  const bool in_column = label_columns_.contains(seen.at.column) && may_be_label(*seen.cell);
  return in_column && (!first || cells > 1);
}

void FormReader::open_label(Line& line, const Seen& seen) {
  Entry entry;
  const std::string section = section_of(line);
  if (!section.empty()) entry.path.push_back(section);
  entry.path.push_back(plain_label(seen.cell->value));
  entry.kind = seen.kind;
  entry.colon = seen.colon;
  entry.label_at = spot_of(*line.row, seen.at);
  line.entries.push_back(std::move(entry));
  line.open = true;
  const auto right = merged_to_.upper_bound({line.row->number, seen.last.column});
  line.room = right != merged_to_.end() && right->first.first == line.row->number;
}

void FormReader::open_labelled(Line& line, const Seen& seen) {
  const std::string section = section_of(line);
  for (const LabelledText& one : seen.labelled) {
    Entry entry;
    if (!section.empty()) entry.path.push_back(section);
    entry.path.push_back(plain_label(one.label));
    entry.kind = one.kind;
    entry.colon = true;
    entry.label_at = spot_of(*line.row, seen.at);
    line.open = one.value.empty();
    if (!one.value.empty()) {
      entry.value.set(Cell::Type::text, one.value);
      entry.value_at = entry.label_at;
    }
    line.entries.push_back(std::move(entry));
  }
}

void FormReader::judge(Line& line) const {
  line.is_text = line.cells.size() == 1 && line.entries.empty();
  line.is_paper = !line.entries.empty() && line.strays.empty() &&
                  std::all_of(line.entries.begin(), line.entries.end(),
                              [](const Entry& entry) { return entry.kind == LabelKind::paper; });
  // 说明：… over the full width tells how to fill it in.
  const bool is_hint = line.cells.size() == 1 && line.entries.size() == 1 && !line.open &&
                       base::heading_key(line.entries.front().path.back()) == "说明";
  line.is_paper = line.is_paper || is_hint;
  if (line.is_text || line.is_paper) return;
  if (line.entries.empty()) {
    line.look = FormLine::data_like;
    return;
  }
  bool beside_heading = false;
  bool beside_value = false;
  for (const Entry& entry : line.entries) {
    if (entry.value.is_empty() || entry.kind == LabelKind::none) continue;
    const bool heading = label_kind(words_, base::trim(entry.value.value)) == LabelKind::field;
    (heading ? beside_heading : beside_value) = true;
  }
  const Entry& first = line.entries.front();
  const Spot begin = spot_of(*line.row, line.cells.front().at);
  if (beside_heading && !beside_value) {
    line.look = FormLine::header_like;
    line.is_header = is_header(line);
  } else if (!line.strays.empty() && line.strays.front() == begin) {
    line.look = FormLine::data_like;
  } else if (first.kind == LabelKind::none) {
    line.look = first.colon ? FormLine::other : FormLine::unknown_label;
  } else {
    line.look = first.colon ? FormLine::colon_label : FormLine::bare_label;
  }
}

bool FormReader::is_header(const Line& line) const {
  const auto is_heading = [](const Seen& seen) { return seen.kind == LabelKind::field; };
  const auto is_matter = [&](const Seen& seen) { return words_.is_matter(seen.cell->value); };
  return line.cells.size() >= kFewRows &&
         std::all_of(line.cells.begin(), line.cells.end(), is_heading) &&
         std::any_of(line.cells.begin(), line.cells.end(), is_matter);
}

/// What is merged downwards to the left of the row's first cell.
const FormReader::Tall* FormReader::tall_at(const Line& line) const {
  const Position& at = line.cells.front().at;
  const auto found = std::find_if(tall_.rbegin(), tall_.rend(), [&](const Tall& tall) {
    return tall.range.first.row < at.row && at.row <= tall.range.last.row &&
           tall.range.last.column < at.column;
  });
  return found == tall_.rend() ? nullptr : &*found;
}

std::string FormReader::section_of(const Line& line) const {
  const std::int64_t row = line.row->number;
  const auto found = std::find_if(tall_.begin(), tall_.end(), [&](const Tall& tall) {
    return !tall.section.empty() && tall.range.first.row <= row && row <= tall.range.last.row;
  });
  return found == tall_.end() ? std::string() : found->section;
}

// ---- The rows of a form ----

bool FormReader::begins_form(const Line& line) const {
  if (first_labels_.empty()) return false;
  if (line.is_text) return is_title(line);
  if (line.entries.empty()) return false;
  return labels_of(line) == first_labels_ && (form_.has_matter || form_.looks.size() > kFewRows);
}

bool FormReader::is_title(const Line& line) const {
  const std::string& text = line.cells.front().cell->value;
  if (!title_key_.empty() && title_key(text) == title_key_) return true;
  const bool is_value = awaits_ && awaited_row_ + 1 == line.row->number;
  return !is_value && entries_.size() >= kFewRows && ends_as_title(text);
}

std::vector<std::string> FormReader::labels_of(const Line& line) const {
  std::vector<std::string> labels;
  for (const Entry& entry : line.entries) labels.push_back(base::heading_key(entry.path.back()));
  return labels;
}

void FormReader::add(Line line) {
  const bool is_label = !line.entries.empty() && !line.is_paper;
  const std::string label =
      is_label ? base::heading_key(line.entries.front().path.back()) : std::string();
  form_.looks.push_back({line.look, spot_of(*line.row, line.cells.front().at), label,
                         is_label ? line.entries.size() : 0, line.is_header});
  const Tall* tall = line.continues ? tall_at(line) : nullptr;
  if (tall != nullptr) return add_to_value(entries_[tall->entry], line);
  if (line.continues || line.is_text) return add_text(line);
  if (line.is_paper) return add_paper(line);
  std::copy(line.strays.begin(), line.strays.end(), std::back_inserter(form_.layout.strays));
  if (line.entries.empty()) return awaits_.reset();
  add_entries(line);
}

void FormReader::add_text(const Line& line) {
  const Seen& only = line.cells.front();
  if (awaits_ && line.row->number == awaited_row_ + 1 && !is_footer_text(only.cell->value)) {
    add_to_value(entries_[*awaits_], line);
    awaited_row_ = only.last.row;
    return;
  }
  awaits_.reset();
  if (first_labels_.empty()) {
    if (title_key_.empty()) title_key_ = title_key(only.cell->value);
    about_.push_back(*line.row);
    return set_aside(*line.row, RowKind::above);
  }
  const bool is_note = in_notes_ || is_footer_text(only.cell->value);
  in_notes_ = is_note;
  set_aside(*line.row, is_note ? RowKind::footer : RowKind::caption);
}

/// 填表日期 is kept: it may be the only day that the form gives.
void FormReader::add_paper(Line& line) {
  awaits_.reset();
  about_.push_back(*line.row);
  in_notes_ = !first_labels_.empty();
  set_aside(*line.row, in_notes_ ? RowKind::footer : RowKind::above);
  for (Entry& entry : line.entries) {
    if (is_sheet_date_label(entry.path.back())) entries_.push_back(std::move(entry));
  }
}

void FormReader::add_entries(Line& line) {
  if (first_labels_.empty()) first_labels_ = labels_of(line);
  if (form_.row.number == 0) form_.row.restart(line.row->number, line.row->line);
  in_notes_ = false;
  awaits_.reset();
  const bool has_paper = std::any_of(line.entries.begin(), line.entries.end(), [](const Entry& e) {
    return is_sheet_date_label(e.path.back()) || is_reporting_unit_label(e.path.back());
  });
  if (has_paper) about_.push_back(*line.row);
  const Position& first = line.entries.front().label_at.cell;
  const auto merged = merged_to_.find({first.row, first.column});
  if (merged != merged_to_.end() && merged->second.row > first.row) {
    tall_.push_back({{first, merged->second}, {}, entries_.size()});
  }
  if (line.open && !line.room && line.entries.size() == 1) {
    awaits_ = entries_.size();
    awaited_row_ = line.cells.front().last.row;
  }
  for (Entry& entry : line.entries) {
    form_.has_matter = form_.has_matter || words_.is_matter(entry.path.back());
    entries_.push_back(std::move(entry));
  }
  form_.layout.last_header_row = line.row->number;
}

void FormReader::add_to_value(Entry& entry, const Line& line) {
  for (const Seen& seen : line.cells) {
    if (entry.value.is_empty()) {
      entry.value = *seen.cell;
      entry.value_at = spot_of(*line.row, seen.at);
    } else {
      entry.value.set(Cell::Type::text, entry.value.value + '\n' + seen.cell->value);
    }
  }
}

void FormReader::set_aside(const Row& row, RowKind why) { form_.set_aside.push_back({row, why}); }

std::optional<Form> FormReader::close() {
  if (form_.looks.empty() && form_.set_aside.empty()) return std::nullopt;
  form_.layout.is_form = !first_labels_.empty();
  form_.layout.first_header_row = form_.row.number;
  read_lines_above(about_, form_.layout);
  if (form_.layout.is_form) {
    for (const Entry& entry : entries_) add_column(entry);
  }
  entries_.clear();
  first_labels_.clear();
  about_.clear();
  awaits_.reset();
  in_notes_ = false;
  return std::exchange(form_, {});
}

void FormReader::add_column(const Entry& entry) {
  if (is_reporting_unit_label(entry.path.back())) return;
  Column column;
  column.column = static_cast<int>(form_.layout.columns.size()) + 1;
  column.path = entry.path;
  column.heading = words_.judge(entry.path.back());
  column.label_at = entry.label_at;
  Cell value = entry.value;
  drop_print(value);
  if (!is_blank_cell(value)) column.value_at = entry.value_at;
  column.hidden = sheet_.is_hidden_column(column.spot().cell.column);
  const bool counts = entry.kind != LabelKind::paper && column.heading != Heading::running_number;
  if (!is_blank_cell(value) && counts) form_.blank = false;
  if (!value.is_empty()) form_.row.cell(column.column) = std::move(value);
  form_.layout.columns.push_back(std::move(column));
}

}  // namespace minqing::intake
