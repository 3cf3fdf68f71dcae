// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/xls_sheet.hpp"

#include <algorithm>
#include <utility>

#include "lib/base/text.hpp"
#include "lib/intake/workbook/little_endian.hpp"
#include "lib/intake/workbook/xls_cells.hpp"
#include "lib/intake/workbook/xlsx_merges.hpp"

namespace minqing::intake {
namespace {

constexpr std::int64_t kRows = 65536;
constexpr std::uint16_t kHiddenRow = 0x20;
constexpr std::uint16_t kHiddenColumn = 0x01;
constexpr std::uint16_t kDialog = 0x10;

struct Placed {
  std::uint32_t row;
  std::uint64_t offset;
};

/// What is known of a sheet before its cells are read.
struct XlsSurvey {
  SheetInfo info;
  std::vector<bool> hidden_rows;  ///< by row from 0
  bool is_ordered = true;
};

/// Calls `visit(record)` for the records of a sheet itself, not for those of the charts in it.
/// False from it: enough.
template <class Visit>
void visit_records(BiffRecords& records, std::uint32_t offset, Visit visit) {
  records.seek(offset);
  BiffRecord record;
  int depth = 0;
  do {
    if (!records.next(record)) records.fail_cut_off();
    if (depth == 0 && record.id != biff::kBof) {
      records.fail({"工作表的内容缺失", "the contents of the sheet are missing"});
    }
    if (record.id == biff::kBof) ++depth;
    if (record.id == biff::kEof) --depth;
    if (depth == 1 && !visit(record)) return;
  } while (depth > 0);
}

void take_merges(BiffRecords& records, const BiffRecord& record, std::vector<Range>& merges) {
  for (std::size_t at = 2; at + 8 <= record.data.size(); at += 8) {
    Range range{{u16_at(record.data, at) + 1, u16_at(record.data, at + 4) + 1},
                {u16_at(record.data, at + 2) + 1, u16_at(record.data, at + 6) + 1}};
    bool ordered = range.first.row <= range.last.row && range.first.column <= range.last.column;
    if (!ordered || range.last.column > kMaxColumn) {
      records.fail({"有一处合并单元格的范围不对", "a merged range is not valid"});
    }
    if (merges.size() == kMaxMerges) {
      records.fail({"合并单元格太多", "too many merged ranges"});
    }
    if (range.first != range.last) merges.push_back(range);
  }
}

void take_hidden(const BiffRecord& record, XlsSurvey& survey) {
  if (record.id == biff::kRow && (u16_at(record.data, 12) & kHiddenRow) != 0) {
    survey.hidden_rows.resize(kRows);
    survey.hidden_rows[u16_at(record.data, 0)] = true;
  }
  if (record.id == biff::kColInfo && (u16_at(record.data, 8) & kHiddenColumn) != 0) {
    survey.info.hidden_columns.push_back(
        {{0, u16_at(record.data, 0) + 1}, {0, u16_at(record.data, 2) + 1}});
  }
}

XlsSurvey survey_sheet(BiffRecords& records, const XlsBook::ListedSheet& sheet) {
  XlsSurvey survey{sheet.info, {}, true};
  std::int64_t last_row = 0;
  visit_records(records, sheet.offset, [&](const BiffRecord& record) {
    if (record.id == biff::kMergeCells) take_merges(records, record, survey.info.merges);
    take_hidden(record, survey);
    bool is_dialog = record.id == biff::kWsBool && (u16_at(record.data, 0) & kDialog) != 0;
    if (is_dialog) survey.info.kind = SheetKind::other;
    if (const auto row = row_of_cells(record)) {
      survey.is_ordered = survey.is_ordered && *row >= last_row;
      last_row = *row;
    }
    return true;
  });
  return survey;
}

/// Puts cells into rows.
class RowMaker {
 public:
  RowMaker(const XlsSurvey& survey, SheetSink& sink) : survey_(survey), sink_(sink) {}

  void take(std::int64_t row, int column, Cell& cell) {
    if (row != row_.number) start(row);
    if (wanted_) std::swap(row_.cell(column), cell);
  }
  bool wanted() const { return wanted_; }
  void finish() {
    if (wanted_ && !row_.empty()) wanted_ = sink_.on_row(row_);
  }

 private:
  void start(std::int64_t row) {
    finish();
    row_.restart(row);
    row_.hidden =
        !survey_.hidden_rows.empty() && survey_.hidden_rows[static_cast<std::size_t>(row - 1)];
  }

  const XlsSurvey& survey_;
  SheetSink& sink_;
  Row row_;
  bool wanted_ = true;
};

std::vector<Placed> sorted_places(BiffRecords& records, std::uint32_t offset) {
  std::vector<Placed> places;
  visit_records(records, offset, [&](const BiffRecord& record) {
    const auto row = row_of_cells(record);
    if (row) places.push_back({static_cast<std::uint32_t>(*row), record.offset});
    return true;
  });
  std::stable_sort(places.begin(), places.end(),
                   [](const Placed& a, const Placed& b) { return a.row < b.row; });
  return places;
}

void read_rows(BiffRecords& records, const XlsBook& book, std::uint32_t offset,
               const XlsSurvey& survey, SheetSink& sink) {
  RowMaker rows(survey, sink);
  XlsCells cells(records, book,
                 [&](std::int64_t row, int column, Cell& cell) { rows.take(row, column, cell); });
  const auto read = [&](const BiffRecord& record) {
    if (row_of_cells(record)) cells.read(record);
    return rows.wanted();
  };
  if (survey.is_ordered) {
    visit_records(records, offset, read);
  } else {
    BiffRecord record;
    for (const Placed& placed : sorted_places(records, offset)) {
      records.seek(placed.offset);
      if (!records.next(record) || !read(record)) break;
    }
  }
  rows.finish();
}

}  // namespace

void read_xls_sheet(BiffRecords& records, const XlsBook& book, const XlsBook::ListedSheet& sheet,
                    SheetSink& sink) {
  records.set_sheet(sheet.info.name);
  XlsSurvey survey{sheet.info, {}, true};
  if (sheet.info.kind == SheetKind::table) survey = survey_sheet(records, sheet);
  const bool wanted = sink.on_sheet(survey.info);
  if (wanted && survey.info.kind == SheetKind::table) {
    read_rows(records, book, sheet.offset, survey, sink);
  }
  sink.on_sheet_end();
}

}  // namespace minqing::intake
