// SPDX-License-Identifier: MIT
#include "lib/intake/return_sheet.hpp"

#include <algorithm>
#include <charconv>

#include "lib/base/utf8.hpp"
#include "lib/intake/date_notation.hpp"
#include "lib/intake/draft_values.hpp"

namespace minqing::intake {
namespace {

using base::Text;
using base::text;
using Field = ReturnField;

constexpr base::Word kWords[kReturnFields] = {
    {"number", "编号", "Number"},
    {"village", "村", "Village"},
    {"category", "类别", "Category"},
    {"matter", "事项", "Matter"},
    {"assigned_on", "交办日期", "Assigned on"},
    {"due_on", "办结时限", "Due on"},
    {"state", "状态", "State"},
    {"handler", "承办人", "Handler"},
    {"signed_for_by", "签收人", "Signed for by"},
    {"first_contact", "先行联系", "First contact"},
    {"action_taken", "办理情况", "Action taken"},
    {"result", "办理结果", "Result"},
    {"resolved_on", "办结日期", "Resolved on"},
    {"extend_to", "申请延期至", "Extend to"},
    {"return_reason", "退回理由", "Reason for return"},
    {"mark", "校验", "Mark"},
};

constexpr std::size_t index_of(Field field) { return static_cast<std::size_t>(field); }

/// Hand-written sheets have such headings too, but never the mark beside the number.
Heading judge_return(std::string_view heading) {
  const std::string key = base::heading_key(heading);
  const auto field = base::find_word(kWords, key);
  if (!field) return Heading::unknown;
  const bool is_text = *field == index_of(Field::matter) || *field == index_of(Field::action_taken);
  return is_text ? Heading::free_text : Heading::known;
}

std::optional<Field> field_of(const Column& column) {
  const auto index = base::find_word(kWords, base::heading_key(column.name()));
  if (!index) return std::nullopt;
  return static_cast<Field>(*index);
}

/// One row on its way from cells to what they say.
class RowReading {
 public:
  RowReading(ReturnedRow& row, const std::array<Cell, kReturnFields>& cells, base::Date today,
             bool date1904, base::Lang lang)
      : row_(row), cells_(cells), today_(today), date1904_(date1904), lang_(lang) {}

  void read() {
    row_.number = words(Field::number);
    row_.mark = parse_mark(words(Field::mark));
    row_.signed_for_by = words(Field::signed_for_by);
    row_.action_taken = words(Field::action_taken);
    row_.return_reason = words(Field::return_reason);
    read_contact();
    read_result();
    row_.resolved_at = moment(Field::resolved_on, true);
    if (const auto day = moment(Field::extend_to, false)) row_.extend_to = day->date;
    if (row_.problems.empty()) check_whole();
  }

 private:
  const Cell& cell(Field field) const { return cells_[index_of(field)]; }
  bool is_filled(Field field) const { return !is_blank_cell(cell(field)); }

  std::string words(Field field) {
    if (!is_filled(field)) return {};
    CellWords read = words_of(cell(field));
    if (!read.fault.empty()) fail(field, std::move(read.fault));
    return std::move(read.words);
  }

  void fail(Field field, Text reason, Text way_out = {}) {
    row_.problems.push_back(problem_of(row_, field, lang_, std::move(reason), std::move(way_out)));
  }

  std::optional<base::Moment> moment(Field field, bool already_past) {
    if (!is_filled(field)) return std::nullopt;
    const DateValue value = parse_date_cell(cell(field), {today_, already_past, date1904_});
    if (value.is_moment()) return value.moment;
    if (value.kind == DateValue::Kind::problem && !value.reason.empty()) {
      fail(field, text("“{}”：{}", "'{}': {}", shown_cell(cell(field)), value.reason));
    } else {
      fail(field, text("“{}”不是某一天", "'{}' is no single day", shown_cell(cell(field))),
           text("写成 2026-11-22 这样", "write it like 2026-11-22"));
    }
    return std::nullopt;
  }

  /// A date, or just that it happened.
  void read_contact() {
    if (!is_filled(Field::first_contact)) return;
    const Cell& said = cell(Field::first_contact);
    const std::string typed = base::fold(said.value);
    if (said.type == Cell::Type::text) {
      const auto yes = parse_yes_no(said.value);
      row_.contacted = yes.value_or(typed == "已联系" || typed == "contacted");
      if (yes || row_.contacted) return;
    }
    row_.contacted_at = moment(Field::first_contact, true);
    row_.contacted = row_.contacted_at.has_value();
  }

  void read_result() {
    using casework::ResultKind;
    const std::string typed = words(Field::result);
    if (typed.empty()) return;
    row_.result = casework::parse_word<ResultKind>(typed);
    if (row_.result == ResultKind::solved || row_.result == ResultKind::explained) return;
    row_.result.reset();
    fail(Field::result, text("不能填“{}”", "'{}' cannot stand here", typed),
         text("填“{}”或“{}”；别的情形由交办的一方办理",
              "write '{}' or '{}'; anything else is done by the assigning office",
              casework::label_of(ResultKind::solved), casework::label_of(ResultKind::explained)));
  }

