// SPDX-License-Identifier: MIT
#include "lib/report/workbook/sheet.hpp"

#include <xlsxwriter.h>

#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <utility>

#include "lib/base/error.hpp"
#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"

namespace minqing::report {
namespace {

using base::text;

constexpr std::uint64_t kMostBytes = 1ull << 30;
constexpr std::size_t kMostCharacters = 32'767;
/// A list of choices is written into the rule of its cells, which takes no more.
constexpr std::size_t kMostChoiceCharacters = 255;
constexpr std::size_t kMostHintCharacters = 255;
constexpr double kTitleHeight = 24;
constexpr int kOpenColor = 0xFFF8DC;
constexpr int kMarkColor = 0xFFC7CE;
constexpr int kHeadColor = 0xE7ECF2;
constexpr int kLineColor = 0xA6A6A6;
constexpr std::uint8_t kA4 = 9;

[[noreturn]] void fail(lxw_error fault) {
  throw base::Error(base::Exit::io, text("写不成表格：{}", "the workbook cannot be written: {}",
                                         lxw_strerror(fault)));
}

void check(lxw_error fault) {
  if (fault != LXW_NO_ERROR) fail(fault);
}

/// The library writes to a path; what it wrote there is taken out and the file goes.
class Scratch {
 public:
  Scratch() {
    const char* folder = std::getenv("TMPDIR");
    path_ = std::string(folder && *folder ? folder : "/tmp") + "/minqing-XXXXXX";
    const int handle = mkstemp(path_.data());  // nobody else can read it
    if (handle < 0) {
      throw base::Error(base::Exit::io,
                        text("不能建临时文件 {}", "cannot make the file {}", path_));
    }
    close(handle);
  }
  ~Scratch() { unlink(path_.c_str()); }
  Scratch(const Scratch&) = delete;

  const char* path() const { return path_.c_str(); }
  std::string take() const { return base::read_file(path_, kMostBytes); }

 private:
  std::string path_;
};

std::string cut(std::string_view words, std::size_t most) {
  if (base::length(words) <= most) return std::string(words);
  std::u32string points = base::to_code_points(words);
  points.resize(most - 1);
  return base::to_utf8(points) + "…";
}

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

/// Readers take `_x0041_` for the character of that number; what was typed so is to be read so.
std::string without_escapes(std::string_view words) {
  constexpr std::size_t kLength = 7;
  std::string out;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string_view one = words.substr(at, kLength);
    if (one.size() == kLength && one.starts_with("_x") && one.back() == '_' &&
        std::all_of(one.begin() + 2, one.end() - 1, is_hex)) {
      out += "_x005F";
    }
    out += words[at];
  }
  return out;
}

lxw_row_t row_of(std::size_t index) { return static_cast<lxw_row_t>(index); }
lxw_col_t col_of(std::size_t index) { return static_cast<lxw_col_t>(index); }

/// One workbook on its way; the library owns what is made for it.
class Writer {
 public:
  Writer(const char* path, base::Instant made) : book_(workbook_new(path)) {
    if (!book_) fail(LXW_ERROR_MEMORY_MALLOC_FAILED);
    lxw_doc_properties properties = {};
    properties.created = static_cast<time_t>(made.micros / 1'000'000);
    workbook_set_properties(book_, &properties);
    make_formats();
  }
  ~Writer() {
    if (book_) lxw_workbook_free(book_);
  }
  Writer(const Writer&) = delete;

