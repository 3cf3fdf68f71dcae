// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/workbook.hpp"

#include <memory>

#include "lib/base/text.hpp"
#include "lib/intake/byte_source.hpp"
#include "lib/intake/file_kind.hpp"
#include "lib/intake/workbook/fault.hpp"
#include "lib/intake/workbook/ods_reader.hpp"
#include "lib/intake/workbook/xls_reader.hpp"
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
  if (kind == FileKind::ole) return read_xls(*source, sink);
  if (kind == FileKind::bare_xls) return read_bare_xls(*source, sink);
  refuse_text(path, kind);
}

void read_workbook_bytes(std::string_view bytes, const std::string& name, SheetSink& sink,
                         const ZipLimits& limits) {
  FileKind kind = kind_of(bytes.substr(0, kKindBytes));
  if (kind == FileKind::zip) {
    return read_archive(ZipArchive::open_bytes(bytes, name, limits), sink);
  }
  if (kind == FileKind::ole) return read_xls(*open_bytes(bytes, name), sink);
  if (kind == FileKind::bare_xls) return read_bare_xls(*open_bytes(bytes, name), sink);
  refuse_text(name, kind);
}

}  // namespace minqing::intake