  /// Half an answer is no answer: which cell is missing.
  void check_whole() {
    const bool resolves = row_.result || row_.resolved_at;
    if (row_.result && !row_.resolved_at) {
      fail(Field::resolved_on,
           text("有办理结果，没有办结日期", "there is a result without its date"));
    }
    if (row_.resolved_at && !row_.result) {
      fail(Field::result, text("有办结日期，没有办理结果", "there is a date without its result"));
    }
    if (row_.result && row_.action_taken.empty()) {
      fail(Field::action_taken,
           text("有办理结果，没有写怎样办的", "there is a result that does not say what was done"));
    }
    if (row_.extend_to && row_.action_taken.empty()) {
      fail(Field::action_taken, text("申请延期要写明理由", "asking for more time needs a reason"));
    }
    if (row_.extend_to && resolves) {
      fail(Field::extend_to, text("已报办结，又申请延期", "it is resolved and to be extended"),
           text("两样只留一样", "leave one of the two"));
    }
    if (!row_.return_reason.empty() && (resolves || row_.extend_to)) {
      fail(Field::return_reason,
           text("既要退回，又报办结或延期", "it is to be returned and resolved or extended"),
           text("两样只留一样", "leave one of the two"));
    }
    if (row_.contacted_at && row_.resolved_at &&
        base::certainly_before(*row_.resolved_at, *row_.contacted_at)) {
      fail(Field::first_contact,
           text("先行联系晚于办结日期", "the first contact lies after the result"));
    }
  }

  ReturnedRow& row_;
  const std::array<Cell, kReturnFields>& cells_;
  base::Date today_;
  bool date1904_;
  base::Lang lang_;
};

}  // namespace

std::span<const base::Word> words(ReturnField) { return kWords; }

bool is_open(ReturnField field) {
  return field >= Field::signed_for_by && field <= Field::return_reason;
}

std::string to_string(const ReturnMark& mark) {
  return fmt::format("{}-{}-{}", mark.seq, mark.sheet, mark.digest);
}

std::optional<ReturnMark> parse_mark(std::string_view words) {
  const std::string plain = base::fold(words);
  const auto parts = base::split(plain, '-');
  if (parts.size() != 3 || parts[1].empty() || parts[2].empty()) return std::nullopt;
  ReturnMark mark{0, std::string(parts[1]), std::string(parts[2])};
  const auto [end, fault] =
      std::from_chars(parts[0].data(), parts[0].data() + parts[0].size(), mark.seq);
  if (fault != std::errc() || end != parts[0].data() + parts[0].size()) return std::nullopt;
  return mark;
}

std::string covered_by_mark(std::string_view number, std::string_view unit, std::int64_t seq,
                            std::string_view sheet) {
  return fmt::format("{}\n{}\n{}\n{}", number, unit, seq, sheet);
}

base::Problem problem_of(const ReturnedRow& row, ReturnField field, base::Lang lang, Text reason,
                         Text way_out) {
  return {row.place(field), base::label_of(kWords, field).in(lang), std::move(reason),
          std::move(way_out)};
}

bool is_return_sheet(const Layout& layout) {
  const auto has = [&](Field field) {
    return std::any_of(layout.columns.begin(), layout.columns.end(),
                       [&](const Column& column) { return field_of(column) == field; });
  };
  return has(Field::number) && has(Field::mark) && has(Field::signed_for_by);
}

ReturnSheetReader::ReturnSheetReader(base::Date today, base::Lang lang)
    : today_(today), lang_(lang) {}

void ReturnSheetReader::begin_file(const std::string& name) {
  file_ = name;
  found_ = false;
  // Rows that a filter hides are filled in all the same.
  table_.emplace(static_cast<TableSink&>(*this), judge_return,
                 TableOptions{.include_hidden = true});
}

bool ReturnSheetReader::on_sheet(const SheetInfo& sheet) { return table_->on_sheet(sheet); }
bool ReturnSheetReader::on_row(const Row& row) { return table_->on_row(row); }
void ReturnSheetReader::on_sheet_end() { table_->on_sheet_end(); }

bool ReturnSheetReader::on_table(const SheetInfo& sheet, const Layout& layout) {
  if (!is_return_sheet(layout)) return false;
  found_ = true;
  sheet_ = sheet;
  columns_ = {};
  for (const Column& column : layout.columns) {
    const auto field = field_of(column);
    if (field && columns_[index_of(*field)] == 0) columns_[index_of(*field)] = column.column;
  }
  return true;
}

bool ReturnSheetReader::on_data(const Row& row) {
  ReturnedRow& out = rows_.emplace_back();
  std::array<Cell, kReturnFields> cells;
  for (std::size_t i = 0; i < kReturnFields; ++i) {
    if (columns_[i] > 0) cells[i] = row.at(columns_[i]);
    out.places[i] = place_of(file_, sheet_, row, std::max(columns_[i], 1));
    out.cells[i] = shown_cell(cells[i]);
  }
  RowReading(out, cells, today_, sheet_.date1904, lang_).read();
  return true;
}

}  // namespace minqing::intake
