// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/import_file.hpp"

#include <memory>

#include "lib/base/file.hpp"
#include "lib/intake/byte_source.hpp"
#include "lib/intake/file_kind.hpp"
#include "lib/intake/workbook/workbook.hpp"

namespace minqing::intake {
namespace {

std::optional<CsvFacts> read_text_table(std::unique_ptr<ByteSource> source,
                                        const CsvOptions& options, SheetSink& sink,
                                        const WatchBytes& watch) {
  if (watch) source = watched(std::move(source), watch);
  return read_csv_sheet(*source, options, sink);
}

std::optional<CsvFacts> read_standard_input(const CsvOptions& options, SheetSink& sink,
                                            const WatchBytes& watch) {
  const std::string bytes = base::read_stdin(kMaxFileBytes);
  if (kind_of(std::string_view(bytes).substr(0, kKindBytes)) != FileKind::text) {
    read_workbook_bytes(bytes, "-", sink);
    return std::nullopt;
  }
  return read_text_table(open_bytes(bytes, "-"), options, sink, watch);
}

}  // namespace

std::optional<CsvFacts> read_table_file(const std::string& path, const CsvOptions& options,
                                        SheetSink& sink, const WatchBytes& watch) {
  if (path == "-") return read_standard_input(options, sink, watch);
  auto source = open_file(path);
  std::string first(kKindBytes, '\0');
  first.resize(source->read(first.data(), first.size()));
  source->rewind();
  if (kind_of(first) != FileKind::text || is_workbook_name(path)) {
    read_workbook(path, sink);
    return std::nullopt;
  }
  return read_text_table(std::move(source), options, sink, watch);
}

}  // namespace minqing::intake
