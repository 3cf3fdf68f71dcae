// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/xlsx_cell.hpp"

#include <charconv>

#include "lib/base/text.hpp"
#include "lib/intake/workbook/cell_values.hpp"
#include "lib/intake/workbook/xml_times.hpp"

namespace minqing::intake {
namespace {

using Type = Cell::Type;

/// The name of an attribute when it is one letter long, as all of `<c>` that matter are.
char letter(const char* name) { return name[0] != '\0' && name[1] == '\0' ? name[0] : '\0'; }

std::size_t index_of(std::string_view words) {
  std::size_t value = 0;
  std::from_chars(words.data(), words.data() + words.size(), value);
  return value;
}

}  // namespace

XlsxCell::Kind XlsxCell::kind_of(std::string_view type) {
  if (type == "s") return Kind::shared;
  if (type == "n") return Kind::number;
  if (type == "str") return Kind::formula_text;
  if (type == "inlineStr") return Kind::inlined;
  if (type == "b") return Kind::boolean;
  if (type == "e") return Kind::error;
  return type == "d" ? Kind::date : Kind::unknown;
}

void XlsxCell::begin(const XmlAttributes& attributes) {
  kind_ = Kind::number;
  style_ = 0;
  reference_.clear();
  value_.clear();
  inlined_.begin();
  in_value_ = in_item_ = has_value_ = has_formula_ = false;
  for (const char** pair = attributes.pairs(); *pair != nullptr; pair += 2) {
    switch (letter(pair[0])) {
      case 'r':
        reference_ = pair[1];
        break;
      case 's':
        style_ = index_of(pair[1]);
        break;
      case 't':
        kind_ = kind_of(pair[1]);
        break;
      default:
        break;
    }
  }
}

void XlsxCell::start(std::string_view name, int depth) {
  if (depth > 1) {
    if (in_item_) inlined_.start(name);
    return;
  }
  if (name == "v") {
    in_value_ = has_value_ = true;
  } else if (name == "f") {
    has_formula_ = true;
  } else if (name == "is") {
    in_item_ = has_value_ = true;
  }
}

void XlsxCell::end(std::string_view name, int depth) {
  if (depth > 1) {
    if (in_item_) inlined_.end(name);
    return;
  }
  in_value_ = in_item_ = false;
}

void XlsxCell::text(std::string_view piece) {
  if (value_.size() > kMaxTextBytes || inlined_.size() > kMaxTextBytes) return;
  if (in_value_) value_ += piece;
  if (in_item_) inlined_.text(piece);
}

bool XlsxCell::is_blank() const {
  if (has_formula_) return false;
  return !has_value_ || (value_.empty() && kind_ != Kind::inlined);
}

bool XlsxCell::finish(Cell& cell) {
  bool needs_value = kind_ == Kind::number || kind_ == Kind::date;
  if (!has_value_ || (value_.empty() && needs_value)) {
    cell.set(Type::error, kNoStoredValue);  // a formula: is_blank was false
    return true;
  }
  switch (kind_) {
    case Kind::number:
      return set_shaped_number(cell, value_, styles_.shape(style_), date1904_) ||
             fail({"数值无法识别", "its number cannot be read"});
    case Kind::shared:
      return set_shared(cell);
    case Kind::formula_text:
      undo_escapes(value_);
      return set_text(cell, value_);
    case Kind::inlined:
      return set_text(cell, inlined_.finish());
    case Kind::boolean:
      return set_boolean(cell, value_) ||
             fail({"真假值无法识别", "its truth value cannot be read"});
    case Kind::error:
      cell.set(Type::error, value_);
      return true;
    case Kind::date:
      cell.set(Type::date, xml_date_or_time(value_));
      return !cell.value.empty() || fail({"日期或时间无法识别", "its date or time cannot be read"});
    default:
      return fail({"单元格类型无法识别", "its type is not known"});
  }
}

bool XlsxCell::set_shared(Cell& cell) {
  std::size_t index = strings_.size();
  const char* last = value_.data() + value_.size();
  auto [end, error] = std::from_chars(value_.data(), last, index);
  if (error != std::errc() || end != last || index >= strings_.size()) {
    return fail({"引用的共享文本不存在", "it refers to a shared text that does not exist"});
  }
  return set_text(cell, strings_.at(index));
}

bool XlsxCell::set_text(Cell& cell, std::string_view value) {
  if (value.size() > kMaxTextBytes) {
    return fail(base::text("文字超过 {} KB", "a text of more than {} KB", kMaxTextBytes >> 10));
  }
  if (!value.empty()) cell.set(Type::text, value);
  return true;
}

bool XlsxCell::fail(base::Text fault) {
  fault_ = std::move(fault);
  return false;
}

}  // namespace minqing::intake
