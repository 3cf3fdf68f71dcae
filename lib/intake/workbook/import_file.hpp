// SPDX-License-Identifier: MIT
// A table out of a file of any format that is read, told by its contents: workbook or text.

#pragma once

#include <optional>
#include <string>

#include "lib/intake/csv.hpp"
#include "lib/intake/sheet.hpp"

namespace minqing::intake {

/// `path` may be `-` for standard input. Gives what was found out about a text file. Throws as
/// read_workbook and read_csv do; the rows already given must then not be used. `watch` is told how
/// far a text file is read.
std::optional<CsvFacts> read_table_file(const std::string& path, const CsvOptions& options,
                                        SheetSink& sink, const WatchBytes& watch = {});

}  // namespace minqing::intake
