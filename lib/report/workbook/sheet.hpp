// SPDX-License-Identifier: MIT
// Workbooks out (xlsx): a sheet as values, written by one function. Every cell is a text and marked
// as one, so that nothing in it runs as a formula, now or after somebody has edited the cell.
//
// This folder is a target of its own, minqing_workbook_out: only `minqing-office` links the library
// that writes workbooks.

#pragma once

#include <string>
#include <vector>

#include "lib/base/time.hpp"

namespace minqing::report {

struct SheetColumn {
  std::string heading;
  std::vector<std::string> over = {};  ///< headings above it, from the top; one merged over several
  int width = 12;     ///< in characters of the sheet's font; a Chinese character counts as two
  bool open = false;  ///< to be filled in: its empty cells can be written to, all others are locked
  bool dates = false;  ///< what is typed into it is shown as a date
  /// Values to choose from; others may be typed after a warning unless `only_choices`.
  std::vector<std::string> choices = {};
  bool only_choices = false;
  std::string hint = {};  ///< shown beside the cell that is selected; empty: none
};

/// A cell that stands out, with words that are shown beside it.
struct SheetMark {
  std::size_t row = 0;     ///< index in `rows`
  std::size_t column = 0;  ///< index in `columns`
  std::string words;
};

struct Sheet {
  std::string name;                ///< at most 31 characters, without []:*?/\ .
  std::vector<std::string> above;  ///< lines over the header, the first one as a title
  std::vector<SheetColumn> columns;
  std::vector<std::vector<std::string>> rows;
  std::vector<SheetMark> marks;
  /// Locked against slips, without a password.
  bool locked = false;
};

/// The bytes of a workbook with these sheets. `made`: what its properties say of its making. Texts
/// beyond a spreadsheet's 32,767 characters end with `…`. Throws base::Error (io).
std::string workbook_bytes(const std::vector<Sheet>& sheets, base::Instant made);

}  // namespace minqing::report
