// SPDX-License-Identifier: MIT
// Text out: results on standard output, everything else on standard error. Whatever people typed
// goes through visible() before it reaches a terminal. Results are written in one piece at the end,
// so that a closed pipe never interrupts the work.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/base/json.hpp"
#include "lib/base/text.hpp"

namespace minqing::cli {

class Output {
 public:
  bool quiet = false;
  bool color = false;
  base::Lang lang = base::Lang::zh;

  /// A line of the result; control characters become visible.
  void line(std::string_view text);
  void line(const base::Text& text) { line(text.in(lang)); }
  /// Bytes as they are: rendered documents, CSV.
  void raw(std::string_view bytes) { buffer_ += bytes; }
  /// One object a line. What could steer a terminal is spelled `\u202e`: the same value for
  /// programs.
  void json(const base::Json& value);
  /// A remark on standard error, unless quiet.
  void remark(const base::Text& text);
  /// Writes what is held; true when standard output took it and all before.
  bool flush();

 private:
  std::string buffer_;
  bool taken_ = true;
};

/// A table whose columns align by display width. Cells are made visible.
class TextTable {
 public:
  struct Column {
    std::string heading;
    bool right = false;
    int max_width = 0;  ///< 0: as wide as its cells
  };
  /// How a row stands out where colours are wanted: what is late, what soon will be.
  enum class Tone { plain, warning, alarm };
  explicit TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}
  void add(std::vector<std::string> cells, Tone tone = Tone::plain);
  /// The last column is cut so that lines fit `width`; 0: nothing is cut.
  std::string render(int width, bool in_color = false) const;

 private:
  struct Row {
    std::vector<std::string> cells;
    Tone tone;
  };
  std::vector<Column> columns_;
  std::vector<Row> rows_;
};

/// Words with the separator between them, in lines of at most `width` columns; no word is broken.
std::vector<std::string> in_lines(const std::vector<std::string>& words, std::string_view separator,
                                  int width);

/// Columns of the terminal on standard output, or 0 when it is none.
int terminal_width();

}  // namespace minqing::cli
