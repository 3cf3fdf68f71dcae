// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/ods_cell.hpp"

#include <algorithm>
#include <array>

#include "lib/intake/workbook/cell_values.hpp"
#include "lib/intake/workbook/ods_walker.hpp"
#include "lib/intake/workbook/shared_strings.hpp"
#include "lib/intake/workbook/xml_times.hpp"

namespace minqing::intake {
namespace {

using Type = Cell::Type;

constexpr std::array<std::string_view, 7> kErrors = {"#REF!",   "#N/A",  "#NAME?", "#VALUE!",
                                                     "#DIV/0!", "#NUM!", "#NULL!"};

/// What a formula shows that failed; some programs store the number 0 beside it.
bool is_error_text(std::string_view text) {
  return text.starts_with("Err:") ||
         std::find(kErrors.begin(), kErrors.end(), text) != kErrors.end();
}

/// `calcext:value-type` repeats `office:value-type`, and tells errors.
bool is_extension(std::string_view name) { return name.starts_with("calcext:"); }

}  // namespace

void OdsText::begin() {
  value_.clear();
  paragraphs_ = 0;
  in_paragraph_ = false;
}

void OdsText::start(std::string_view name, const XmlAttributes& attributes) {
  if (name == "p" || name == "h") {
    if (paragraphs_++ > 0) value_ += '\n';
    in_paragraph_ = behind_blank_ = true;
  } else if (!in_paragraph_) {
    return;
  } else if (name == "s") {
    add_blanks(attributes);
  } else if (name == "tab" || name == "line-break") {
    value_ += name == "tab" ? '\t' : '\n';
    behind_blank_ = false;
  }
}

void OdsText::end(std::string_view name) {
  if (name == "p" || name == "h") in_paragraph_ = false;
}

void OdsText::text(std::string_view piece) {
  if (!in_paragraph_ || value_.size() > kMaxTextBytes) return;
  for (char c : piece) {
    bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!blank || !behind_blank_) value_ += blank ? ' ' : c;
    behind_blank_ = blank;
  }
}

void OdsText::add_blanks(const XmlAttributes& attributes) {
  auto count = static_cast<std::size_t>(repeats(attributes, "c"));
  value_.append(std::min(count, kMaxTextBytes + 1 - std::min(value_.size(), kMaxTextBytes)), ' ');
  behind_blank_ = false;
}

void OdsCell::begin(const XmlAttributes& attributes) {
  type_.clear();
  value_.clear();
  has_value_ = has_formula_ = is_error_ = false;
  text_.begin();
  for (const char** pair = attributes.pairs(); *pair != nullptr; pair += 2) {
    std::string_view name = local_name(pair[0]);
    if (is_extension(pair[0])) {
      is_error_ = is_error_ || (name == "value-type" && std::string_view(pair[1]) == "error");
    } else if (name == "value-type") {
      type_ = pair[1];
    } else if (name == "value" || name == "date-value" || name == "time-value" ||
               name == "boolean-value" || name == "string-value") {
      value_ = pair[1];
      has_value_ = true;
    } else if (name == "formula") {
      has_formula_ = true;
    }
  }
}

bool OdsCell::finish(Cell& cell) {
  const std::string& shown = text_.value();
  if (shown.size() > kMaxTextBytes || value_.size() > kMaxTextBytes) {
    return fail(base::text("文字超过 {} KB", "a text of more than {} KB", kMaxTextBytes >> 10));
  }
  if (is_error_ || (has_formula_ && is_error_text(shown))) {
    cell.set(Type::error, shown.empty() ? kNoStoredValue : std::string_view(shown));
  } else if (type_.empty() || type_ == "string" || type_ == "void") {
    const std::string& words = has_value_ ? value_ : shown;
    bool lacks_result = words.empty() && has_formula_ && type_ != "string";
    if (lacks_result) cell.set(Type::error, kNoStoredValue);
    if (!words.empty()) cell.set(Type::text, words);
  } else {
    return set_typed(cell);
  }
  return true;
}

bool OdsCell::set_typed(Cell& cell) {
  if (type_ == "float" || type_ == "percentage" || type_ == "currency") {
    return set_number(cell, value_) || fail({"数值无法识别", "its number cannot be read"});
  }
  if (type_ == "boolean") {
    return set_boolean(cell, value_) || fail({"真假值无法识别", "its truth value cannot be read"});
  }
  if (type_ != "date" && type_ != "time") {
    return fail({"单元格类型无法识别", "its type is not known"});
  }
  std::string words = type_ == "date" ? xml_date(value_) : xml_duration(value_);
  if (words.empty()) return fail({"日期或时间无法识别", "its date or time cannot be read"});
  cell.set(Type::date, words);
  return true;
}

bool OdsCell::fail(base::Text fault) {
  fault_ = std::move(fault);
  return false;
}

}  // namespace minqing::intake
