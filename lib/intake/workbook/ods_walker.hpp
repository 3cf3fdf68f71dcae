// SPDX-License-Identifier: MIT
// The tables of an OpenDocument spreadsheet (content.xml), walked through in the order of the file:
// what counts repeats, skips notes and drawings, and passes over cached copies of other files. The
// survey and the reader of rows derive from it.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lib/base/error.hpp"
#include "lib/intake/cell.hpp"
#include "lib/intake/workbook/xml_parser.hpp"

namespace minqing::intake {

class OdsWalker : public XmlHandler {
 public:
  explicit OdsWalker(const std::string& file) : file_(file) {}

  void start(std::string_view name, const XmlAttributes& attributes, int depth) final;
  void end(std::string_view name, int depth) final;
  void text(std::string_view piece) final;

  /// The file is a spreadsheet indeed.
  bool is_spreadsheet() const { return is_spreadsheet_; }

 protected:
  /// `name` is the table's; its number counts the tables that were begun, from 0.
  virtual void begin_table(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end_table() = 0;
  /// Columns `column()` to `column() + repeated - 1`.
  virtual void on_columns(const XmlAttributes&, std::int64_t) {}
  /// Row `row()`, and as many below it as its repeats say.
  virtual void begin_row(const XmlAttributes&, std::int64_t) {}
  virtual void end_row() {}
  /// The cell at `row()`, `column()`; `repeated` of them beside each other. `covered` by a merged
  /// range: what it holds is not shown.
  virtual void begin_cell(const XmlAttributes& attributes, std::int64_t repeated, bool covered) = 0;
  virtual void end_cell() {}
  /// Elements and text within a cell, without notes and drawings.
  virtual void start_inside(std::string_view, const XmlAttributes&) {}
  virtual void end_inside(std::string_view) {}
  virtual void text_inside(std::string_view) {}
  /// Elements before the tables: styles, settings.
  virtual void start_before(std::string_view, const XmlAttributes&) {}

  std::int64_t row() const { return row_; }
  std::int64_t column() const { return column_; }
  const std::string& table() const { return table_; }
  const std::string& file() const { return file_; }
  [[noreturn]] void fail(base::Text reason) const;
  /// At the cell `row()`, `column()`.
  [[noreturn]] void fail_cell(base::Text reason) const;

 private:
  enum class Where : std::uint8_t { outside, table, row, cell };

  void start_in_table(std::string_view name, const XmlAttributes& attributes, int depth);
  void open_table(const XmlAttributes& attributes, int depth);

  const std::string& file_;
  std::string table_;
  Where where_ = Where::outside;
  int table_depth_ = 0;
  int row_depth_ = 0;
  int cell_depth_ = 0;
  int skipped_depth_ = 0;  ///< all below an element of this depth is passed over; 0: nothing is
  bool is_spreadsheet_ = false;
  bool in_body_ = false;
  std::int64_t row_ = 0;
  std::int64_t rows_ = 0;  ///< repeats of the row
  std::int64_t column_ = 0;
  std::int64_t columns_ = 0;  ///< repeats of the cell
};

/// How often an element stands for itself (`table:number-rows-repeated`): at least 1, at most 2^31.
std::int64_t repeats(const XmlAttributes& attributes, std::string_view name);

/// `table:visibility`: collapsed by hand or by a filter.
bool is_hidden(const XmlAttributes& attributes);

}  // namespace minqing::intake
