// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/xls_book.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "lib/base/text.hpp"
#include "lib/intake/workbook/fault.hpp"
#include "lib/intake/workbook/little_endian.hpp"

namespace minqing::intake {
namespace {

constexpr std::size_t kMaxXlsSheets = 1000;
/// Excel of that time allowed 4,050; the number of a format has sixteen bits.
constexpr std::size_t kMaxXlsStyles = 1 << 16;
constexpr std::uint16_t kBiff5 = 0x0500;
constexpr std::uint16_t kBiff8 = 0x0600;

SheetKind kind_of(std::uint8_t type) {
  if (type == 0) return SheetKind::table;
  return type == 2 ? SheetKind::chart : SheetKind::other;
}

Visibility visibility_of(std::uint16_t bits) {
  if ((bits & 3) == 2) return Visibility::very_hidden;
  return (bits & 3) == 1 ? Visibility::hidden : Visibility::visible;
}

/// UTF-16 with `?` for what is not ASCII.
std::string ascii_of_wide(std::string_view bytes) {
  std::string out;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    std::uint16_t unit = u16_at(bytes, at);
    out += unit < 0x80 ? static_cast<char>(unit) : '?';
  }
  return out;
}

class BookReader {
 public:
  explicit BookReader(BiffRecords& records) : records_(records) {}

  XlsBook read() {
    BiffRecord record;
    if (!records_.next(record)) records_.fail_cut_off();
    check_version(record);
    for (;;) {
      if (!records_.next(record)) records_.fail_cut_off();
      if (record.id == biff::kEof) break;
      take(record);
    }
    settle_styles();
    name_sheets();
    return std::move(book_);
  }

 private:
  void check_version(const BiffRecord& record) {
    const std::uint16_t version = u16_at(record.data, 0);
    if (record.id != biff::kBof || (version != kBiff5 && version != kBiff8)) {
      reject(records_.place(), {"是 Excel 5.0 以前的旧格式，或者不是工作簿",
                                "is older than Excel 5.0, or no workbook"});
    }
    book_.is_biff8 = version == kBiff8;
  }

  void take(const BiffRecord& record) {
    switch (record.id) {
      case biff::kFilePass:
        reject(records_.place(), {"工作簿加了密码", "the workbook is protected by a password"},
               {"请用表格软件打开，取消密码后“另存为”xlsx 再读",
                "open it, remove the password, save it as xlsx, and read that file"});
      case biff::kCodePage:
        book_.code_page = CodePage(u16_at(record.data, 0));
        break;
      case biff::kDate1904:
        book_.date1904 = u16_at(record.data, 0) == 1;
        break;
      case biff::kFormat:
        return take_format(record);
      case biff::kXf:
        if (styles_.size() < kMaxXlsStyles) styles_.push_back(u16_at(record.data, 2));
        break;
      case biff::kBoundSheet:
        return take_sheet(record);
      case biff::kSst:
        return take_strings(record);
      default:
        break;
    }
  }

  /// Only what is ASCII in a format matters. Some writers state a character too many.
  void take_format(const BiffRecord& record) {
    const std::size_t begin = std::min<std::size_t>(book_.is_biff8 ? 5 : 3, record.data.size());
    std::string code(record.data.substr(begin));
    if (!book_.is_biff8) {
      code = book_.code_page.decode(code).value_or(code);
    } else if ((u8_at(record.data, 4) & 1) != 0) {
      code = ascii_of_wide(code);
    }
    formats_[u16_at(record.data, 0)] = shape_of_code(code);
  }

  void take_sheet(const BiffRecord& record) {
    if (book_.sheets.size() == kMaxXlsSheets) records_.fail({"工作表太多", "too many sheets"});
    const std::uint16_t bits = u16_at(record.data, 4);
    XlsBook::ListedSheet sheet;
    sheet.offset = u32_at(record.data, 0);
    sheet.info.kind = kind_of(static_cast<std::uint8_t>(bits >> 8));
    sheet.info.visibility = visibility_of(bits);
    ContinuedRecord rest(records_, record);
    rest.skip(6);
    const std::uint8_t length = rest.u8();
    if (book_.is_biff8) {
      auto name = to_utf8(read_wide_text(rest, length));
      if (!name) fail_name();
      sheet.info.name = std::move(*name);
    } else {
      rest.append_bytes(sheet.info.name, length);
    }
    book_.sheets.push_back(std::move(sheet));
  }

  void take_strings(const BiffRecord& record) {
    ContinuedRecord rest(records_, record);
    rest.skip(8);  // how many there are; writers get it wrong
    while (!rest.at_end()) {
      const std::uint16_t length = rest.u16();
      auto text = to_utf8(read_wide_text(rest, length));
      if (!text) book_.broken_strings.insert(book_.strings.size());
      if (!book_.strings.add(text.value_or(std::string()))) {
        records_.fail({"共享文本太多或太长", "too many shared texts, or one is too long"});
      }
    }
  }

  void settle_styles() {
    std::vector<NumberShape> shapes;
    for (std::uint16_t format : styles_) {
      auto own = formats_.find(format);
      shapes.push_back(own == formats_.end() ? shape_of_builtin(format) : own->second);
    }
    book_.styles = Styles(std::move(shapes));
  }

  /// The code page may stand behind the names that need it.
  void name_sheets() {
    for (XlsBook::ListedSheet& sheet : book_.sheets) {
      sheet.info.date1904 = book_.date1904;
      if (book_.is_biff8) continue;
      auto name = book_.code_page.decode(sheet.info.name);
      if (!name) fail_name();
      sheet.info.name = std::move(*name);
    }
  }

  [[noreturn]] void fail_name() {
    records_.fail({"有一张工作表的名称无法解读", "the name of a sheet cannot be read"});
  }

  BiffRecords& records_;
  XlsBook book_;
  std::vector<std::uint16_t> styles_;  ///< the format of each
  std::map<std::uint16_t, NumberShape> formats_;
};

}  // namespace

XlsBook read_xls_book(BiffRecords& records) { return BookReader(records).read(); }

}  // namespace minqing::intake
