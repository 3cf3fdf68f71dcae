// SPDX-License-Identifier: MIT
// The cell records of an old workbook: where they stand and what they hold.

#pragma once

#include <functional>
#include <optional>

#include "lib/intake/cell.hpp"
#include "lib/intake/workbook/biff_records.hpp"
#include "lib/intake/workbook/xls_book.hpp"

namespace minqing::intake {

/// The row (from 1) of a record that holds cells with a value; nothing for other records.
std::optional<std::int64_t> row_of_cells(const BiffRecord& record);

class XlsCells {
 public:
  /// The cell may be changed or swapped away; empty cells are not given.
  using OnCell = std::function<void(std::int64_t row, int column, Cell& cell)>;

  XlsCells(BiffRecords& records, const XlsBook& book, OnCell on_cell)
      : records_(records), book_(book), on_cell_(std::move(on_cell)) {}

  /// Reads a record with cells, and what belongs to it behind it. Throws base::Rejected with the
  /// name of the cell.
  void read(const BiffRecord& record);

 private:
  void read_formula(const BiffRecord& record);
  void read_formula_text();
  void read_many(const BiffRecord& record);
  void read_shared(const BiffRecord& record);
  void read_text(ContinuedRecord& record, std::size_t length);
  void set_text(std::optional<std::string_view> text);
  void set_number(double value, std::size_t style);
  void set_boolean_or_error(std::uint8_t value, bool is_error);
  void give();
  [[noreturn]] void fail(base::Text reason) const;

  BiffRecords& records_;
  const XlsBook& book_;
  OnCell on_cell_;
  std::int64_t row_ = 0;
  int column_ = 0;
  Cell cell_;
};

}  // namespace minqing::intake
