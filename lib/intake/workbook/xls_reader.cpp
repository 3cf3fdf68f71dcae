// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/xls_reader.hpp"

#include "lib/base/text.hpp"
#include "lib/intake/workbook/biff_records.hpp"
#include "lib/intake/workbook/fault.hpp"
#include "lib/intake/workbook/ole_file.hpp"
#include "lib/intake/workbook/xls_book.hpp"
#include "lib/intake/workbook/xls_sheet.hpp"

namespace minqing::intake {
namespace {

void read_stream(const OleStream& stream, SheetSink& sink) {
  BiffRecords records(stream);
  const XlsBook book = read_xls_book(records);
  if (book.sheets.empty()) reject_file(stream.file(), {"里面没有工作表", "it holds no sheets"});
  for (const XlsBook::ListedSheet& sheet : book.sheets) {
    read_xls_sheet(records, book, sheet, sink);
  }
}

[[noreturn]] void refuse_other_documents(const std::string& file, const OleFile& container) {
  if (container.has("EncryptedPackage")) {
    reject_file(file, {"工作簿加了密码", "the workbook is protected by a password"},
                {"请用表格软件打开，取消密码后“另存为”xlsx 再读",
                 "open it, remove the password, save it as xlsx, and read that file"});
  }
  if (container.has("WordDocument") || container.has("PowerPoint Document")) {
    reject_file(file, {"是文字或演示文稿，不是工作簿", "is a document or slides, not a workbook"},
                {"请把表格复制到工作簿里再读", "copy the table into a workbook"});
  }
  reject_file(file, {"是旧式文档，里面没有工作簿", "is an old document that holds no workbook"});
}

}  // namespace

void read_xls(ByteSource& source, SheetSink& sink) {
  OleFile container(source);
  // A file for both Excel 95 and 97 holds the workbook twice: the newer one is whole.
  auto stream = container.find("Workbook");
  if (!stream) stream = container.find("Book");
  if (!stream) refuse_other_documents(source.name(), container);
  read_stream(*stream, sink);
}

void read_bare_xls(ByteSource& source, SheetSink& sink) { read_stream(OleStream(source), sink); }

}  // namespace minqing::intake
