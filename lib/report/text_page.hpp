// SPDX-License-Identifier: MIT
// Lines of plain text as they are collected: the tool of render_text and of its parts. Everything
// put here is shown with base::visible first, so no part can forget it.

#pragma once

#include <string>
#include <string_view>

#include "lib/base/text.hpp"
#include "lib/report/document.hpp"

namespace minqing::report {

class TextPage {
 public:
  TextPage(int width, base::Lang language) : width_(width), language_(language) {}

  int width() const { return width_; }
  base::Lang language() const { return language_; }

  /// One line; blanks at its end are dropped.
  void line(std::string_view text);
  /// An empty line, unless there is one already or nothing stands before it.
  void gap();
  void rule(std::string_view stroke);
  void centred(std::string_view text);
  /// Wrapped text: `first` stands before its first line, `rest` (not wider) before the others. Line
  /// breaks of the text are kept.
  void flow(std::string_view first, std::string_view rest, std::string_view text);

  std::string finish();

 private:
  int width_;
  base::Lang language_;
  std::string out_;
};

void put_table(TextPage& page, const Table& table);
void put_chart(TextPage& page, const Chart& chart);

/// `（无）`, where a table or chart is empty.
std::string nothing(base::Lang language);

}  // namespace minqing::report
