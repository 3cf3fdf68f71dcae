// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/xls_cells.hpp"

#include <string>

#include "lib/base/text.hpp"
#include "lib/intake/workbook/biff_text.hpp"
#include "lib/intake/workbook/cell_values.hpp"
#include "lib/intake/workbook/fault.hpp"
#include "lib/intake/workbook/little_endian.hpp"

namespace minqing::intake {
namespace {

using Type = Cell::Type;

constexpr std::size_t kValue = 6;  ///< behind row, column and style
constexpr std::uint16_t kNotANumber = 0xFFFF;
/// What a formula gave, where it gave no number.
enum class Result : std::uint8_t { text = 0, boolean = 1, error = 2, empty = 3 };

/// A number in four bytes: an integer, or the upper half of a double; perhaps a hundredth of it.
double decode_rk(std::uint32_t rk) {
  constexpr std::uint32_t kHundredth = 1;
  constexpr std::uint32_t kInteger = 2;
  double value = (rk & kInteger) != 0
                     ? static_cast<double>(static_cast<std::int32_t>(rk) >> 2)
                     : std::bit_cast<double>(std::uint64_t{rk & ~std::uint32_t{3}} << 32);
  return (rk & kHundredth) != 0 ? value / 100 : value;
}

std::string_view name_of_error(std::uint8_t code) {
  switch (code) {
    case 0x00:
      return "#NULL!";
    case 0x07:
      return "#DIV/0!";
    case 0x0F:
      return "#VALUE!";
    case 0x17:
      return "#REF!";
    case 0x1D:
      return "#NAME?";
    case 0x24:
      return "#NUM!";
    case 0x2B:
      return "#GETTING_DATA";
    default:
      return "#N/A";
  }
}

std::size_t least_size(std::uint16_t id) {
  switch (id) {
    case biff::kNumber:
      return kValue + 8;
    case biff::kFormula:
    case biff::kFormula3:
    case biff::kFormula4:
      return kValue + 8;
    case biff::kRk:
    case biff::kMulRk:
    case biff::kLabelSst:
      return kValue + 4;
    default:
      return kValue + 2;
  }
}

}  // namespace

std::optional<std::int64_t> row_of_cells(const BiffRecord& record) {
  switch (record.id) {
    case biff::kFormula:
    case biff::kFormula3:
    case biff::kFormula4:
    case biff::kMulRk:
    case biff::kRString:
    case biff::kLabelSst:
    case biff::kNumber:
    case biff::kLabel:
    case biff::kBoolErr:
    case biff::kRk:
      return u16_at(record.data, 0) + 1;
    default:
      return std::nullopt;
  }
}

void XlsCells::read(const BiffRecord& record) {
  row_ = u16_at(record.data, 0) + 1;
  column_ = u16_at(record.data, 2) + 1;
  cell_.clear();
  if (record.data.size() < least_size(record.id)) {
    fail({"单元格的记录太短", "the record of a cell is too short"});
  }
  const std::size_t style = u16_at(record.data, 4);
  switch (record.id) {
    case biff::kNumber:
      set_number(double_at(record.data, kValue), style);
      break;
    case biff::kRk:
      set_number(decode_rk(u32_at(record.data, kValue)), style);
      break;
    case biff::kMulRk:
      return read_many(record);
    case biff::kBoolErr:
      set_boolean_or_error(u8_at(record.data, kValue), u8_at(record.data, kValue + 1) != 0);
      break;
    case biff::kLabelSst:
      read_shared(record);
      break;
    case biff::kFormula:
    case biff::kFormula3:
    case biff::kFormula4:
      read_formula(record);
      break;
    default: {
      ContinuedRecord rest(records_, record);
      rest.skip(kValue);
      const std::uint16_t length = rest.u16();
      read_text(rest, length);
    }
  }
  give();
}

void XlsCells::read_many(const BiffRecord& record) {
  // Style and number for each, then the last column.
  for (std::size_t at = 4; at + kValue + 2 <= record.data.size(); at += kValue, ++column_) {
    cell_.clear();
    set_number(decode_rk(u32_at(record.data, at + 2)), u16_at(record.data, at));
    give();
  }
}

void XlsCells::read_shared(const BiffRecord& record) {
  const std::size_t index = u32_at(record.data, kValue);
  if (index >= book_.strings.size()) {
    fail({"引用的共享文本不存在", "it refers to a shared text that does not exist"});
  }
  bool broken = book_.broken_strings.contains(index);
  set_text(broken ? std::nullopt : std::optional(book_.strings.at(index)));
}

void XlsCells::read_formula(const BiffRecord& record) {
  if (u16_at(record.data, kValue + 6) != kNotANumber) {
    return set_number(double_at(record.data, kValue), u16_at(record.data, 4));
  }
  const std::uint8_t value = u8_at(record.data, kValue + 2);
  switch (static_cast<Result>(u8_at(record.data, kValue))) {
    case Result::text:
      return read_formula_text();
    case Result::boolean:
      return set_boolean_or_error(value, false);
    case Result::error:
      return set_boolean_or_error(value, true);
    case Result::empty:
      return;
    default:
      fail({"公式的结果无法识别", "the result of its formula cannot be read"});
  }
}

void XlsCells::read_formula_text() {
  BiffRecord record;
  std::uint16_t next = records_.peek();
  while (next == biff::kContinue || next == biff::kSharedFormula || next == biff::kArray ||
         next == biff::kTable) {
    records_.next(record);
    next = records_.peek();
  }
  if (next != biff::kString || !records_.next(record)) {
    return cell_.set(Type::error, kNoStoredValue);
  }
  ContinuedRecord rest(records_, record);
  const std::uint16_t length = rest.u16();
  if (length > 0) read_text(rest, length);
}

void XlsCells::read_text(ContinuedRecord& record, std::size_t length) {
  if (book_.is_biff8) return set_text(to_utf8(read_wide_text(record, length)));
  std::string bytes;
  record.append_bytes(bytes, length);
  auto text = book_.code_page.decode(bytes);
  if (text) return set_text(*text);
  fail(base::text("文字不能按代码页 {} 解读", "its text cannot be read in code page {}",
                  book_.code_page.number()));
}

void XlsCells::set_text(std::optional<std::string_view> text) {
  if (!text) fail({"文字里有半个字符，无法解读", "its text holds half a character"});
  if (text->find('\0') != std::string_view::npos) {
    fail({"文字里有空字符（NUL）", "its text holds a NUL character"});
  }
  if (!text->empty()) cell_.set(Type::text, *text);
}

void XlsCells::set_number(double value, std::size_t style) {
  if (set_shaped_number(cell_, value, book_.styles.shape(style), book_.date1904)) return;
  cell_.set(Type::error, "#NUM!");  // what a spreadsheet shows for what is no number
}

void XlsCells::set_boolean_or_error(std::uint8_t value, bool is_error) {
  if (is_error) return cell_.set(Type::error, name_of_error(value));
  cell_.set(Type::boolean, value != 0 ? "TRUE" : "FALSE");
}

void XlsCells::give() {
  if (column_ > kMaxColumn) {
    fail({"单元格位置超出 XFD1048576", "the place lies beyond XFD1048576"});
  }
  if (!cell_.is_empty()) on_cell_(row_, column_, cell_);
}

void XlsCells::fail(base::Text reason) const {
  base::Place place = records_.place();
  place.cell = cell_name(row_, column_);
  reject(std::move(place), std::move(reason));
}

}  // namespace minqing::intake
