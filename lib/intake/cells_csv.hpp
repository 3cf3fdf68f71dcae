// SPDX-License-Identifier: MIT
// A file's cells as CSV, `sheet,row,col,type,value`: what a reader saw, for people and for
// comparing readers. Rows and columns count from 1; types are `s` text, `n` number, `b` boolean,
// `d` date, `e` error. Row 0 describes the sheet: `sheet` (or `chartsheet`, `othersheet`) with
// visible, hidden or veryHidden, and one `merge` for each merged range.

#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "lib/intake/sheet.hpp"

namespace minqing::intake {

/// Takes finished pieces of the output.
using WriteText = std::function<void(std::string_view)>;

class CellsCsv : public SheetSink {
 public:
  /// Writes the heading line.
  explicit CellsCsv(WriteText write);

  bool on_sheet(const SheetInfo& sheet) override;
  bool on_row(const Row& row) override;

 private:
  void line(std::int64_t row, int column, std::string_view type, std::string_view value);

  WriteText write_;
  std::string sheet_;
  std::string out_;
};

/// A CSV field, quoted where it must be.
void append_csv_field(std::string& out, std::string_view value);

}  // namespace minqing::intake
