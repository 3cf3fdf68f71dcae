// SPDX-License-Identifier: MIT
// One `<c>` element of an OOXML worksheet while it is read: its attributes, the words collected
// below it, and the cell they make.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lib/intake/cell.hpp"
#include "lib/intake/workbook/ooxml_text.hpp"
#include "lib/intake/workbook/shared_strings.hpp"
#include "lib/intake/workbook/styles.hpp"
#include "lib/intake/workbook/xml_parser.hpp"

namespace minqing::intake {

class XlsxCell {
 public:
  XlsxCell(const SharedStrings& strings, const Styles& styles, bool date1904)
      : strings_(strings), styles_(styles), date1904_(date1904) {}

  void begin(const XmlAttributes& attributes);
  /// Elements below `<c>`; `depth` counts from 1 for its children.
  void start(std::string_view name, int depth);
  void end(std::string_view name, int depth);
  void text(std::string_view piece);

  /// The `r` attribute; empty when the cell has none.
  std::string_view reference() const { return reference_; }
  /// Nothing to make a cell of.
  bool is_blank() const;
  /// Sets the cell (it stays empty for an empty text). False with `fault` set when the words are
  /// not what the type says.
  bool finish(Cell& cell);
  const base::Text& fault() const { return fault_; }

 private:
  enum class Kind : std::uint8_t {
    number,
    shared,
    formula_text,
    inlined,
    boolean,
    error,
    date,
    unknown
  };
  static Kind kind_of(std::string_view type);
  bool set_shared(Cell& cell);
  bool set_text(Cell& cell, std::string_view value);
  bool fail(base::Text fault);

  const SharedStrings& strings_;
  const Styles& styles_;
  bool date1904_;

  Kind kind_ = Kind::number;
  std::size_t style_ = 0;
  std::string reference_;
  std::string value_;
  StringItem inlined_;
  bool in_value_ = false;
  bool in_item_ = false;
  bool has_value_ = false;
  bool has_formula_ = false;
  base::Text fault_;
};

}  // namespace minqing::intake
