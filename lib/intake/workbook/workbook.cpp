// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/workbook.hpp"

#include <algorithm>
#include <memory>

#include "lib/base/text.hpp"
#include "lib/intake/byte_source.hpp"
#include "lib/intake/csv.hpp"
#include "lib/intake/file_kind.hpp"
#include "lib/intake/workbook/fault.hpp"
#include "lib/intake/workbook/ods_reader.hpp"
#include "lib/intake/workbook/xlsx_reader.hpp"

namespace minqing::intake {
namespace {

using namespace std::string_view_literals;

std::string first_bytes(ByteSource& source) {
  std::string bytes(kKindBytes, '\0');
  bytes.resize(source.read(bytes.data(), bytes.size()));
  source.rewind();
  return bytes;
}

/// Whether a name of an OLE directory, which is UTF-16, occurs in the file.
bool holds_name(ByteSource& source, std::string_view name) {
  std::string wide;
  for (char c : name) wide += {c, '\0'};
  std::string piece(1 << 20, '\0');
  std::string window;
  source.rewind();
  while (std::size_t got = source.read(piece.data(), piece.size())) {
    window.append(piece, 0, got);
    if (window.find(wide) != std::string::npos) return true;
    window.erase(0, window.size() - std::min(window.size(), wide.size()));
  }
  return false;
}

[[noreturn]] void refuse_ole(ByteSource& source) {
  if (holds_name(source, "EncryptedPackage")) {
    reject_file(source.name(), {"工作簿加了密码", "the workbook is protected by a password"},
                {"请用表格软件打开，取消密码后“另存为”xlsx 再读",
                 "open it, remove the password, save it as xlsx, and read that file"});
  }
  reject_file(source.name(), {"是旧格式的工作簿（xls）或其他旧式文档",
                              "is a workbook of the old format (xls) or another old document"});
}

void read_archive(ZipArchive archive, SheetSink& sink) {
  if (is_ooxml(archive)) return read_xlsx(archive, sink);
  if (is_opendocument(archive)) return read_ods(archive, sink);
  reject_file(archive.name(), {"是压缩包，里面不是工作簿", "is an archive that holds no workbook"},
              {"请先解压，再读里面的表格", "unpack it and read the table inside"});
}

void refuse_text(const std::string& name, FileKind kind) {
  refuse_other_kinds(name, kind);
  reject_file(name, {"是文本，不是工作簿", "is text and not a workbook"});
}

}  // namespace

void read_workbook(const std::string& path, SheetSink& sink, const ZipLimits& limits) {
  auto source = open_file(path);
  FileKind kind = kind_of(first_bytes(*source));
  if (kind == FileKind::zip) return read_archive(ZipArchive::open_path(path, limits), sink);
  if (kind == FileKind::ole) refuse_ole(*source);
  refuse_text(path, kind);
}

void read_workbook_bytes(std::string_view bytes, const std::string& name, SheetSink& sink,
                         const ZipLimits& limits) {
  FileKind kind = kind_of(bytes.substr(0, kKindBytes));
  if (kind == FileKind::zip) {
    return read_archive(ZipArchive::open_bytes(bytes, name, limits), sink);
  }
  if (kind == FileKind::ole) refuse_ole(*open_bytes(bytes, name));
  refuse_text(name, kind);
}

void write_cells_csv(const std::string& path, const WriteText& write) {
  CellsCsv cells(write);
  auto source = open_file(path);
  FileKind kind = kind_of(first_bytes(*source));
  if (kind != FileKind::text || is_workbook_name(path)) {
    return read_workbook(path, cells);
  }
  read_csv_sheet(*source, {}, cells);
}

}  // namespace minqing::intake
