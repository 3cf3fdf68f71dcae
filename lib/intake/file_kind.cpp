// SPDX-License-Identifier: MIT
#include "lib/intake/file_kind.hpp"

#include <algorithm>
#include <array>

#include "lib/base/error.hpp"
#include "lib/base/utf8.hpp"

namespace minqing::intake {
namespace {

using namespace std::string_view_literals;

constexpr std::array kOther = {"%PDF"sv,
                               "{\\rtf"sv,
                               "\x89PNG"sv,
                               "\xFF\xD8\xFF"sv,
                               "Rar!"sv,
                               "7z\xBC\xAF"sv,
                               "\x1F\x8B"sv,
                               "SQLite format 3"sv,
                               "\x7F"
                               "ELF"sv};
constexpr std::array kWebPage = {"<html"sv, "<!doctypehtml"sv, "<table"sv, "<?xml"sv, "<meta"sv,
                                 "<head"sv, "<body"sv,         "<style"sv, "<div"sv,  "<!--"sv};
constexpr std::array kWorkbookNames = {".xls"sv, ".xlsx"sv, ".xlsm"sv, ".xlsb"sv,
                                       ".xlt"sv, ".xltx"sv, ".ods"sv,  ".et"sv};

template <class List>
bool starts_with_any(std::string_view bytes, const List& list) {
  return std::any_of(list.begin(), list.end(),
                     [&](std::string_view start) { return bytes.starts_with(start); });
}

/// First records (BOF) outside a container: of BIFF 2, 3 and 4, and of BIFF 5 and 8.
bool is_bof(std::string_view bytes) {
  return bytes.size() >= 4 && bytes[0] == '\x09' && bytes[3] == '\0';
}
bool is_before_excel_5(std::string_view bytes) {
  return is_bof(bytes) && (bytes[1] == '\0' || bytes[1] == '\x02' || bytes[1] == '\x04');
}
bool is_bare_xls(std::string_view bytes) { return is_bof(bytes) && bytes[1] == '\x08'; }

/// A workbook as lines of fields (SYLK): its own line, then one that begins with a kind of record.
bool is_sylk(std::string_view bytes) {
  if (!bytes.starts_with("ID;P")) return false;
  std::size_t next = bytes.find_first_not_of("\r\n", bytes.find_first_of("\r\n"));
  if (next == std::string_view::npos) return false;
  return "BCEFOPW"sv.find(bytes[next]) != std::string_view::npos &&
         bytes.substr(next + 1, 1) == ";";
}

/// Lower case without blanks, byte by byte: the bytes need not be UTF-8. Of UTF-16 the ASCII
/// characters stay.
std::string ascii_key(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) bytes.remove_prefix(2);
  std::string key;
  for (char c : bytes) {
    if (c == ' ' || c == '\0' || (c >= '\t' && c <= '\r')) continue;
    key += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return key;
}

[[noreturn]] void refuse(const std::string& path, base::Text what, base::Text way_out) {
  throw base::Rejected({{{path, {}, {}, 0, 0}, {}, std::move(what), std::move(way_out)}});
}

const base::Text kSaveAs = {"请用表格软件打开，“另存为”xlsx 后再读",
                            "open it in a spreadsheet program and save it as xlsx"};

}  // namespace

FileKind kind_of(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv)) return FileKind::zip;
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) return FileKind::ole;
  if (is_before_excel_5(bytes)) return FileKind::old_workbook;
  if (is_bare_xls(bytes)) return FileKind::bare_xls;
  if (starts_with_any(bytes, kOther) || is_sylk(bytes)) return FileKind::other;
  return starts_with_any(ascii_key(bytes.substr(0, kKindBytes)), kWebPage) ? FileKind::web_page
                                                                           : FileKind::text;
}

bool is_workbook_name(std::string_view path) {
  std::string key = ascii_key(path);
  return std::any_of(kWorkbookNames.begin(), kWorkbookNames.end(),
                     [&](std::string_view end) { return key.ends_with(end); });
}

void refuse_other_kinds(const std::string& path, FileKind kind) {
  switch (kind) {
    case FileKind::zip:
    case FileKind::ole:
    case FileKind::bare_xls:
      return;
    case FileKind::text:
      if (!is_workbook_name(path)) return;
      refuse(path, {"用了工作簿的文件名，内容却是文本", "has a workbook's name but holds text"},
             {"若是以逗号或制表符分隔的表，请把文件名改成 .csv 后再读",
              "if it is a table with commas or tabs, rename it to .csv"});
    case FileKind::old_workbook:
      refuse(path, {"是 Excel 5.0 以前的旧格式", "is in a format older than Excel 5.0"}, kSaveAs);
    case FileKind::web_page:
      refuse(path, {"其实是网页（HTML/XML）表格", "is really a web page (HTML or XML)"}, kSaveAs);
    case FileKind::other:
      refuse(path, {"不是表格文件", "is not a table"},
             {"可读的格式：xlsx、xlsm、xls、ods、csv、tsv",
              "formats that can be read: xlsx, xlsm, xls, ods, csv, tsv"});
  }
}

}  // namespace minqing::intake
