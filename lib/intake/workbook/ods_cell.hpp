// SPDX-License-Identifier: MIT
// One cell of an OpenDocument spreadsheet while it is read: its attributes, the paragraphs below
// it, and the cell they make.

#pragma once

#include <string>
#include <string_view>

#include "lib/base/text.hpp"
#include "lib/intake/cell.hpp"
#include "lib/intake/workbook/xml_parser.hpp"

namespace minqing::intake {

/// The paragraphs of a cell as one text: a line each, blanks collapsed as OpenDocument asks
/// (1.2, part 1, 6.1.2), repeated blanks, tabs and breaks from their elements. A last blank stays,
/// as it does in LibreOffice.
class OdsText {
 public:
  void begin();
  void start(std::string_view name, const XmlAttributes& attributes);
  void end(std::string_view name);
  void text(std::string_view piece);
  const std::string& value() const { return value_; }

 private:
  void add_blanks(const XmlAttributes& attributes);

  std::string value_;
  int paragraphs_ = 0;
  bool in_paragraph_ = false;
  bool behind_blank_ = true;  ///< or at the start of the paragraph
};

class OdsCell {
 public:
  void begin(const XmlAttributes& attributes);
  OdsText& text() { return text_; }
  /// Sets the cell; it stays empty when nothing is stored. False with `fault` set when the words
  /// are not what the type says.
  bool finish(Cell& cell);
  const base::Text& fault() const { return fault_; }

 private:
  bool set_typed(Cell& cell);
  bool fail(base::Text fault);

  std::string type_;
  std::string value_;
  bool has_value_ = false;
  bool has_formula_ = false;
  bool is_error_ = false;
  OdsText text_;
  base::Text fault_;
};

}  // namespace minqing::intake