  void add(const Sheet& sheet) {
    page_ = workbook_add_worksheet(book_, sheet.name.c_str());
    if (!page_) fail(LXW_ERROR_SHEETNAME_ALREADY_USED);
    write_above(sheet);
    write_header(sheet);
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) write_row(sheet, i);
    for (const SheetMark& one : sheet.marks) mark(sheet, one);
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) guide(sheet, i);
    lay_out(sheet);
  }

  void finish() { check(workbook_close(std::exchange(book_, nullptr))); }

 private:
  lxw_format* make_format() {
    lxw_format* format = workbook_add_format(book_);
    format_set_font_name(format, "宋体");
    format_set_font_size(format, 10);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_text_wrap(format);
    return format;
  }
  lxw_format* make_cell_format() {
    lxw_format* format = make_format();
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, kLineColor);
    return format;
  }

  void make_formats() {
    title_ = make_format();
    format_set_font_size(title_, 14);
    format_set_bold(title_);
    note_ = make_format();
    head_ = make_cell_format();
    format_set_bold(head_);
    format_set_bg_color(head_, kHeadColor);
    // A cell that says it is text stays text when somebody edits what begins with an equals sign.
    cell_ = make_cell_format();
    format_set_num_format(cell_, "@");
    marked_ = make_cell_format();
    format_set_num_format(marked_, "@");
    format_set_bg_color(marked_, kMarkColor);
    open_ = make_cell_format();
    format_set_num_format(open_, "@");
    open_date_ = make_cell_format();
    format_set_num_format(open_date_, "yyyy-mm-dd");
    for (lxw_format* format : {open_, open_date_}) {
      format_set_bg_color(format, kOpenColor);
      format_set_unlocked(format);
    }
  }

  void put(std::size_t row, std::size_t column, std::string_view words, lxw_format* format) {
    const std::string fitting = cut(without_escapes(words), kMostCharacters);
    check(worksheet_write_string(page_, row_of(row), col_of(column), fitting.c_str(), format));
  }

  void write_above(const Sheet& sheet) {
    const std::size_t last = sheet.columns.size() - 1;
    for (std::size_t i = 0; i < sheet.above.size(); ++i) {
      lxw_format* format = i == 0 ? title_ : note_;
      check(worksheet_merge_range(page_, row_of(i), 0, row_of(i), col_of(last),
                                  cut(without_escapes(sheet.above[i]), kMostCharacters).c_str(),
                                  format));
    }
    if (!sheet.above.empty()) check(worksheet_set_row(page_, 0, kTitleHeight, nullptr));
  }

  void write_header(const Sheet& sheet) {
    const std::size_t rows = header_rows(sheet);
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
      for (std::size_t level = 0; level < rows; ++level) {
        put(sheet.above.size() + level, i, heading_at(sheet.columns[i], level), head_);
      }
      check(worksheet_set_column(page_, col_of(i), col_of(i), sheet.columns[i].width, nullptr));
    }
    for (std::size_t level = 0; level < rows; ++level) merge_headings(sheet, level);
  }

  /// Headings that stand over several columns side by side.
  void merge_headings(const Sheet& sheet, std::size_t level) {
    const auto joined = [&](std::size_t a, std::size_t b) {
      for (std::size_t i = 0; i <= level; ++i) {
        if (heading_at(sheet.columns[a], i) != heading_at(sheet.columns[b], i)) return false;
      }
      return !heading_at(sheet.columns[a], level).empty();
    };
    const std::size_t row = sheet.above.size() + level;
    for (std::size_t first = 0, last = 0; first < sheet.columns.size(); first = last + 1) {
      for (last = first; last + 1 < sheet.columns.size() && joined(first, last + 1);) ++last;
      if (last == first) continue;
      const std::string words =
          cut(without_escapes(heading_at(sheet.columns[first], level)), kMostCharacters);
      check(worksheet_merge_range(page_, row_of(row), col_of(first), row_of(row), col_of(last),
                                  words.c_str(), head_));
    }
  }

  void write_row(const Sheet& sheet, std::size_t index) {
    const std::size_t row = first_row(sheet) + index;
    const std::vector<std::string>& cells = sheet.rows[index];
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
      const SheetColumn& column = sheet.columns[i];
      const std::string_view words = i < cells.size() ? std::string_view(cells[i]) : "";
      if (column.open && words.empty()) {
        check(worksheet_write_blank(page_, row_of(row), col_of(i),
                                    column.dates ? open_date_ : open_));
      } else {
        put(row, i, words, cell_);
      }
    }
  }

  void mark(const Sheet& sheet, const SheetMark& one) {
    const std::size_t row = first_row(sheet) + one.row;
    put(row, one.column, sheet.rows[one.row][one.column], marked_);
    check(worksheet_write_comment(page_, row_of(row), col_of(one.column),
                                  cut(without_escapes(one.words), kMostCharacters).c_str()));
  }

  /// The drop-down and the hint of a column that is to be filled in.
  void guide(const Sheet& sheet, std::size_t index) {
    const SheetColumn& column = sheet.columns[index];
    if (!column.open || sheet.rows.empty()) return;
    // The library takes texts that it could write to, and does not.
    std::string hint = cut(column.hint, kMostHintCharacters);
    std::vector<std::string> texts = column.choices;
    std::vector<char*> choices;
    for (std::string& choice : texts) choices.push_back(choice.data());
    choices.push_back(nullptr);
    const bool offers = !column.choices.empty() &&
                        base::length(base::join(column.choices, ",")) <= kMostChoiceCharacters;
    if (!offers && hint.empty()) return;

    lxw_data_validation rule = {};
    rule.validate = LXW_VALIDATION_TYPE_ANY;
    if (offers) {
      rule.validate = LXW_VALIDATION_TYPE_LIST;
      rule.value_list = choices.data();
    }
    rule.error_type =
        column.only_choices ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING;
    if (!hint.empty()) rule.input_message = hint.data();
    const std::size_t first = first_row(sheet);
    check(worksheet_data_validation_range(page_, row_of(first), col_of(index),
                                          row_of(first + sheet.rows.size() - 1), col_of(index),
                                          &rule));
  }

  void lay_out(const Sheet& sheet) {
    const std::size_t above = sheet.above.size();
    const std::size_t head = above + header_rows(sheet) - 1;
    const lxw_col_t last = col_of(sheet.columns.size() - 1);
    worksheet_freeze_panes(page_, row_of(head + 1), 1);
    check(worksheet_autofilter(page_, row_of(head), 0, row_of(head + sheet.rows.size()), last));
    worksheet_set_landscape(page_);
    worksheet_set_paper(page_, kA4);
    worksheet_fit_to_pages(page_, 1, 0);
    check(worksheet_repeat_rows(page_, row_of(above), row_of(head)));
    if (!sheet.locked) return;
    lxw_protection allowed = {};
    allowed.format_columns = LXW_TRUE;
    allowed.format_rows = LXW_TRUE;
    allowed.autofilter = LXW_TRUE;
    worksheet_protect(page_, nullptr, &allowed);
  }

  static std::size_t header_rows(const Sheet& sheet) {
    std::size_t rows = 1;
    for (const SheetColumn& column : sheet.columns) rows = std::max(rows, column.over.size() + 1);
    return rows;
  }
  /// From the top; empty below a column's own heading.
  static std::string_view heading_at(const SheetColumn& column, std::size_t level) {
    if (level < column.over.size()) return column.over[level];
    return level == column.over.size() ? std::string_view(column.heading) : std::string_view();
  }
  static std::size_t first_row(const Sheet& sheet) {
    return sheet.above.size() + header_rows(sheet);
  }

  lxw_workbook* book_;
  lxw_worksheet* page_ = nullptr;
  lxw_format* title_ = nullptr;
  lxw_format* note_ = nullptr;
  lxw_format* head_ = nullptr;
  lxw_format* cell_ = nullptr;
  lxw_format* marked_ = nullptr;
  lxw_format* open_ = nullptr;
  lxw_format* open_date_ = nullptr;
};

}  // namespace

std::string workbook_bytes(const std::vector<Sheet>& sheets, base::Instant made) {
  const Scratch scratch;
  Writer writer(scratch.path(), made);
  for (const Sheet& sheet : sheets) writer.add(sheet);
  writer.finish();
  return scratch.take();
}

}  // namespace minqing::report
